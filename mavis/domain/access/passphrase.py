"""What makes a passphrase long enough, and a plain guess at how long it would stand.

The rule is length, not odd signs: 12 characters or 4 words, as NIST SP 800-63B and the NCSC ("three random words",
here one more) advise. The estimate counts what people are likely to choose: rather too low than too high.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from itertools import pairwise

from mavis.domain.errors import UserError

LEAST_CHARACTERS = 12
LEAST_WORDS = 4
_LEAST_DIFFERENT = 5
_WORD_BITS = 11.0  # one of about 2,000 words that come to mind
_LETTER_BITS = 2.5
_DIGIT_BITS = 3.3
_SIGN_BITS = 4.0
_EXPECTED_BITS = 0.5  # a repeat, or the next one along: aaaa, 1234, abcd
_FAIR_BITS = 28.0
_STRONG_BITS = 44.0


class Strength(Enum):
    """How long a passphrase would stand against a thief who has the file."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def prepared(passphrase: str) -> str:
    """The passphrase as it is turned into a key: the same text from any keyboard and any system (as RFC 8265)."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in passphrase)
    return unicodedata.normalize("NFC", spaced)


def check_passphrase(passphrase: str) -> None:
    """Accept a new passphrase of 12 characters or more, or of 4 words or more.

    Raises:
        UserError: it is shorter, or nearly all the same sign.
    """
    text = prepared(passphrase).strip()
    words = {word.casefold() for word in text.split() if len(word) > 1}
    if len(text) < LEAST_CHARACTERS and len(words) < LEAST_WORDS:
        raise UserError("passphrase_short")
    if len(set(text.casefold())) < _LEAST_DIFFERENT:
        raise UserError("passphrase_simple")


def strength(passphrase: str) -> Strength:
    """A rough, cautious judgement, to be shown beside the field while it is typed."""
    bits = estimated_bits(passphrase)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def estimated_bits(passphrase: str) -> float:
    """How many yes-or-no questions a guesser who knows people's habits would need; the same part twice counts once."""
    parts = re.findall(r"[^\W\d_]+|\d+|[^\w\s]+|_+", prepared(passphrase).casefold())
    return sum(_part_bits(part) for part in dict.fromkeys(parts))


def _part_bits(part: str) -> float:
    if part.isalpha():
        return min(_WORD_BITS, _run_bits(part, _LETTER_BITS))
    return _run_bits(part, _DIGIT_BITS if part.isdigit() else _SIGN_BITS)


def _run_bits(part: str, each: float) -> float:
    steps = [ord(after) - ord(before) for before, after in pairwise(part)]
    return each + sum(_EXPECTED_BITS if abs(step) <= 1 else each for step in steps)
