"""Getting worse in words: on the card, in the banner, read out; and nothing where NEWS2 is not valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.clinical.observing import scored
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.system.reference import load_reference
from mavis.ui.presenters.visit.observations.getting_worse import worse_spoken, worse_words
from mavis.ui.presenters.visit.words import banner
from tests.builders import a_visit
from tests.domain.scores.observed import observed

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit


def _visit(*sets: dict[str, Any], **fields: Any) -> Visit:
    bare = a_visit(**fields)
    return a_visit(observations=tuple(scored(observed(**values), bare) for values in sets), **fields)


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ([], ""),
        ([{"pulse": 111}], ""),
        ([{}, {"pulse": 91}], ""),
        ([{}, {"pulse": 111}], "NEWS2 2, was 0"),
        ([{"respiration": 25}], "NEWS2 3"),
        ([{"respiration": 25, "pulse": None}], "NEWS2 at least 3"),
        ([{"pulse": 111}, {"respiration": 25, "systolic": 90, "pulse": 41}], "NEWS2 7, was 2"),
        ([{"respiration": 25, "pulse": 41}, {"respiration": None}], "NEWS2 4 at 23:00"),
    ],
)
def test_what_the_card_says(sets: list[dict[str, Any]], told: str) -> None:
    """A rise of two, any three, five and seven, until measured again; a rise has its banner without a flag too."""
    visit = _visit(*sets)
    found = banner(visit, load_reference().flags)

    assert worse_words(visit) == told
    assert bool(worse_spoken(visit)) == (bool(told) and " at 2" not in told)
    assert (told in found.why) if found is not None else not told


def test_nothing_where_it_is_not_valid_or_over() -> None:
    """Children under 16, and people who have left."""
    sets: tuple[dict[str, Any], ...] = ({}, {"respiration": 25, "pulse": 111})

    assert worse_words(_visit(*sets, age_band=AgeBand.UNDER_16)) == ""
    assert worse_spoken(_visit(*sets, outcome=Outcome.TAXI)) == ""
    assert "urgent" in worse_spoken(_visit(*sets)).lower()
