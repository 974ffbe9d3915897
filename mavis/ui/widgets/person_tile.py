"""A person to unlock as: initials, name, role and a digit, 88 high."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from mavis.ui.look.painting import Box, Cap, Ink, canvas, cap_width, draw_box, draw_cap, write, write_block
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 88
_DISC = 48


class PersonView(NamedTuple):
    """Who: a code for the page, the initials, the name, the role, the digit that chooses them."""

    code: str
    initials: str
    name: str
    role: str
    digit: str = ""


class PersonTile(Pressing, QRadioButton):
    """One person of several; ``picked`` carries the code."""

    picked = Signal(str)

    def __init__(self, keeper: ThemeKeeper, view: PersonView, parent: QWidget | None = None) -> None:
        """Show a person, not chosen yet."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.addButton(self)
        self._view = view
        self._start(keeper)
        self.setAccessibleName(f"{view.name}, {view.role}")
        self.setObjectName(f"person.{view.code}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def view(self) -> PersonView:
        """Who it shows."""
        return self._view

    def sizeHint(self) -> QSize:
        """88 high."""
        return QSize(self._keeper.px(240), self._keeper.px(_HEIGHT))

    def hitButton(self, place: QPoint) -> bool:
        """The whole tile answers to the mouse."""
        return self.rect().contains(place)

    def nextCheckState(self) -> None:
        """A person is chosen, never un-chosen: another tile takes the choice over."""
        self.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, initials, name, role and digit."""
        painter = canvas(self)
        keeper, px, tokens = self._keeper, self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        on = self.isChecked()
        fill, edge, width = (tokens.sel, tokens.accent, px(2)) if on else (tokens.raised, tokens.line, px(1))
        draw_box(painter, rect, Box(fill, edge, width, px(Radius.CONTROL)))
        text = tokens.on_sel if on else tokens.text
        self._paint_initials(painter, rect, edge, text)
        cap = cap_width(keeper.theme, self._view.digit)
        left = px(Space.EDGE + _DISC + Space.CARD)
        rows = [
            (self._view.name, Ink(keeper.font(Size.LABEL, Weight.CONTROL), text)),
            (self._view.role, Ink(keeper.font(), text if on else tokens.muted)),
        ]
        write_block(painter, rect.adjusted(left, 0, -cap - px(Space.GROUP), 0), rows)
        place = rect.right() - px(Space.EDGE) - cap
        key = Cap(self._view.digit, text if on else tokens.muted, tokens.line)
        draw_cap(painter, keeper.theme, place, rect.center().y(), key)
        painter.end()

    def _paint_initials(self, painter: QPainter, rect: QRectF, edge: str, text: str) -> None:
        px = self._keeper.px
        side = px(_DISC)
        disc = QRectF(px(Space.EDGE), rect.center().y() - side / 2, side, side)
        painter.setPen(QPen(QColor(edge), px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
        ink = Ink(self._keeper.font(Size.BODY, Weight.TITLE), text)
        write(painter, disc, self._view.initials, ink, Qt.AlignmentFlag.AlignCenter)

    def _act(self) -> None:
        self.picked.emit(self._view.code)
