"""The letters of rarer questions: each row has letters of its own, which count once a key has led to the row.

A section has more answers than there are letters. Those that are asked most have a letter in the whole section
(``letters.ANSWERS``); a row of this table is reached with Enter, Tab, or the key of *More*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_YES_NO = {"yes": "Y", "no": "N"}

ROWS: dict[str, dict[str, str]] = {
    "arrival.other_need": {
        "homeless": "H",
        "harassment": "R",
        "hate_incident": "E",
        "information_only": "I",
        "other": "O",
    },
    "arrival.sent_by": {
        "self": "S",
        "friend": "F",
        "street_pastor": "P",
        "street_warden": "W",
        "door_staff": "D",
        "police": "O",
        "ambulance_crew": "A",
        "cctv": "C",
        "council_licensing": "L",
        "taxi_marshal": "T",
        "other": "X",
        "not_known": "0",
    },
    "arrival.where": {},
    "arrival.alone": _YES_NO,
    "arrival.age_source": {"stated": "S", "estimated": "E"},
    "arrival.lives": {
        "local": "L",
        "uk_visitor": "U",
        "overseas": "O",
        "no_fixed_abode": "N",
        "not_known": "0",
        "refused": "9",
    },
    "arrival.consent": {"given": "G", "refused_care": "R", "lacks_capacity": "C", "not_asked": "N"},
    "arrival.privacy": _YES_NO,
    "triage.took": {
        "alcohol": "A",
        "cannabis": "C",
        "cocaine": "O",
        "mdma": "M",
        "ketamine": "K",
        "ghb_gbl": "G",
        "nitrous_oxide": "N",
        "opioids": "P",
        "benzodiazepines": "B",
        "new_psychoactive": "W",
        "other": "X",
        "unknown": "U",
    },
    "leaving.advised": {
        "ambulance_conveyed": "M",
        "own_transport_to_ed": "E",
        "advised_elsewhere": "G",
        "home_with_friend_family": "F",
    },
    "assault.relationship": {
        "stranger": "S",
        "known": "K",
        "friend": "F",
        "partner": "P",
        "ex_partner": "X",
        "family": "A",
        "door_staff": "D",
        "other": "O",
    },
}
"""Question, code, key; the beat areas are the scheme's own and take the letters of the keyboard in their order."""
NUMBER_KEYS = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The answers of a question on a page without letters, such as Settings, in their order."""
_KEYBOARD = "QWERTYUIOPASDFGHJKLZXCVBNM"


def row_letters(question_id: str, codes: Iterable[str]) -> dict[str, str]:
    """The letter of each answer of a row, by ``question.code``; empty for a question without letters of its own."""
    if question_id not in ROWS:
        return {}
    fixed = ROWS[question_id] or dict(zip(codes, _KEYBOARD, strict=False))
    return {f"{question_id}.{code}": letter for code, letter in fixed.items()}
