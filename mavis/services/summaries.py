"""The end-of-shift summary: its figures, and its print."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.summing_up.summarise import summarise
from mavis.services.known import known_shift
from mavis.services.rights import require
from mavis.services.stamping import stamp_of
from mavis.system.files import write_whole
from mavis.system.paths import training_name

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.access.roles import Actor
    from mavis.domain.counting.summary import ShiftSummary
    from mavis.domain.reference import ReferenceData
    from mavis.storage.unit_of_work import Store
    from mavis.system.clock import Clock


class Summaries:
    """Summaries of shifts, with exact counts: restricted."""

    def __init__(
        self, store: Store, clock: Clock, reference: ReferenceData, scheme: str, *, training: bool = False
    ) -> None:
        """Use the store; ``scheme`` stands on top of the page. ``training``: each page says that it is made up."""
        self._store = store
        self._clock = clock
        self._reference = reference
        self._scheme = scheme
        self._training = training

    def of_shift(self, shift_id: str, made_by: str) -> ShiftSummary:
        """Everything the summary prints, as it stands now; ``made_by`` is the name for the footer.

        Raises:
            UserError: there is no such shift.
        """
        kinds = [kind.code for kind in self._reference.tallies]
        with self._store.look() as view:
            shift = known_shift(view.summaries.shift(shift_id, kinds))
            return summarise(
                self._scheme,
                self._scheme,
                shift,
                view.summaries.visits_of_shift(shift_id),
                view.summaries.past_nights(shift.site, shift.date),
                view.history.amendments(shift_id),
                stamp_of(view, self._clock, self._reference, made_by=made_by, training=self._training),
            )

    def path(self, path: Path) -> Path:
        """Where a print is written: at the path, in training under a name that says so."""
        return training_name(path) if self._training else path

    def pdf(self, summary: ShiftSummary) -> bytes:
        """The print of a summary; the drawing library loads with the first one."""
        pdf: bytes = import_module("mavis.reports.shift_summary").draw(summary, self._reference)
        return pdf

    def save_pdf(self, summary: ShiftSummary, path: Path) -> None:
        """Write the print to a file, whole or not at all.

        Raises:
            StorageError: the disk refuses; an older file is untouched.
        """
        write_whole(path, self.pdf(summary))

    def write(self, actor: Actor, shift_id: str, path: Path) -> int:
        """Write the print of a shift to a file for somebody who may report; returns its number of pages.

        Raises:
            UserError: no right, or no such shift.
            StorageError: the disk refuses.
        """
        require(actor, Right.REPORT)
        with self._store.look() as view:
            person = view.crew.get(actor.id)
        pdf = self.pdf(self.of_shift(shift_id, person.name if person else ""))
        write_whole(path, pdf)
        pages: int = import_module("mavis.reports.preview").page_count(pdf)
        return pages
