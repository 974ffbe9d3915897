"""Fields: what is typed stays; warnings and errors are a sentence, an icon and a border."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState, TextArea
from mavis.ui.widgets.passphrase import PassphraseField, Strength, StrengthBar
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


def test_typing_is_told_and_filling_is_not(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The page fills the field from the record without an echo."""
    field = Field(keeper, "Name")
    shown(qtbot, field)
    typed: list[str] = []
    entered: list[None] = []
    field.typed.connect(typed.append)
    field.entered.connect(lambda: entered.append(None))

    field.set_text("man, grey")
    QTest.keyClicks(field.edit, " c")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)

    assert typed == ["man, grey ", "man, grey c"]
    assert (field.text, len(entered)) == ("man, grey c", 1)


def test_words_that_a_program_types_for_somebody_are_told_too(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Who dictates, or types by a switch, puts whole words into the field through the screen reader's door."""
    field = Field(keeper, "Name")
    shown(qtbot, field)
    typed: list[str] = []
    field.typed.connect(typed.append)

    spoken = QAccessible.queryAccessibleInterface(field.edit)
    spoken.editableTextInterface().replaceText(0, 0, "Blue Jay")

    assert (field.text, typed) == ("Blue Jay", ["Blue Jay"])


def test_the_caret_does_not_jump(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A refresh that brings the same words leaves the caret where the person is typing."""
    field = Field(keeper, "Name")
    shown(qtbot, field)
    field.set_text("grey coat")
    field.edit.setCursorPosition(4)

    field.set_text("grey coat")

    assert field.edit.cursorPosition() == 4


@pytest.mark.parametrize(("state", "token"), [(FieldState.WARNING, "amber_text"), (FieldState.ERROR, "red_text")])
def test_a_note_is_sentence_icon_and_border(qtbot: QtBot, keeper: ThemeKeeper, state: FieldState, token: str) -> None:
    """And goes again; the words stay in the field."""
    field = Field(keeper, "Time")
    shown(qtbot, field)
    field.set_text("1:75")
    colour = getattr(keeper.tokens, token).lower()

    field.set_state(state, "Type a time: 0145")
    marked = colours(field)
    assert (field.note, field.edit.accessibleDescription()) == ("Type a time: 0145", "Type a time: 0145")
    field.set_state(FieldState.PLAIN)

    assert colour in marked
    assert colour not in colours(field)
    assert (field.text, field.note) == ("1:75", "")


def test_a_note_does_not_move_the_field(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Its line is kept free."""
    field = Field(keeper, "Pulse")
    shown(qtbot, field)
    before = (field.height(), field.edit.geometry())

    field.set_state(FieldState.WARNING, "Very high. Right?")
    qtbot.wait(20)

    assert (field.height(), field.edit.geometry()) == before


def test_a_field_is_a_target_and_grows_with_the_text(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """56 high at 100 %, 112 at 200 %."""
    field = Field(keeper, "Name")
    shown(qtbot, field)
    assert field.edit.height() == 56

    keeper.set_text_percent(200)

    assert field.edit.minimumHeight() == 112
    assert field.edit.font().pixelSize() == 40


def test_tab_leaves_a_text_area(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nobody is trapped in it; a refresh with the same words does not move the caret."""
    area, after = TextArea(keeper, "Handover notes"), QLineEdit()
    shown(qtbot, area, after)
    area.setFocus()
    QTest.keyClicks(area, "Foil blankets")
    area.set_text("Foil blankets")
    assert area.textCursor().position() == 13

    area.set_text("Foil blankets gone")
    QTest.keyClick(area, Qt.Key.Key_Tab)

    assert after.hasFocus()
    assert area.toPlainText() == "Foil blankets gone"


def test_a_passphrase_is_hidden_until_asked(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Show, hide, and forget."""
    field = PassphraseField(keeper, "Passphrase")
    shown(qtbot, field)
    QTest.keyClicks(field.edit, "four words")
    show = field.findChildren(Button)[0]

    assert field.edit.displayText() != "four words"
    show.click()
    assert field.edit.displayText() == "four words"
    field.clear()

    assert field.text == ""
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize("strength", Strength)
def test_strength_is_said_and_shown(qtbot: QtBot, keeper: ThemeKeeper, strength: Strength) -> None:
    """In a sentence and in as many parts of a bar."""
    field = PassphraseField(keeper, "A new passphrase", measured=True)
    shown(qtbot, field)

    field.set_strength(strength)

    bar = field.findChildren(StrengthBar)[0]
    middle = bar.grab().toImage()
    parts = [middle.pixelColor(int(bar.width() * (2 * part + 1) / 6), bar.height() // 2).name() for part in range(3)]
    assert field.note != ""
    assert sum(colour != keeper.tokens.bg.lower() for colour in parts) == strength
