"""Where Tab goes next: the order in which a page is read, worked out from where things stand, whoever made them first.

Things above each other are read from the top, things beside each other from the left; a group is read to its end
before the next one begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_TOUCHING = 2
"""How many pixels two things may overlap and still stand beside each other."""


class _Part(NamedTuple):
    """Something seen, and the room that it takes."""

    widget: QWidget
    room: QRect


def go_on(root: QWidget, forward: bool) -> bool:
    """Give the keyboard to the next stop after the one that has it, round and round; False when there is none.

    A root that takes the keyboard itself, as a page does that is only read, is the first stop.
    """
    stops = [root, *stops_in(root)] if _takes_tab(root) else list(stops_in(root))
    if not stops:
        return False
    here = root.window().focusWidget()
    step = 1 if forward else -1
    place = stops.index(here) if here in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(place + step) % len(stops)].setFocus(reason)
    return True


def stops_in(root: QWidget) -> Iterator[QWidget]:
    """Everything within that Tab stops at, in the order of reading."""
    for part in _read(_parts(root)):
        if _takes_tab(part.widget):
            yield part.widget
        yield from stops_in(part.widget)


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return policy == Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.isEnabled()


def _parts(holder: QWidget) -> list[_Part]:
    children = (child for child in holder.children() if isinstance(child, QWidget))
    seen = [child for child in children if child.isVisible() and not child.isWindow()]
    return [_Part(child, QRect(child.mapTo(holder, QPoint(0, 0)), child.size())) for child in seen]


def _read(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Cut what is there into rows, each row into columns, each column into rows again, until nothing can be cut."""
    for cut in (_rows, _columns):
        groups = cut(parts)
        if len(groups) > 1:
            for group in groups:
                yield from _read(group)
            return
    yield from sorted(parts, key=lambda part: (part.room.top(), part.room.left()))


def _rows(parts: Sequence[_Part]) -> list[list[_Part]]:
    return _cut(parts, QRect.top, QRect.bottom)


def _columns(parts: Sequence[_Part]) -> list[list[_Part]]:
    return _cut(parts, QRect.left, QRect.right)


def _cut(parts: Sequence[_Part], start: Callable[[QRect], int], end: Callable[[QRect], int]) -> list[list[_Part]]:
    """Groups with nothing between them, in order along one direction."""
    groups: list[list[_Part]] = []
    reached = 0
    for part in sorted(parts, key=lambda one: start(one.room)):
        if not groups or start(part.room) > reached - _TOUCHING:
            groups.append([])
        groups[-1].append(part)
        reached = max(reached, end(part.room)) if len(groups[-1]) > 1 else end(part.room)
    return groups
