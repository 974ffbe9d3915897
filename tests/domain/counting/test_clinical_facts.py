"""The clinical facts of a visit: each from its own record, unknown never no, and not a word of free text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from mavis.domain.counting.clinical_facts import (
    NOTHING_CLINICAL,
    AssaultFacts,
    Checks,
    ConsentToRefer,
    HeadInjuryEnd,
    RedFlags,
    SpikingFacts,
    clinical_facts_of,
)
from mavis.domain.counting.facts import facts_of
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import Assault, AssaultMethod, AssaultPlace, Spiking, SpikingRoute
from mavis.domain.record.care import Note, NoteAbout, Refusal, Refused
from mavis.domain.record.head_injury import HeadInjury, HeadInjurySign
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import AbuseIndicator, Referral, ReferralConsent, ReferralTarget, Safeguarding
from mavis.domain.reference import FlagKind
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus, Screening
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from tests.builders import SATURDAY, a_visit, at
from tests.records import visits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.visit.visit import Visit


def test_an_empty_visit_has_none() -> None:
    """Nothing recorded, nothing made up."""
    assert clinical_facts_of(a_visit()) == NOTHING_CLINICAL


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        (None, AssaultFacts()),
        (Assault(), AssaultFacts()),
        (Assault(place=NoAnswer.REFUSED, reported_to_police=NoAnswer.NOT_KNOWN), AssaultFacts()),
        (
            Assault(methods=(AssaultMethod.FOOT,), place=AssaultPlace.HOME, reported_to_police=False),
            AssaultFacts((AssaultMethod.FOOT,), AssaultPlace.HOME, reported=False),
        ),
        (Assault(at("21:50")), AssaultFacts(has_time=True)),
    ],
)
def test_an_assault(told: Assault | None, facts: AssaultFacts) -> None:
    """Not asked, not known and refused are alike, and none of them is no."""
    assert clinical_facts_of(a_visit(needs=(Presentation.ASSAULT,), assault=told)).assault == facts


def test_of_a_sexual_assault_nothing_more_is_told() -> None:
    """It is counted; method and place are not."""
    told = Assault(methods=(AssaultMethod.STRANGULATION,), place=AssaultPlace.HOME)
    facts = clinical_facts_of(a_visit(needs=(Presentation.SEXUAL_ASSAULT,), assault=told))

    assert (facts.sexual_assault, facts.assault) == (True, None)


@pytest.mark.parametrize(("hours", "within"), [(0, True), (12, True), (12.1, False), (None, None)])
def test_a_spiking_within_twelve_hours(hours: float | None, within: bool | None) -> None:
    """Twelve hours to the minute are within; when nobody knows, it is not known."""
    visit = a_visit()
    happened = None if hours is None else visit.arrived_at - timedelta(hours=hours)
    told = Spiking(route=SpikingRoute.NEEDLE, happened_at=happened, sample_to_police=NoAnswer.REFUSED)

    assert clinical_facts_of(replace(visit, spiking=told)).spiking == SpikingFacts(SpikingRoute.NEEDLE, within)


_SIGNS = HeadInjury((HeadInjurySign.VOMITED,), at("22:10"), "crew-1")
_OPEN = RaisedFlag("head_injury", FlagKind.CLINICAL, at("22:10"), "crew-1", ticked=False)
_CLOSED = replace(_OPEN, closed_at=at("22:40"), closed_by="crew-2", closed_grade="Paramedic")


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"outcome": Outcome.AMBULANCE_CONVEYED, "flags": (_OPEN,)}, HeadInjuryEnd.SENT_TO_ED),
        ({"outcome": Outcome.TAXI, "outcome_advised": Outcome.OWN_TRANSPORT_TO_ED}, HeadInjuryEnd.ADVISED_ED),
        ({"outcome": Outcome.TAXI, "flags": (_OPEN,)}, HeadInjuryEnd.FLAG_OPEN),
        ({"outcome": Outcome.TAXI, "flags": (_CLOSED,)}, HeadInjuryEnd.CLEARED),
        ({"head_injury": replace(_SIGNS, signs=())}, HeadInjuryEnd.NO_SIGN),
        ({}, None),
    ],
)
def test_what_became_of_a_head_injury(fields: dict[str, Any], end: HeadInjuryEnd | None) -> None:
    """Sent, advised, closed by a clinician, still open, or no sign found; else nobody knows."""
    facts = clinical_facts_of(a_visit(needs=(Presentation.HEAD_INJURY,), **fields))

    assert (facts.head_injured, facts.head_injury) == (True, end)


def test_flags_referrals_refusal_and_abuse() -> None:
    """Three grounds for going without consent are one; what was refused may be unknown."""
    safe = RaisedFlag("under_18", FlagKind.SAFEGUARDING, at("22:10"), "crew-1", ticked=False)
    made = Referral("r", ReferralTarget.FRONT_DOOR, at("22:30"), "crew-1", consent=ReferralConsent.OVERRIDDEN_CHILD)
    facts = clinical_facts_of(
        a_visit(
            flags=(_CLOSED, safe),
            referrals=(made,),
            refusal=Refusal("Go to A&E", at("22:30"), "crew-1", refused=(Refused.HOSPITAL,)),
            safeguarding=Safeguarding(indicators=(AbuseIndicator.AFRAID,)),
        )
    )

    assert (facts.red_flags, facts.safeguarding) == (RedFlags.CLOSED, ("under_18",))
    assert facts.referrals[0].consent is ConsentToRefer.OVERRIDDEN
    assert (facts.refused, facts.domestic_abuse) == ((Refused.HOSPITAL,), True)
    assert clinical_facts_of(a_visit(flags=(_OPEN, safe))).red_flags is RedFlags.OPEN


def test_a_worry_of_the_crew_is_counted_whatever_it_is_about() -> None:
    """An answer about their safety or a note that few may read; a note for all and a flag of a rule are none."""
    for_all = Note("n1", "Waits", at("22:10"), "crew-1")
    for_few = Note("n2", "", at("22:10"), "crew-1", NoteAbout.SAFEGUARDING)
    safe = RaisedFlag("under_18", FlagKind.SAFEGUARDING, at("22:10"), "crew-1", ticked=False)

    assert clinical_facts_of(a_visit(notes=(for_all, for_few))).worried
    assert clinical_facts_of(a_visit(safeguarding=Safeguarding(children=False))).worried
    assert not clinical_facts_of(a_visit(notes=(for_all,), flags=(safe,))).worried


@pytest.mark.parametrize(
    ("answers", "score", "positive", "missing"),
    [((4, None, None), None, None, (2, 3)), ((0, None, None), 0, False, ()), ((4, 4, 0), 8, True, ())],
)
def test_a_screening(
    answers: tuple[int | None, ...], score: int | None, positive: bool | None, missing: tuple[int, ...]
) -> None:
    """Total, rule and the questions still open; a tool that has its answer lacks nothing."""
    taken = Screening(Tool.AUDIT_C, answers, score, positive, "audit-c-uk.1", while_intoxicated=True)
    abi = BriefIntervention(status=InterventionStatus.COMPLETED, fit=True, screening=taken)
    told = clinical_facts_of(a_visit(abi=abi)).intervention

    assert told is not None
    assert told.screening is not None
    assert (told.offered, told.delivered) == (True, positive is True)
    assert (told.screening.total, told.screening.rule, told.screening.missing) == (score, "audit-c-uk.1", missing)


def test_late_checks() -> None:
    """Counted to the departure; not known before triage or without a leaving time."""
    triage = Triage(TriageCategory.RED, "crew-1", at("22:05"), TriageCategory.RED, "2026-11")
    left = a_visit(triage=triage, triaged_at=at("22:05"), departed_at=at("23:00"), outcome=Outcome.TAXI)

    assert clinical_facts_of(left).checks is Checks.LATE
    assert clinical_facts_of(replace(left, departed_at=at("22:15"))).checks is Checks.ON_TIME
    assert clinical_facts_of(replace(left, departed_at=None)).late_checks is None
    assert clinical_facts_of(replace(left, triage=None)).late_checks is None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(visits())
def test_no_free_text_is_in_the_facts(visit: Visit) -> None:
    """Whatever was written down, the facts hold codes, versions of rules and nothing else."""
    rules = {visit.abi.screening.rule_version} if visit.abi and visit.abi.screening else set()
    rules |= {taken.news2_rule for taken in visit.observations} | {"news2-2017.1", ""}
    allowed = rules | {flag.code for flag in visit.flags}

    assert set(_texts(facts_of(visit, date(2026, 3, 14), "bus").clinical)) <= allowed
    assert date(2026, 3, 14) == SATURDAY
