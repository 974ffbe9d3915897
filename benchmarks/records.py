"""Made-up records for the figures: nobody in them exists."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.observing import scored
from mavis.domain.record.assault import Assault, AssaultMethod, AssaultPlace
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.diversion import Basis, Diversion, WouldHave
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.domain.reference import FlagKind
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.shift.shift import Shift
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus, Screening
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from mavis.domain.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Chosen = TypeVar("Chosen")
BEGINS = datetime(2026, 11, 14, 20, 52, tzinfo=UTC)
ACTOR = Actor("bench-actor", Role.COORDINATOR)


class Chance:
    """Numbers that look like chance and are the same in every run (a linear congruential generator)."""

    def __init__(self, seed: int) -> None:
        """Begin at a seed."""
        self._state = seed

    def below(self, end: int) -> int:
        """A number from 0 up to, not including, the end."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % end

    def choice(self, choices: Sequence[Chosen]) -> Chosen:
        """One of several."""
        return choices[self.below(len(choices))]


class Counter:
    """Ids that count up, the same in every run."""

    def __init__(self, prefix: str = "id") -> None:
        """Begin at one."""
        self._prefix = prefix
        self._last = 0

    def __call__(self) -> str:
        """The next id."""
        self._last += 1
        return f"{self._prefix}-{self._last:08}"


class Ticking:
    """A clock that moves on one second each time it is asked."""

    def __init__(self) -> None:
        """Begin where the night begins."""
        self._now = BEGINS

    def __call__(self) -> datetime:
        """The next second."""
        self._now += timedelta(seconds=1)
        return self._now


def nights(count: int, visits: int) -> Iterator[tuple[Shift, list[Visit]]]:
    """Closed Saturdays going back from the one before ``BEGINS``, each with so many visits, from a fixed seed."""
    chance = Chance(20261114)
    new_id = Counter("bench")
    for week in range(1, count + 1):
        opened = BEGINS.replace(hour=21, minute=0) - timedelta(weeks=week)
        closed = opened + timedelta(hours=6)
        shift = Shift(new_id(), "bus1", opened.date(), opened, closed, opened, closed)
        yield shift, [_visit(new_id, shift, number, chance) for number in range(1, visits + 1)]


def clinical_nights(count: int, visits: int) -> Iterator[tuple[Shift, list[Visit]]]:
    """The same nights as they are on the bus: triage, observations, alcohol advice, assaults, flags, referrals."""
    chance = Chance(20261115)
    new_id = Counter("bench-depth")
    for shift, plain in nights(count, visits):
        yield shift, [_deepened(visit, new_id, chance) for visit in plain]


def _deepened(visit: Visit, new_id: Counter, chance: Chance) -> Visit:
    at = visit.arrived_at
    category = chance.choice(list(TriageCategory))
    taken = [_set(new_id(), at + timedelta(minutes=5 + 15 * turn), chance) for turn in range(chance.below(3))]
    screening = Screening(Tool.AUDIT_C, (4, 3, 2), 9, True, "audit-c-uk.1", while_intoxicated=False)
    advice = BriefIntervention(InterventionStatus.COMPLETED, at, fit=True, screening=screening, minutes=6)
    assault = Assault(at - timedelta(minutes=20), (AssaultMethod.FIST_OR_HAND,), place=AssaultPlace.STREET)
    flag = RaisedFlag("chest_pain", FlagKind.CLINICAL, at, ACTOR.id, ticked=True)
    referral = Referral(new_id(), ReferralTarget.ALCOHOL_TREATMENT, at, ACTOR.id)
    return replace(
        visit,
        triaged_at=at,
        triage=Triage(category, ACTOR.id, at, category, "bench"),
        observations=tuple(scored(one, visit) for one in taken),
        abi=advice if chance.below(4) == 0 else None,
        assault=assault if chance.below(6) == 0 else None,
        flags=(flag,) if chance.below(8) == 0 else (),
        referrals=(referral,) if chance.below(5) == 0 else (),
    )


def _set(set_id: str, at: datetime, chance: Chance) -> ObservationSet:
    return ObservationSet(
        set_id,
        at,
        ACTOR.id,
        respiration=12 + chance.below(14),
        spo2=92 + chance.below(8),
        gas=BreathedGas.AIR,
        systolic=95 + chance.below(60),
        pulse=55 + chance.below(70),
        consciousness=Consciousness.ALERT,
        temperature_tenths=355 + chance.below(30),
    )


def _visit(new_id: Counter, shift: Shift, number: int, chance: Chance) -> Visit:
    arrived = shift.opened_at + timedelta(minutes=chance.below(350))
    need = chance.choice(list(Presentation))
    visit = Visit(new_id(), f"K{number}", shift.id, arrived, arrived, ACTOR.id)
    return replace(
        visit,
        departed_at=arrived + timedelta(minutes=5 + chance.below(85)),
        age_band=chance.choice(list(AgeBand)),
        gender=chance.choice(list(Gender)),
        needs=(need,),
        care=(CareGiven(new_id(), CareKind.WATER, arrived, ACTOR.id),),
        outcome=chance.choice(list(Outcome)[:-1]),
        diversion=Diversion(chance.choice(list(WouldHave)), Basis.VOLUNTEER_JUDGED, Role.VOLUNTEER),
    )
