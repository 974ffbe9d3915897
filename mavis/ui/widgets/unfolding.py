"""Qt's own lists that unfold, in the look of Mavis; apart from the lines, because no unlock screen has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QMenu

from mavis.ui.widgets.dressed import Dressed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper


class Choice(Dressed, QComboBox):
    """One of a list that unfolds."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nothing to choose from yet."""
        super().__init__(parent)
        self._dress(keeper)


class Menu(Dressed, QMenu):
    """A list of actions that pops up."""

    _classes = ("QMenu", "QToolTip")

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Without actions."""
        super().__init__(parent)
        self._dress(keeper)
