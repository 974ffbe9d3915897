"""Reads the clinical depth of visits for counting: the blocks and lists that hold any, and what the domain makes of it.

Most visits of old logs hold none of it, so only those that do are read, each by the keys of its shift.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_facts import ClinicalFacts, clinical_facts_of
from mavis.domain.visit.triage import Triage
from mavis.domain.visit.visit import Visit
from mavis.storage.columns import Columns
from mavis.storage.statements import select
from mavis.storage.visit_parts import FLAGS, NEEDS, NOTES, OBSERVATIONS, OF_NIGHTS, OF_SHIFT, REFERRALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from sqlite3 import Connection
    from typing import Any

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.storage.columns import Cell

_BLOCKS = ("refusal", "abi", "assault", "spiking", "safeguarding", "head_injury")
_OWN = Columns(
    Visit,
    only=(
        "arrived_at",
        "departed_at",
        "triaged_at",
        "primary_need",
        "age_band",
        "intoxication",
        "outcome",
        "outcome_advised",
        *_BLOCKS,
    ),
)
_TRIAGE = Columns(Triage, prefix="triage_")
_LISTS = (NEEDS, FLAGS, OBSERVATIONS, REFERRALS)


_HOLDS_ANY = """(visit.triage_category IS NOT NULL OR visit.refusal IS NOT NULL OR visit.abi IS NOT NULL
    OR visit.assault IS NOT NULL OR visit.spiking IS NOT NULL OR visit.safeguarding IS NOT NULL
    OR visit.head_injury IS NOT NULL
    OR visit.main_need IN ('assault', 'suspected_spiking', 'head_injury', 'sexual_assault', 'domestic_abuse')
    OR EXISTS (SELECT 1 FROM visit_need WHERE visit_id = visit.id
        AND code IN ('assault', 'suspected_spiking', 'head_injury', 'sexual_assault', 'domestic_abuse'))
    OR EXISTS (SELECT 1 FROM visit_flag WHERE visit_id = visit.id)
    OR EXISTS (SELECT 1 FROM visit_observation WHERE visit_id = visit.id)
    OR EXISTS (SELECT 1 FROM referral WHERE visit_id = visit.id)
    OR EXISTS (SELECT 1 FROM visit_note WHERE visit_id = visit.id AND about IS NOT NULL))"""
_READ = ("id", *_OWN.names, *_TRIAGE.names)
_OF_SHIFT_ROWS = select(_READ, "visit", f"WHERE visit.shift_id = ? AND {_HOLDS_ANY}")
_OF_NIGHTS_ROWS = select(
    _READ, "visit", f"JOIN shift ON shift.id = visit.shift_id WHERE shift.date BETWEEN ? AND ? AND {_HOLDS_ANY}"
)


class ClinicalReader:
    """Reads clinical facts by visit id; a visit that has none is missing."""

    def __init__(self, db: Connection) -> None:
        """Read through this connection."""
        self._db = db

    def of_shift(self, shift_id: str, intervals: CheckIntervals) -> dict[str, ClinicalFacts]:
        """Those of the visits of one shift."""
        return dict(self._read(intervals, _OF_SHIFT_ROWS, OF_SHIFT, shift_id))

    def between(self, first: str, last: str, intervals: CheckIntervals) -> dict[str, ClinicalFacts]:
        """Those of the visits of all nights from the first date to the last, both included."""
        return dict(self._read(intervals, _OF_NIGHTS_ROWS, OF_NIGHTS, first, last))

    def _read(
        self, intervals: CheckIntervals, query: str, where: str, *keys: str
    ) -> Iterator[tuple[str, ClinicalFacts]]:
        rows = self._db.execute(query, keys).fetchall()
        lists = {part.field: part.read(self._db, where, *keys) for part in _LISTS} if rows else {}
        if rows:
            lists[NOTES.field] = NOTES.read(self._db, f"{where} AND about IS NOT NULL", *keys)
        for visit_id, *cells in rows:
            yield visit_id, clinical_facts_of(_visit(visit_id, cells, lists), intervals)


def _visit(visit_id: str, cells: Sequence[Cell], lists: Mapping[str, Mapping[str, tuple[Any, ...]]]) -> Visit:
    """As much of the visit as is counted here."""
    values = _OWN.values(cells[: len(_OWN.names)])
    triage = cells[len(_OWN.names) :]
    values["triage"] = None if triage[0] is None else _TRIAGE.value(triage)
    for field, held in lists.items():
        values[field] = held.get(visit_id, ())
    return Visit(visit_id, "", "", entered_at=values["arrived_at"], entered_by="", **values)
