"""Large answers for somebody who sees the screen for the first time: 72 high, in the size of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from mavis.ui.look.tokens import Size
from mavis.ui.widgets.chip import RadioChip
from mavis.ui.widgets.chip_grid import ChoiceGrid

if TYPE_CHECKING:
    from mavis.ui.look.painting import Ink

_HEIGHT = 72


class LargeChip(RadioChip):
    """Pick one, in large words."""

    def sizeHint(self) -> QSize:
        """At least 72 high."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._keeper.px(_HEIGHT)))

    def _ink(self, size: Size = Size.TITLE, second: bool = False) -> Ink:
        return super()._ink(size, second)


class LargeGrid(ChoiceGrid):
    """The large answers to one question."""

    _radio = LargeChip
