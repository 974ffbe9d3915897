"""The eyes of the tests of every page see what is wrong: without that, their silence would mean nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from tests.ui.drawn import ELLIPSIS, cut, elided, marks, overlapping, sticks_out
from tests.ui.looks import shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


def test_words_that_are_whole_are_no_fault(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Two lines below each other."""
    found = marks(shown(qtbot, QLabel("New visit"), QLabel("Close the shift")))

    assert [mark.text for mark in found] == ["New visit", "Close the shift"]
    assert (elided(found), cut(found), overlapping(found)) == ([], [], [])


def test_words_that_end_in_dots_are_seen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Whoever wrote them so."""
    found = marks(shown(qtbot, QLabel(f"Close the{ELLIPSIS}")))

    assert [mark.text for mark in elided(found)] == [f"Close the{ELLIPSIS}"]


def test_words_and_controls_that_are_cut_are_seen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """A label that is too narrow for its words, one that is too low, and a button beyond the edge of its frame."""
    narrow, low, frame = QLabel("Close the shift"), QLabel("Gylph"), QFrame()
    narrow.setFixedWidth(30)
    low.setFixedHeight(4)
    frame.setFixedSize(60, 60)
    beyond = QPushButton("Go", frame)
    beyond.setGeometry(40, 0, 56, 56)
    found = marks(shown(qtbot, narrow, low, frame))

    assert {mark.text for mark in cut(found)} >= {"Close the shift", "Gylph"}
    assert sticks_out(beyond, beyond.rect().toRectF())


def test_words_over_words_are_seen(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Two labels in one place, neither of which hides the other."""
    frame = QFrame()
    frame.setMinimumSize(300, 60)
    for left, text in ((0, "Close the shift"), (20, "New visit")):
        QLabel(text, frame).setGeometry(left, 0, 200, 40)
    found = marks(shown(qtbot, frame))

    assert {mark.text for pair in overlapping(found) for mark in pair} == {"Close the shift", "New visit"}
