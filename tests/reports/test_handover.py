"""The handover sheet: one page that says what a crew asks for first, and never cuts anything off."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.record.assault import Assault, AssaultMethod, Spiking, SpikingRoute
from mavis.domain.record.care import Note, Refusal, Refused
from mavis.domain.record.head_injury import HeadInjury, HeadInjurySign
from mavis.domain.record.identity import AgeBand, AgeSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.reports.handover import draw
from mavis.reports.preview import page_count
from tests.builders import a_visit, at
from tests.reports.handovers import SETS, collapsed, handover_of
from tests.reports.reading import badly_placed, text_of
from tests.untraced import untraced

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_BARE = a_visit(code="K2")
_LONG = "A long story, word after word, that somebody typed while the crew was on its way. " * 12
_FULL = collapsed(
    age_source=AgeSource.ESTIMATED,
    notes=tuple(Note(str(number), _LONG, at("22:40"), "ruth") for number in range(3)),
    refusal=Refusal("Go to A&E", at("22:50"), "ruth", refused=(Refused.HOSPITAL,)),
    assault=Assault(at("21:50"), (AssaultMethod.FIST_OR_HAND, AssaultMethod.GLASS_OR_BOTTLE), weapon="pint glass"),
    spiking=Spiking(SpikingRoute.DRINK, at("21:30"), symptoms=True, which_symptoms="Sudden drowsiness"),
    head_injury=HeadInjury(tuple(HeadInjurySign)[:4], at("22:36"), "ruth"),
    outcome=Outcome.AMBULANCE_CONVEYED,
    outcome_advised=Outcome.AMBULANCE_CONVEYED,
    departed_at=at("23:05"),
    needs=tuple(Presentation)[:4],
)
_STATES = {
    "whole": collapsed(),
    "bare": _BARE,
    "full": _FULL,
    "one set": collapsed(SETS[0]),
    "incomplete": collapsed(replace(SETS[0], pulse=None)),
    "five sets": collapsed(*SETS, *(replace(SETS[0], id=t, at=at(t)) for t in ("23:10", "23:20"))),
    "child": collapsed(age_band=AgeBand.UNDER_16),
    "followed": collapsed(outcome=Outcome.ADVISED_ELSEWHERE, outcome_advised=Outcome.ADVISED_ELSEWHERE),
    "advised": collapsed(outcome=Outcome.TAXI, outcome_advised=Outcome.ADVISED_ELSEWHERE),
}


def _text(visit: Visit, **stamp: Any) -> str:
    return text_of(draw(handover_of(visit, **stamp)))


@pytest.mark.parametrize("state", _STATES)
def test_every_state_is_well_placed(state: str) -> None:
    """No word outside the page or on top of another; one page but for the longest story."""
    pdf = draw(handover_of(_STATES[state]))

    assert badly_placed(pdf) == []
    assert page_count(pdf) == (2 if state == "full" else 1)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("whole", ["HIGH: emergency response.", "Rising: 6, 8, 9.", "Suspected drugs. Wakes to pain. On oxygen."]),
        ("whole", ["K26", "Amy P. (not checked)", "22:00, sent by: friend", "Still here", "Robin Lead"]),
        ("whole", ["GHB, opioids, mix", "GCS", "all 7 inputs recorded", "visit still open"]),
        ("whole", ["22:34 Recovery position and foil blanket.", "22:50 Oxygen (mask).", "Blood sugar 5.4"]),
        ("whole", ["Ask the lead by word of mouth", "Staying here. Cannot stay awake.", "3 NT 6", "13"]),
        ("bare", ["No observations taken.", "No red flags are open.", "Not given", "not known", "no inputs recorded"]),
        ("one set", ["MEDIUM: urgent response.", "22:36"]),
        ("advised", ["We advised: GP, 111 or UTC.", "How they left: Taxi."]),
        ("incomplete", ["Incomplete: at least 6 from 6 of 7 (", "6+", "not taken", "6 of 7 inputs recorded"]),
        ("five sets", ["5 sets, 3 shown", "22:36", "23:10", "23:20"]),
        ("child", ["NEWS2 is not valid under 16.", "not valid", "so there are no points"]),
        ("full", ["How they left: Ambulance", "pint glass", "10 h 32 min left", "Left at 23:05.", "Page 2 of 2"]),
        ("full", ["Somebody guessed the age.", "Sudden drowsiness", "Head injury list:", "More overleaf."]),
    ],
)
def test_what_it_says(state: str, said: list[str]) -> None:
    """In words that are read at a glance."""
    text = " ".join(_text(_STATES[state]).split())

    assert [sentence for sentence in said if sentence not in text] == []


def test_advice_that_they_took_is_not_told_beside_how_they_left() -> None:
    """It reads as if they had been told something else."""
    assert "We advised" not in _text(_STATES["followed"])


def test_a_head_injury_says_which_yes_means_a_and_e_and_what_only_the_record_says() -> None:
    """Also where nobody went through the list."""
    hurt = a_visit(needs=(Presentation.HEAD_INJURY, Presentation.ALCOHOL_INTOXICATION))
    asked = replace(hurt, head_injury=HeadInjury((HeadInjurySign.VOMITED,), at("22:36"), "ruth"))

    recorded = "Head injury list, from what is recorded: Drink or drugs tonight."
    assert recorded in " ".join(_text(hurt).split())
    assert f"Head injury list: Was sick since. {recorded}" in " ".join(_text(asked).split())


def test_who_said_no_at_first_and_went_all_the_same_is_told_so() -> None:
    """Their way of leaving shows it; what they said no to in the end is said plainly."""
    refusal = Refusal("", at("22:50"), "ruth", refused=(Refused.CHECK, Refused.AMBULANCE))
    still = _text(a_visit(refusal=refusal))
    went = _text(a_visit(refusal=refusal, outcome=Outcome.AMBULANCE_CONVEYED, departed_at=at("23:05")))

    assert "said no to: being checked and an ambulance." in " ".join(still.lower().split())
    assert "said no to: being checked. at first said no to: an ambulance." in " ".join(went.lower().split())


def test_nothing_is_cut_off() -> None:
    """All three long notes are there in full, on two pages; the signs stay on the first."""
    text = " ".join(_text(_FULL).split())
    first, second = text.split("Page 1 of 2")

    assert text.replace("More overleaf.", "").count("somebody typed") == 36
    assert "NEWS2 total" in first
    assert "NEWS2 total" not in second


def test_one_long_story_moves_nothing_else() -> None:
    """What the crew signs stays on the first page."""
    first, second = _text(collapsed(notes=(Note("n", _LONG, at("22:40"), "ruth"),))).split("Page 1 of 2")

    assert "Robin Lead" in first
    assert "somebody typed" in second


def test_a_child_has_readings_and_no_points() -> None:
    """The total is not on the sheet in any form."""
    assert "NEWS2 total" not in _text(_STATES["child"])
    assert "108" in _text(_STATES["child"])


def test_a_set_scored_by_another_rule_keeps_its_total() -> None:
    """The points of the present rule are not put beside it."""
    visit = collapsed(SETS[0])
    old = replace(visit.observations[0], news2=5, news2_rule="news2-2012.1")
    handover = handover_of(replace(visit, observations=(old,)))

    assert handover.sets[0].total == 5
    assert "med." not in text_of(draw(handover))


def test_the_same_handover_gives_the_same_bytes() -> None:
    """And in training every page says that it is made up."""
    assert draw(handover_of(collapsed())) == draw(handover_of(collapsed()))
    assert "made up" in _text(collapsed(), training=True).lower()


def test_it_is_drawn_in_under_a_second() -> None:
    """Two keys from the board, and the crew is waiting."""
    handover = handover_of(_FULL)
    draw(handover)
    with untraced(time.perf_counter) as seconds:
        draw(handover)

        assert seconds() < 1.0
