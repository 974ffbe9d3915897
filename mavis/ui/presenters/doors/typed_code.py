"""A recovery code that is typed back from the paper: right whatever its spaces, dashes and case, or with its slip."""

from __future__ import annotations

from mavis.system.wording import words

_GROUP = 4
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
"""Signs that the code never has, and what they were read from."""


def slip_in(typed: str, code: str) -> str:
    """What is wrong with a code that was typed back, in a sentence; empty when it is the code."""
    given, meant = _groups(typed), _groups(code)
    if not given:
        return words("first_run.code.empty")
    if given == meant:
        return ""
    for number, (one, other) in enumerate(zip(given, meant, strict=False), start=1):
        if one != other and len(one) == len(other):
            return words("first_run.code.group", number=number, typed=one)
    if len(given) > len(meant):
        return words("first_run.code.too_long", groups=len(meant))
    return words("first_run.code.too_short", groups=len(meant))


def _groups(code: str) -> list[str]:
    bare = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_FORGIVEN)
    return [bare[start : start + _GROUP] for start in range(0, len(bare), _GROUP)]
