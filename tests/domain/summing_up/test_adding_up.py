"""Figures that do not add up are named, each by its own fault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.counting.diversion import BasisSplit, DiversionCount, count_diversions
from mavis.domain.counting.summary import Breakdown, ClinicalCount, ClinicalSummary, Count, HourCount
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.outcome import Outcome
from mavis.domain.shift.night import hours_between
from mavis.domain.summing_up.adding_up import faults_of
from mavis.domain.summing_up.clinical import clinical_summary
from tests.builders import at, some_facts

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts

_VISITS = (
    some_facts(1, would_have=WouldHave.AMBULANCE_999, basis=Basis.CLINICIAN_JUDGED, outcome=Outcome.TAXI),
    some_facts(2, outcome=Outcome.AMBULANCE_CONVEYED),
    some_facts(3, outcome=Outcome.TAXI),
)
_TRUE = count_diversions(_VISITS)
_AGES = Breakdown("age_band", (Count("18_24", 1), Count("not_known", 2)))
_HOURS = (HourCount(hours_between(at("22:00"), at("23:00"))[0], 3),)


def _faults(
    visits: tuple[VisitFacts, ...] = _VISITS,
    ages: Breakdown = _AGES,
    hours: tuple[HourCount, ...] = _HOURS,
    diversion: DiversionCount = _TRUE,
    clinical: ClinicalSummary | None = None,
) -> tuple[str, ...]:
    return faults_of(visits, (ages,), hours, diversion, clinical or clinical_summary(visits))


def test_true_figures_add_up() -> None:
    """No fault where there is none."""
    assert _faults() == ()


def test_a_breakdown_that_lost_a_visit() -> None:
    """It is named by its question."""
    assert _faults(ages=Breakdown("age_band", (Count("18_24", 1),))) == ("age_band",)


def test_an_arrival_without_an_hour() -> None:
    """Arrivals add up to visits."""
    assert _faults(hours=(replace(_HOURS[0], arrivals=1),)) == ("arrivals",)


def test_a_claim_without_a_basis() -> None:
    """A claim that no column holds is missed by the columns and noticed here."""
    visits = (replace(_VISITS[0], basis=None), *_VISITS[1:])
    assert _faults(visits, diversion=count_diversions(visits)) == ("ed_avoided", "ambulance_avoided")


@pytest.mark.parametrize("split", [BasisSplit(), BasisSplit(volunteer_judged=2), BasisSplit(1, volunteer_judged=-1)])
def test_a_split_that_is_not_true(split: BasisSplit) -> None:
    """Lowest is at most highest, and highest is what the visits claim."""
    assert _faults(diversion=replace(_TRUE, ed=split)) == ("ed_avoided",)
    assert _faults(diversion=replace(_TRUE, ambulance=split)) == ("ambulance_avoided",)


def test_avoided_and_sent_are_different_visits() -> None:
    """No visit is avoided and sent on."""
    assert _faults(diversion=replace(_TRUE, own_transport=2)) == ("sent_to_ed",)


_PLACES = Breakdown("location", (Count("street", 2),))


@pytest.mark.parametrize(
    ("clinical", "faults"),
    [
        (ClinicalSummary(visits=(Breakdown("news2", (Count("high", 2),)),)), ("news2",)),
        (ClinicalSummary(counts=(ClinicalCount("assaults", 3, (_PLACES,)),)), ("assaults",)),
        (ClinicalSummary(counts=(ClinicalCount("assaults", 2, (_PLACES,)),)), ()),
        (ClinicalSummary(counts=(ClinicalCount("assaults", 1, (_PLACES,), frozenset({"location"})),)), ("assaults",)),
        (ClinicalSummary(counts=(ClinicalCount("assaults", 3, (_PLACES,), frozenset({"location"})),)), ("assaults",)),
        (ClinicalSummary(counts=(ClinicalCount("spikings", 4),)), ("spikings",)),
        (ClinicalSummary(counts=(ClinicalCount("referrals", 4),)), ()),
        (ClinicalSummary(counts=(ClinicalCount("abi_offered", None),)), ()),
    ],
)
def test_clinical_figures_add_up(clinical: ClinicalSummary, faults: tuple[str, ...]) -> None:
    """Questions are asked of all visits, splits fill their measure, and only referrals may outnumber visits."""
    assert _faults(clinical=clinical) == faults
