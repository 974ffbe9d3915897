"""Every control on every page is heard: what it is, what it is called, how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from mavis.ui.spoken import Role, give_voices, speak_as, speak_chosen
from mavis.ui.widgets.tally import TallyButton
from tests.ui.everyone.heard import complaints
from tests.ui.invented import TALLIES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


def _window(qtbot: QtBot, *inside: QWidget) -> QWidget:
    give_voices()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in inside:
        column.addWidget(widget)
    window.show()
    return window


def _kinds(window: QWidget) -> list[str]:
    return [complaint.partition(":")[0] for complaint in complaints(window)]


def test_a_button_without_a_name_is_found(qtbot: QtBot) -> None:
    """An icon alone says nothing."""
    assert _kinds(_window(qtbot, QPushButton())) == ["has no name"]


def test_two_of_one_name_are_found_unless_their_groups_differ(qtbot: QtBot) -> None:
    """Two times Save beside each other cannot be told apart; in two groups they can."""
    groups = []
    for name in ("Care", "Leaving"):
        group = QWidget()
        speak_as(group, Role.Grouping)
        group.setAccessibleName(name)
        QCheckBox("Taxi", group)
        groups.append(group)

    assert _kinds(_window(qtbot, QPushButton("Save"), QPushButton("Save"))) == ["twice in its group"]
    assert _kinds(_window(qtbot, *groups)) == []


def test_a_toggle_button_that_claims_to_be_a_check_box_is_found(qtbot: QtBot) -> None:
    """A push button that stays down is no answer to tick."""
    button = QPushButton("More")
    button.setCheckable(True)

    assert _kinds(_window(qtbot, button)) == ["should be Button"]


def test_a_name_that_hides_the_words_is_found(qtbot: QtBot) -> None:
    """A number that is called after its caption is never read out."""
    number = QLabel("3")
    number.setAccessibleName("visits")

    assert _kinds(_window(qtbot, number)) == ["hides its words"]


def test_a_list_to_choose_from_without_a_label_is_found(qtbot: QtBot) -> None:
    """On Linux a list is called after the entry that is chosen; a label must say what is chosen."""
    carer, label = QComboBox(), QLabel("Looked after by")
    carer.addItem("nobody yet")

    window = _window(qtbot, label, carer)
    before = _kinds(window)
    label.setBuddy(carer)

    assert (before, _kinds(window)) == (["names its choice, and no label beside it says what for"], [])


def test_a_painted_widget_that_says_nothing_is_found(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Qt cannot read what is painted."""
    tally = TallyButton(keeper, TALLIES[0])
    tally.setAccessibleName("")

    assert _kinds(_window(qtbot, tally)) == ["has no name", "is painted and says nothing"]


@pytest.mark.parametrize(("chosen", "wrong"), [((True, False), []), ((False, False), ["0 places in use"])])
def test_one_place_is_in_use(qtbot: QtBot, chosen: tuple[bool, ...], wrong: list[str]) -> None:
    """Of tabs beside each other."""
    tabs = []
    for at, one in enumerate(chosen):
        tab = QPushButton()
        speak_as(tab, Role.PageTab)
        tab.setAccessibleName(f"Place {at}")
        speak_chosen(tab, one)
        tabs.append(tab)

    assert _kinds(_window(qtbot, *tabs)) == wrong
