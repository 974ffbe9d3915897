"""One visit as a document for another health system (FHIR R4), by the code that is said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from mavis.domain.access.roles import Right
from mavis.domain.errors import UserError
from mavis.exports.fhir import document
from mavis.services.rights import require
from mavis.services.stamping import stamp_of
from mavis.system.files import write_whole

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mavis.domain.access.roles import Actor
    from mavis.domain.reference import ReferenceData
    from mavis.domain.visit.visit import Visit
    from mavis.storage.unit_of_work import Store, View
    from mavis.system.clock import Clock
    from mavis.system.ids import NewId


class Documents:
    """Documents of single visits; each that is written is noted in the trail first."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        new_id: NewId,
        reference: ReferenceData,
        scheme: str,
        *,
        training: bool = False,
    ) -> None:
        """Use the store; ``scheme`` is said to be the author. ``training``: the title says that it is made up."""
        self._store = store
        self._clock = clock
        self._new_id = new_id
        self._reference = reference
        self._scheme = scheme
        self._training = training

    def write(self, actor: Actor, code: str, shift_date: date | None, out: Path, *, with_name: bool = False) -> None:
        """Write the visit of that code on that night, or on the last night that had the code; no name unless asked.

        Raises:
            UserError: no right, or no such visit.
            StorageError: the disk refuses; an older file is untouched.
        """
        require(actor, Right.EXPORT_VISITS)
        with self._store.look() as view:
            visit = _find(view, code.strip().upper(), shift_date)
            stamp = stamp_of(view, self._clock, self._reference, training=self._training)
        with self._store.change(actor) as work:
            work.trail.note("visit_document_written", visit.id, "named" if with_name else "unnamed")
            work.commit()
        made = document(visit, stamp, scheme=self._scheme, bundle_id=UUID(self._new_id()), with_name=with_name)
        write_whole(out, made)


def _find(view: View, code: str, shift_date: date | None) -> Visit:
    nights = [night for night, _visits in view.shifts.nights()]
    for night in sorted(nights, reverse=True) if shift_date is None else [shift_date]:
        for shift, _visits in reversed(view.shifts.of_nights(night, night)):
            visit = view.visits.by_code(shift.id, code)
            if visit is not None:
                return visit
    raise UserError("visit_unknown")
