"""The people that named visits bring along, kept in the same transaction as the visit.

So that whoever is met with a name tonight can be found again next month, whatever happens to the laptop in between.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.people.visiting import brought_along, is_own, said_anew, says_the_same

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.services.register import Register
    from mavis.storage.unit_of_work import Work


class OwnPeople:
    """Brings people along before their visit is saved, and takes away after it whom nobody knows any more."""

    def __init__(self, register: Register) -> None:
        """``register`` is where people are written in."""
        self._register = register

    def bring(self, work: Work, before: Visit, after: Visit) -> Visit:
        """The visit with the person that its name makes: a new one, a changed one, or none when the name went."""
        if after.person_id is None and after.name.strip():
            after = replace(after, person_id=after.id)
        elif is_own(after) and not after.name.strip():
            return replace(after, person_id=None)
        if not is_own(after):
            return after
        held = work.people.get(after.id)
        if held is None:
            self._register.save(work, brought_along(after))
        elif not says_the_same(before, after):
            self._register.save(work, said_anew(held, before, after))
        return after

    def tidy(self, work: Work, before: Visit, after: Visit) -> None:
        """Take away the person that a visit brought along when it is somebody else now, and nobody else knows them."""
        if is_own(before) and not is_own(after) and not work.people.is_needed(before.id):
            work.people.remove(before.id)
