"""The end-of-shift summary: its figures, and its print."""

from __future__ import annotations

from typing import TYPE_CHECKING

import mavis
from mavis.domain.errors import UserError
from mavis.domain.summarise import summarise
from mavis.domain.summary import Stamp
from mavis.system.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.domain.reference import ReferenceData
    from mavis.domain.summary import ShiftSummary
    from mavis.storage.unit_of_work import Store
    from mavis.system.clock import Clock


class Summaries:
    """Summaries of shifts, with exact counts: restricted."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        reference: ReferenceData,
        scheme: str,
        draw: Callable[[ShiftSummary, ReferenceData], bytes],
    ) -> None:
        """Use the store; ``draw`` makes the bytes of the PDF."""
        self._store = store
        self._clock = clock
        self._reference = reference
        self._scheme = scheme
        self._draw = draw

    def of_shift(self, shift_id: str, made_by: str) -> ShiftSummary:
        """Everything the summary prints, as it stands now; ``made_by`` is the name for the footer.

        Raises:
            UserError: there is no such shift.
        """
        kinds = [kind.code for kind in self._reference.tallies]
        with self._store.look() as view:
            shift = view.summaries.shift(shift_id, kinds)
            if shift is None:
                raise UserError("shift_unknown")
            stamp = Stamp(
                made_at=self._clock(),
                made_by=made_by,
                app_version=mavis.__version__,
                rules_version=self._reference.flags.version,
                chain_head=view.trail.head(),
            )
            return summarise(
                self._scheme,
                self._scheme,
                shift,
                view.summaries.visits_of_shift(shift_id),
                view.summaries.past_nights(shift.site, shift.date),
                view.history.amendments(shift_id),
                stamp,
            )

    def pdf(self, summary: ShiftSummary) -> bytes:
        """The print of a summary."""
        return self._draw(summary, self._reference)

    def save_pdf(self, summary: ShiftSummary, path: Path) -> None:
        """Write the print to a file, whole or not at all.

        Raises:
            StorageError: the disk refuses; an older file is untouched.
        """
        write_whole(path, self.pdf(summary))
