"""The advice on the category: there before anybody chooses, with the reason, most urgent first."""

from __future__ import annotations

from typing import Any

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import settle
from mavis.domain.record.presentation import Intoxication, Presentation
from mavis.system.reference import load_reference
from mavis.system.wording import words
from mavis.ui.presenters.visit.triage.advice import advice_line
from tests.builders import SATURDAY_NIGHT, a_visit

RULES = load_reference().flags
_DRUNK, _CUT = Presentation.ALCOHOL_INTOXICATION, Presentation.MINOR_INJURY


@pytest.mark.parametrize(
    ("record", "category", "why"),
    [
        ({"intoxication": Intoxication.NONE}, "GREEN", words("visit.advice.nothing_else")),
        ({"needs": (_DRUNK,)}, "GREEN", words("visit.advice.nothing_else")),
        ({"needs": (_DRUNK, _CUT)}, "AMBER", "Minor injury"),
        ({"intoxication": Intoxication.SEVERE, "alone": True}, "AMBER", "Very drunk or drugged, on their own"),
        ({"needs": (Presentation.HEAD_INJURY,), "intoxication": Intoxication.MODERATE}, "RED", "Head injury"),
    ],
)
def test_the_category_and_why(record: dict[str, Any], category: str, why: str) -> None:
    """What is not a reason is not named: being a little drunk makes nobody AMBER."""
    visit = settle(a_visit(**record), RULES, SATURDAY_NIGHT, Actor("crew-1", Role.VOLUNTEER))

    assert advice_line(visit, RULES) == words("visit.advice.line", category=category, why=why)


def test_an_empty_record_is_no_advice() -> None:
    """GREEN would say that somebody had looked."""
    assert advice_line(a_visit(), RULES) == words("visit.advice.nobody_looked")
