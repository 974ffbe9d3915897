"""Who can look after a visitor tonight, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


def carers(desk: Desk, visit: Visit) -> dict[str, str]:
    """Id and name of the crew of tonight, of who is signed in, and of who looks after the visitor already."""
    aboard = {member.person: member.name for member in desk.shift.crew} if desk.shift else {}
    others = (desk.session.actor.id, visit.looked_after_by)
    return aboard | {person: desk.names[person] for person in others if person in desk.names.keys() - aboard.keys()}


def carer_name(desk: Desk, person: str) -> str:
    """The short name of somebody who helps, or nothing when nobody is meant or it is not known."""
    return desk.names.get(person, "")
