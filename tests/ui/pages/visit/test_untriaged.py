"""A visit that is finished without triage is asked for at once, and nothing waits for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.system.wording import words
from mavis.ui.presenters.board.page import BoardPresenter
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_finishing_without_triage_asks_for_it_beside_the_board(hands: Hands) -> None:
    """The board is there at once; the message leads to the category of the visit by touch, and by the keys it names."""
    hands.press("N D 7 A Enter")
    assert hands.window.page is hands.session.workplace
    assert hands.message.startswith(words("visit.said.finished_untriaged", code="K1"))
    hands.click(hands.window.status.slot)
    hands.until(lambda: hands.window.page is hands.session.room)
    assert (hands.visit.code, hands.page.section) == ("K1", Section.TRIAGE)
    hands.press("Esc")
    assert hands.window.page is hands.session.workplace
    hands.press("R 2 G Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.triage is not None
    assert visit.triage.category.value == "green"
    assert not visit.is_open


def test_a_visit_with_triage_is_just_finished(hands: Hands) -> None:
    """Nothing is asked; Undo is offered."""
    hands.press("N D 2 G 7 A Enter")

    assert hands.message == f"{words('visit.said.finished', code='K1')}. {words('window.undo')}"


def test_a_red_flag_without_triage_is_asked_about_before_the_visit_is_finished(hands: Hands) -> None:
    """The foot of leaving says so in words; Enter finishes all the same, and the list of the closed keeps a mark."""
    hands.press("N H 7 A")
    asked = words("visit.untriaged.red", names="Head injury")
    assert asked in [label.text() for label in hands.page.foot.findChildren(TextLabel) if label.isVisible()]
    hands.press("Enter")

    assert hands.message.startswith(words("visit.said.finished_red", code="K1", names="Head injury"))
    (line,) = BoardPresenter(hands.session.desk, CheckIntervals()).closed()
    assert line.how == words("board.left_red", how=words("board.left_by.home_alone"))
