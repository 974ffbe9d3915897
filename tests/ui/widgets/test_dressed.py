"""Qt's own fields, menus and bars wear the look by themselves, and nothing else wears a style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit, QScrollBar, QWidget

from mavis.ui.look.theme import LARGEST_TEXT
from mavis.ui.look.tokens import TABLES, ThemeName
from mavis.ui.widgets.button import HoldButton
from mavis.ui.widgets.dressed import Bar, Dressed, Line
from mavis.ui.widgets.field import Field, TextArea
from mavis.ui.widgets.focus_ring import RINGLESS
from mavis.ui.widgets.unfolding import Choice, Menu
from tests.ui.drawn import ELLIPSIS, marks
from tests.ui.looks import colours, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper
    from tests.ui.windows import Hands

_OF_QT = (QLineEdit, QPlainTextEdit, QComboBox, QMenu)


class _Polished(QObject):
    """Counts the widgets that Qt dresses anew."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("kind", [Line, Choice, Menu])
def test_each_follows_the_theme(qtbot: QtBot, keeper: ThemeKeeper, kind: type[Line | Choice | Menu]) -> None:
    """Its sheet is that of the theme in use, now and after a switch."""
    worn = kind(keeper)
    qtbot.addWidget(worn)
    assert TABLES[ThemeName.DARK].line in worn.styleSheet()

    keeper.use(ThemeName.LIGHT)

    assert TABLES[ThemeName.LIGHT].line in worn.styleSheet()


@pytest.mark.parametrize("name", ThemeName)
def test_an_example_in_an_empty_field_is_written_as_the_table_says(
    qtbot: QtBot, keeper: ThemeKeeper, name: ThemeName
) -> None:
    """In the muted colour of the theme, whose contrast is computed; Qt by itself writes it half transparent."""
    keeper.use(name)
    field, area = Field(keeper, "Place", hint="street"), TextArea(keeper, "Note", hint="words")
    shown(qtbot, field, area)
    for worn in (field.edit, area):
        colour = worn.palette().color(QPalette.ColorRole.PlaceholderText)
        assert colour.name(QColor.NameFormat.HexArgb).upper() == f"#FF{TABLES[name].muted[1:]}"


def test_a_list_that_unfolds_has_an_arrow_and_rows_of_full_height(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """So that nobody takes it for a field, and a glove finds each row; no ring lies over the rows."""
    choice = Choice(keeper)
    choice.addItems(["Nobody yet", "Asha Nair"])
    shown(qtbot, choice)
    image = choice.grab().toImage()
    arrow = [image.pixelColor(x, image.height() // 2 + 2).name() for x in range(image.width() - 48, image.width() - 8)]
    assert TABLES[ThemeName.DARK].text.lower() in arrow

    assert choice.view().sizeHintForRow(1) >= 56
    assert choice.view().property(RINGLESS)


def test_a_bar_is_wider_with_larger_text(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The bar is measured in the lengths of the theme."""
    bar = Bar(keeper)
    qtbot.addWidget(bar)
    before = bar.sizeHint().width()

    keeper.set_text_percent(LARGEST_TEXT)

    assert bar.sizeHint().width() == 2 * before


def test_a_mark_edges_the_line_until_it_is_plain_again(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """The edge of a warning, and of a line without one."""
    line = Line(keeper)
    shown(qtbot, line)
    line.mark("warning")
    assert keeper.tokens.amber_text.lower() in colours(line)

    line.mark("plain")

    assert keeper.tokens.amber_text.lower() not in colours(line)


def test_words_too_long_for_a_line_end_in_dots_while_nobody_types(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """No letter is cut in the middle: the beginning is read, whole words stay as they are, and so does typing."""
    line, other = Line(keeper), Line(keeper)
    window = shown(qtbot, line, other)
    line.setFixedWidth(240)
    other.setFocus()
    line.setText("pink dress, one shoe, blonde hair, silver bag")
    assert [mark.text[-1] for mark in marks(window) if mark.widget is line and mark.text] == [ELLIPSIS]

    line.setText("pink dress")
    assert [mark.text for mark in marks(window) if mark.widget is line and mark.text] == ["pink dress"]

    line.setText("pink dress, one shoe, blonde hair, silver bag")
    line.setFocus()
    assert [mark.text[-1] for mark in marks(window) if mark.widget is line and mark.text] == ["g"]


def test_the_label_inside_a_field_stays_quiet(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """What stands inside a line is muted, whatever colour the line gives to what is typed."""
    field = Field(keeper, "MMMM", inset=True)
    shown(qtbot, field, TextArea(keeper, "Notes"))
    keeper.use(ThemeName.LIGHT)
    qtbot.wait(20)

    assert keeper.tokens.muted.lower() in colours(field)


def test_a_tip_wears_the_look(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A control with a tip hands it the sheet of the theme in use; without one it wears nothing."""
    button = HoldButton(keeper, "Close")
    qtbot.addWidget(button)
    keeper.use(ThemeName.LIGHT)
    assert TABLES[ThemeName.LIGHT].line in button.styleSheet()

    button.set_tip("")

    assert button.styleSheet() == ""


def test_a_new_look_dresses_only_what_qt_paints(hands: Hands) -> None:
    """A few dozen widgets of several hundred are dressed anew, so that the switch is over before it is noticed."""
    everything = [widget for widget in QApplication.allWidgets() if hands.window.isAncestorOf(widget)]
    counter = _Polished()
    for widget in everything:
        widget.installEventFilter(counter)

    hands.window.keeper.use(ThemeName.LIGHT)

    assert 0 < counter.times < len(everything) // 5


def test_nothing_of_qt_is_left_undressed(hands: Hands) -> None:
    """Whatever Qt paints wears the look: a field, a list that unfolds, a menu, and each bar that can be seen."""
    of_qt = [one for kind in _OF_QT for one in hands.window.findChildren(kind)]
    bars = [bar for bar in hands.window.findChildren(QScrollBar) if bar.isVisible()]

    assert of_qt
    assert [one for one in (*of_qt, *bars) if not _is_dressed(one)] == []


def _is_dressed(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, Dressed):
        widget = widget.parentWidget()
    return widget is not None


def _clicked(line: Line, x: int, trembling: int = 0) -> None:
    """Press at a place, move by some pixels, let go."""
    at, end = QPoint(x, line.height() // 2), QPoint(x + trembling, line.height() // 2)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        end.toPointF(),
        line.mapToGlobal(end).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(line, moved)
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=end)


def test_a_click_into_a_figure_marks_it_and_the_next_one_puts_the_caret(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Nobody types 1236 into the middle of 12:43, not with a trembling hand, nor with two quick clicks."""
    other, line = Line(keeper), Line(keeper)
    line.is_figure = True
    line.setText("12:43")
    shown(qtbot, other, line)
    marked = []
    for trembling in (0, 12):
        other.setFocus()
        _clicked(line, 20, trembling)
        marked.append(line.selectedText())
    _clicked(line, 20)
    marked.append(line.selectedText())
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, line.height() // 2))
    marked.append(line.selectedText())

    assert marked == ["12:43", "12:43", "", "12:43"]


def test_a_click_into_words_puts_the_caret(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """What was written stays when a letter follows."""
    line = Line(keeper)
    line.setText("grey coat")
    shown(qtbot, line)
    line.clearFocus()
    _clicked(line, 20)

    assert line.selectedText() == ""
