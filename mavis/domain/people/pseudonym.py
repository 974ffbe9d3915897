"""A name for a person that holds within one export alone."""

from __future__ import annotations

import hmac

_DIGITS = 16


def pseudonym(person_id: str, key: bytes) -> str:
    """The same 16 hex digits for the same person and key; without the key nothing leads back to either.

    HMAC-SHA-256 *(RFC 2104)*, cut to 64 bits: among 100,000 people two share one with a chance of 1 in 4,000 million.
    Each export takes a new random key and forgets it, so that two partners cannot tell that they hold the same person.
    """
    return hmac.digest(key, person_id.encode("utf-8"), "sha256").hex()[:_DIGITS]
