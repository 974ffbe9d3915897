"""The main need of a visit with several is chosen with one key or one click, said, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.ui.pages.visit.main_need import MainNeedButton
    from tests.ui.windows import Hands


def _button(hands: Hands) -> MainNeedButton:
    return hands.page.form.main_need


def test_the_next_need_is_the_main_one_by_key_and_undo_takes_it_back(hands: Hands) -> None:
    """Drunk and a head injury: the star makes the head injury the main need; it is on the disk, and undone in one."""
    hands.press("N D H")
    assert _button(hands).accessibleName() == "Main need: Drunk"
    hands.press("*")
    assert hands.message.startswith("Main need: head injury")
    hands.settle()
    assert hands.stored()[0].main_need is Presentation.HEAD_INJURY
    hands.press("* *")
    assert hands.visit.main_need is Presentation.HEAD_INJURY
    hands.press("Ctrl+Z")
    hands.settle()

    assert hands.stored()[0].main_need is Presentation.ALCOHOL_INTOXICATION
    assert _button(hands).accessibleName() == "Main need: Drunk"


def test_by_click_and_a_main_need_that_is_taken_off_gives_way_to_the_first(hands: Hands) -> None:
    """Also a rare need can be the main one."""
    hands.press("N D O N")
    hands.click(_button(hands))
    assert _button(hands).accessibleName() == words("visit.main_need", need=words("chips.arrival.other_need.other"))
    hands.press("O")

    assert hands.visit.main_need is Presentation.ALCOHOL_INTOXICATION
    assert _button(hands).accessibleName() == "Main need: Drunk"


def test_one_need_is_the_main_one_and_nothing_is_offered(hands: Hands) -> None:
    """No button, and the key does nothing; in another section it does nothing either."""
    hands.press("N D *")
    assert not _button(hands).isVisible()
    hands.press("H 2 *")

    assert hands.visit.primary_need is None
    assert not hands.session.desk.visits[hands.visit.id].triage


def test_the_button_stands_below_where_the_text_is_large(hands: Hands) -> None:
    """Beside the button for rare questions at the usual size, under it at twice the size; it says what it does."""
    hands.press("N D H")
    assert _button(hands).accessibleDescription() == words("visit.main_need_how")
    (holder,) = [one for one in hands.page.form.findChildren(QBoxLayout) if one.indexOf(_button(hands)) == 1]
    assert holder.direction() is QBoxLayout.Direction.LeftToRight
    hands.press("Ctrl++ Ctrl++ Ctrl++ Ctrl++")

    assert holder.direction() is QBoxLayout.Direction.TopToBottom
