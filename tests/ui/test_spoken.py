"""A screen reader hears of a painted widget what it is, in which state, and can press it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from mavis.ui.spoken import Role, give_voices, speak_as, speak_chosen, speak_unfolded
from mavis.ui.widgets.chip import ChipView, RadioChip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


@pytest.fixture(autouse=True)
def voices() -> None:
    """As the program does when it dresses itself."""
    give_voices()


def _spoken(widget: QWidget) -> QAccessibleInterface:
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is None:
        raise LookupError(widget)
    return spoken


def test_a_widget_is_what_it_was_said_to_be(qtbot: QtBot) -> None:
    """A plain widget of Qt is a filler without that; its name and its parts stay."""
    group = QWidget()
    qtbot.addWidget(group)
    speak_as(group, Role.Grouping)
    group.setAccessibleName("Care")
    QPushButton("Water", group)

    spoken = _spoken(group)

    assert (spoken.role(), spoken.text(QAccessible.Text.Name), spoken.childCount()) == (Role.Grouping, "Care", 1)


def test_a_role_that_comes_late_is_heard_while_a_reader_listens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Naming a widget wakes its voice; a role that is given afterwards counts all the same."""
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    button = QPushButton()
    qtbot.addWidget(button)
    before = _spoken(button).role()

    speak_as(button, Role.PageTab)

    assert (before, _spoken(button).role()) == (Role.Button, Role.PageTab)


def test_a_button_with_a_voice_of_its_own_can_be_pressed(qtbot: QtBot) -> None:
    """Press is the first of its actions, and the keyboard can be brought to it as to any other."""
    button = QPushButton()
    qtbot.addWidget(button)
    button.show()
    speak_as(button, Role.PageTab)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))

    actions = _spoken(button).actionInterface()
    actions.doAction("Press")
    actions.doAction("SetFocus")

    assert actions.actionNames() == ["Press", "SetFocus"]
    assert (pressed, button.window().focusWidget()) == (["once"], button)


def test_an_answer_that_is_toggled_is_told_as_if_by_hand(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The voice that Qt gives a radio button sets the mark without a click, so that nothing would be recorded."""
    chip = RadioChip(keeper, ChipView("taxi", "Taxi"))
    qtbot.addWidget(chip)
    chip.show()
    answered: list[bool] = []
    chip.answered.connect(answered.append)

    spoken = _spoken(chip)
    spoken.actionInterface().doAction("Toggle")
    state = spoken.state()

    assert (answered, spoken.role()) == ([True], Role.RadioButton)
    assert (bool(state.checkable), bool(state.checked), bool(state.disabled)) == (True, True, False)
    chip.setEnabled(False)
    assert spoken.actionInterface().actionNames() == []


def test_a_scroll_bar_that_has_gone_is_no_part_any_more(qtbot: QtBot) -> None:
    """A reader that asks for it a moment too late hears nothing; Qt's own voice would read past the end of a list."""
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidget(QWidget())

    spoken = _spoken(area)

    assert spoken.childCount() > 0
    assert spoken.child(spoken.childCount()) is None


def test_places_and_folds_say_how_they_stand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, and by an event when that changes while a reader listens."""
    heard: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    button = QPushButton()
    qtbot.addWidget(button)
    speak_as(button, Role.Button)

    speak_chosen(button, False)
    speak_unfolded(button, False)
    state = _spoken(button).state()
    first = (bool(state.selected), bool(state.expandable), bool(state.expanded), bool(state.collapsed))
    speak_chosen(button, True)
    speak_unfolded(button, True)
    state = _spoken(button).state()

    assert first == (False, True, False, True)
    assert (bool(state.selected), bool(state.expanded), bool(state.collapsed)) == (True, True, False)
    assert [type(one) for one in heard] == [QAccessibleStateChangeEvent] * 2
