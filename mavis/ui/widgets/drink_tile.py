"""A drink to count: a touch or its letter adds one; plus and minus count while it has the keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.ui.look.painting import Box, Cap, Ink, canvas, cap_width, draw_box, draw_cap, wrap, write, write_block
from mavis.ui.look.tokens import Radius, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 60
_STEPS = {"+": 1, "-": -1}


@dataclass(frozen=True, slots=True)
class DrinkView:
    """What a tile says: its name, size and strength, the letter that adds one, and how many were told."""

    code: str
    name: str
    second: str
    key: str = ""
    count: int = 0


class _Inks(NamedTuple):
    """How each of its words is written."""

    name: Ink
    second: Ink
    number: Ink


class DrinkTile(Pressing, QPushButton):
    """One kind of drink, 60 high; filled as soon as one was told."""

    counted = Signal(str, int)
    """The code of the drink, and 1 or -1."""

    def __init__(self, keeper: ThemeKeeper, view: DrinkView, parent: QWidget | None = None) -> None:
        """Show a drink."""
        super().__init__(parent)
        self._view = view
        self._start(keeper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName(f"drink.{view.code}")
        self.set_view(view)

    @property
    def view(self) -> DrinkView:
        """What it shows."""
        return self._view

    def set_view(self, view: DrinkView) -> None:
        """Show another count in the same place."""
        self._view = view
        self.setAccessibleName(f"{view.name}, {view.second}, {view.count}")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for both lines beside the letter and the count."""
        inks = self._inks
        lines = max(inks.name.width(self._view.name), inks.second.width(self._view.second))
        beside = self._keeper.px(Space.TINY) + inks.number.width("0") + self._keeper.px(Space.CONTROL)
        width = self._left + lines + beside
        lines_high = inks.name.line + inks.second.line + self._keeper.px(Space.CONTROL)
        return QSize(round(width), max(self._keeper.px(_HEIGHT), round(lines_high)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus count; all else is as on every button."""
        step = _STEPS.get(event.text())
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.counted.emit(self._view.code, step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, letter, both lines and the count."""
        painter, px, tokens = canvas(self), self._keeper.px, self._keeper.tokens
        rect, chosen = QRectF(self.rect()), self._view.count > 0
        if chosen:
            draw_box(painter, rect, Box(tokens.sel, tokens.accent, px(2), px(Radius.CONTROL)))
            cap = Cap(self._view.key, tokens.on_accent, fill=tokens.accent)
        else:
            draw_box(painter, rect, Box(tokens.raised, tokens.line, px(1), px(Radius.CONTROL)))
            cap = Cap(self._view.key, tokens.text, tokens.line)
        if self._view.key:
            draw_cap(painter, self._keeper.theme, px(Space.CONTROL), rect.center().y(), cap)
        inks, end = self._inks, rect.right() - px(Space.CONTROL)
        if chosen:
            width = inks.number.width(str(self._view.count))
            end -= width
            write(painter, QRectF(end, 0, width + 1, rect.height()), str(self._view.count), inks.number)
        room = QRectF(self._left, 0, end - self._left - px(Space.TINY), rect.height())
        rows = [(line, inks.name) for line in wrap(self._view.name, inks.name.font, room.width(), 1)]
        rows += [(line, inks.second) for line in wrap(self._view.second, inks.second.font, room.width(), 1)]
        write_block(painter, room, rows)
        painter.end()

    def _act(self) -> None:
        self.counted.emit(self._view.code, 1)

    @property
    def _left(self) -> float:
        cap = cap_width(self._keeper.theme, self._view.key)
        return self._keeper.px(Space.CONTROL) + cap + (self._keeper.px(Space.CONTROL) if cap else 0)

    @property
    def _inks(self) -> _Inks:
        keeper, on = self._keeper, self._view.count > 0
        tokens = keeper.tokens
        text, muted = (tokens.on_sel, tokens.on_sel) if on else (tokens.text, tokens.muted)
        return _Inks(
            name=Ink(keeper.font(Size.BODY, Weight.CONTROL), text),
            second=Ink(keeper.font(Size.CAPTION, Weight.BODY), muted),
            number=Ink(keeper.font(Size.TITLE, Weight.TITLE), text),
        )
