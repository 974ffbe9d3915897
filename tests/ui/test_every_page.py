"""What every page owes to gloves, small screens, screen readers and tired eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from mavis.ui.tokens import TARGET, ThemeName
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.status_line import KeyHint
from tests.programs import FOUR_WORDS, a_program
from tests.ui.windows import Hands, set_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.builders import SettableClock

CONTROLS = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox


def _unlock(hands: Hands) -> None:
    """The locked page itself."""
    hands.window.activateWindow()


def _start(hands: Hands) -> None:
    hands.unlock()


def _board(hands: Hands) -> None:
    for keys in ("N D R F Enter A Esc", "N H Enter U Esc", "N Esc"):
        hands.press(keys)


def _leaving(hands: Hands) -> None:
    hands.press("N D R F Enter U 7 E")


PAGES: dict[str, Callable[[Hands], None]] = {
    "unlock": _unlock,
    "recovery": lambda hands: hands.click(hands.button("Use the recovery")),
    "empty board": lambda hands: hands.press("F2"),
    "board": _board,
    "find": lambda hands: hands.press("N Esc /"),
    "keys": lambda hands: hands.press("F1"),
    "arrival": lambda hands: hands.press("N O"),
    "triage": lambda hands: hands.press("N 2 U"),
    "note": lambda hands: hands.press("N Ctrl+T"),
    "leaving": _leaving,
    "close": lambda hands: hands.press("N Esc F4"),
    "settings": lambda hands: hands.press("F8"),
    "start": _start,
    "first run": _unlock,
}
LOCKED = {"unlock", "recovery", "start", "first run"}


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> Iterator[Hands]:
    """The window at one of its pages."""
    name: str = request.param
    if name in {"start", "first run"}:
        program = a_program(tmp_path / "data", clock)
        if name == "start":
            set_up(program)
        made = Hands(qtbot, program)
        yield from _at(made, name)
        made.close()
    else:
        yield from _at(request.getfixturevalue("locked" if name in LOCKED else "hands"), name)


def _at(hands: Hands, name: str) -> Iterator[Hands]:
    PAGES[name](hands)
    if hands.shown.session is not None:
        hands.settle()
    yield hands


def controls(hands: Hands) -> list[QWidget]:
    """Everything seen that a person can press or type into."""
    return [one for one in hands.window.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]


def test_every_control_has_a_name_and_a_role(page: Hands) -> None:
    """What a screen reader says; no dialogue box, no number box that cannot be empty."""
    nameless = [repr(one) for one in controls(page) if not one.accessibleName()]

    assert nameless == []
    assert not any(isinstance(one, QAbstractSpinBox) for one in controls(page))
    assert not any(isinstance(one, QDialog) for one in QApplication.topLevelWidgets() if one.isVisible())


def test_targets_are_high_enough_for_gloves(page: Hands) -> None:
    """56 pixels and more."""
    low = [(one.accessibleName(), one.height()) for one in controls(page) if one.height() < TARGET]

    assert low == []


def test_every_control_lies_inside_its_page(page: Hands) -> None:
    """Nothing is cut at an edge, but for what a page scrolls up and down to."""
    outside = []
    for one in controls(page):
        holder = scrolled(one) or page.window
        corner = one.mapTo(holder, one.rect().topLeft())
        end = one.mapTo(holder, one.rect().bottomRight())
        if corner.x() < 0 or end.x() >= holder.width() or (holder is page.window and end.y() >= holder.height()):
            outside.append((one.accessibleName(), corner.x(), end.x(), holder.width()))

    assert outside == []


def scrolled(widget: QWidget) -> QWidget | None:
    """The part of a scrolling page that the widget lies on."""
    parent = widget.parentWidget()
    while parent is not None:
        above = parent.parentWidget()
        over = above.parentWidget() if above is not None else None
        if isinstance(over, QScrollArea) and above is over.viewport():
            return parent
        parent = above
    return None


def test_no_words_are_shortened(page: Hands) -> None:
    """Each chip shows all its words on two lines at most, each button all of them on one."""
    cut = [one.accessibleName() for one in controls(page) if is_cut(one)]

    assert cut == []


def is_cut(one: QWidget) -> bool:
    """Whether the words of a chip or a button do not fit into it."""
    if isinstance(one, CheckChip | RadioChip):
        return one.shown_words != one.view.words
    if isinstance(one, Button | KeyHint):
        return one.width() < one.sizeHint().width()
    return False


def test_tab_goes_through_the_page_and_comes_round(page: Hands) -> None:
    """Forwards and backwards every stop is left again, and the round has several stops."""
    for key, modifier in ((Qt.Key.Key_Tab, False), (Qt.Key.Key_Backtab, True)):
        if page.window.findChildren(QWidget, "key_list"):
            return
        stops = []
        for _ in range(120):
            page.press("Shift+Tab" if modifier else "Tab")
            stops.append(page.focused)
            if stops.count(page.focused) > 1:
                break
        assert key
        assert len(set(map(id, stops))) > 1
        assert stops[-1] is not stops[-2]
        assert any(stops[-1] is earlier for earlier in stops[:-1])


def test_themes_switch_while_the_page_is_shown(page: Hands) -> None:
    """Dark, light and amber paint differently, and nothing fails."""
    pictures = []
    for name in ThemeName:
        page.window.keeper.use(name)
        QApplication.processEvents()
        pictures.append(page.window.grab().toImage())

    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize("percent", [125, 150, 200])
def test_larger_text_fits(page: Hands, percent: int) -> None:
    """The window keeps its size, nothing scrolls sideways, nothing lies outside."""
    page.window.keeper.set_text_percent(percent)
    for _ in range(3):
        QApplication.processEvents()
    sideways = [
        (repr(area), area.horizontalScrollBar().maximum())
        for area in page.window.findChildren(QAbstractScrollArea)
        if area.isVisible() and not isinstance(area, QPlainTextEdit) and area.horizontalScrollBar().maximum() > 0
    ]

    assert (page.window.width(), page.window.height()) == (1366, 768)
    assert sideways == []
    test_every_control_lies_inside_its_page(page)


def test_the_passphrase_is_never_shown_or_named(page: Hands) -> None:
    """No widget of any page holds it."""
    held = [one for one in page.window.findChildren(QLineEdit) if one.text() == FOUR_WORDS and one.isVisible()]

    assert held == []
    assert not any(bar.isVisible() and bar.orientation() is Qt.Orientation.Horizontal for bar in bars(page))


def bars(hands: Hands) -> list[QScrollBar]:
    """Every scroll bar."""
    return hands.window.findChildren(QScrollBar)
