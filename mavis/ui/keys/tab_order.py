"""Where Tab goes next: the order in which a page is read, worked out from where things stand, whoever made them first.

Things above each other are read from the top, things beside each other from the left; a group is read to its end
before the next one begins. The rail comes after its page, which is what somebody is at.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mavis.ui.keys.tab_turn import Turn, turn_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect

_TOUCHING = 2
"""How many pixels two things may overlap and still stand beside each other."""
_BY_TAB = (Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.WheelFocus)


class _Part(NamedTuple):
    """Something seen, and the first and last pixels that it takes."""

    widget: QWidget
    left: int
    top: int
    right: int
    bottom: int


class _Way(NamedTuple):
    """A direction in which parts follow each other: where one starts and ends along it."""

    start: Callable[[_Part], int]
    end: Callable[[_Part], int]


_DOWN = _Way(attrgetter("top"), attrgetter("bottom"))
_ACROSS = _Way(attrgetter("left"), attrgetter("right"))
_FROM_TOP_LEFT = attrgetter("top", "left")


def go_on(root: QWidget, forward: bool) -> bool:
    """Give the keyboard to the next stop after the one that has it, round and round; False when there is none.

    A root that takes the keyboard itself, as a page does that is only read, is the first stop.
    """
    stops = _stops_of(root)
    stops.sort(key=_comes_after_all)
    if not stops:
        return False
    here = root.window().focusWidget()
    step = 1 if forward else -1
    place = stops.index(here) if here in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(place + step) % len(stops)].setFocus(reason)
    return True


def stops_in(root: QWidget) -> list[QWidget]:
    """Everything within that Tab stops at, in the order of reading.

    Where things stand is asked only where there are two to choose from: a page has ten times as many parts as stops.
    """
    seen = _seen(root)
    found = {child: stops for child in seen if (stops := _stops_of(child))}
    if len(found) < 2:
        return next(iter(found.values()), [])
    parts = _read([_part(child, child.geometry()) for child in seen], (_DOWN, _ACROSS))
    return [stop for part in sorted(parts, key=_turn) for stop in found.get(part.widget, ())]


def _stops_of(widget: QWidget) -> list[QWidget]:
    """The widget itself, if Tab stops at it, and everything within."""
    return [widget, *stops_in(widget)] if _takes_tab(widget) else stops_in(widget)


def _turn(part: _Part) -> Turn:
    return turn_of(part.widget)


def _comes_after_all(stop: QWidget) -> bool:
    return turn_of(stop) is Turn.AFTER_ALL


def _takes_tab(widget: QWidget) -> bool:
    return widget.focusPolicy() in _BY_TAB and widget.focusProxy() is None and widget.isEnabled()


def _seen(holder: QWidget) -> list[QWidget]:
    return [
        child
        for child in holder.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]


def _part(widget: QWidget, room: QRect) -> _Part:
    return _Part(widget, room.left(), room.top(), room.right(), room.bottom())


def _read(parts: list[_Part], ways: Sequence[_Way]) -> list[_Part]:
    """Cut what is there into rows, each row into columns, each column into rows again, until nothing can be cut."""
    if len(parts) < 2:
        return parts
    for way in ways:
        groups = _cut(parts, way)
        if len(groups) > 1:
            other = (_ACROSS if way is _DOWN else _DOWN,)  # along the same way nothing is left to cut
            return [part for group in groups for part in _read(group, other)]
    return sorted(parts, key=_FROM_TOP_LEFT)


def _cut(parts: Sequence[_Part], way: _Way) -> list[list[_Part]]:
    """Groups with nothing between them, in order along one direction."""
    groups: list[list[_Part]] = []
    reached = 0
    for part in sorted(parts, key=way.start):
        if not groups or way.start(part) > reached - _TOUCHING:
            groups.append([])
            reached = way.end(part)
        groups[-1].append(part)
        reached = max(reached, way.end(part))
    return groups
