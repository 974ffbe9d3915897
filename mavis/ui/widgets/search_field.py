"""The large field at the top of an overlay: a magnifier, what is typed, and how to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from mavis.ui.look.icons import IconName, icon_pixmap
from mavis.ui.look.sheet import style_sheet
from mavis.ui.look.tokens import Size, Space, Tone
from mavis.ui.widgets.dressed import Line
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 64
_ICON = 24


class SearchField(Line):
    """One line to type, 64 high, 24 px letters."""

    def __init__(
        self, keeper: ThemeKeeper, name: str, hint: str, end: str, icon: IconName, parent: QWidget | None = None
    ) -> None:
        """``name`` is for a screen reader, ``hint`` stands in the empty field, ``end`` at its right."""
        super().__init__(keeper, parent)
        self._icon = icon
        self._sign = QLabel(self)
        self._end = TextLabel(keeper, end, tone=Tone.MUTED, parent=self)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(500)
        keeper.changed.connect(self._wear)
        self._wear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep sign and end in their places."""
        super().resizeEvent(event)
        self._place()

    def _put_on(self) -> None:
        px = self._keeper.px
        inside = px(_HEIGHT) - 2
        looks = f"font-size: {px(Size.TITLE)}px; min-height: {inside}px; max-height: {inside}px"
        self.setStyleSheet(f"{style_sheet(self._keeper.theme, *self._classes)} QLineEdit {{ {looks} }}")

    def _wear(self) -> None:
        keeper, px = self._keeper, self._keeper.px
        side = px(_ICON)
        self._sign.setPixmap(icon_pixmap(self._icon, keeper.tokens.text, side, self.devicePixelRatioF()))
        self._end.setVisible(not keeper.theme.is_large)
        room = self._end.sizeHint().width() + px(Space.EDGE) if not keeper.theme.is_large else 0
        self.setTextMargins(px(_ICON + Space.CARD), 0, room, 0)
        self._place()

    def _place(self) -> None:
        px, middle = self._keeper.px, self.height() // 2
        self._sign.adjustSize()
        self._sign.move(px(Space.CARD), middle - self._sign.height() // 2)
        self._end.adjustSize()
        self._end.move(self.width() - self._end.width() - px(Space.EDGE), middle - self._end.height() // 2)
