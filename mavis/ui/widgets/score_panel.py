"""The early-warning score in one panel: the number, what it means, what to do; the border says how bad it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_LEAST = 104


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The number (or a dash), the headline, what to do, how it came about, and how loud the panel is."""

    number: str
    headline: str
    response: str
    detail: str = ""
    tone: Tone = Tone.PLAIN


class ScorePanel(QFrame):
    """Shows a score; a screen reader hears it as one text."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._tone = Tone.PLAIN
        speak_as(self, Role.Grouping)
        self._number = TextLabel(keeper, size=Size.CLOCK, weight=Weight.TITLE, parent=self)
        self._headline = TextLabel(keeper, size=Size.LABEL, weight=Weight.TITLE, wrap=True, parent=self)
        self._response = TextLabel(keeper, weight=Weight.CONTROL, wrap=True, parent=self)
        self._detail = TextLabel(keeper, tone=Tone.MUTED, wrap=True, parent=self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.addStretch(1)
        for label in (self._headline, self._response, self._detail):
            column.addWidget(label)
        column.addStretch(1)
        self._row.addLayout(column, 1)
        keeper.changed.connect(self._fit)
        self._fit()

    def set_view(self, view: ScoreView) -> None:
        """Show another score in the same place."""
        self._number.setText(view.number)
        self._headline.setText(view.headline)
        self._response.setText(view.response)
        self._detail.setText(view.detail)
        self._detail.setVisible(bool(view.detail))
        self._tone = view.tone
        self.setAccessibleName(" ".join(filter(None, (f"{view.headline}.", view.response, view.detail))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the fill and the border of the tone."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        looks = {
            Tone.RED: Box(tokens.red_soft, tokens.red, px(3)),
            Tone.AMBER: Box(tokens.amber_soft, tokens.amber_text, px(2)),
        }
        box = looks.get(self._tone, Box(tokens.surface, tokens.line, px(1)))
        draw_box(painter, QRectF(self.rect()), box._replace(radius=px(Radius.CONTROL)))
        painter.end()

    def _fit(self) -> None:
        px = self._keeper.px
        self._row.setContentsMargins(px(Space.EDGE), px(Space.CARD), px(Space.EDGE), px(Space.CARD))
        self._row.setSpacing(px(Space.EDGE))
        self.setMinimumHeight(px(_LEAST))
        self.update()
