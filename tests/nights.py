"""Made-up nights: shifts and visits that nobody lived, drawn from a seed, for tests of counts and exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from mavis.domain.counts_table import Records
from mavis.domain.diversion import Basis, WouldHave
from mavis.domain.facts import CrewTime, ShiftFacts, VisitFacts
from mavis.domain.identity import AgeBand, Gender, ReferralSource
from mavis.domain.night import instant_on
from mavis.domain.outcome import Outcome
from mavis.domain.presentation import Presentation
from mavis.domain.reference import BeatArea, FlagRules, ReferenceData, TallyKind
from mavis.domain.roles import Duty
from mavis.domain.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Iterable

Choice = TypeVar("Choice")

SITE = "bus1"

REFERENCE = ReferenceData(
    beat_areas=(
        BeatArea("harbour", "Harbour", "primary"),
        BeatArea("old_town", "Old Town", "primary"),
        BeatArea("mill_lane", "Mill Lane", "secondary"),
        BeatArea("upfield", "Upfield", "tertiary"),
        BeatArea("far_end", "Far End", "tertiary"),
    ),
    venues=(),
    events=(),
    kit=(),
    tallies=(
        TallyKind("water", "Water", "drop", people=False),
        TallyKind("glass_removed", "Glass or bottle removed", "bottle", people=False),
        TallyKind("prayer", "Prayer", "speech", people=True),
    ),
    flags=FlagRules("test", ()),
)


def shift(night: date, tallies: tuple[tuple[str, int | None], ...] = (), site: str = SITE) -> ShiftFacts:
    """A shift from nine to three with two people aboard."""
    start, end = _at(night, 21), _at(night, 3)
    crew = (CrewTime(Duty.FIRST_AID, people=2, minutes=2 * int((end - start).total_seconds() // 60)),)
    return ShiftFacts(
        id=f"{site}-{night}",
        site=site,
        date=night,
        planned_start=start,
        planned_end=end,
        opened_at=start,
        closed_at=end,
        crew=crew,
        tallies=tallies,
    )


def visit(night: date, number: int = 1, site: str = SITE, **fields: Any) -> VisitFacts:
    """A visit at eleven that left home alone, unless the fields say otherwise."""
    plain = VisitFacts(
        id=f"{site}-{night}-{number}",
        code=f"A{number}",
        shift_id=f"{site}-{night}",
        site=site,
        shift_date=night,
        arrived_at=_at(night, 23),
        outcome=Outcome.HOME_ALONE,
    )
    return replace(plain, **fields)


def records(shifts: Iterable[ShiftFacts] = (), visits: Iterable[VisitFacts] = ()) -> Records:
    """Records of the made-up town."""
    return Records(tuple(shifts), tuple(visits), REFERENCE, SITE)


class Draw:
    """Choices that look random and are the same on every machine for the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin at the start of the seed's row of numbers."""
        self._numbers = (int.from_bytes(sha256(f"{seed}:{step}".encode()).digest()[:8]) for step in count())

    def below(self, end: int) -> int:
        """A whole number from 0, under the end."""
        return next(self._numbers) % end

    def of(self, *choices: Choice) -> Choice:
        """One of the choices."""
        return choices[self.below(len(choices))]


def season(seed: int, first: date, nights: int, busy: int = 8, every_days: int = 7) -> Records:
    """So many nights, a week apart unless said, each with a number of visits around ``busy``."""
    draw = Draw(seed)
    shifts, visits = [], []
    for step in range(nights):
        night = first + timedelta(days=step * every_days)
        shifts.append(shift(night, tuple((kind.code, draw.of(None, 0, 3, 20)) for kind in REFERENCE.tallies)))
        visits += [_drawn(draw, night, number) for number in range(1, draw.below(2 * busy + 1) + 1)]
    return records(shifts, visits)


def _drawn(draw: Draw, night: date, number: int) -> VisitFacts:
    would = draw.of(*WouldHave, None)
    return visit(
        night,
        number,
        arrived_at=_at(night, draw.of(21, 22, 23, 23, 0, 0, 1, 1, 1, 2)) + timedelta(minutes=draw.below(60)),
        age_band=draw.of(AgeBand.FROM_18, AgeBand.FROM_18, *AgeBand, None),
        gender=draw.of(Gender.MALE, Gender.MALE, *Gender, None),
        triage=draw.of(TriageCategory.GREEN, TriageCategory.GREEN, *TriageCategory, None),
        main_need=draw.of(*[Presentation.ALCOHOL_INTOXICATION] * 12, *Presentation, None),
        outcome=draw.of(*[Outcome.TAXI] * 10, *Outcome, None),
        would_have=would,
        basis=draw.of(*Basis) if would else None,
        referral_source=draw.of(*ReferralSource, None),
        beat_area=draw.of(*(area.code for area in REFERENCE.beat_areas), None),
        open_clinical_flag=draw.below(10) == 0,
        ambulance_requested=draw.below(10) == 0,
    )


def _at(night: date, hour: int) -> datetime:
    return instant_on(night, time(hour)) or datetime.combine(night + timedelta(days=1), time(hour), UTC)
