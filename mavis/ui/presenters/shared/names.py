"""Names in a row that stays short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 2


def few(names: Sequence[str]) -> str:
    """Two names; of more the first, and how many."""
    if len(names) > _MOST:
        return words("visit.names_and", n=len(names) - 1, names=names[0])
    return ", ".join(names)
