"""Tags in a row that breaks where it must: short facts that Mavis has understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, write
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 34
_ICON = 16


class TagFlow(QWidget):
    """Shows tags with a tick each; the accessible name says them all."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without tags."""
        super().__init__(parent)
        speak_as(self, Role.StaticText)
        self._keeper = keeper
        self._tags: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self._fit)

    @property
    def tags(self) -> tuple[str, ...]:
        """What it shows."""
        return self._tags

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show other tags."""
        self._tags = tuple(tags)
        self.setAccessibleName(", ".join(self._tags))
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its lines need at its present width; one line stays free without tags."""
        lines = [rect.bottom() for _, rect in self._places()]
        return QSize(self._keeper.px(200), round(max(lines, default=self._keeper.px(_HEIGHT))) + 1)

    minimumSizeHint = sizeHint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each tag."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        ink = self._ink(tokens.on_sel)
        for tag, rect in self._places():
            draw_box(painter, rect, Box(tokens.sel, tokens.accent, px(1), px(Radius.TAG)))
            paint_icon(
                painter,
                IconName.TICK,
                rect.left() + px(Space.CONTROL),
                rect.center().y() - px(_ICON) / 2,
                px(_ICON),
                tokens.on_sel,
            )
            words = rect.adjusted(px(2 * Space.CONTROL + _ICON), 0, -px(Space.CONTROL), 0)
            write(painter, words, tag, ink, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def _places(self) -> Iterator[tuple[str, QRectF]]:
        px, room = self._keeper.px, max(1, self.width())
        ink = self._ink("")
        left = top = 0.0
        for tag in self._tags:
            width = min(room, ink.width(tag) + px(3 * Space.CONTROL + _ICON) + 1)
            if left and left + width > room:
                left, top = 0.0, top + px(_HEIGHT + Space.CONTROL)
            yield tag, QRectF(left, top, width, px(_HEIGHT))
            left += width + px(Space.CONTROL)

    def _ink(self, colour: str) -> Ink:
        return Ink(self._keeper.font(Size.BODY, Weight.CONTROL), colour)

    def _fit(self) -> None:
        self.updateGeometry()
        self.update()
