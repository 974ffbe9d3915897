"""The keys of a step of the guide in order: a cap for each key, and the words to type as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.painting import Cap, Ink, canvas, cap_width, draw_cap, write
from mavis.ui.tokens import Size, Space, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.theme import ThemeKeeper

_HEIGHT = 26
_HOLD = "hold"


class GuideKeys(QWidget):
    """Shows keys; it listens for none."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show no key yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._keys: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show these keys, in this order; what stands in quotes is typed, and ``hold`` goes before a key to hold."""
        self._keys = keys
        self.setAccessibleName(" ".join(keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the keys."""
        px = self._keeper.px
        gaps = px(Space.TINY) * max(0, len(self._keys) - 1)
        return QSize(round(sum(map(self._width, self._keys)) + gaps + 1), px(_HEIGHT) if self._keys else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from the left."""
        painter = canvas(self)
        tokens, middle, left = self._keeper.tokens, self.rect().center().y(), 0.0
        for key in self._keys:
            if self._is_word(key):
                room = self.rect().toRectF().adjusted(left, 0, 0, 0)
                write(painter, room, self._shown(key), self._ink())
            else:
                draw_cap(painter, self._keeper.theme, left, middle, Cap(key, tokens.text, tokens.line))
            left += self._width(key) + self._keeper.px(Space.TINY)
        painter.end()

    def _width(self, key: str) -> float:
        return self._ink().width(self._shown(key)) if self._is_word(key) else cap_width(self._keeper.theme, key)

    def _ink(self) -> Ink:
        return Ink(self._keeper.font(Size.BODY, Weight.TITLE), self._keeper.tokens.text)

    @staticmethod
    def _is_word(key: str) -> bool:
        return key == _HOLD or key.startswith("'")

    @staticmethod
    def _shown(key: str) -> str:
        return words("guide.hold") if key == _HOLD else key.strip("'")
