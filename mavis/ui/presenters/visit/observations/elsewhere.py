"""Readings that somebody types where letters are answers: told by their shape, before they tick anything more.

A letter with two digits, or a letter, a space and a digit: no answers are pressed so, one right after the other. An
answer and a look at two sections are, and only how fast they came tells them from a reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mavis.ui.presenters.desk.undo import Step

_PAUSE_MS = 1500
"""After so long the next key begins something else; some look for every key."""
_SAME_LINE_MS = 300
"""Words before the reading belong to its line when they came as fast as words are typed."""
_SECTIONS = re.compile(r"[a-z][1-7][1-7]")
_WORDS_BEFORE = re.compile(r"(?:[rsptgbnevmacuoq\d.,/-]+ )+$")
"""Words of a line of readings, each with its space."""
_READINGS = re.compile(
    r"(?:(?:r[1-6]|[spgb][1-9]|t[234])\d|[a-z]+ \d|\d+ [a-z0-9-]|[1-9]\d{1,2}/|e[1-4]v[1-5]m)$",
)


class Pressed(NamedTuple):
    """A key, when it was pressed in milliseconds, and what Undo would have taken back until then."""

    key: str
    at: int
    before: Step[object] | None


class ReadingsElsewhere:
    """The keys that were pressed one soon after the other."""

    def __init__(self) -> None:
        """No key yet."""
        self._pressed: list[Pressed] = []

    def forget(self) -> None:
        """Another key, another visit: what comes next begins anew."""
        self._pressed.clear()

    def add(self, pressed: Pressed) -> list[Pressed]:
        """Take a key before it acts; all keys of the line when they have the shape of readings, else none."""
        if self._pressed and abs(pressed.at - self._pressed[-1].at) > _PAUSE_MS:
            self.forget()
        self._pressed.append(pressed)
        text = "".join(one.key for one in self._pressed)
        found = _READINGS.search(text)
        if found is None or self._looks_at_sections(found):
            return []
        line = self._pressed[self._begins(text, found.start()) :]
        self.forget()
        return line

    def _looks_at_sections(self, found: re.Match[str]) -> bool:
        """Whether it may as well be an answer and then the digits of two sections."""
        slow = any(self._gap(at) > _SAME_LINE_MS for at in range(found.start() + 1, found.end()))
        return slow and _SECTIONS.fullmatch(found[0]) is not None

    def _begins(self, text: str, reading: int) -> int:
        """Where the line begins that goes on with a reading."""
        words = _WORDS_BEFORE.search(text, 0, reading)
        first = reading if words is None else words.start()
        gaps = (at for at in range(reading, first, -1) if self._gap(at) > _SAME_LINE_MS)
        return next(gaps, first)

    def _gap(self, at: int) -> int:
        return self._pressed[at].at - self._pressed[at - 1].at
