"""Everything that happened in a visit, newest first, in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.record.care import CareGiven, CareKind, Note, Refusal, Refused
from mavis.domain.record.identity import ReferralSource
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from mavis.system.wording import label, words
from mavis.ui.look.icons import IconName
from mavis.ui.presenters.visit.timeline.events import timeline
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from tests.builders import SettableClock


def everything() -> Visit:
    """A visit in which all happened that a timeline can tell."""
    return a_visit(
        referral_source=ReferralSource.POLICE,
        entered_late=True,
        triage=Triage(TriageCategory.AMBER, "ruth", at("22:02"), TriageCategory.RED, "1"),
        observations=(ObservationSet("o", at("22:05"), "dev", consciousness=Consciousness.VOICE),),
        care=(CareGiven("c", CareKind.WATER, at("22:07"), "dev"),),
        notes=(Note("n", "Asks for Joan", at("22:09"), "ruth"),),
        flags=(
            RaisedFlag("fit", FlagKind.CLINICAL, at("22:03"), "ruth", True, at("22:20"), "sam", "clinician"),
            RaisedFlag("skin", FlagKind.CLINICAL, at("22:03"), "ruth", ticked=True),
        ),
        ambulance_requested_at=at("22:10"),
        outcome=Outcome.AMBULANCE_CONVEYED,
        departed_at=at("22:30"),
    )


def test_each_thing_has_its_line_newest_first() -> None:
    """Left, flag closed, 999, note, care, observation, triage, arrival."""
    lines = timeline(everything(), str.title, None, at("23:00"))

    assert [line.event for line in lines] == [
        label(Outcome.AMBULANCE_CONVEYED),
        words("screens.timeline.flag_closed"),
        words("screens.timeline.called_999"),
        words("screens.timeline.note", text="Asks for Joan"),
        label(CareKind.WATER),
        label(Consciousness.VOICE),
        words("screens.timeline.triage", category=label(TriageCategory.AMBER)),
        words("screens.timeline.arrived"),
    ]


def test_a_line_says_by_whom() -> None:
    """In the short names of the crew."""
    by = {line.event: line.detail for line in timeline(everything(), str.title, None, at("23:00"))}

    assert by[label(CareKind.WATER)] == "Dev"
    assert "Sam" in by[words("screens.timeline.flag_closed")]
    assert label(ReferralSource.POLICE) in by[words("screens.timeline.arrived")]
    assert words("screens.timeline.entered_late") in by[words("screens.timeline.arrived")]


def test_a_decision_against_the_advice_is_said_with_the_advice() -> None:
    """Amber was set where red was advised."""
    line = timeline(everything(), str.title, None, at("23:00"))[-2]

    assert line.detail == words("screens.timeline.differs", advised=label(TriageCategory.RED), who="Ruth")


def test_a_no_at_first_is_told_apart_once_they_went_all_the_same() -> None:
    """The refusal stays, and so does the way they left."""
    refusal = Refusal("", at("22:30"), "ruth", refused=(Refused.STAYING, Refused.AMBULANCE))
    went = a_visit(refusal=refusal, outcome=Outcome.AMBULANCE_CONVEYED, departed_at=at("22:30"))
    (said,) = [one.event for one in timeline(went, str, None, at("22:30")) if one.icon == "note"]
    assert said == "Said no to: staying on the bus, an ambulance (at first)"


def test_a_check_that_is_due_is_a_line_until_it_is_made() -> None:
    """Due at 22:20, ten minutes ago; not before it is due."""
    visit = a_visit()
    late = timeline(visit, str.title, at("22:20"), at("22:30"))
    assert late[0].event == words("screens.timeline.due")
    assert late[0].detail == words("screens.time.ago", minutes=10)

    assert len(timeline(visit, str.title, at("22:20"), at("22:19"))) == 1


def test_every_icon_is_one_that_can_be_drawn() -> None:
    """The page turns the names into icons."""
    lines = timeline(everything(), str.title, at("22:20"), at("23:00"))

    assert {line.icon for line in lines} <= {icon.value for icon in IconName}


def test_within_one_moment_the_later_act_stands_on_top(clock: SettableClock) -> None:
    """The clock has not moved on, but the hands have."""
    acts = tuple(CareGiven(f"act-{n}", kind, clock(), "crew") for n, kind in enumerate((CareKind.WATER, CareKind.ICE)))
    shown = timeline(a_visit(arrived_at=clock(), care=acts), str, None, clock())
    assert [one.event for one in shown] == [
        label(CareKind.ICE),
        label(CareKind.WATER),
        words("screens.timeline.arrived"),
    ]


def test_who_has_left_had_999_called_before_within_the_same_minute() -> None:
    """A time of leaving that was typed has no seconds; a later minute stays above it."""
    called = at("22:30").replace(second=40)
    visit = a_visit(ambulance_requested_at=called, outcome=Outcome.AMBULANCE_CONVEYED, departed_at=at("22:30"))
    later = (CareGiven("c", CareKind.WATER, at("22:31"), "dev"),)
    shown = [line.event for line in timeline(replace(visit, care=later), str.title, None, at("23:00"))]

    assert shown[:3] == [
        label(CareKind.WATER),
        label(Outcome.AMBULANCE_CONVEYED),
        words("screens.timeline.called_999"),
    ]
