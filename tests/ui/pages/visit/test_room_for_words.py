"""What stands close together on a visit has its room: words beside answers, and answers below a banner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetricsF

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Space
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.widgets.text import TextLabel
from tests.ui.drawn import cut, marks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.windows import Hands


def test_the_advice_stands_clear_of_the_categories_and_the_flags_beside_them(hands: Hands) -> None:
    """The longest word of an advice ends a step before the answers, which keep their places beside each other."""
    hands.press("N 2 U")
    form, keeper = hands.page.form, hands.window.keeper
    room = keeper.px(LABEL_WIDTH) - Space.EDGE
    category, flags = form.grids["triage.category"], form.grids["triage.flag"]

    assert room - QFontMetricsF(keeper.font(Size.CAPTION)).horizontalAdvance("Unresponsive.") >= Space.TINY
    assert category.geometry().right() < flags.geometry().left()


def test_the_ways_to_a_and_e_are_seen_whole_below_a_banner_with_large_text(hands: Hands) -> None:
    """Whoever is advised to go there finds both without scrolling at half as large again."""
    hands.press("N H 7 Ctrl++ Ctrl++")
    hands.until(hands.page.banners.danger.isVisible)
    for code in ("ambulance_conveyed", "own_transport_to_ed"):
        chip = hands.chip("leaving.outcome", code)
        assert chip.visibleRegion().boundingRect().height() == chip.height()


def test_the_name_says_no_more_ways_than_it_has_room_for(hands: Hands) -> None:
    """Both keys at the usual size; at a quarter more Enter alone, whole, and a screen reader has both."""
    hands.press("N D E M")
    name = hands.page.header.name
    (said,) = [one for one in name.findChildren(TextLabel) if one.text()]
    assert said.text() == "Enter: looks. Down: Triage"
    hands.press("Ctrl++")
    hands.until(lambda: said.text() == "Enter: looks")

    assert name.edit.accessibleDescription() == "Enter: looks. Down: Triage"


def test_long_looks_are_read_from_their_beginning(hands: Hands) -> None:
    """Once nobody types there, whatever takes room beside them."""
    hands.press("N D")
    label = hands.page.header.label.edit
    label.setFocus()
    hands.type("man in a green parka with a fur collar, white trainers and a red rucksack")
    assert label.cursorPosition() == len(label.text())
    hands.press("Enter")

    assert label.cursorPosition() == 0


def test_a_finished_visit_says_whole_what_its_fields_are(hands: Hands) -> None:
    """Where the way to open it again leaves the name and the looks no room, it stands below them."""
    hands.press("N D 2 G 7 X Enter R 1")
    hands.window.keeper.set_text_percent(125)
    reopen = hands.button(words("visit.finished_reopen"))
    hands.until(lambda: _top(hands, reopen) > _top(hands, hands.page.header.label))

    assert cut(marks(hands.page.header)) == []
    hands.window.keeper.set_text_percent(100)
    hands.until(lambda: _top(hands, reopen) == _top(hands, hands.page.header.label))


def _top(hands: Hands, widget: QWidget) -> int:
    return widget.mapTo(hands.window, QPoint(0, 0)).y()
