"""Handover sheets: what an ambulance crew or A&E is told about a visit, on paper and to read aloud."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.handover import make_handover
from mavis.domain.visit.sensitive import without_sensitive_text
from mavis.services.known import known_visit
from mavis.services.rights import require
from mavis.services.stamping import stamp_of

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.domain.handover import Handover
    from mavis.domain.reference import ReferenceData
    from mavis.storage.unit_of_work import Store
    from mavis.system.clock import Clock


class Handovers:
    """Sheets for one person at a time: confidential. Each that is made is written in the trail, with no name."""

    def __init__(
        self, store: Store, clock: Clock, reference: ReferenceData, scheme: str, *, training: bool = False
    ) -> None:
        """Use the store; ``scheme`` stands on top of the sheet. ``training``: each page says that it is made up."""
        self._store = store
        self._clock = clock
        self._reference = reference
        self._scheme = scheme
        self._training = training

    def of_visit(self, actor: Actor, visit_id: str) -> Handover:
        """Everything the sheet says, as it stands now; of sensitive notes only that there are some.

        Raises:
            UserError: there is no such visit, or no right.
        """
        require(actor, Right.RECORD)
        with self._store.change(actor) as work:
            visit = known_visit(work.visits.get(visit_id))
            shift = work.shifts.get(visit.shift_id)
            person = work.crew.get(actor.id)
            work.trail.note("handover_made", visit.id, "")
            work.commit()
            made_by = person.name if person else ""
            stamp = stamp_of(work, self._clock, self._reference, made_by=made_by, training=self._training)
        place = shift.parked_at if shift else ""
        return make_handover(without_sensitive_text(visit), self._reference, stamp, scheme=self._scheme, place=place)

    def pdf(self, handover: Handover) -> bytes:
        """The sheet to print; the drawing library loads with the first one."""
        pdf: bytes = import_module("mavis.reports.handover").draw(handover)
        return pdf

    def text(self, handover: Handover) -> str:
        """The same to read aloud."""
        text: str = import_module("mavis.reports.handover_aloud").aloud(handover)
        return text
