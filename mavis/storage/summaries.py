"""Read-only questions that counts are made from: facts of visits, shifts and past nights, each by an index."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from mavis.domain.answers import known
from mavis.domain.care import CareKind
from mavis.domain.diversion import Diversion, counted_basis
from mavis.domain.facts import VisitFacts, facts_of_shift
from mavis.domain.presentation import Presentation
from mavis.domain.summary import PastNight
from mavis.domain.triage import Triage
from mavis.domain.usual import year_before
from mavis.domain.visit import Visit
from mavis.storage.columns import Columns
from mavis.storage.shifts import ShiftReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from enum import StrEnum

    from sqlite_utils import Database as Connection

    from mavis.domain.facts import ShiftFacts
    from mavis.storage.columns import Cell

_PLAIN = ("id", "code", "shift_id", "arrived_at", "departed_at", "entered_late", "person_id", "beat_area", "outcome")
_CODED = ("age_band", "gender", "referral_source")
_COLUMNS = Columns(Visit, only=(*_PLAIN, *_CODED, "primary_need"))
_DIVERSION = Columns(Diversion)
_TRIAGE = Columns(Triage, only=("category",))

_OF_SHIFT = "shift.id = ?"
_OF_NIGHTS = "shift.date BETWEEN ? AND ?"
_JOINED = "FROM shift JOIN visit ON visit.shift_id = shift.id"
_REFERRAL_WAITING = (
    "EXISTS (SELECT 1 FROM referral WHERE referral.visit_id = visit.id"
    " AND acknowledged_at IS NULL AND closed_at IS NULL)"
)
_OWN = ", ".join(
    [
        "shift.site",
        "shift.date",
        "visit.ambulance_requested_at IS NOT NULL",
        "visit.open_clinical_flag",
        _REFERRAL_WAITING,
        "visit.triage_category",
        *(f"visit.{name}" for name in _DIVERSION.names),
        *(f"visit.{'main_need' if name == 'primary_need' else name}" for name in _COLUMNS.names),
    ]
)
_DIVERSION_STARTS = 6
_COLUMNS_START = _DIVERSION_STARTS + len(_DIVERSION.names)
_NIGHTS = " ".join(
    [
        "SELECT date, (SELECT count(*) FROM visit WHERE visit.shift_id = shift.id),",
        "max(0, coalesce(closed_at, planned_end) - opened_at) / 60000000",
        "FROM shift WHERE site = ? AND weekday = ? AND date >= ? AND date < ? ORDER BY date",
    ]
)
_SHIFT_IDS = "SELECT id FROM shift WHERE date BETWEEN ? AND ? ORDER BY date, opened_at"


class SummaryReader:
    """Reads facts."""

    def __init__(self, connection: Connection) -> None:
        """Read through this connection."""
        self._db = connection.conn
        self._shifts = ShiftReader(connection)

    def visits_of_shift(self, shift_id: str) -> tuple[VisitFacts, ...]:
        """The facts of a shift's visits, by arrival."""
        return self._visits(_OF_SHIFT, (shift_id,))

    def visits_between(self, first: date, last: date) -> tuple[VisitFacts, ...]:
        """The facts of the visits of all nights from the first date to the last, both included, by arrival."""
        return self._visits(_OF_NIGHTS, (first.isoformat(), last.isoformat()))

    def shift(self, shift_id: str, tally_kinds: Iterable[str]) -> ShiftFacts | None:
        """The facts of a shift, or None; a tally kind that nobody touched is not counted."""
        shift = self._shifts.get(shift_id)
        if shift is None:
            return None
        counted = self._shifts.tallies(shift_id)
        kinds = dict.fromkeys((*tally_kinds, *counted))
        return facts_of_shift(shift, [(kind, counted.get(kind)) for kind in kinds])

    def shifts_between(self, first: date, last: date, tally_kinds: Sequence[str]) -> tuple[ShiftFacts, ...]:
        """The facts of the shifts from the first date to the last, both included, by date."""
        ids = self._db.execute(_SHIFT_IDS, (first.isoformat(), last.isoformat())).fetchall()
        found = (self.shift(shift_id, tally_kinds) for (shift_id,) in ids)
        return tuple(shift for shift in found if shift is not None)

    def past_nights(self, site: str, shift_date: date) -> tuple[PastNight, ...]:
        """The nights that a night is compared with: same site and weekday, within the year before, by date."""
        since = year_before(shift_date).isoformat()
        keys = (site, shift_date.weekday(), since, shift_date.isoformat())
        return tuple(
            PastNight(date.fromisoformat(day), visits, minutes)
            for day, visits, minutes in self._db.execute(_NIGHTS, keys)
        )

    def _visits(self, where: str, keys: tuple[Cell, ...]) -> tuple[VisitFacts, ...]:
        rows = self._db.execute(" ".join(["SELECT", _OWN, _JOINED, "WHERE", where]), keys).fetchall()
        needs = self._codes("visit_need", "code", Presentation, where, keys)
        care = self._codes("visit_care", "kind", CareKind, where, keys)
        facts = [_facts(row, needs, care) for row in rows]
        return tuple(sorted(facts, key=lambda visit: (visit.arrived_at, visit.id)))

    def _codes(
        self, table: str, column: str, code: type[StrEnum], where: str, keys: tuple[Cell, ...]
    ) -> Mapping[str, list[Any]]:
        """The codes of a list of each visit, in their order, each once."""
        members = {member.value: member for member in code}
        found: dict[str, dict[Any, None]] = defaultdict(dict)
        query = [
            "SELECT part.visit_id,",
            f"part.{column}",
            _JOINED,
            "JOIN",
            table,
            "AS part ON part.visit_id = visit.id",
        ]
        for visit_id, value in self._db.execute(" ".join([*query, "WHERE", where, "ORDER BY part.place"]), keys):
            found[visit_id][members[value]] = None
        return {visit_id: list(codes) for visit_id, codes in found.items()}


def _facts(row: Sequence[Any], needs: Mapping[str, list[Any]], care: Mapping[str, list[Any]]) -> VisitFacts:
    site, day, requested, flagged, waiting, category = row[:_DIVERSION_STARTS]
    claim = _DIVERSION.value(row[_DIVERSION_STARTS:_COLUMNS_START])
    values = _COLUMNS.values(row[_COLUMNS_START:])
    for name in _CODED:
        values[name] = known(values[name])
    values["main_need"] = values.pop("primary_need")
    return VisitFacts(
        site=site,
        shift_date=date.fromisoformat(day),
        ambulance_requested=bool(requested),
        open_clinical_flag=bool(flagged),
        referral_waiting=bool(waiting),
        triage=_TRIAGE.values((category,))["category"],
        would_have=claim.would_have,
        basis=None if claim.would_have is None else counted_basis(claim),
        needs=tuple(needs.get(values["id"], ())),
        care=tuple(care.get(values["id"], ())),
        **values,
    )
