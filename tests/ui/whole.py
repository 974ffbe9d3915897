"""What is wrong with what a window draws at a size of text: cut, covered, out of its place, or too small for gloves."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from mavis.system.wording import all_words
from mavis.ui.look.theme import SMALLEST_TEXT
from mavis.ui.look.tokens import TARGET, Space
from mavis.ui.widgets.answer_row import AnswerRow
from mavis.ui.widgets.row import ActionRow, ClosedRow, PickRow
from mavis.ui.widgets.status_line import StatusLine
from mavis.ui.widgets.tab_strip import TabStrip
from tests.ui.drawn import cut, elided, is_in_sight, layer_of, marks, overlapping, sticks_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mavis.ui.main_window import MainWindow
    from mavis.ui.show.scenes import Scene

SIZE = (1366, 768)
LARGE_SIZES = (125, 150, 200)
_ROUNDS = 6
_CONTROLS = QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox


def faults(scene: Scene, large: Iterable[int] = LARGE_SIZES) -> list[str]:
    """What is wrong at a stop at 100 % and at each ``large`` size; its size of text may be another one afterwards."""
    found = []
    for percent in (SMALLEST_TEXT, *large):
        scene.window.keeper.set_text_percent(percent)
        for _ in range(_ROUNDS):
            QApplication.processEvents()
        assert (scene.window.width(), scene.window.height()) == SIZE
        wrong = (*_badly_drawn(scene.window), *_badly_placed(scene.window, percent))
        found += [f"{scene.name} at {percent} %: {fault}" for fault in wrong]
    return found


def _badly_drawn(window: MainWindow) -> Iterator[str]:
    found = marks(window)
    yield from (f"elided {mark}" for mark in elided(found) if mark.text not in all_words().values())
    yield from (f"cut {mark}" for mark in cut(found))
    yield from (f"{one} over {other}" for one, other in overlapping(found))


def _badly_placed(window: MainWindow, percent: int) -> Iterator[str]:
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum():
            yield f"scrolls sideways: {area!r}"
            return
    shown = [one for one in window.findChildren(QWidget) if isinstance(one, _CONTROLS) and one.isVisible()]
    yield from (f"sticks out: {_named(one)}" for one in shown if sticks_out(one, QRectF(one.rect())))
    yield from (f"low: {_named(one)} {one.height()}" for one in shown if one.height() < TARGET)
    if percent == SMALLEST_TEXT:
        apart = [(one, _seen(one)) for one in shown if is_in_sight(one) and not _is_joined(one)]
        for (one, room), (other, its_room) in combinations(apart, 2):
            if _gap(room, its_room) < Space.CONTROL and layer_of(one) is layer_of(other):
                yield f"too close: {_named(one)} and {_named(other)}"


def _is_joined(control: QWidget) -> bool:
    """Rows of a list, tabs and the message slot: each 56 high or more, with a line between them instead of a gap."""
    return isinstance(control, ActionRow | AnswerRow | ClosedRow | PickRow) or isinstance(
        control.parentWidget(), TabStrip | StatusLine
    )


def _seen(widget: QWidget) -> QRect:
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(widget.window(), QPoint(0, 0)))


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _gap(one: QRect, other: QRect) -> int:
    """The pixels between two rectangles, across or down, whichever is more."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def _named(widget: QWidget) -> str:
    place = _place(widget)
    return f"{type(widget).__name__} {widget.accessibleName()!r} at {place.x()},{place.y()}"
