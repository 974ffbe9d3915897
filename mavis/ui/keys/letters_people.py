"""The letters on the page of a person who was here before."""

from __future__ import annotations

PEOPLE_ANSWERS: dict[str, dict[str, str]] = {
    "person.act": {"nights": "E", "alert": "A", "hold": "H"},
    "person.until": {"tonight": "T", "month": "O", "year": "Y", "no_end": "N", "over": "Z"},
    "person.gender": {"female": "F", "male": "M", "other": "X"},
}
"""Question, code, letter, as in ``letters.ANSWERS``."""
