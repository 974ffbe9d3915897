"""What people call out, as the letters of the line: ``pulse 110`` is ``p110``, ``95 over 60`` is ``95/60``.

A word counts only before a number, so that what else is said stays as it is and is told as not understood; the words
for how awake a person is stand alone.
"""

from __future__ import annotations

import re

_SAID = {
    "r": r"resp(?:s|irations?)?(?:\s+rate)?|respiratory\s+rate|breath(?:s|ing)|rr",
    "s": r"(?:(?:o2|oxygen)\s+)?(?:sats?|saturations?)|spo2|sp02|sao2",
    "p": r"pulse(?:\s+rate)?|heart\s*rate|hr",
    "t": r"temp(?:erature)?",
    "g": r"(?:blood\s+)?(?:glucose|sugar)|bm",
    "b": r"blood\s+pressure|bp|systolic",
    "n": r"pain(?:\s+score)?",
    "e": r"eyes?",
    "v": r"verbal",
    "m": r"motor",
}
"""What is said for each letter; longer words before those that they begin with."""
_BEFORE_A_NUMBER = r"(?<![a-z])(?:{said})(?:\s*[:=]|\s+is(?=\s))?\s*(?=\d)"
_LETTERS = tuple((re.compile(_BEFORE_A_NUMBER.format(said=said)), letter) for letter, said in _SAID.items())
_AWAKE = {"alert": "a", "confused": "c", "unresponsive": "u"}
_ALONE = re.compile(rf"(?<!\S)(?:{'|'.join(_AWAKE)})(?!\S)")
_OVER = re.compile(r"(?<=\d)\s*over\s*(?=\d|$)")
_APART = r"(?<!\S)([{letters}])\s+(?=\d)"
_LETTER_APART = re.compile(_APART.format(letters="rstgnbem"))
_PULSE_APART = re.compile(r"(?<!\S)p\s+(?=\d{1,3}(?![\d/]))")
"""A lone p before a number is the pulse, except before a blood pressure and in the order of the chart."""
_BEGUN = r"gcs|glasgow|coma\s+scale|respiratory|heart|blood|o2|oxygen|[prstgnbem]"
"""What a word for a number may begin with, besides the words themselves."""
_WAITING = re.compile(rf"(?<!\S)(?:{'|'.join(_SAID.values())}|{_BEGUN})(?:\s*[:=]|\s+is)?\s*$|(?<=\d)\s*over\s*$")


_ENDS_A_WORD = re.compile(r"(?<!\d),|,(?=\s|[^\W\d])")
_LEAST_GCS, _MOST_GCS = 3, 15
_GCS = r"(?<![a-z])(?:gcs|glasgow|coma\s+scale)"
_WHOLE_GCS = {"15": "e4v5m6", "3": "e1v1m1"}
"""The sums of the coma scale that only one answer to each part makes; no other is taken apart."""
_GCS_SUM = re.compile(rf"{_GCS}(?:\s*[:=]|\s+is(?=\s))?\s*(\d+)(?!\d)")


def without_commas(line: str) -> str:
    """The same line with a space for each comma that ends a word, as in ``p88, s97``; that of ``t36,8`` stays."""
    return _ENDS_A_WORD.sub(" ", line)


def gcs_in_parts(line: str) -> str:
    """The same line with a sum of the coma scale as its three parts, where it can have no others."""
    return _GCS_SUM.sub(lambda said: _WHOLE_GCS.get(said[1], said[0]), line)


def gcs_of_many(words: str) -> str:
    """The sum of the coma scale among words that were not understood, where several answers make it; else empty."""
    sums = (said[1] for said in _GCS_SUM.finditer(words.casefold()))
    return next((each for each in sums if _LEAST_GCS < int(each) < _MOST_GCS), "")


def ends_in_gcs(line: str) -> bool:
    """Whether a line ends in a sum of the coma scale that can be: no digit behind it makes another."""
    sums = (said for said in _GCS_SUM.finditer(line.casefold()) if said.end() == len(line))
    return any(_LEAST_GCS <= int(said[1]) <= _MOST_GCS for said in sums)


def in_letters(line: str) -> str:
    """A line in lower case with its words as letters, each letter at its number."""
    line = gcs_in_parts(line)
    for said, letter in _LETTERS:
        line = said.sub(letter, line)
    line = _ALONE.sub(lambda word: _AWAKE[word[0]], line)
    return _LETTER_APART.sub(r"\1", _OVER.sub("/", line))


def pulse_at_its_number(line: str) -> str:
    """The same line with a lone p at the number behind it, which is then a pulse."""
    return _PULSE_APART.sub("p", line)


def without_waiting(words: str) -> str:
    """Finished words without one at their end that waits for its number: the p of ``p 88`` is no answer yet."""
    return words[: found.start()] if (found := _WAITING.search(words.casefold())) else words
