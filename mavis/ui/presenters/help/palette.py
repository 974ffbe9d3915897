"""The command palette in plain values: what can be done now, and what of it fits the typed letters.

Ranking is plain and forgiving: every typed word must fit some word of the command. Where each is a word or begins one,
the command comes before all that are only like it: a middle, then a slip of the finger. What fits equally well keeps
its order, so the overdue come first. An answer of a record is never guessed at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_WHOLE, _BEGINS, _PART = 4, 3, 2
"""The typed word is a word of the command, begins one, or begins a later part of one that is joined by hyphens."""
_INSIDE, _ALIKE = 2, 1
_OWN = 3
"""So much more a command's own words count: one that is begun is better than another word for it that is begun."""
_OTHER_WHOLE = 10
"""Another word for a command that is typed whole: better than part of one of its own."""
_SLIP = 70
"""How alike, 0-100, a typed word and a word of the command must be to count as a slip of the finger."""
_SHORTEST_SLIP = 4
"""A word of fewer letters is not guessed at: too much is like it."""


@dataclass(frozen=True)
class Command:
    """One thing that can be done: an icon's name, the command, a detail, and the keys that would have done it.

    ``found_by`` are words that find the command but are never shown, such as a name that is hidden; ``also`` are other
    words that people use for it, which count for less. What ``changes`` a record is found by beginnings of words alone.
    ``aloud`` is announced in its place where its own words may name somebody.
    """

    name: str
    act: Callable[[], object]
    icon: str = "key"
    detail: str = ""
    keys: tuple[str, ...] = ()
    found_by: str = ""
    also: str = ""
    changes: bool = False
    aloud: str = ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return _words(f"{self.name} {self.detail} {self.found_by}")

    @cached_property
    def other_words(self) -> tuple[str, ...]:
        """Other words for it, as they are compared."""
        return _words(self.also)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (self.name, self.detail, " ".join(self.keys)) if part)


class _Fit(NamedTuple):
    """How well typed words fit a command: the greater, the better."""

    begun: bool
    """Whether each of them begins a word of it."""
    points: int


class Shown(NamedTuple):
    """What the palette shows for the typed letters, and how many commands there are in all."""

    commands: tuple[Command, ...]
    total: int


class PalettePresenter:
    """Finds commands; it is made anew each time the palette opens, so that it never shows what was."""

    def __init__(
        self,
        commands: Sequence[Command],
        offer: Callable[[str, bool], Command | None],
        keep: Callable[[str, bool], Command | None] | None = None,
    ) -> None:
        """``offer`` makes a command of the typed text itself, such as a new visit from a line, or has none.

        It is told whether nothing else fits. ``keep`` makes the last command, which keeps the words; it is told whether
        they are no command's own.
        """
        self._commands = tuple(commands)
        self._offer = offer
        self._keep = keep

    def find(self, text: str) -> Shown:
        """The commands that fit, best first; all of them for no text at all."""
        total = len(self._commands)
        wanted = _words(text)
        if not wanted:
            return Shown(self._commands, total)
        ranked = [(fit, command) for command in self._commands if (fit := _fit(wanted, command))]
        ranked.sort(key=lambda one: one[0], reverse=True)
        found = [command for _, command in ranked]
        offered = self._offer(text, not found)
        if offered is not None:
            found.insert(0, offered)
        own = any(all(_begun(typed, one.words) or _inside(typed, one.words) for typed in wanted) for one in found)
        kept = self._keep(text, not own) if self._keep is not None else None
        if kept is not None:
            found.append(kept)
        return Shown(tuple(found), total)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'().,:;") for word in text.casefold().split())


def _fit(wanted: Sequence[str], command: Command) -> _Fit | None:
    """How well the typed words fit a command's words; None when one of them does not fit at all."""
    fits = [_of_one(typed, command) for typed in wanted]
    if not all(fit.points and (fit.begun or not command.changes) for fit in fits):
        return None
    return _Fit(all(fit.begun for fit in fits), sum(fit.points for fit in fits))


def _of_one(typed: str, command: Command) -> _Fit:
    other = _begun(typed, command.other_words)
    begun = max(_OWN * _begun(typed, command.words), _OTHER_WHOLE if other == _WHOLE else other)
    if begun:
        return _Fit(begun=True, points=begun)
    inside = max(_OWN * _inside(typed, command.words), _inside(typed, command.other_words))
    return _Fit(begun=False, points=inside or _slipped(typed, command.words))


def _begun(typed: str, words: Sequence[str]) -> int:
    return max((_beginning(typed, word) for word in words), default=0)


def _beginning(typed: str, word: str) -> int:
    if word.startswith(typed):
        return _WHOLE if word == typed else _BEGINS
    return _PART if f"-{typed}" in word else 0


def _inside(typed: str, words: Sequence[str]) -> int:
    return _INSIDE if len(typed) > 2 and any(typed in word for word in words) else 0


def _slipped(typed: str, words: Sequence[str]) -> int:
    """A slip of the finger is guessed at in a command's own words alone, and counts for less than any other word."""
    slips = len(typed) >= _SHORTEST_SLIP and any(is_slip(typed, word[: len(typed) + 1]) for word in words)
    return _ALIKE if slips else 0


def is_slip(typed: str, word: str) -> bool:
    """Whether a finger may have slipped on the word.

    RapidFuzz comes with the first question: four megabytes, which a Mavis that waits does without.
    """
    from rapidfuzz.fuzz import ratio

    return ratio(typed, word, score_cutoff=_SLIP) > 0
