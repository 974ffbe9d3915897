"""Who left with a clinical red flag open and without a word why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mavis.domain.clinical.left_flagged import left_flagged
from mavis.domain.counting.clinical_facts import clinical_facts_of
from mavis.domain.record.care import Refusal
from mavis.domain.record.outcome import Outcome
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import RaisedFlag
from tests.builders import SATURDAY_NIGHT, a_visit

FLAG = RaisedFlag("breathing", FlagKind.CLINICAL, SATURDAY_NIGHT, "ana", ticked=True)
HOME = a_visit(flags=(FLAG,), outcome=Outcome.HOME_ALONE)


def test_home_with_an_open_flag_is_asked_about_and_counted_so() -> None:
    """While they are here it is not: then the banner says what to do."""
    assert left_flagged(HOME)
    assert clinical_facts_of(HOME).left_flagged
    assert not left_flagged(replace(HOME, outcome=None))


@pytest.mark.parametrize(
    "why",
    [
        {"outcome": Outcome.AMBULANCE_CONVEYED},
        {"outcome": Outcome.OWN_TRANSPORT_TO_ED},
        {"outcome": Outcome.LEFT_AGAINST_ADVICE},
        {"outcome": Outcome.LEFT_BEFORE_ASSESSMENT},
        {"outcome": Outcome.DIED},
        {"outcome_advised": Outcome.OWN_TRANSPORT_TO_ED},
        {"refusal": Refusal("A&E", SATURDAY_NIGHT, "ana")},
        {"flags": (replace(FLAG, closed_at=SATURDAY_NIGHT, closed_by="ana", closed_grade="nurse"),)},
        {"flags": (replace(FLAG, kind=FlagKind.SAFEGUARDING),)},
    ],
)
def test_what_says_why_is_enough(why: dict[str, Any]) -> None:
    """A&E, leaving early, what was advised, a refusal, a clinician who closed it; a safeguarding flag is no such."""
    assert not left_flagged(replace(HOME, **why))


def test_advice_that_they_took_says_nothing_why() -> None:
    """It was advised, and that is how they left; it says why again once they leave in another way."""
    followed = replace(HOME, outcome_advised=Outcome.HOME_ALONE)

    assert left_flagged(followed)
    assert not left_flagged(replace(followed, outcome=Outcome.TAXI))
