"""The advice on the category: there before anybody chooses, with the reason, most urgent first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import settle
from mavis.domain.record.observation import ObservationSet
from mavis.domain.record.presentation import Intoxication, Presentation
from mavis.system.reference import load_reference
from mavis.system.wording import words
from mavis.ui.presenters.visit.triage.advice import advice_line, what_to_do
from tests.builders import SATURDAY_NIGHT, a_visit, at

RULES = load_reference().flags
_DRUNK, _CUT = Presentation.ALCOHOL_INTOXICATION, Presentation.MINOR_INJURY


@pytest.mark.parametrize(
    ("record", "category", "why"),
    [
        ({"intoxication": Intoxication.NONE}, "GREEN", words("visit.advice.nothing_else")),
        ({"needs": (_DRUNK,)}, "GREEN", words("visit.advice.nothing_else")),
        ({"needs": (_DRUNK, _CUT)}, "AMBER", "Minor injury"),
        ({"intoxication": Intoxication.SEVERE, "alone": True}, "AMBER", "Very drunk or drugged, on their own"),
        ({"alone": True}, "AMBER", "On their own"),
        ({"needs": (Presentation.HEAD_INJURY,), "intoxication": Intoxication.MODERATE}, "RED", "Head injury"),
    ],
)
def test_the_category_and_why(record: dict[str, Any], category: str, why: str) -> None:
    """What is not a reason is not named: being a little drunk makes nobody AMBER."""
    visit = settle(a_visit(), a_visit(**record), RULES, SATURDAY_NIGHT, Actor("crew-1", Role.VOLUNTEER))

    assert advice_line(visit, RULES) == words("visit.advice.line", category=category, why=why)


def test_an_empty_record_is_no_advice() -> None:
    """GREEN would say that somebody had looked."""
    assert advice_line(a_visit(), RULES) == words("visit.advice.nobody_looked")


def test_a_measured_glucose_is_told_in_place_of_the_advice_to_measure_it() -> None:
    """Nobody is told to check what was checked; no other flag says anything of it."""
    taken = ObservationSet("o1", at("22:05"), "crew-1", glucose_tenths=32)
    flags = {rule.code: rule for rule in RULES.rules}
    before, after = a_visit(), a_visit(observations=(taken, replace(taken, id="o2", glucose_tenths=None)))

    assert [what_to_do(flags["diabetes"], visit) for visit in (before, after)] == [
        words("red_flags.advice.diabetes"),
        "Advice: A&E. Glucose 3.2 at 22:05.",
    ]
    assert what_to_do(flags["cannot_walk"], after) == words("red_flags.advice.cannot_walk")
