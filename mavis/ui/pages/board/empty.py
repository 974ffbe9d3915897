"""What the board says while nobody is on the bus: which keys to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.pages.board.tally_strip import MORE_KEY
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_ROWS = (("N", "new"), ("W", "tally"), ("/", "find"))


class EmptyBoard(QWidget):
    """Three keys to know, inside a dashed frame."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say them."""
        super().__init__(parent)
        self._keeper = keeper
        self._column = column = QVBoxLayout(self)
        column.addWidget(TextLabel(keeper, words("board.empty.title"), size=Size.TITLE, weight=Weight.TITLE))
        column.addSpacing(Space.CONTROL)
        self._lines: list[QBoxLayout] = []
        self._caps: dict[str, KeyCap] = {}
        for key, name in _ROWS:
            column.addLayout(self._line(key, name))
        column.addStretch(1)
        self.name_counters(on_page=False)
        keeper.changed.connect(self._fit)
        self._fit()

    def _line(self, key: str, name: str) -> QHBoxLayout:
        keeper = self._keeper
        row, line = QHBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.EDGE)
        self._caps[name] = KeyCap(keeper, key, self)  # made in the order in which they are read out
        row.addWidget(self._caps[name])
        if name == "tally":
            self._page_cap = KeyCap(keeper, MORE_KEY, self)
            row.addWidget(self._page_cap)
        what = TextLabel(keeper, words(f"board.empty.{name}"), size=Size.LABEL, weight=Weight.TITLE, parent=self)
        how = TextLabel(keeper, words(f"board.empty.{name}_how"), size=Size.LABEL, tone=Tone.MUTED, wrap=True)
        line.setSpacing(Space.TINY)
        line.addWidget(what)
        line.addWidget(how, 1)
        row.addLayout(line, 1)
        self._lines.append(line)
        return row

    def name_counters(self, *, on_page: bool) -> None:
        """Say the key of the first counter, or where the counters have a page of their own the key of that."""
        self._caps["tally"].setHidden(on_page)
        self._page_cap.setVisible(on_page)

    def _fit(self) -> None:
        """With large text each line is two, nearer to the frame."""
        large = self._keeper.theme.is_large
        edge = Space.EDGE if large else Space.WIDE
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(Space.CARD if large else Space.GROUP)
        for line in self._lines:
            stack(line, large)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed frame."""
        painter = canvas(self)
        px = self._keeper.px
        draw_box(
            painter, QRectF(self.rect()), Box("", self._keeper.tokens.line, px(1), px(Radius.CONTROL), dashed=True)
        )
        painter.end()
