"""The recovery code: 130 bits on paper, written so that a slip of the pen is always noticed.

28 signs in groups of four, from an alphabet without look-alikes (Crockford's base 32: no I, L, O, U). Read as one
number it is a multiple of the prime 1021; a wrong sign or two swapped neighbours always break that, because 31 · 32^k
and d · 32^k with d < 32 are never multiples of it.
"""

from __future__ import annotations

from mavis.domain.errors import UserError
from mavis.system.digests import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIGNS = 28
_SECRET_BITS = 130
_CHECK_BITS = 10
_PRIME = 1021
_GROUP = 4
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, "\N{EN DASH}": None, ".": None})


def new_recovery_code() -> str:
    """A fresh code, in groups, as it is printed."""
    return _shown(secrets.randbits(_SECRET_BITS))


def read_recovery_code(typed: str) -> str:
    """The code as it was printed, from what was typed: case, spaces, dashes, O for 0, I or L for 1 are forgiven.

    Raises:
        UserError: too short, too long, a sign that is not used, or a slip that the check finds.
    """
    signs = "".join(typed.split()).upper().translate(_FORGIVEN)
    if len(signs) != SIGNS or not set(signs) <= set(ALPHABET):
        raise UserError("recovery_code_not_read")
    number = 0
    for sign in signs:
        number = number * len(ALPHABET) + ALPHABET.index(sign)
    if number % _PRIME:
        raise UserError("recovery_code_not_read")
    return _grouped(signs)


def _shown(secret: int) -> str:
    shifted = secret << _CHECK_BITS
    number = shifted + (-shifted) % _PRIME
    signs = [ALPHABET[(number >> 5 * place) & 31] for place in reversed(range(SIGNS))]
    return _grouped("".join(signs))


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + _GROUP] for start in range(0, SIGNS, _GROUP))
