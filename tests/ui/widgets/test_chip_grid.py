"""A question with its answers: one or any, by letter, by arrows, left with Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_VIEWS = [ChipView(code, code.title(), code[0].upper()) for code in ("alone", "friend", "taxi", "bus", "hostel")]


def _grid(keeper: ThemeKeeper, *, exclusive: bool) -> tuple[ChoiceGrid, list[tuple[str, bool]]]:
    grid = ChoiceGrid(keeper, "Outcome", _VIEWS, columns=3, exclusive=exclusive)
    said: list[tuple[str, bool]] = []
    grid.chosen.connect(lambda code, on: said.append((code, on)))
    return grid, said


def test_only_one_of_an_exclusive_question_stays_chosen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Another answer replaces the first; the same letter again takes it back."""
    grid, said = _grid(keeper, exclusive=True)
    shown(qtbot, grid)

    for letter in ("A", "t", "T"):
        assert grid.press_key(letter)

    assert said == [("alone", True), ("taxi", True), ("taxi", False)]
    assert grid.chosen_codes == ()


def test_any_of_the_others_stay_chosen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Needs add up, in the order of the chips."""
    grid, _ = _grid(keeper, exclusive=False)
    shown(qtbot, grid)

    grid.press_key("T")
    QTest.mouseClick(grid.chip("alone"), Qt.MouseButton.LeftButton)

    assert grid.chosen_codes == ("alone", "taxi")


@pytest.mark.parametrize("letter", ["Z", "", "7"])
def test_a_letter_of_nobody_is_left_to_others(qtbot: QtBot, keeper: ThemeKeeper, letter: str) -> None:
    """The grid says so; nothing is chosen."""
    grid, said = _grid(keeper, exclusive=False)
    shown(qtbot, grid)

    assert not grid.press_key(letter)
    assert said == []


def test_showing_the_record_sends_nothing(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Choosing is what people do."""
    grid, said = _grid(keeper, exclusive=True)
    shown(qtbot, grid)

    grid.set_chosen({"bus"})
    grid.set_chosen({"taxi"})

    assert (grid.chosen_codes, said) == (("taxi",), [])


def test_arrows_walk_inside_and_tab_leaves(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Right, down, left; the ends stop; one Tab is out; Shift+Tab comes back to the same chip."""
    grid, _ = _grid(keeper, exclusive=True)
    after = QLineEdit()
    shown(qtbot, grid, after)
    grid.chip("alone").setFocus()

    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(grid.window().focusWidget(), key)
        walked.append(grid.window().focusWidget().objectName())
    QTest.keyClick(grid.window().focusWidget(), Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)

    assert walked == ["chip.friend", "chip.hostel", "chip.hostel", "chip.bus", "chip.alone"]
    assert grid.chip("alone").hasFocus()


def test_tab_comes_first_to_the_answer(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A question that has an answer is entered there."""
    grid, _ = _grid(keeper, exclusive=True)
    before = QLineEdit()
    shown(qtbot, before, grid)
    before.setFocus()

    grid.set_chosen({"bus"})
    QTest.keyClick(before, Qt.Key.Key_Tab)

    assert grid.chip("bus").hasFocus()


def test_columns_follow_the_text_size(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Fewer columns put the fourth chip into the second row at another place."""
    grid, _ = _grid(keeper, exclusive=False)
    shown(qtbot, grid)

    grid.set_columns(2)
    qtbot.waitUntil(lambda: grid.chip("taxi").y() > grid.chip("alone").y())

    assert grid.chip("taxi").x() == grid.chip("alone").x()


def test_chips_are_big_enough_for_gloves(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """56 high, 8 apart."""
    grid, _ = _grid(keeper, exclusive=False)
    shown(qtbot, grid)
    first, second = grid.chip("alone").geometry(), grid.chip("friend").geometry()

    assert first.height() >= 56
    assert second.left() - first.right() - 1 >= 8


def test_no_answers_is_no_error(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A scheme may have no events."""
    grid = ChoiceGrid(keeper, "Tonight", [], columns=4, exclusive=False)
    shown(qtbot, grid)

    grid.set_chosen({"gone"})

    assert grid.chosen_codes == ()


def test_keys_of_its_own_count_while_one_of_its_chips_has_the_keyboard(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Numbers in their order; the chip that was chosen has the keyboard, and elsewhere the keys do nothing."""
    answers = numbered((str(at), f"{at} min") for at in range(1, 12))
    grid = ChoiceGrid(keeper, "Lock after", answers, columns=4, exclusive=True, own_keys=True)
    before = QLineEdit()
    shown(qtbot, before, grid)
    before.setFocus()
    chosen = []
    for key in (Qt.Key.Key_5, Qt.Key.Key_Tab, Qt.Key.Key_5, Qt.Key.Key_A):
        QTest.keyClick(grid.window().focusWidget(), key)
        chosen.append((grid.chosen_codes, grid.window().focusWidget().objectName()))

    assert chosen == [((), ""), ((), "chip.1"), (("5",), "chip.5"), (("11",), "chip.11")]
    assert [chip.view.key for chip in grid.chips] == list("1234567890A")
