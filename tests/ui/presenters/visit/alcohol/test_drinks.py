"""The units calculator: drinks are counted by kind, and what is no drink is refused with what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import talk_of
from mavis.ui.look.tokens import Tone
from mavis.ui.presenters.visit.alcohol.drinks import DrinksPresenter, size_words
from mavis.ui.presenters.visit.alcohol.words import units_words
from tests.ui.scheme import StraightDoors, a_desk, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.ui.presenters.desk.tonight import Desk


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """A night with one open visit."""
    open_night(program, session, ())
    made = a_desk(program, session, StraightDoors())
    made.new_visit()
    return made


@pytest.fixture
def drinks(desk: Desk) -> DrinksPresenter:
    """The calculator of that visit."""
    return DrinksPresenter(desk, lambda: next(iter(desk.visits.values())))


def _talk(desk: Desk) -> BriefIntervention:
    return talk_of(next(iter(desk.visits.values())))


def test_drinks_add_up_to_units(desk: Desk, drinks: DrinksPresenter) -> None:
    """Usual ones and one of one's own, each counted up and down; a week's advice is told."""
    usual = {kind.code: kind for kind in drinks.kinds}
    for code in ("pint_5", "wine_175", "single"):
        drinks.add(usual[code])
    assert units_words(_talk(desk)).number == "5.9"
    assert size_words(usual["pint_5"]) == "568 ml, 5%: 2.8"
    drinks.add(usual["pint_4"], -1)
    assert len(_talk(desk).drinks) == 3
    assert drinks.add_own("440", "8,4%") == ""
    assert units_words(_talk(desk)).number == "9.6"
    own = drinks.kinds[-1]
    assert drinks.count(own) == 1
    for _ in range(5):
        drinks.add(own)
    assert units_words(_talk(desk)).tone is Tone.AMBER
    assert "14" in units_words(_talk(desk)).meaning


@pytest.mark.parametrize(
    ("millilitres", "percent"),
    [
        *((millilitres, "4") for millilitres in ("", "x", "0", "-440", "9" * 5000)),
        *(("440", percent) for percent in ("", "101", "4/0", "-4", "nan")),
        ("440", "1e99999999"),  # short to type, and hours to write out
    ],
)
def test_what_is_no_drink_is_refused(desk: Desk, drinks: DrinksPresenter, millilitres: str, percent: str) -> None:
    """With a sentence, and nothing is counted."""
    assert drinks.add_own(millilitres, percent)
    assert _talk(desk).drinks == ()
