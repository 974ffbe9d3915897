"""The figures of brief advice for people who came again, by real keys: a period, its numbers, and who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from mavis.domain.access.roles import Role
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import label, words
from mavis.ui.pages.people.repeat_advice import RepeatAdvicePage
from tests.programs import FOUR_WORDS
from tests.ui.scheme import CATHERINE, bring_in
from tests.ui.session.test_hand_over import take_over

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.windows import Hands

_YEAR = {"first": "15 March 2025", "last": "14 March 2026"}


@pytest.fixture
def known(hands: Hands, tmp_path: Path) -> Hands:
    """The window of tonight, over records that hold a named visit of last week and one without a name."""
    bring_in(hands.session.session, tmp_path / "log.csv", (CATHERINE, "28/02/2026,22:10,,M,44,cold"))
    return hands


def _page(hands: Hands) -> RepeatAdvicePage:
    page = hands.session.workplace.page
    if not isinstance(page, RepeatAdvicePage):
        raise TypeError(page)
    return page


def _figures(hands: Hands) -> dict[str, str]:
    """What the page says, as it stands on the screen."""
    labels = [one.text() for one in _page(hands).findChildren(QLabel) if one.isVisible()]
    return {line.said: line.number for line in _page(hands).figures.lines if line.said in labels}


def _of(number: int, whole: int) -> str:
    return words("people.advice.of", n=number, whole=whole)


def test_somebody_who_came_again_in_drink_is_due_and_counts_once(known: Hands) -> None:
    """Nobody offered it: it says so, with the number of those it was due for; Escape goes back to People."""
    known.press("N /")
    known.type("kat")
    known.until(known.page.suggesting.isVisible)
    known.press("1 1 D F3 Ctrl+3")
    known.until(lambda: bool(_figures(known)))
    figures = _figures(known)
    assert figures[words("people.advice.known")] == "1"
    assert figures[words("people.advice.unknown")] == "1"
    assert figures[words("people.advice.repeat")] == _of(1, 1)
    assert figures[words("people.advice.due")] == _of(1, 1)
    assert figures[words("people.advice.offered")] == _of(0, 1)
    assert figures[label(InterventionStatus.NOT_OFFERED)] == _of(1, 1)
    assert figures[words("people.advice.twice", **_YEAR)] == "1"
    assert figures[words("people.advice.three", **_YEAR)] == "0"
    known.press("Esc")
    assert known.session.workplace.place == "people"


def test_a_period_is_picked_by_its_digit(known: Hands) -> None:
    """Two weeks ago lies in each of them; the numbers are those of the period that is chosen."""
    known.press("F3 Ctrl+3")
    known.until(lambda: bool(_figures(known)))
    assert _page(known).figures.chosen == "quarter"
    known.press("1")
    known.settle()
    assert (_page(known).figures.chosen, _page(known).period.chosen_codes) == ("weeks", ("weeks",))
    assert _figures(known)[words("people.advice.unknown")] == "1"


def test_a_volunteer_has_no_way_to_it(known: Hands) -> None:
    """Neither by its key nor by a button below the list."""
    session = known.session.session
    helper = session.people.add(session.actor, "Asha", Role.VOLUNTEER, FOUR_WORDS)
    known.program.access.unlock(helper.id, FOUR_WORDS, "2580").drop()
    take_over(known, "F9 2 2 5 8 0")
    known.press("F3 Ctrl+3 Ctrl+2 Ctrl+1")
    assert known.session.workplace.place == "people"
    assert known.session.places.people.ways == {}
