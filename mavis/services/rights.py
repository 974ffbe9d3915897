"""The door that every verb passes first: may this person do that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import may
from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor, Right


def require(actor: Actor, right: Right) -> None:
    """Let the actor pass, or say that they may not.

    Raises:
        UserError: the role of the actor does not have the right.
    """
    if not may(actor.role, right):
        raise UserError("not_allowed")
