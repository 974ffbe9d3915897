"""Unknown is an answer: what stands in a coded question when there is no code for it."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

Code = TypeVar("Code", bound=StrEnum)


class NoAnswer(StrEnum):
    """Asked, and not answered. A question that was never asked holds ``None``; neither is ever counted as zero."""

    NOT_KNOWN = "not_known"
    REFUSED = "refused"


def known(answer: Code | NoAnswer | None) -> Code | None:
    """The code, or None when the question was not asked, not known or refused."""
    return None if answer is None or isinstance(answer, NoAnswer) else answer
