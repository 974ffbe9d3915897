"""Counts to hand on: made from the records, written to files, and those that wait in the outbox folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.counting.facts import withdraw_returned
from mavis.domain.counting.periods import Grain, month_of, widened
from mavis.domain.errors import UserError
from mavis.domain.sharing.counts_table import Asked, Audience, CountsTable, Records, make_counts
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.domain.shift.night import night_of
from mavis.exports.registry import WrittenExport, write
from mavis.exports.visits_csv import write_visits
from mavis.services.known import known_shift
from mavis.services.rights import require
from mavis.services.stamping import stamp_of
from mavis.system.files import make_folder
from mavis.system.paths import training_name

if TYPE_CHECKING:
    from mavis.domain.access.roles import Actor
    from mavis.domain.reference import ReferenceData
    from mavis.storage.unit_of_work import Store, View
    from mavis.system.clock import Clock


@dataclass(frozen=True, slots=True)
class ExportedCounts:
    """The files, their rows, and a coarser grain to offer when over half of the figures had to be hidden."""

    files: tuple[Path, ...]
    rows: int
    coarser: Grain | None = None


@dataclass(frozen=True, slots=True)
class Bus:
    """What counts say of where they come from: the name of the scheme, the site's code, the rule it chose.

    In ``training`` each file says in its name, and within, that its numbers are made up.
    """

    scheme: str
    site: str
    rule: SmallNumberRule = SmallNumberRule.NEAREST_5
    training: bool = False

    def path(self, path: Path) -> Path:
        """Where a file is written: at the path, in training under a name that says so."""
        return training_name(path) if self.training else path


@dataclass(frozen=True, slots=True)
class CountsFolders:
    """Where files go that nobody named: packages that wait to be sent, and workbooks for the coordinator."""

    outbox: Path
    workbooks: Path


class Counts:
    """The counts of this laptop."""

    def __init__(self, store: Store, clock: Clock, reference: ReferenceData, bus: Bus, folders: CountsFolders) -> None:
        """Read the records in the store; file what nobody named in the folders."""
        self._store = store
        self._clock = clock
        self._reference = reference
        self._bus = bus
        self._folders = folders

    def export(
        self,
        actor: Actor,
        first: date,
        last: date,
        audience: str,
        form: str,
        out: Path,
        grain: Grain = Grain.MONTH,
    ) -> ExportedCounts:
        """Write the counts of the months of two dates, widened to whole quarters or years when those are asked for.

        Raises:
            UserError: no right, the months are the wrong way round, or the name does not fit the format.
            StorageError: the disk refuses; what was there before is untouched.
        """
        require(actor, Right.EXPORT_COUNTS)
        if Audience(audience) is Audience.CONTROLLER:
            require(actor, Right.REPORT)
        if month_of(last) < month_of(first):
            raise UserError("counts_backwards")
        if month_of(night_of(self._clock())) < month_of(first):
            raise UserError("counts_in_the_future")
        months = widened(month_of(first), month_of(last), Grain(grain))
        asked = Asked(*months, Audience(audience), self._bus.rule, Grain(grain), totals=form == "xlsx")
        table = self._table(asked)
        self._note(actor, "counts_exported", f"{asked.first}/{asked.last}", f"{asked.audience} {asked.grain} {form}")
        written = write(table, form, self._bus.path(out))
        return ExportedCounts(written.files, written.rows, table.counts.coarser)

    def export_visits(self, actor: Actor, first: date, last: date, out: Path) -> WrittenExport:
        """Write one row for each visit of the nights of two dates and between: codes, no names, no free text.

        Raises:
            UserError: no right, the dates are the wrong way round, or the name is not that of a CSV file.
            StorageError: the disk refuses.
        """
        require(actor, Right.EXPORT_VISITS)
        if last < first:
            raise UserError("counts_backwards")
        with self._store.look() as view:
            visits = withdraw_returned(view.summaries.visits_between(first, last))
        self._note(actor, "visits_exported", f"{first}/{last}", f"rows {len(visits)}")
        path, training = self._bus.path(out), self._bus.training
        return WrittenExport(write_visits(visits, path, key=token_bytes(32), training=training), len(visits))

    def queue_shift(self, shift_id: str) -> tuple[Path, ...]:
        """Put the exact counts of a shift's night into the outbox, and make the workbook of its month so far.

        Doing it again replaces both.

        Raises:
            UserError: there is no such shift.
            StorageError: the disk refuses.
        """
        with self._store.look() as view:
            shift = known_shift(view.summaries.shift(shift_id, ()))
        month = month_of(shift.date)
        nightly = Asked(month, month, Audience.CONTROLLER, self._bus.rule, Grain.NIGHT)
        make_folder(self._folders.outbox)
        make_folder(self._folders.workbooks)
        site = re.sub(r"[^A-Za-z0-9_]", "_", shift.site)
        package = self._bus.path(self._folders.outbox / f"counts-{shift.date}-{site}-restricted.zip")
        workbook = self._bus.path(self._folders.workbooks / f"counts-{month}-restricted.xlsx")
        written = write(self._table(nightly, night=shift.date), "datapackage", package)
        monthly = write(self._table(replace(nightly, grain=Grain.MONTH, totals=True)), "xlsx", workbook)
        return (*written.files, *monthly.files)

    def not_sent(self) -> tuple[str, ...]:
        """The names of what waits in the outbox folder, in order; a file that is still being written is none."""
        outbox = self._folders.outbox
        waiting = outbox.iterdir() if outbox.is_dir() else ()
        return tuple(sorted(path.name for path in waiting if not path.name.startswith(".")))

    def _table(self, asked: Asked, night: date | None = None) -> CountsTable:
        """The counts that were asked for, or those of one night of them, with the stamp of this moment."""
        first = night or asked.first.start
        last = night or asked.last.plus(1).start - timedelta(days=1)
        with self._store.look() as view:
            records = self._records(view, first, last)
            stamp = stamp_of(view, self._clock, self._reference, training=self._bus.training)
        return CountsTable(
            scheme=self._bus.scheme,
            asked=asked,
            counts=make_counts(records, asked),
            reference=self._reference,
            stamp=stamp,
            visits=records.visits if asked.audience is Audience.CONTROLLER else (),
        )

    def _records(self, view: View, first: date, last: date) -> Records:
        kinds = [kind.code for kind in self._reference.tallies]
        return Records(
            shifts=view.summaries.shifts_between(first, last, kinds),
            visits=withdraw_returned(view.summaries.visits_between(first, last)),
            reference=self._reference,
            home=self._bus.site,
        )

    def _note(self, actor: Actor, action: str, subject: str, body: str) -> None:
        """Write into the trail who takes which counts out, before any file is there; never what is in them."""
        with self._store.change(actor) as work:
            work.trail.note(action, subject, body)
            work.commit()
