"""What counts as a brief intervention that was offered, and as one that was delivered."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import BriefIntervention, Drink, InterventionStatus, Screening

_POSITIVE = Screening(Tool.AUDIT_C, (2, 2, 2), 6, True, "audit-c-uk.1", while_intoxicated=True)
_WHOLE = BriefIntervention(InterventionStatus.COMPLETED, fit=True, screening=_POSITIVE)


@pytest.mark.parametrize(
    ("fields", "delivered"),
    [
        ({}, True),
        ({"fit": None}, False),
        ({"fit": False}, False),
        ({"status": InterventionStatus.STARTED}, False),
        ({"screening": None}, False),
        ({"screening": None, "clinical_reason": "Third night this month"}, True),
        ({"screening": None, "clinical_reason": "  "}, False),
        ({"screening": replace(_POSITIVE, positive=False)}, False),
        ({"screening": replace(_POSITIVE, positive=None)}, False),
        ({"screening": replace(_POSITIVE, positive=False), "clinical_reason": "Liver disease"}, True),
    ],
)
def test_what_counts_as_delivered(fields: dict[str, Any], delivered: bool) -> None:
    """Completed, fit to take part, and positive or with a reason."""
    assert replace(_WHOLE, **fields).is_delivered is delivered


@pytest.mark.parametrize("status", [None, *InterventionStatus])
def test_what_counts_as_offered(status: InterventionStatus | None) -> None:
    """A conversation that was declined was offered."""
    offered = {InterventionStatus.COMPLETED, InterventionStatus.STARTED, InterventionStatus.DECLINED}
    assert BriefIntervention(status).is_offered is (status in offered)


def test_units_of_what_was_drunk() -> None:
    """Two pints of 5 % and a glass of wine."""
    told = BriefIntervention(drinks=(Drink(2, 568, 50), Drink(1, 175, 120)))

    assert told.units == Fraction(2 * 568 * 5, 1000) + Fraction(175 * 12, 1000)
    assert BriefIntervention().units == 0
