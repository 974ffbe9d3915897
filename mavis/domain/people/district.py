"""The first half of a postcode: all that is kept of where somebody lives (domain.md 9)."""

from __future__ import annotations

import re

_DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
_POSTCODE = re.compile(rf"({_DISTRICT.pattern}) ?[0-9][A-Z]{{2}}")


def read_district(text: str) -> str | None:
    """The district that a text begins with, in capitals: ``BS23`` of ``bs23 1ab``, and of ``bs231ab``.

    What follows it is never kept. None when the text is no beginning of a postcode, and when it is empty.
    """
    typed = " ".join(text.upper().split())
    whole = _POSTCODE.fullmatch(typed)
    if whole is not None:
        return whole[1]
    first = typed.partition(" ")[0]
    return first if _DISTRICT.fullmatch(first) else None
