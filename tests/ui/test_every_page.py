"""What every page owes to gloves, small screens, screen readers and tired eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
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
    QWidget,
)

from mavis.ui.look.tokens import TARGET, ThemeName
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.status_line import KeyHint
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.windows import Hands

CONTROLS = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox


def _stay(hands: Hands) -> None:
    """The page itself."""
    hands.window.activateWindow()


def _board(hands: Hands) -> None:
    for keys in ("N D R F 2 A Esc", "N H Enter U Esc", "N Esc"):
        hands.press(keys)


def _leaving(hands: Hands) -> None:
    hands.press("N D R F 2 U 7 E")


PAGES: dict[str, Callable[[Hands], None]] = {
    "unlock": _stay,
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
    "start": _stay,
    "first run": _stay,
}
WINDOWS = {"unlock": "locked", "recovery": "locked", "start": "before_the_night", "first run": "fresh"}
"""The fixtures that a page is reached from, where it is not the board."""


@pytest.fixture(params=list(PAGES))
def page(request: pytest.FixtureRequest) -> Hands:
    """The window at one of its pages."""
    hands: Hands = request.getfixturevalue(WINDOWS.get(request.param, "hands"))
    PAGES[request.param](hands)
    if hands.shown.session is not None:
        hands.settle()
    return hands


def controls(hands: Hands) -> list[QWidget]:
    """Everything seen that a person can press or type into."""
    return [one for one in hands.window.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]


def test_every_control_serves_gloves_and_screen_readers(page: Hands) -> None:
    """Each has a name, is 56 pixels high or more, lies inside its page, and shows all its words."""
    shown = controls(page)

    assert [repr(one) for one in shown if not one.accessibleName()] == []
    assert [(one.accessibleName(), one.height()) for one in shown if one.height() < TARGET] == []
    assert outside(page) == []
    assert [one.accessibleName() for one in shown if is_cut(one)] == []
    assert_nothing_stops_the_hand(page)


def assert_nothing_stops_the_hand(page: Hands) -> None:
    """No dialogue box, no number box that cannot be empty, no passphrase that can be read."""
    assert not any(isinstance(one, QAbstractSpinBox) for one in controls(page))
    assert not any(isinstance(one, QDialog) for one in QApplication.topLevelWidgets() if one.isVisible())
    assert not any(one.text() == FOUR_WORDS for one in page.window.findChildren(QLineEdit))


def outside(hands: Hands) -> list[tuple[str, int, int, int]]:
    """The controls that are cut at an edge, but for what a page scrolls up and down to: left, right, room."""
    found = []
    for one in controls(hands):
        holder = scrolled(one) or hands.window
        corner = one.mapTo(holder, one.rect().topLeft())
        end = one.mapTo(holder, one.rect().bottomRight())
        if corner.x() < 0 or end.x() >= holder.width() or (holder is hands.window and end.y() >= holder.height()):
            found.append((one.accessibleName(), corner.x(), end.x(), holder.width()))
    return found


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


def is_cut(one: QWidget) -> bool:
    """Whether the words of a chip (two lines) or a button (one line) do not fit into it."""
    if isinstance(one, CheckChip | RadioChip):
        return one.shown_words != one.view.words
    if isinstance(one, Button | KeyHint):
        return one.width() < one.sizeHint().width()
    return False


def test_tab_goes_through_the_page_and_comes_round(page: Hands) -> None:
    """Every stop is left again, forwards and backwards, and the round has several stops."""
    for key in ("Tab", "Shift+Tab"):
        stops: list[QWidget] = []
        while page.focused not in stops:
            stops.append(page.focused)
            page.press(key)

        assert len(stops) > 1, key
        assert page.focused is not stops[-1], key


def test_every_theme_and_text_size_fits(page: Hands) -> None:
    """Switched live: each theme paints otherwise, larger text never sticks out or scrolls sideways."""
    pictures = []
    for name in ThemeName:
        page.window.keeper.use(name)
        QApplication.processEvents()
        pictures.append(page.window.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    for percent in (125, 150, 200):
        page.window.keeper.set_text_percent(percent)
        for _ in range(3):
            QApplication.processEvents()
        assert (page.window.width(), page.window.height()) == (1366, 768)
        assert sideways(page) == [], percent
        assert outside(page) == [], percent


def sideways(hands: Hands) -> list[tuple[str, int]]:
    """What would have to be scrolled sideways to be seen, and how far."""
    areas = [area for area in hands.window.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [
        (repr(area), area.horizontalScrollBar().maximum()) for area in areas if area.horizontalScrollBar().maximum()
    ]
