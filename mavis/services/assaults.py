"""Sharing what is known of assaults with the Community Safety Partnership, month by month."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right
from mavis.domain.counting.periods import month_of
from mavis.domain.errors import UserError
from mavis.domain.sharing.istv import to_share
from mavis.exports.istv_csv import write_istv
from mavis.exports.registry import WrittenExport
from mavis.services.rights import require

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mavis.domain.access.roles import Actor
    from mavis.storage.unit_of_work import Store


class Assaults:
    """The assaults that visitors told of."""

    def __init__(self, store: Store, *, training: bool = False) -> None:
        """Read the records in the store. ``training``: the manifest says that everybody is made up."""
        self._store = store
        self._training = training

    def export(self, actor: Actor, first: date, last: date, out: Path) -> WrittenExport:
        """Write the assaults of the months of two dates; the trail notes it before any file is there.

        Raises:
            UserError: no right, the months are the wrong way round, or the name is not that of a CSV file.
            StorageError: the disk refuses.
        """
        require(actor, Right.EXPORT_VISITS)
        months = month_of(first), month_of(last)
        if months[1] < months[0]:
            raise UserError("counts_backwards")
        with self._store.look() as view:
            found = view.summaries.assaults_between(months[0].start, months[1].plus(1).start - timedelta(days=1))
        with self._store.change(actor) as work:
            work.trail.note("assaults_exported", f"{months[0]}/{months[1]}", f"rows {len(found)}")
            work.commit()
        shared = [to_share(*one) for one in found]
        return WrittenExport(write_istv(shared, out, training=self._training), len(shared))
