"""Which readings of a line are likelier the half of one: ``p8`` on the way to ``p82`` is no pulse of eight.

A line that is left without its Enter ends with such a word when somebody was called away in the middle of it.
"""

from __future__ import annotations

import re

from mavis.domain.clinical.observation_line import understand
from mavis.domain.clinical.observation_words import without_waiting
from mavis.domain.record.observation import Consciousness
from mavis.domain.scores.measured import RANGES

_LAST_WORD = re.compile(r"[^\W\d]*[\d.,/]*$")
_OPEN_NUMBER = re.compile(r"\d(?:[.,/]+|\s*over)\s*$")
_PRESSURE = frozenset({"systolic", "diastolic"})
_MORE = (*"0123456789", ".5")
_WAITS = ((Consciousness.PAIN, "pulse", ""), (Consciousness.VOICE, "gcs_verbal", "gcs_eye"))
"""A letter for how awake somebody is that may be the beginning of a value, and of which one it follows."""


def may_grow(line: str) -> frozenset[str]:
    """The fields of the last word of a line that another digit turns into a usual value, or that are half typed.

    ``b10`` may become 105 and ``t36`` 36.8: they are scored once they are whole. ``p88`` and ``b118`` are.
    """
    if line != line.rstrip():
        return half_typed(line)
    now = understand(line).values
    grown = {
        name
        for more in _MORE
        for name, value in understand(line + more).values.items()
        if name in RANGES and name in now and now[name] != value and not RANGES[name].is_odd(value)
    }
    return half_typed(line) | grown


def is_beyond(line: str) -> bool:
    """Whether a value is so high that nobody can have it: another digit makes no ``e14`` possible."""
    values = understand(line).values
    return any(values[name] > RANGES[name].most for name in values.keys() & RANGES.keys())


def is_open_number(line: str) -> bool:
    """Whether a line ends in a number that waits for its rest, such as ``t36.`` or ``b118/``; it gives no value yet."""
    return _OPEN_NUMBER.search(line.casefold()) is not None


def half_typed(line: str) -> frozenset[str]:
    """The fields of the last word of a line that no space ends, when its number is odd or its letter may be a value."""
    line = line.casefold()
    bare = line.rstrip()
    if bare != line and without_waiting(bare) == bare:
        return frozenset()
    typed, before = understand(bare).values, understand(_LAST_WORD.sub("", bare)).values
    last = {name: value for name, value in typed.items() if before.get(name) != value}
    half = {name for name, value in last.items() if name in RANGES and RANGES[name].is_odd(value)}
    for level, field, behind in _WAITS:
        if last.get("consciousness") is level and field not in typed and (not behind or behind in typed):
            half.add("consciousness")
    return frozenset(half | _PRESSURE if half & _PRESSURE else half)
