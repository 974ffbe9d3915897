"""The name at the head of the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper


class Brand(QWidget):
    """The name of the program and, in training, that all people are made up; 72 high."""

    def __init__(self, keeper: ThemeKeeper, name: str, second: str = "", parent: QWidget | None = None) -> None:
        """Show the name and a second line."""
        super().__init__(parent)
        self._keeper = keeper
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._name = TextLabel(keeper, name, size=Size.TITLE, weight=Weight.TITLE)
        self._second = TextLabel(keeper, second, size=Size.CAPTION, tone=Tone.MUTED)
        self._column.addWidget(self._name)
        self._column.addWidget(self._second)
        keeper.changed.connect(self._wear)
        self._wear()

    def _wear(self) -> None:
        px = self._keeper.px
        self._column.setContentsMargins(px(Space.EDGE), px(Space.CARD), 0, px(Space.CARD))
        self.setFixedHeight(px(72))
