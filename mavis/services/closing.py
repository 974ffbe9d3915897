"""The end of the night as one verb: sign off, print, counts, backup.

Each step is whole before the next begins and may be done again, so that after a crash between two of them *Close* is
simply pressed once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mavis.domain.errors import UnreadableError
from mavis.domain.shift.night import wall_time
from mavis.domain.shift.shift import Shift
from mavis.system.files import file_failure, make_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mavis.domain.access.roles import Actor
    from mavis.services.backups import Backups
    from mavis.services.shifts import Shifts
    from mavis.services.summaries import Summaries

_PRINT = "summary-"
_DATE = len("2026-11-21")


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """What closing left behind: the summary to print, the counts to send with their workbook, the backup's time."""

    shift: Shift
    summary_pdf: Path
    counts: tuple[Path, ...]
    workbook: Path | None
    backup_at: datetime


class Closing:
    """Closes shifts."""

    def __init__(
        self,
        shifts: Shifts,
        summaries: Summaries,
        backups: Backups,
        queue_counts: Callable[[str], tuple[Path, ...]],
        folder: Path,
        signed_off: Callable[[], None],
    ) -> None:
        """``queue_counts`` puts the counts of a shift into the outbox folder; prints go into ``folder``.

        ``signed_off`` is called when the shift is closed for good, whatever becomes of print, counts and backup.
        """
        self._shifts = shifts
        self._summaries = summaries
        self._backups = backups
        self._queue_counts = queue_counts
        self._folder = folder
        self._signed_off = signed_off

    def close(self, actor: Actor, shift_id: str) -> ClosedShift:
        """Do the whole of *Close*; doing it again repairs what a crash left out and prints what was amended.

        Raises:
            UserError: unknown shift, or no right.
            StorageError: the disk refuses a step; those before it stay done.
            UnreadableError: a visit cannot be read, so there are no figures; the shift is closed, with its backup.
        """
        shift = self._shifts.close_shift(actor, shift_id)
        self._signed_off()
        try:
            printed = self._print(shift)
            counts = self._queue_counts(shift_id)
        except UnreadableError:
            self._backups.make("close")
            raise
        backup = self._backups.make("close")
        workbook = next((path for path in counts if path.suffix == ".xlsx"), None)
        return ClosedShift(shift, printed, counts, workbook, backup.made_at)

    def throw_away_prints(self, before: date) -> int:
        """Remove the prints of nights before a day, which may hold words that are forgotten; returns how many.

        Each can be printed anew from the records.

        Raises:
            StorageError: the disk refuses.
        """
        stem = self._summaries.path(self._folder / _PRINT).name
        dated = ((path.name.removeprefix(stem)[:_DATE], path) for path in self._folder.glob(f"{stem}*.pdf"))
        old = [path for day, path in dated if day < before.isoformat()]
        try:
            for path in old:
                path.unlink(missing_ok=True)
        except OSError as failure:
            raise file_failure(failure) from failure
        return len(old)

    def _print(self, shift: Shift) -> Path:
        opened = wall_time(shift.opened_at)
        name = f"{_PRINT}{shift.date}-{opened.hour:02}{opened.minute:02}.pdf"
        path = self._summaries.path(self._folder / name)
        summary = self._summaries.of_shift(shift.id, shift.sign_off.name if shift.sign_off else "")
        make_folder(self._folder)
        self._summaries.save_pdf(summary, path)
        return path
