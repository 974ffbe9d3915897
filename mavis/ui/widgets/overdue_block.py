"""Who must be looked at, by code alone: the one inverted block of a screen that hides everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_ICON = 24
_MOST = 5


class OverdueBlock(QFrame):
    """At most five lines, the most pressing first, and how many more there are; hidden while nobody is overdue."""

    def __init__(self, keeper: ThemeKeeper, lines: Sequence[str] = (), parent: QWidget | None = None) -> None:
        """Show these lines, each a code and its minutes; without a parent it would be a window of its own."""
        super().__init__(parent)
        self._keeper = keeper
        self._column = QVBoxLayout(self)
        self._labels: list[TextLabel] = []
        keeper.changed.connect(self._fit)
        self._fit()
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show other lines in the same place."""
        rest = len(lines) - _MOST
        shown = [*lines[:_MOST], *([words("widgets.overdue_more", count=rest)] if rest > 0 else [])]
        while len(self._labels) < len(shown):
            self._labels.append(self._label())
        for at, label in enumerate(self._labels):
            label.setText(shown[at] if at < len(shown) else "")
            label.setVisible(at < len(shown))
        self.setVisible(bool(lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the fill and the alarm clock."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        draw_box(painter, QRectF(self.rect()), Box(tokens.inv, radius=px(Radius.CONTROL)))
        top = self._labels[0].geometry().center().y() - px(_ICON) / 2
        paint_icon(painter, IconName.ALARM, px(Space.EDGE), top, px(_ICON), tokens.on_inv)
        painter.end()

    def _label(self) -> TextLabel:
        label = TextLabel(
            self._keeper, size=Size.TITLE, weight=Weight.TITLE, tone=Tone.INVERTED, wrap=True, parent=self
        )
        self._column.addWidget(label)
        return label

    def _fit(self) -> None:
        px = self._keeper.px
        self._column.setContentsMargins(
            px(Space.EDGE + _ICON + Space.CARD), px(Space.EDGE), px(Space.CARD), px(Space.EDGE)
        )
        self._column.setSpacing(px(Space.TINY))
        self.update()
