"""Read-only questions that counts are made from: facts of visits, shifts and past nights, each by an index.

A visit's facts are one row, its lists of codes joined into one text; what a text stands for is worked out once. People
who are merged are counted as one.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast

from mavis.domain.access.roles import Role
from mavis.domain.counting.clinical_facts import DEFAULT_INTERVALS, NOTHING_CLINICAL, ClinicalFacts
from mavis.domain.counting.facts import VisitFacts, facts_of_shift
from mavis.domain.counting.summary import PastNight
from mavis.domain.errors import UnreadableError
from mavis.domain.record.assault import Assault
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, Diversion, WouldHave, counted_basis
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.summing_up.usual import year_before
from mavis.domain.visit.triage import TriageCategory
from mavis.storage.clinical import ClinicalReader
from mavis.storage.codec import decode
from mavis.storage.columns import NOT_READ, from_cell
from mavis.storage.shifts import ShiftReader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database as Connection

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.counting.facts import ShiftFacts
    from mavis.storage.columns import Cell

Code = TypeVar("Code", bound=StrEnum)

_VISITS = """
SELECT visit.arrived_at, visit.id, visit.code, visit.shift_id, shift.site, shift.date,
    visit.departed_at, visit.entered_late, (SELECT face FROM person WHERE id = visit.person_id),
    visit.age_band, visit.gender, visit.triage_category, visit.main_need, visit.outcome,
    visit.would_have, visit.basis, visit.judged_by,
    visit.ambulance_requested_at IS NOT NULL, visit.open_clinical_flag, visit.referral_source, visit.beat_area,
    (SELECT group_concat(code, ' ' ORDER BY place) FROM visit_need WHERE visit_id = visit.id),
    (SELECT group_concat(kind, ' ' ORDER BY place) FROM visit_care WHERE visit_id = visit.id),
    EXISTS (SELECT 1 FROM referral WHERE visit_id = visit.id AND acknowledged_at IS NULL AND closed_at IS NULL)
FROM shift JOIN visit ON visit.shift_id = shift.id WHERE
"""
_OF_SHIFT = f"{_VISITS} shift.id = ?"
_OF_NIGHTS = f"{_VISITS} shift.date BETWEEN ? AND ?"
_NIGHTS = """
SELECT date, (SELECT count(*) FROM visit WHERE visit.shift_id = shift.id),
    max(0, coalesce(closed_at, planned_end) - opened_at) / 60000000
FROM shift WHERE site = ? AND weekday = ? AND date >= ? AND date < ? ORDER BY date
"""
_ASSAULTS = """
SELECT shift.date, visit.arrived_at, visit.name, visit.assault FROM shift JOIN visit ON visit.shift_id = shift.id
WHERE shift.date BETWEEN ? AND ? AND (
    EXISTS (SELECT 1 FROM visit_need WHERE visit_id = visit.id AND code = 'assault')
    OR visit.assault IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM visit_need WHERE visit_id = visit.id AND code = 'sexual_assault'))
ORDER BY visit.arrived_at, visit.id
"""
_SEEN_BEFORE = """
SELECT DISTINCT person.face FROM person JOIN visit ON visit.person_id = person.id
JOIN shift ON shift.id = visit.shift_id WHERE person.face IN (SELECT value FROM json_each(?)) AND shift.date < ?
"""
_SHIFT_IDS = "SELECT id FROM shift WHERE date BETWEEN ? AND ? ORDER BY date, opened_at"
_BY_ARRIVAL = itemgetter(0, 1)


class SummaryReader:
    """Reads facts."""

    def __init__(self, connection: Connection, intervals: CheckIntervals = DEFAULT_INTERVALS) -> None:
        """Read through this connection; ``intervals`` say when a look at somebody was late."""
        self._intervals = intervals
        self._db = connection.conn
        self._shifts = ShiftReader(connection)
        self._clinical = ClinicalReader(connection.conn)

    def visits_of_shift(self, shift_id: str) -> tuple[VisitFacts, ...]:
        """The facts of a shift's visits, by arrival.

        Raises:
            UnreadableError: one of them holds something that no visit can hold.
        """
        with _all_readable():
            return self._visits(self._clinical.of_shift(shift_id, self._intervals), _OF_SHIFT, shift_id)

    def visits_between(self, first: date, last: date) -> tuple[VisitFacts, ...]:
        """The facts of the visits of all nights from the first date to the last, both included, by arrival.

        Raises:
            UnreadableError: one of them holds something that no visit can hold.
        """
        nights = (first.isoformat(), last.isoformat())
        with _all_readable():
            return self._visits(self._clinical.between(*nights, self._intervals), _OF_NIGHTS, *nights)

    def shift(self, shift_id: str, tally_kinds: Iterable[str]) -> ShiftFacts | None:
        """The facts of a shift, or None; a tally kind that nobody touched is not counted."""
        shift = self._shifts.get(shift_id)
        if shift is None:
            return None
        counted = self._shifts.tallies(shift_id)
        kinds = dict.fromkeys((*tally_kinds, *counted))
        return facts_of_shift(shift, [(kind, counted.get(kind)) for kind in kinds])

    def shifts_between(self, first: date, last: date, tally_kinds: Sequence[str]) -> tuple[ShiftFacts, ...]:
        """The facts of the shifts from the first date to the last, both included, by date.

        Raises:
            UnreadableError: one of them holds something that no shift can hold.
        """
        ids = self._db.execute(_SHIFT_IDS, (first.isoformat(), last.isoformat())).fetchall()
        found = (self.shift(shift_id, tally_kinds) for (shift_id,) in ids)
        with _all_readable():
            return tuple(shift for shift in found if shift is not None)

    def past_nights(self, site: str, shift_date: date) -> tuple[PastNight, ...]:
        """The nights that a night is compared with: same site and weekday, within the year before, by date."""
        since = year_before(shift_date).isoformat()
        keys = (site, shift_date.weekday(), since, shift_date.isoformat())
        return tuple(
            PastNight(date.fromisoformat(day), visits, minutes)
            for day, visits, minutes in self._db.execute(_NIGHTS, keys)
        )

    def seen_before(self, day: date, people: Iterable[str]) -> frozenset[str]:
        """Those of these people who were here on a night before a day."""
        asked = (json.dumps(list(people)), day.isoformat())
        return frozenset(person for (person,) in self._db.execute(_SEEN_BEFORE, asked))

    def assaults_between(self, first: date, last: date) -> list[tuple[date, datetime, str, Assault | None]]:
        """Each assault of those nights: the night, when the person came, their name, and what they told.

        What is told of a sexual assault is left out, as in the counts, unless *assault* is ticked as well.

        Raises:
            UnreadableError: one of them holds something that nobody can have told.
        """
        with _all_readable():
            return [
                (date.fromisoformat(day), from_cell(arrived), name, told and cast("Assault", decode(Assault, told)))
                for day, arrived, name, told in self._db.execute(_ASSAULTS, (first.isoformat(), last.isoformat()))
            ]

    def _visits(self, clinical: Mapping[str, ClinicalFacts], query: str, *keys: Cell) -> tuple[VisitFacts, ...]:
        rows = sorted(self._db.execute(query, keys), key=_BY_ARRIVAL)
        return tuple(_facts(row, clinical.get(row[1], NOTHING_CLINICAL)) for row in rows)


@contextmanager
def _all_readable() -> Iterator[None]:
    """Count all or none: figures without a visit that cannot be read would be wrong, and nobody would know."""
    try:
        yield
    except NOT_READ as cause:
        raise UnreadableError("visits_unreadable") from cause


def _by_value(codes: type[Code]) -> Mapping[str | None, Code]:
    """Each code by what it is stored as; not asked, not known and refused are in none and so become None."""
    return {code.value: code for code in codes}


_AGES = _by_value(AgeBand)
_GENDERS = _by_value(Gender)
_SOURCES = _by_value(ReferralSource)
_CATEGORIES = _by_value(TriageCategory)
_NEEDS = _by_value(Presentation)
_OUTCOMES = _by_value(Outcome)


def _facts(row: Sequence[Any], clinical: ClinicalFacts) -> VisitFacts:
    """The facts of one row, in the order in which they are declared."""
    arrived, visit_id, code, shift_id, site, day, departed, late, person, *rest = row
    age, gender, triage, main_need, outcome, would_have, basis, judged_by, *rest = rest
    requested, flagged, source, area, needs, care, waiting = rest
    claim, counted = _claim(would_have, basis, judged_by)
    return VisitFacts(
        visit_id,
        code,
        shift_id,
        site,
        date.fromisoformat(day),
        from_cell(arrived),
        None if departed is None else from_cell(departed),
        bool(late),
        person,
        _AGES.get(age),
        _GENDERS.get(gender),
        _CATEGORIES.get(triage),
        _needs(needs),
        _NEEDS.get(main_need),
        _care(care),
        _OUTCOMES.get(outcome),
        claim,
        counted,
        bool(requested),
        bool(flagged),
        _SOURCES.get(source),
        area,
        withdrawn=False,
        referral_waiting=bool(waiting),
        age_not_told=age is not None and age not in _AGES,
        basis_chosen=basis is not None,
        clinical=clinical,
    )


@lru_cache(maxsize=1024)
def _claim(would_have: str | None, basis: str | None, judged_by: str | None) -> tuple[WouldHave | None, Basis | None]:
    """A judgement, and the basis that it counts under."""
    if would_have is None:
        return None, None
    claim = WouldHave(would_have)
    judge = None if judged_by is None else Role(judged_by)
    return claim, counted_basis(Diversion(claim, None if basis is None else Basis(basis), judge))


@lru_cache(maxsize=4096)
def _needs(joined: str | None) -> tuple[Presentation, ...]:
    return tuple(map(Presentation, joined.split())) if joined else ()


@lru_cache(maxsize=4096)
def _care(joined: str | None) -> tuple[CareKind, ...]:
    return tuple(dict.fromkeys(map(CareKind, joined.split()))) if joined else ()
