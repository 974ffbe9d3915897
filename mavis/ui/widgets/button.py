"""Buttons: plain, the one main action of a screen, and press-and-hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Cap, Ink, canvas, cap_width, draw_box, draw_cap, fill_inside, write
from mavis.ui.look.tokens import TARGET, Radius, Size, Space, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_ICON = 24


class Face(NamedTuple):
    """What of a button is shown; words that are not shown are said by a tip, and to a screen reader all the same."""

    icon: bool = True
    words: bool = True
    keys: bool = True


class Button(Pressing, QPushButton):
    """An icon, words and a key cap, 56 high; a main one is filled with the accent and written larger."""

    used = Signal()
    """A person used the button, by mouse, key or screen reader."""
    is_resting = False
    """Whether a field elsewhere has the letters, so that its key is not framed; ``update`` shows it."""
    is_shut = False
    """Looks like a button that does nothing now; a press is answered in words."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        text: str,
        *,
        icon: IconName | None = None,
        keys: str = "",
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words; ``keys`` is only shown, the page listens for it."""
        super().__init__(parent)
        self._words = text
        self._icon = icon
        self._keys = keys
        self._main = main
        self._live = True
        self._face = Face()
        self._start(keeper)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def keys(self) -> str:
        """The key that is shown on it."""
        return self._keys

    def set_words(self, text: str, icon: IconName | None = None) -> None:
        """Say something else; without an icon the old one stays."""
        self._words = text
        self._icon = icon or self._icon
        self.setAccessibleName(text)
        self.set_face(self._face)

    def set_face(self, face: Face) -> None:
        """Show less of it, where room is scarce; something to press must be left."""
        self._face = face
        if not face.words:
            self.set_tip(f"{self._words} ({self._keys})" if self._keys else self._words)
        elif self.toolTip().startswith(self._words):
            self.set_tip("")
        self.updateGeometry()
        self.update()

    def set_content(self, text: str, icon: IconName | None, keys: str) -> None:
        """Change words, icon and key cap together."""
        self._icon = icon
        self._keys = keys
        self.set_words(text)

    def set_main(self, main: bool) -> None:
        """Make it the main action of the screen, or a plain one again."""
        self._main = main
        self.updateGeometry()
        self.update()

    def set_live(self, live: bool) -> None:
        """Frame the key cap (its key counts now) or show the key without a frame."""
        self._live = live
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its content with 16 on both sides."""
        keeper = self._keeper
        width = self._content_width() + 2 * keeper.px(Space.EDGE)
        return QSize(round(width + 1), keeper.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, icon, words and key cap in the middle."""
        painter = canvas(self)
        self._paint_face(painter)
        if self._hold is not None:
            self._paint_hold(painter)
        self._paint_content(painter)
        painter.end()

    def _act(self) -> None:
        self.used.emit()

    def _ink(self) -> Ink:
        tokens = self._keeper.tokens
        size, weight = (Size.LABEL, Weight.TITLE) if self._main else (Size.BODY, Weight.CONTROL)
        colour = tokens.on_accent if self._main else tokens.text
        return Ink(self._keeper.font(size, weight), colour if self.isEnabled() and not self.is_shut else tokens.muted)

    @property
    def _shown(self) -> tuple[IconName | None, str, str]:
        """Icon, words and key that are shown."""
        face = self._face
        return self._icon if face.icon else None, self._words if face.words else "", self._keys if face.keys else ""

    def _content_width(self) -> float:
        px = self._keeper.px
        icon, text, keys = self._shown
        width = self._ink().width(text)
        if icon is not None:
            width += px(_ICON) + (px(Space.CONTROL) if text else 0)
        if keys:
            width += px(Space.CONTROL) + cap_width(self._keeper.theme, keys)
        return width

    def _paint_face(self, painter: QPainter) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        radius = px(Radius.CONTROL)
        if not self.isEnabled() or self.is_shut:
            box = Box("", tokens.line, px(1), radius, dashed=True)
        elif self._main:
            box = Box(tokens.accent, radius=radius)
        else:
            box = Box(tokens.sel if self.isDown() else tokens.raised, tokens.line, px(1), radius)
        draw_box(painter, rect, box)

    def _paint_hold(self, painter: QPainter) -> None:
        """The thick lower edge of what is to be held, and the fill that grows."""
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        radius = px(Radius.CONTROL)
        growth = f"#28{tokens.on_accent.lstrip('#')}" if self._main else tokens.sel
        edge = QRectF(rect.left(), rect.bottom() - px(4), rect.width(), px(4))
        fill_inside(painter, rect, radius, edge, growth if self._main else tokens.line)
        grown = QRectF(rect.left(), rect.top(), rect.width() * self.held, rect.height())
        fill_inside(painter, rect, radius, grown, growth)

    def _paint_content(self, painter: QPainter) -> None:
        px, ink = self._keeper.px, self._ink()
        icon, text, keys = self._shown
        rect = QRectF(self.rect())
        content = min(self._content_width(), rect.width() - px(Space.EDGE))
        left = rect.left() + (rect.width() - content) / 2
        end = left + content
        if icon is not None:
            paint_icon(painter, icon, left, rect.center().y() - px(_ICON) / 2, px(_ICON), ink.colour)
            left += px(_ICON + Space.CONTROL)
        cap = cap_width(self._keeper.theme, keys)
        room = end - left - (cap + px(Space.CONTROL) if cap else 0)
        write(painter, QRectF(left, rect.top(), room, rect.height()), text, ink)
        live = self._live and not self.is_resting
        frame = ink.colour if self._main else self._keeper.tokens.line if live else ""
        muted = self._keeper.tokens.muted
        colour = ink.colour if self._main else muted
        draw_cap(painter, self._keeper.theme, end - cap, rect.center().y(), Cap(keys, colour, frame))


class HoldButton(Button):
    """A button to hold for one second: a thick lower edge, and a fill that grows.

    The words should say so ("Hold to close"); a screen reader hears that it is held, or pressed twice.
    """

    def __init__(
        self,
        keeper: ThemeKeeper,
        text: str,
        *,
        icon: IconName | None = None,
        keys: str = "",
        main: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words; ``used`` comes after the hold."""
        super().__init__(keeper, text, icon=icon, keys=keys, main=main, parent=parent)
        self.set_hold()
        self.set_tip(words("widgets.hold_how"))


def training_button(keeper: ThemeKeeper, parent: QWidget) -> Button:
    """The way into training; its description says that the real records stay locked."""
    button = Button(keeper, words("training.open"), icon=IconName.PEOPLE, parent=parent)
    button.set_tip(words("training.open_how"))
    button.setAccessibleDescription(words("training.open_how"))
    return button
