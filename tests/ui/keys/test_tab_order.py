"""The order in which Tab reads a page, from where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mavis.ui.keys.tab_order import stops_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

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


def _window(qtbot: QtBot, rooms: dict[str, _Room]) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    for name, room in sorted(rooms.items(), reverse=True):
        QPushButton(name, window).setGeometry(*(_SIDE * length for length in room))
    window.show()
    return window
