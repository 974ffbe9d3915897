"""A whole set of observations typed in one line, by letters or in the order of the chart.

By letters: ``r18 s97 b120/80 p88 a t36.8``; no spaces are needed, and one may stand behind a letter (``p 88``). Blood
pressure may be ``b120/80``, ``bp 120/80`` or ``120/80``. Common words stand for the letters (``observation_words``). In
the order of the chart: ``18 97 a 120 88 a 36.8``, that is respiration, SpO2, air or oxygen (a, o), systolic pressure,
pulse, consciousness (a c v p u), temperature; a dash leaves one out. That order begins with two bare numbers: in a line
of letters a number without one is no breath. What was not understood is told. The digit of a section that ran into the
line is told as well and holds nothing back: ``3r12`` is twelve breaths, ``v6`` is voice and a 6 that means nothing. A
number that ends in a point or a stroke is not whole: ``t36.`` is no 36.0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mavis.domain.clinical.observation_words import in_letters, pulse_at_its_number
from mavis.domain.record.observation import BreathedGas, Consciousness, Pupils
from mavis.domain.scores.gcs import NOT_TESTABLE

if TYPE_CHECKING:
    from collections.abc import Callable

Values = dict[str, Any]
"""Fields of an observation set, by name."""


@dataclass(frozen=True, slots=True)
class UnderstoodLine:
    """The fields that a line gives, the words of it that mean nothing here, and a section's digit in front of it."""

    values: Values
    not_understood: tuple[str, ...] = ()
    dropped: str = ""


_NUMBER = r"(\d{1,3}(?:[.,]\d)?)"
_GAS = {"a": BreathedGas.AIR, "air": BreathedGas.AIR, "o": BreathedGas.OXYGEN, "o2": BreathedGas.OXYGEN}
PUPILS = {
    **dict.fromkeys(("e", "="), Pupils.EQUAL),
    **dict.fromkeys(("u", "#"), Pupils.UNEQUAL),
    **dict.fromkeys(("p", "."), Pupils.PINPOINT),
    **dict.fromkeys(("w", "*"), Pupils.WIDE),
    **dict.fromkeys(("n", "!"), Pupils.NOT_REACTING),
    "l": Pupils.LEFT_LARGER,
    "r": Pupils.RIGHT_LARGER,
    "nl": Pupils.LEFT_NOT_REACTING,
    "nr": Pupils.RIGHT_NOT_REACTING,
}
"""What follows q: the first letter of equal, unequal, pinpoint, wide, not reacting; l and r for a side."""
TENTHS = frozenset({"temperature_tenths", "glucose_tenths"})
LETTERS = {
    "r": "respiration",
    "s": "spo2",
    "p": "pulse",
    "t": "temperature_tenths",
    "g": "glucose_tenths",
    "n": "pain",
    "b": "systolic",
    "e": "gcs_eye",
    "v": "gcs_verbal",
    "m": "gcs_motor",
}
"""The letter before each number; v and p without a number are consciousness."""
_ORDER = ("respiration", "spo2", "gas", "systolic", "pulse", "consciousness", "temperature_tenths")
_NOT_WHOLE = r"[\d.,/]*\d[.,/]+(?!\S)"
_TOKEN = re.compile(
    rf"b?{_NUMBER}/(\d{{1,3}})(?![\d/.,])|([rsptgnbevm])(?!{_NOT_WHOLE}){_NUMBER}|([evm])-?nt|(o2|oxygen|air)|([acvpu])(?![a-z]|{_NOT_WHOLE})|q(n[lr]|[eupwnlr=#.*!])(?![a-z])|(\S+?)(?=\s|$)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_NUMBER}(?:/(\d{{1,3}}))?")
_NUMBER_ALONE = re.compile(_NUMBER)
_SKIPPED = "-"
_FIRST_TWO = 2
_SECTION = re.compile(r"\s*([1-7])(?=[a-z])")
_MOST_VERBAL = 5


def understand(line: str) -> UnderstoodLine:
    """Read a line in either way; any text is allowed, and ranges are judged elsewhere."""
    line = line.casefold()
    section = _SECTION.match(line)
    if section is not None:
        line = line[section.end() :]
    line = in_letters(line)
    words = line.split()
    found = _in_order(words) if _is_in_order(words) else _by_letters(pulse_at_its_number(line))
    return found if section is None else replace(found, dropped=section[1])


def _is_in_order(words: list[str]) -> bool:
    """Whether a line begins as the chart does: one number alone would be a breath that somebody meant as a pulse."""
    first = words[:_FIRST_TWO]
    return len(first) == _FIRST_TWO and all(word == _SKIPPED or _NUMBER_ALONE.fullmatch(word) for word in first)


def _in_order(words: list[str]) -> UnderstoodLine:
    """Read bare values; lettered ones may follow behind the seven, or stand wherever they cannot be mistaken."""
    values: Values = {}
    lost: list[str] = []
    fields = list(_ORDER)
    bare: dict[str, str] = {}
    for word in words:
        found = _read(fields[0], word) if fields else None
        if found is not None:
            values.update(found)
            bare |= dict.fromkeys(found, word)
            fields.pop(0)
            continue
        lettered = _by_letters(word)
        lost.extend(dict.fromkeys(bare.pop(name) for name in lettered.values if name in bare))
        values.update(lettered.values)
        lost.extend(lettered.not_understood)
        fields = [name for name in fields if name not in lettered.values]
    return UnderstoodLine(values, tuple(lost))


def _read(name: str, word: str) -> Values | None:
    """The value of one place of the chart; nothing for a dash, None when the word does not fit."""
    if word == _SKIPPED:
        return {}
    if name == "gas":
        return {name: _GAS[word]} if word in _GAS else None
    if name == "consciousness":
        return {name: Consciousness(word.upper())} if word in set("acvpu") else None
    match = _BARE.fullmatch(word)
    if match is None or (match[2] and name != "systolic"):
        return None
    value = _number(name, match[1])
    if value is None:
        return None
    return {name: value} | ({"diastolic": int(match[2])} if match[2] else {})


def _by_letters(line: str) -> UnderstoodLine:
    values: Values = {}
    lost: list[str] = []
    for match in _TOKEN.finditer(line):
        found = next((read(match) for group, read in _READERS if match[group] is not None), {})
        if found.get("gcs_verbal", 0) > _MOST_VERBAL:
            found = {"consciousness": Consciousness.VOICE}
            lost.append(match[4])
        values.update(found)
        if not found:
            lost.append(match[0])
    return UnderstoodLine(values, tuple(lost))


def _lettered(match: re.Match[str]) -> Values:
    name = LETTERS[match[3]]
    value = _number(name, match[4])
    return {} if value is None else {name: value}


def _pressure(match: re.Match[str]) -> Values:
    systolic = _number("systolic", match[1])
    return {} if systolic is None else {"systolic": systolic, "diastolic": int(match[2])}


_READERS: tuple[tuple[int, Callable[[re.Match[str]], Values]], ...] = (
    (1, _pressure),
    (3, _lettered),
    (5, lambda match: {LETTERS[match[5]]: NOT_TESTABLE}),
    (6, lambda match: {"gas": BreathedGas.AIR if match[6] == "air" else BreathedGas.OXYGEN}),
    (7, lambda match: {"consciousness": Consciousness(match[7].upper())}),
    (8, lambda match: {"pupils": PUPILS[match[8]]}),
)


def _number(name: str, text: str) -> int | None:
    """A number in the unit of its field; None when it has a decimal that the field has not."""
    whole, _, tenth = text.replace(",", ".").partition(".")
    if name in TENTHS:
        return int(whole) * 10 + int(tenth or 0)
    return None if tenth else int(whole)
