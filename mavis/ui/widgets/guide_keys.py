"""The keys of a step of the guide in order: a cap for each key, and the words to type as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Cap, Ink, canvas, cap_width, draw_cap, write
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = 26
_HOLD = "hold"


class GuideKeys(QWidget):
    """Shows keys; it listens for none."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Show no key yet."""
        super().__init__(parent)
        speak_as(self, Role.StaticText)
        self._keeper = keeper
        self._keys: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keeper.changed.connect(self.updateGeometry)
        keeper.changed.connect(self.update)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show these keys, in this order; what stands in quotes is typed, and ``hold`` goes before a key to hold."""
        self._keys = keys
        self.setAccessibleName(" ".join(keys))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the keys in one row."""
        gaps = self._gap * max(0, len(self._keys) - 1)
        return QSize(round(sum(map(self._width, self._keys)) + gaps + 1), self._row_height)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest key: the others go into further rows."""
        return QSize(round(max(map(self._width, self._keys), default=0) + 1), self._row_height)

    def heightForWidth(self, width: int) -> int:
        """One row, or as many as the keys need."""
        rows = [row for _, _, row in self._places(width)]
        return self._row_height * (max(rows, default=0) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from the left, row by row."""
        painter = canvas(self)
        tokens = self._keeper.tokens
        for key, left, row in self._places(self.width()):
            line = QRectF(left, row * self._row_height, self.width() - left, self._row_height)
            if _is_word(key):
                write(painter, line, _shown(key), _ink(self._keeper, key))
            else:
                draw_cap(painter, self._keeper.theme, left, line.center().y(), Cap(key, tokens.text, tokens.line))
        painter.end()

    @property
    def _gap(self) -> int:
        return self._keeper.px(Space.TINY)

    @property
    def _row_height(self) -> int:
        return self._keeper.px(_HEIGHT)

    def _places(self, room: float) -> list[tuple[str, float, int]]:
        """Each key with its left edge and its row."""
        places, left, row = [], 0.0, 0
        for key in self._keys:
            if left and left + self._width(key) > room:
                left, row = 0.0, row + 1
            places.append((key, left, row))
            left += self._width(key) + self._gap
        return places

    def _width(self, key: str) -> float:
        if not _is_word(key):
            return cap_width(self._keeper.theme, key)
        return _ink(self._keeper, key).width(_shown(key)) + self._gap


def _ink(keeper: ThemeKeeper, key: str) -> Ink:
    tokens = keeper.tokens
    return Ink(keeper.font(Size.BODY, Weight.TITLE), tokens.muted if key == _HOLD else tokens.accent)


def _is_word(key: str) -> bool:
    return key == _HOLD or key.startswith("'")


def _shown(key: str) -> str:
    return words("guide.hold") if key == _HOLD else words("guide.typed", text=key.strip("'"))
