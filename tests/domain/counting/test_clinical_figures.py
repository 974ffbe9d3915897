"""The clinical figures of generated seasons add up, month by month and in the quarter, and unknown is never nought."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.counting.clinical_facts import ClinicalFacts, InterventionFacts
from mavis.domain.counting.clinical_questions import clinical_measures, safeguarding_flags
from mavis.domain.counting.counted import Counted, Unit
from mavis.domain.counting.sums import faults, sums_within
from mavis.domain.counting.tidy import figures_of
from mavis.domain.summing_up.clinical import clinical_summary
from mavis.domain.visit.brief_intervention import InterventionStatus
from tests.nights import REFERENCE, SITE, season, shift, visit

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts

NIGHT = date(2019, 1, 5)


def _figures(visits: tuple[VisitFacts, ...]) -> dict[tuple[str, str, str], int | None]:
    counted = Counted("2019-01", SITE, (shift(NIGHT),), visits)
    return {(one.key.measure, one.key.dimension, one.key.category): one.count for one in figures_of(counted, REFERENCE)}


@pytest.mark.parametrize("seed", range(12))
def test_generated_seasons_add_up(seed: int) -> None:
    """Every sum that a reader could write down holds, and there are many."""
    drawn = season(seed, NIGHT, 4, busy=(2, 8, 20)[seed % 3])
    figures = figures_of(Counted("2019-01", SITE, drawn.shifts, drawn.visits), REFERENCE)
    counts = {each.key: each.count for each in figures if each.unit is Unit.PEOPLE and each.count is not None}
    sums = sums_within("2019-01", SITE, counts, REFERENCE)

    assert faults(counts, sums) == ()
    assert len(sums) > 80


@pytest.mark.parametrize("seed", range(4))
def test_the_summary_and_the_counts_agree(seed: int) -> None:
    """What stands on paper is what goes into the tidy table, measure by measure and category by category."""
    visits = season(seed, NIGHT, 3, busy=12).visits
    figures = _figures(visits)
    told = clinical_summary(visits)

    assert {each.measure: each.total for each in told.counts} == {
        each.measure: figures[each.measure, "all", "all"] for each in clinical_measures(safeguarding_flags(REFERENCE))
    }
    for each in told.counts:
        for split in each.splits:
            if split.question != "flag":
                found = Counter({one.code: one.count for one in split.counts})
                assert all(figures[each.measure, split.question, code] == found[code] for code in found)


def test_advice_that_nobody_recorded_is_not_counted() -> None:
    """Visits without any record of it say nothing; one record makes the rest a figure; no visits, all noughts."""
    measures = ("abi_offered", "abi_delivered", "abi_not_appropriate", "screened", "screened_positive")
    asked = InterventionFacts(InterventionStatus.DECLINED, None, offered=True, delivered=False, screening=None)
    unknown = _figures((visit(NIGHT),))
    known = _figures((visit(NIGHT), visit(NIGHT, 2, clinical=ClinicalFacts(intervention=asked))))

    assert {unknown[name, "all", "all"] for name in measures} == {None}
    assert unknown["visits", "abi", "not_known"] == 1
    assert [known[name, "all", "all"] for name in measures] == [1, 0, 0, 0, 0]
    assert {_figures(())[name, "all", "all"] for name in measures} == {0}


def test_every_category_is_written_out_once() -> None:
    """Also those that nobody falls into; a flag that no rule names any more is not known."""
    figures = _figures((visit(NIGHT, clinical=ClinicalFacts(safeguarding=("an old rule",))),))

    assert figures["safeguarding", "flag", "not_known"] == figures["safeguarding", "all", "all"] == 1
    assert figures["assaults", "method", "firearm"] == 0
    assert figures["referrals", "target_state", "police|waiting"] == 0
