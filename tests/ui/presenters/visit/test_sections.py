"""Which section follows another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.brief_intervention import BriefIntervention
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.sections import asks_for, next_section
from tests.builders import a_visit


@pytest.mark.parametrize(
    ("need", "follows"),
    [
        (Presentation.ALCOHOL_INTOXICATION, Section.ALCOHOL),
        (Presentation.ASSAULT, Section.SAFETY),
        (Presentation.SUSPECTED_SPIKING, Section.SAFETY),
        (Presentation.COLD, Section.LEAVING),
    ],
)
def test_after_care_comes_what_the_visit_asks_for(need: Presentation, follows: Section) -> None:
    """Nobody is led through a section that has nothing to do with this person."""
    assert next_section(Section.CARE, replace(a_visit(), needs=(need,))) is follows


def test_a_child_asks_for_safety() -> None:
    """Under 18 is a child."""
    assert asks_for(replace(a_visit(), age_band=AgeBand.FROM_16), Section.SAFETY)
    assert not asks_for(replace(a_visit(), age_band=AgeBand.FROM_18), Section.SAFETY)


def test_what_was_begun_is_asked_for() -> None:
    """A section that somebody opened of their own accord stays on the way."""
    visit = replace(a_visit(), needs=(Presentation.COLD,), abi=BriefIntervention())
    assert next_section(Section.CARE, visit) is Section.ALCOHOL


def test_after_the_talk_no_section_is_passed_over() -> None:
    """*Safety* follows, whatever the visit asks for."""
    assert next_section(Section.ALCOHOL, a_visit()) is Section.SAFETY


def test_the_last_stays_the_last() -> None:
    """Whoever leaves is led nowhere else."""
    drunk = replace(a_visit(), needs=(Presentation.ALCOHOL_INTOXICATION,))
    assert next_section(Section.LEAVING, drunk) is Section.LEAVING
