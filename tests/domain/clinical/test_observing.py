"""Scores written into a set of observations: once, with the version of the rule, and never from blanks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.observing import scored
from mavis.domain.edits.visit import observe, settle
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import OxygenTarget
from mavis.domain.scores import gcs, news2
from mavis.domain.visit.visit import Visit
from mavis.storage.codec import decode_field, encode
from mavis.system.reference import load_reference
from tests.builders import a_visit, at
from tests.domain.scores.observed import observed

_COMA = {"gcs_eye": 3, "gcs_verbal": 4, "gcs_motor": 6}


@pytest.mark.parametrize(
    ("fields", "values", "total", "coma"),
    [
        ({}, {}, 0, None),
        ({}, {"pulse": 111}, 2, None),
        ({}, {"pulse": None}, None, None),
        ({}, _COMA, 0, 13),
        ({}, _COMA | {"gcs_verbal": 0}, 0, None),
        ({"age_band": AgeBand.UNDER_16}, _COMA, None, 13),
    ],
)
def test_totals(fields: dict[str, Any], values: dict[str, Any], total: int | None, coma: int | None) -> None:
    """A total has its rule beside it; without a total there is no rule either."""
    found = scored(observed(**values), a_visit(**fields))

    assert (found.news2, found.news2_rule) == (total, "" if total is None else news2.RULE_VERSION)
    assert (found.gcs, found.gcs_rule) == (coma, "" if coma is None else gcs.RULE_VERSION)


@pytest.mark.parametrize(
    ("target", "spo2", "scale"), [(False, 89, 1), (True, 89, 2), (True, None, None), (False, None, None)]
)
def test_scale_2_needs_a_target(target: bool, spo2: int | None, scale: int | None) -> None:
    """And no SpO2 needs no scale."""
    visit = a_visit(oxygen_target=OxygenTarget("clinician", at("22:00")) if target else None)

    assert scored(observed(spo2=spo2, spo2_scale=2), visit).spo2_scale == scale


def test_scoring_again_changes_nothing() -> None:
    """The screen and the store do it one after the other."""
    once = scored(observed(), a_visit())

    assert scored(once, a_visit()) == once
    assert replace(once, news2=None, news2_rule="", spo2_scale=None) == observed()


def test_a_rule_that_changed_never_rewrites_the_past(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was scored by an older rule keeps its total and its version when others are added, settled or stored."""
    old = replace(observed(pulse=111), news2=9, news2_rule="older", gcs=4, gcs_rule="older", spo2_scale=1)
    visit = a_visit(observations=(old,))
    monkeypatch.setattr(news2, "RULE_VERSION", "newer")
    newest = replace(observed(), id="o2", at=at("23:30"))
    after = settle(visit, observe(newest)(visit), load_reference().flags, at("23:30"), Actor("crew-1", Role.VOLUNTEER))

    assert after.observations[0] == old
    assert decode_field(Visit, "observations", encode(after.observations)) == after.observations
    assert (after.observations[1].news2, after.observations[1].news2_rule) == (0, "newer")
