"""A flag that was measured and is measured no more is told apart from one that stands now; it stays open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.clinical.passed_flags import Passed, passed_flags
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.record.presentation import Intoxication
from mavis.domain.record.signs import Sign
from mavis.domain.reference import FlagKind, FlagRule, FlagRules
from mavis.domain.visit.triage import RaisedFlag
from tests.builders import a_visit, at

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

DROWSY = FlagRule(
    "drowsy",
    "Drowsy",
    FlagKind.CLINICAL,
    "a",
    5,
    intoxication=frozenset({Intoxication.UNCONSCIOUS}),
    consciousness=frozenset("V"),
)
COLD = FlagRule("cold", "Cold", FlagKind.CLINICAL, "b", 50, signs=frozenset({Sign.COLD}))
RULES = FlagRules("made-up", (DROWSY, COLD))
WELL = {
    "respiration": 14,
    "spo2": 98,
    "gas": BreathedGas.AIR,
    "systolic": 120,
    "pulse": 80,
    "consciousness": Consciousness.ALERT,
    "temperature_tenths": 368,
}


def seen(time: str, **values: Any) -> ObservationSet:
    """A set of that time."""
    return ObservationSet(time, at(time), "crew-1", **values)


def flagged(*sets: ObservationSet, code: str = "drowsy", **fields: Any) -> Visit:
    """A visit with these sets and the flag that the first of them raised."""
    raised = RaisedFlag(code, FlagKind.CLINICAL, sets[0].at, "crew-1", ticked=False)
    return a_visit(observations=sets, flags=(raised,), **fields)


VOICE = seen("22:06", consciousness=Consciousness.VOICE)
ALERT = seen("22:20", consciousness=Consciousness.ALERT)


def test_who_is_alert_again_was_drowsy_then() -> None:
    """With the time of the last set that said so, and of the newest that does not."""
    assert passed_flags(flagged(VOICE, ALERT), RULES) == {"drowsy": Passed(at("22:06"), at("22:20"))}


@pytest.mark.parametrize(
    "visit",
    [
        flagged(VOICE),
        flagged(VOICE, seen("22:20", pulse=80)),
        flagged(VOICE, ALERT, seen("22:30", consciousness=Consciousness.VOICE)),
        flagged(VOICE, ALERT, intoxication=Intoxication.UNCONSCIOUS),
        replace(flagged(VOICE, ALERT), flags=(replace(flagged(VOICE).flags[0], ticked=True),)),
        replace(flagged(VOICE, ALERT), flags=(replace(flagged(VOICE).flags[0], closed_at=at("22:30")),)),
        flagged(seen("22:06", temperature_tenths=349), ALERT, code="cold"),
    ],
)
def test_what_stands_now_has_not_passed(visit: Visit) -> None:
    """Nothing else measured, measured again, answered, ticked, closed, or not looked at since."""
    assert not passed_flags(visit, RULES)


def test_a_sign_has_passed_with_a_whole_set() -> None:
    """Only that shows all that may raise it."""
    visit = flagged(seen("22:06", temperature_tenths=349), seen("22:20", **WELL), code="cold")
    assert passed_flags(visit, RULES) == {"cold": Passed(at("22:06"), at("22:20"))}
