"""The short code of a visit: said aloud over noise, so no letter or digit that sounds or looks like another."""

from __future__ import annotations

DEVICE_LETTERS = "ACEHJKLMPRTWXY"
"""Letters for laptops without look-alikes (B/8, D/O/Q/0, G/6, I/1, N/M, S/5, U/V, Z/2, F/S)."""


def short_code(device_letter: str, number: int) -> str:
    """The code of the ``number``-th visit of a laptop's shift, from 1: ``K7``.

    Raises:
        ValueError: the letter is one that people mishear, or the number is below 1.
    """
    if device_letter not in set(DEVICE_LETTERS) or number < 1:
        raise ValueError(device_letter, number)
    return f"{device_letter}{number}"


def code_order(code: str) -> tuple[str, int]:
    """A key that sorts K9 before K10."""
    return code[:1], int(code[1:])
