"""Made-up nights: shifts and visits that nobody lived, drawn from a seed, for tests of counts and exports."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from mavis.domain.access.roles import Duty
from mavis.domain.clinical.worst_score import WorstBand, WorstScore
from mavis.domain.counting.clinical_facts import (
    AssaultFacts,
    ClinicalFacts,
    ConsentToRefer,
    HeadInjuryEnd,
    InterventionFacts,
    RedFlags,
    ReferralFacts,
    ScreeningFacts,
    SpikingFacts,
)
from mavis.domain.counting.facts import CrewTime, ShiftFacts, VisitFacts
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, SpikingRoute
from mavis.domain.record.care import CareKind, Refused
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import SENT_TO_ED, Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.reference import BeatArea, FlagKind, FlagRule, FlagRules, ReferenceData, TallyKind
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.sharing.counts_table import Records
from mavis.domain.shift.night import instant_on
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate
from mavis.domain.visit.triage import TriageCategory

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
    flags=FlagRules(
        "test",
        tuple(
            FlagRule(code, code, FlagKind.SAFEGUARDING, "advice", 1)
            for code in ("under_18", "sexual_assault", "spiking")
        ),
    ),
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


@dataclass(frozen=True)
class _Harmed:
    """Draws what a visit adds to the clinical counts, from a row of numbers of its own."""

    draw: Draw

    def told(self, visit: VisitFacts) -> VisitFacts:
        """The visit with care and clinical facts."""
        care = tuple(dict.fromkeys(self.draw.of(*CareKind, CareKind.WATER) for _ in range(self.draw.below(3))))
        return replace(visit, care=care, clinical=self.clinical(visit.main_need, visit.outcome))

    def clinical(self, need: Presentation | None, outcome: Outcome | None) -> ClinicalFacts:
        """Clinical facts that fit a main need and a way to leave."""
        draw = self.draw
        injured = need is Presentation.HEAD_INJURY or draw.below(12) == 0
        ends = [end for end in HeadInjuryEnd if end is not HeadInjuryEnd.SENT_TO_ED]
        end = HeadInjuryEnd.SENT_TO_ED if outcome in SENT_TO_ED else draw.of(*ends, None)
        return ClinicalFacts(
            worst=WorstScore(draw.of(*[WorstBand.NOT_TAKEN] * 6, *WorstBand)),
            late_checks=draw.of(None, 0, 0, 0, 1, 3),
            red_flags=draw.of(*[RedFlags.NONE] * 6, *RedFlags),
            safeguarding=draw.of((), (), (), ("under_18",), ("under_18", "spiking"), ("an old rule",)),
            intervention=self._intervention() if draw.below(2) else None,
            assault=self._assault() if need is Presentation.ASSAULT or draw.below(8) == 0 else None,
            spiking=self._spiking() if need is Presentation.SUSPECTED_SPIKING or draw.below(12) == 0 else None,
            referrals=tuple(self._referral() for _ in range(draw.of(0, 0, 0, 1, 2))),
            refused=draw.of(None, None, None, (), (Refused.CARE,), (Refused.AMBULANCE, Refused.HOSPITAL)),
            head_injured=injured,
            head_injury=end if injured else None,
            sexual_assault=need is Presentation.SEXUAL_ASSAULT or draw.below(30) == 0,
            domestic_abuse=need is Presentation.DOMESTIC_ABUSE or draw.below(30) == 0,
        )

    def _intervention(self) -> InterventionFacts:
        draw = self.draw
        status = draw.of(*InterventionStatus, InterventionStatus.COMPLETED, None)
        why = draw.of(*NotAppropriate, None) if status is InterventionStatus.NOT_APPROPRIATE else None
        positive = draw.of(True, True, False, None)
        screening = ScreeningFacts(draw.of(*Tool), 6, positive, "rule", ()) if draw.below(2) else None
        offered = status in {
            InterventionStatus.COMPLETED,
            InterventionStatus.STARTED,
            InterventionStatus.DECLINED,
        }
        delivered = status is InterventionStatus.COMPLETED and draw.below(2) == 0
        return InterventionFacts(status, why, offered, delivered, screening)

    def _assault(self) -> AssaultFacts:
        draw = self.draw
        first, second = draw.of(*AssaultMethod), draw.of(*AssaultMethod)
        methods = draw.of((), (first,), (first,), tuple(dict.fromkeys((first, second))))
        return AssaultFacts(methods, draw.of(*AssaultPlace, None), draw.of(True, False, None))

    def _spiking(self) -> SpikingFacts:
        yes_no = (True, False, None)
        return SpikingFacts(self.draw.of(*SpikingRoute, None), self.draw.of(*yes_no), self.draw.of(*yes_no))

    def _referral(self) -> ReferralFacts:
        draw = self.draw
        target = draw.of(*ReferralTarget, ReferralTarget.POLICE, ReferralTarget.ALCOHOL_TREATMENT)
        return ReferralFacts(target, draw.of(*ReferralState), draw.of(*ConsentToRefer, None))


def season(seed: int, first: date, nights: int, busy: int = 8, every_days: int = 7) -> Records:
    """So many nights, a week apart unless said, each with a number of visits around ``busy``."""
    draw, harmed = Draw(seed), _Harmed(Draw(-1 - seed))
    shifts, visits = [], []
    for step in range(nights):
        night = first + timedelta(days=step * every_days)
        shifts.append(shift(night, tuple((kind.code, draw.of(None, 0, 3, 20)) for kind in REFERENCE.tallies)))
        drawn = [_drawn(draw, night, number) for number in range(1, draw.below(2 * busy + 1) + 1)]
        visits += [harmed.told(each) for each in drawn]
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
