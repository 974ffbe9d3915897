"""The order in which Tab reads a page, from where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mavis.system.wording import words
from mavis.ui.keys.tab_order import stops_in
from mavis.ui.keys.tab_turn import Turn, take_turn

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.windows import Hands

    _Room = tuple[int, int, int, int]

_SIDE = 40
_MILL = {"a": (0, 0, 2, 1), "b": (2, 0, 1, 2), "c": (1, 2, 2, 1), "d": (0, 1, 1, 2)}


@pytest.mark.parametrize(
    ("rooms", "order"),
    [
        pytest.param({"a": (0, 1, 1, 1), "b": (1, 0, 1, 1), "c": (1, 1, 1, 1), "d": (0, 0, 1, 1)}, "dbac", id="rows"),
        pytest.param({"a": (0, 0, 1, 1), "b": (0, 1, 1, 1), "c": (1, 0, 1, 2)}, "abc", id="columns beside a tall one"),
        pytest.param(
            {"a": (0, 1, 1, 1), "b": (0, 2, 1, 1), "c": (1, 1, 1, 2), "d": (2, 1, 1, 1), "e": (2, 2, 1, 1)}
            | {"h": (0, 0, 3, 1)},
            "habcde",
            id="columns below a row",
        ),
        pytest.param(_MILL, "abdc", id="the blades of a mill, from the top"),
        pytest.param({}, "", id="nothing"),
    ],
)
def test_the_order_of_reading(qtbot: QtBot, rooms: dict[str, _Room], order: str) -> None:
    """Whoever was made first; each room is left, top, width and height."""
    window = _window(qtbot, rooms)

    assert "".join(stop.text() for stop in stops_in(window) if isinstance(stop, QPushButton)) == order


def test_what_cannot_be_used_is_no_stop(qtbot: QtBot) -> None:
    """Neither hidden, nor disabled, nor left out of Tab."""
    window = _window(qtbot, _MILL)
    kept, hidden, disabled, left_out = window.findChildren(QPushButton)
    hidden.hide()
    disabled.setEnabled(False)
    left_out.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    assert list(stops_in(window)) == [kept]


def test_something_takes_its_turn_before_or_after_what_stands_beside_it(qtbot: QtBot) -> None:
    """As the rail does after its page; the rest is read as ever."""
    window = _window(qtbot, {"a": (0, 0, 1, 1), "b": (1, 0, 1, 1), "c": (0, 1, 1, 1), "d": (1, 1, 1, 1)})
    by_name = {button.text(): button for button in window.findChildren(QPushButton)}
    take_turn(by_name["a"], Turn.LAST)
    take_turn(by_name["d"], Turn.FIRST)

    assert list(stops_in(window)) == [by_name[name] for name in "dbca"]


def test_tab_goes_from_the_start_of_a_shift_into_its_form(before_the_night: Hands) -> None:
    """The date, the times and the place, before any place of the rail."""
    seen = []
    for _ in range(4):
        before_the_night.press("Tab")
        seen.append(before_the_night.focused.accessibleName())

    assert seen == [words(f"start.{name}") for name in ("day", "start", "end", "parked_at")]


def _window(qtbot: QtBot, rooms: dict[str, _Room]) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    for name, room in sorted(rooms.items(), reverse=True):
        QPushButton(name, window).setGeometry(*(_SIDE * length for length in room))
    window.show()
    return window
