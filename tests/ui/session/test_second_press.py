"""A double click of a gloved hand: the second press never uses what the first one brought under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mavis.system.wording import words
from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.tally import TallyButton
from tests.ui.windows import rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.windows import Hands

BOUNCE_MS = 90
"""So long lies between the two presses of a hand in a glove."""


def click(hands: Hands, spot: QPointF, at_ms: int, *, second: bool = False) -> None:
    """Press and let go at a place of the window; Qt tells a window of a second press, and that it is a second one."""
    presses = [QEvent.Type.MouseButtonPress, *([QEvent.Type.MouseButtonDblClick] if second else [])]
    for kind in presses:
        _tell(hands, kind, spot, at_ms)
    _tell(hands, QEvent.Type.MouseButtonRelease, spot, at_ms + BOUNCE_MS // 3)
    QApplication.processEvents()


def _tell(hands: Hands, kind: QEvent.Type, spot: QPointF, at_ms: int) -> None:
    screen, left = hands.window.windowHandle(), Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(kind, spot, screen.mapToGlobal(spot), left, held, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at_ms)
    QCoreApplication.sendEvent(screen, event)


def tap(hands: Hands, spot: QPointF) -> None:
    """Touch a place of the screen with a finger; Qt makes a press of it."""
    finger = QTest.createTouchDevice()
    screen, place = hands.window.windowHandle(), spot.toPoint()
    QTest.touchEvent(screen, finger).press(0, place, screen).commit()
    QTest.touchEvent(screen, finger).release(0, place, screen).commit()


def spot_of(hands: Hands, widget: QWidget) -> QPointF:
    """The middle of a control, within the window."""
    return QPointF(widget.mapTo(hands.window, widget.rect().center()))


def bounce(hands: Hands, widget: QWidget, apart_ms: int = BOUNCE_MS) -> None:
    """Click what is seen, and the same place of the screen once more."""
    spot = spot_of(hands, widget)
    click(hands, spot, 5_000)
    click(hands, spot, 5_000 + apart_ms, second=True)


def tallies(hands: Hands) -> list[int]:
    """What the counters of the board hold."""
    return [tally.count for tally in hands.session.desk.tallies.values() if tally.count]


def finish(hands: Hands, apart_ms: int) -> None:
    """A finished visit shows the board, and a counter of it where *Finish* was."""
    hands.press("N D 2 A 7 F")
    bounce(hands, hands.button(words("visit.finish")), apart_ms)
    hands.settle()
    assert not hands.stored()[0].is_open


def test_a_double_click_on_finish_counts_nothing_on_the_board(hands: Hands) -> None:
    """The counter that lies where *Finish* was stays empty."""
    finish(hands, BOUNCE_MS)
    assert tallies(hands) == []


@pytest.fixture
def usual_interval() -> Iterator[int]:
    """How soon a second press belongs to the first; whatever a test says of it is taken back."""
    usual = QApplication.doubleClickInterval()
    yield usual
    QApplication.setDoubleClickInterval(usual)


def test_two_taps_on_finish_count_nothing_on_the_board(hands: Hands, usual_interval: int) -> None:
    """A finger that taps twice finishes the visit once; the counter that comes under it counts a tap after a look."""
    hands.press("N D 2 A 7 F")
    spot = spot_of(hands, hands.button(words("visit.finish")))
    QApplication.setDoubleClickInterval(1000 * usual_interval)  # however slow the machine, the second tap is soon
    tap(hands, spot)
    QApplication.processEvents()
    tap(hands, spot)
    hands.settle()
    counted = tallies(hands)
    QApplication.setDoubleClickInterval(0)
    rest(hands, 2)  # a press is known by its millisecond
    tap(hands, spot)
    hands.settle()
    assert not hands.stored()[0].is_open
    assert (counted, tallies(hands)) == ([], [1])


def test_whoever_looked_between_two_presses_means_both(hands: Hands) -> None:
    """After the time of a double click the same place of the screen takes a press again."""
    finish(hands, 1_000)
    assert tallies(hands) == [1]


def test_one_counter_counts_each_press(hands: Hands) -> None:
    """Two waters are two presses, however soon they follow each other."""
    counters = hands.window.findChildren(TallyButton)
    bounce(hands, next(one for one in counters if one.isVisible() and one.view.countable))
    assert tallies(hands) == [2]


def test_a_double_click_that_opens_the_referrals_refers_nobody(hands: Hands) -> None:
    """The page brings the part to where its tile was, and one of its targets lies under the second press."""
    hands.press("N B F 6")
    hands.until(lambda: not hands.page.scroller.is_settling)
    tiles = hands.page.findChildren(QAbstractButton, "chip.referrals")
    bounce(hands, next(one for one in tiles if one.isVisible()))
    assert hands.page.panels[Section.SAFETY].key_place == "referrals"
    assert hands.visit.referrals == ()


def test_a_double_click_on_999_called_asks_for_no_sheet(hands: Hands) -> None:
    """The button of the handover sheet takes the place of the one that was pressed."""
    asked: list[str] = []
    hands.press("N 2 U")
    danger = hands.page.banners.danger
    danger.used.connect(asked.append)
    bounce(hands, hands.button(words("visit.banner.called_999")))
    assert hands.visit.ambulance_requested_at is not None
    assert asked == []
