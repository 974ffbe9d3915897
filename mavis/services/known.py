"""What a verb was asked about must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

Found = TypeVar("Found")


def known_visit(found: Visit | None) -> Visit:
    """The visit that was found.

    Raises:
        UserError: there is none.
    """
    if found is None:
        raise UserError("visit_unknown")
    return found


def known_shift(found: Found | None) -> Found:
    """The shift that was found, whole or as figures.

    Raises:
        UserError: there is none.
    """
    if found is None:
        raise UserError("shift_unknown")
    return found
