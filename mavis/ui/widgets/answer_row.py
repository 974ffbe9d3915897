"""A question in short and what was answered to it, to press when it is to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Ink, canvas, wrap, write_block
from mavis.ui.look.tokens import TARGET, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_LEAST = 200


@dataclass(frozen=True, slots=True)
class AnswerView:
    """The page that changes it, what was asked, what was answered; ``open`` when nobody answered."""

    code: str
    asked: str
    answer: str
    open: bool = False


class AnswerRow(Pressing, QPushButton):
    """A row 56 high with a divider above it; ``opened`` carries the code of its page."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: AnswerView, parent: QWidget | None = None) -> None:
        """Show an answer."""
        super().__init__(parent)
        self._view = view
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"answer.{view.code}")
        self.setAccessibleName(f"{view.asked}: {view.answer}. {words('alcohol.change')}")

    def sizeHint(self) -> QSize:
        """56 high, more when both lines need it."""
        height = round(self._asked().line + self._told().line) + self._keeper.px(Space.CARD)
        return QSize(self._keeper.px(_LEAST), max(self._keeper.px(TARGET), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what was asked, the answer below it, and a chevron."""
        painter, px, tokens = canvas(self), self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        if self.isDown():
            painter.fillRect(rect, QColor(tokens.sel))
        painter.fillRect(QRectF(0, 0, rect.width(), 1), QColor(tokens.hair))
        end = rect.right() - px(Space.GROUP)
        paint_icon(painter, IconName.CHEVRON_RIGHT, end, rect.center().y() - px(8), px(16), tokens.accent)
        room = QRectF(px(Space.TINY), 0, end - px(Space.CONTROL), rect.height())
        asked, told = self._asked(), self._told()
        rows = [(line, asked) for line in wrap(self._view.asked, asked.font, room.width(), 1)]
        rows += [(line, told) for line in wrap(self._view.answer, told.font, room.width(), 1)]
        write_block(painter, room, rows)
        painter.end()

    def _act(self) -> None:
        self.opened.emit(self._view.code)

    def _asked(self) -> Ink:
        return Ink(self._keeper.font(Size.CAPTION), self._keeper.tokens.muted)

    def _told(self) -> Ink:
        tokens = self._keeper.tokens
        weight = Weight.BODY if self._view.open else Weight.CONTROL
        return Ink(self._keeper.font(Size.BODY, weight), tokens.muted if self._view.open else tokens.text)
