"""Signs of danger read from observations: each edge, and whom NEWS2 does not hold for."""

from __future__ import annotations

from typing import Any

import pytest

from mavis.domain.clinical.danger import not_valid_for, signs_of
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.signs import Sign
from mavis.domain.reference import FlagKind
from mavis.domain.scores.news2 import NotValid
from mavis.domain.visit.triage import RaisedFlag
from tests.builders import a_visit, at
from tests.domain.scores.observed import observed

SLOW, FIVE, THREE, COMA, COLD, HEAD, SPIKED = Sign
_PREGNANT = RaisedFlag("pregnant", FlagKind.CLINICAL, at("22:00"), "crew-1", ticked=True)


@pytest.mark.parametrize(
    ("values", "signs"),
    [
        ({}, set()),
        ({"respiration": 7}, {SLOW, THREE}),
        ({"respiration": 8}, {THREE}),
        ({"temperature_tenths": 350}, {COLD, THREE}),
        ({"temperature_tenths": 351}, set()),
        ({"gcs_eye": 3, "gcs_verbal": 4, "gcs_motor": 5}, {COMA}),
        ({"gcs_eye": 3, "gcs_verbal": 4, "gcs_motor": 6}, set()),
        ({"gcs_eye": 1, "gcs_verbal": 0, "gcs_motor": 1}, set()),
        ({"pulse": 130, "spo2": 93}, set()),
        ({"pulse": 130, "spo2": 93, "systolic": 110}, {FIVE}),
        ({"pulse": 131}, {THREE}),
        ({"consciousness": Consciousness.VOICE}, set()),
    ],
)
def test_signs(values: dict[str, Any], signs: set[Sign]) -> None:
    """A part that was not testable makes no total; a blank makes no sign."""
    assert signs_of(a_visit(observations=(observed(**values),))) == signs


def test_a_better_set_takes_no_sign_back() -> None:
    """Only a clinician closes a flag."""
    assert signs_of(a_visit(observations=(observed(pulse=131), observed()))) == {THREE}


@pytest.mark.parametrize(
    ("fields", "why_not"),
    [
        ({"age_band": AgeBand.UNDER_16}, NotValid.UNDER_16),
        ({"flags": (_PREGNANT,)}, NotValid.PREGNANT),
        ({"age_band": AgeBand.FROM_16}, None),
    ],
)
def test_news2_is_left_out_where_it_is_not_valid(fields: dict[str, Any], why_not: NotValid | None) -> None:
    """Breathing, temperature and the coma scale still speak."""
    visit = a_visit(observations=(observed(respiration=7, pulse=131),), **fields)

    assert not_valid_for(visit) is why_not
    assert signs_of(visit) == ({SLOW} if why_not else {SLOW, THREE, FIVE})
