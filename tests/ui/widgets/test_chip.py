"""Chips: chosen and taken back by mouse, key and letter; the rare one must be held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from mavis.ui.widgets.chip import CheckChip, ChipView, RadioChip
from mavis.ui.widgets.hold import HOLD_MS
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper

_LEFT = Qt.MouseButton.LeftButton
_DIED = ChipView("died", "Died", "D", hold=True)


@pytest.mark.parametrize(
    ("kind", "role"), [(CheckChip, QAccessible.Role.CheckBox), (RadioChip, QAccessible.Role.RadioButton)]
)
def test_a_screen_reader_hears_what_kind_of_choice_it_is(
    qtbot: QtBot, keeper: ThemeKeeper, kind: type[CheckChip | RadioChip], role: QAccessible.Role
) -> None:
    """Pick any is a check box, pick one a radio button, each with its words."""
    chip = kind(keeper, ChipView("drunk", "Drunk", "D"))
    shown(qtbot, chip)
    heard = QAccessible.queryAccessibleInterface(chip)

    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (role, "Drunk")


@pytest.mark.parametrize("kind", [CheckChip, RadioChip])
def test_an_answer_is_given_and_taken_back(
    qtbot: QtBot, keeper: ThemeKeeper, kind: type[CheckChip | RadioChip]
) -> None:
    """A click chooses, Space takes back, Enter chooses again, the letter takes back."""
    chip = kind(keeper, ChipView("drunk", "Drunk", "D"))
    shown(qtbot, chip)
    said: list[bool] = []
    chip.answered.connect(said.append)

    QTest.mouseClick(chip, _LEFT, pos=chip.rect().bottomRight() / 2)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.keyClick(chip, Qt.Key.Key_Return)
    chip.use_by_key()

    assert said == [True, False, True, False]
    assert not chip.isChecked()


def test_setting_an_answer_says_nothing(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The page shows the record; only a person answers."""
    chip = CheckChip(keeper, ChipView("drunk", "Drunk", "D"))
    shown(qtbot, chip)
    said: list[bool] = []
    chip.answered.connect(said.append)

    chip.setChecked(True)

    assert said == []


def test_a_chip_that_is_not_for_now_does_not_answer(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Neither to the mouse nor to its letter."""
    chip = RadioChip(keeper, ChipView("drunk", "Drunk", "D"))
    shown(qtbot, chip)
    chip.setEnabled(False)

    QTest.mouseClick(chip, _LEFT)
    chip.use_by_key()

    assert not chip.isChecked()


def test_a_short_press_does_not_choose_what_must_be_held(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Not even twice."""
    chip = RadioChip(keeper, _DIED)
    shown(qtbot, chip)

    for _ in range(2):
        QTest.mouseClick(chip, _LEFT)
        QTest.keyClick(chip, Qt.Key.Key_Space)
    qtbot.wait(HOLD_MS + 200)

    assert not chip.isChecked()


def test_holding_for_a_second_chooses(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """By mouse; the fill grows meanwhile."""
    chip = RadioChip(keeper, _DIED)
    shown(qtbot, chip)

    with qtbot.waitSignal(chip.answered, timeout=3 * HOLD_MS):
        QTest.mousePress(chip, _LEFT)
        qtbot.waitUntil(lambda: chip.held > 0.2)
    QTest.mouseRelease(chip, _LEFT)

    assert chip.isChecked()


def test_holding_its_letter_chooses(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The letter was pressed somewhere on the page; letting it go early does nothing."""
    chip = RadioChip(keeper, _DIED)
    shown(qtbot, chip)

    chip.use_by_key()
    qtbot.wait(100)
    QTest.keyRelease(chip, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: chip.held == 0)

    with qtbot.waitSignal(chip.answered, timeout=3 * HOLD_MS):
        chip.use_by_key()

    assert chip.isChecked()


def test_a_screen_reader_presses_twice_instead_of_holding(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Its press cannot be held; the first asks, the second chooses."""
    chip = RadioChip(keeper, _DIED)
    shown(qtbot, chip)

    chip.click()
    assert not chip.isChecked()
    chip.click()

    assert chip.isChecked()


def test_the_key_cap_shows_whether_the_letters_count_here(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Live keys are framed; the letter of a section that does not listen has no frame."""
    chip = CheckChip(keeper, ChipView("drunk", "", "D"))
    shown(qtbot, chip)
    framed = chip.grab().toImage()

    chip.set_live(live=False)

    assert chip.grab().toImage() != framed


def test_chosen_is_more_than_a_colour(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Fill, border and a tick in the accent colour."""
    chip = CheckChip(keeper, ChipView("drunk", "Drunk"))
    shown(qtbot, chip)
    assert keeper.tokens.accent.lower() not in colours(chip)

    chip.setChecked(True)

    assert {keeper.tokens.sel.lower(), keeper.tokens.accent.lower()} <= colours(chip)


def test_a_view_can_change_in_place(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The words change, the chip stays."""
    chip = CheckChip(keeper, ChipView("crew", "Ruth E.", "Q", second="lead"))
    shown(qtbot, chip)

    chip.set_view(ChipView("crew", "Dev P.", "Q", second="street pastor"))

    assert (chip.accessibleName(), chip.view.second) == ("Dev P.", "street pastor")


def test_a_hint_is_gone_once_its_answer_is_chosen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """It would read as a part of the answer, on the screen and aloud; the chip keeps its size."""
    chip = RadioChip(keeper, ChipView("taxi", "Taxi", "X", hint="with a friend: F"))
    plain = RadioChip(keeper, ChipView("taxi", "Taxi", "X"))
    for each in (chip, plain):
        shown(qtbot, each)
        each.resize(300, 56)
    size = chip.sizeHint()
    assert chip.accessibleDescription() == "with a friend: F"

    chip.setChecked(True)
    plain.setChecked(True)

    assert (chip.accessibleDescription(), chip.sizeHint()) == ("", size)
    assert chip.grab().toImage() == plain.grab().toImage()
    chip.setChecked(False)
    assert chip.accessibleDescription() == "with a friend: F"
