"""When Tab comes to a widget, whatever stands beside it: what widgets say of themselves, read where Tab goes on."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TURN = "tab_turn"


class Turn(IntEnum):
    """When Tab comes to something, whatever stands beside it; most things take their turn in the order of reading."""

    FIRST = -1
    READ = 0
    LAST = 1
    AFTER_ALL = 2
    """After everything of the window: what only helps with a field must not stand between it and the next."""


def take_turn(widget: QWidget, turn: Turn) -> None:
    """Have Tab come to a widget and all within it before or after everything else of its parent."""
    widget.setProperty(_TURN, int(turn))


def turn_of(widget: QWidget) -> Turn:
    """The turn that a widget takes."""
    turn = widget.property(_TURN)
    return Turn.READ if turn is None else Turn(turn)
