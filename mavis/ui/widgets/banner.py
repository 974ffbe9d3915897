"""The banner over a visit: what to do first, why second, one button; the highest one shows and the rest are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import Box, Ink, canvas, draw_box, fill_inside, wrap, write_block
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.look.tokens import Tokens

BANNER_HEIGHT, _HIGHEST = 76, 152
"""The usual height, and how high a banner may become before it leaves out why, for the rows below it."""
_EDGE = 12
_ICON = 40
_LINES = 10
_ICONS = {Tone.RED: IconName.WARNING, Tone.AMBER: IconName.SHIELD, Tone.ACCENT: IconName.SPEECH_LINES}


@dataclass(frozen=True, slots=True)
class BannerAct:
    """A button of a banner beside the usual two: its name, its words and its key."""

    name: str
    words: str
    keys: str


@dataclass(frozen=True, slots=True)
class BannerView:
    """What to do (headline), why, and its buttons; red for a clinical flag, amber, or accent for advice."""

    tone: Tone
    headline: str
    why: str = ""
    action: str = ""
    action_icon: IconName | None = None
    keys: str = ""
    more: int = 0
    """How many other banners are folded behind this one."""
    other: str = ""
    """A second button in place of those, with its key: more that can be done."""
    other_keys: str = ""
    acts: tuple[BannerAct, ...] = ()
    """What else can be done at once, left of the second button and right of the count of what is folded."""


class Banner(QFrame):
    """Shows one banner, 76 high; hidden while there is nothing to say."""

    acted = Signal()
    """The button of the banner was used."""
    asked_more = Signal()
    """A person wants to see the folded ones, or used the second button."""
    used = Signal(str)
    """One of the other acts was used; carries its name."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._keeper = keeper
        self._view: BannerView | None = None
        self._compact = False
        self._acts: dict[str, Button] = {}
        speak_as(self, Role.AlertMessage)
        self._more = Button(keeper, "")
        self._action = Button(keeper, "")
        self._more.used.connect(self.asked_more)
        self._action.used.connect(self.acted)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self._more)
        self._row.addWidget(self._action)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        keeper.changed.connect(self._wear)
        self._wear()
        self.hide()

    def set_view(self, view: BannerView | None) -> None:
        """Show a banner, or none; a new headline is read out."""
        if view == self._view:
            return
        new = view is not None and (self._view is None or view.headline != self._view.headline)
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        self.setAccessibleName(f"{view.headline} {view.why}")
        self._more.set_content(view.other or words("widgets.more", count=view.more), None, view.other_keys)
        self._more.setVisible(view.more > 0 or bool(view.other))
        self._action.set_content(view.action, view.action_icon, view.keys)
        self._action.setVisible(bool(view.action))
        for act in view.acts:
            if act.name not in self._acts:
                self._acts[act.name] = button = Button(self._keeper, act.words, keys=act.keys, parent=self)
                button.used.connect(lambda name=act.name: self.used.emit(name))
                self._row.insertWidget(len(self._acts), button)
        if view.more:  # a count that comes or goes leaves the buttons right of it where they are
            self._row.insertWidget(1, self._more)
        for name, button in self._acts.items():
            button.setVisible(any(act.name == name for act in view.acts))
        self._fit()
        if new:
            announce(self, f"{view.headline} {view.why}", urgent=view.tone is Tone.RED)

    def set_compact(self, compact: bool) -> None:
        """Write in the size of the body, for a page with large text, and say why only where that makes it no higher."""
        self._compact = compact
        self._fit()

    def sizeHint(self) -> QSize:
        """76 high, as wide as the page; higher when the words need it."""
        return QSize(self._keeper.px(320), self._keeper.px(BANNER_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap to the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, edges, icon and words."""
        if self._view is None:
            return
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        fill, edge = _colours(tokens, self._view.tone)
        draw_box(painter, rect, Box(fill, edge, px(2), px(Radius.CONTROL)))
        fill_inside(painter, rect, px(Radius.CONTROL), QRectF(0, 0, px(_EDGE), rect.height()), edge)
        left = px(_EDGE + Space.CARD)
        paint_icon(painter, _ICONS[self._view.tone], left, rect.center().y() - px(_ICON) / 2, px(_ICON), tokens.text)
        left, right = self._edges_of_words
        write_block(painter, QRectF(left, 0, right - left, rect.height()), self.rows)
        painter.end()

    @property
    def _edges_of_words(self) -> tuple[int, int]:
        """Left and right of what is written, between the icon and the buttons that are shown."""
        px = self._keeper.px
        buttons = (*self._acts.values(), self._more, self._action)
        shown = [button.sizeHint().width() for button in buttons if not button.isHidden()]
        taken = px(Space.CONTROL) + sum(width + px(Space.CONTROL) for width in shown)
        return px(_EDGE + Space.CARD + _ICON + Space.EDGE), self.width() - taken

    @property
    def rows(self) -> list[tuple[str, Ink]]:
        """The lines of the headline and of the reason; nothing is cut, the banner grows, or leaves out the reason."""
        if self._view is None:
            return []
        colour = self._keeper.tokens.text
        left, right = self._edges_of_words
        small = self._compact or (bool(self._view.acts) and self._view.tone is Tone.ACCENT)
        headline = Ink(self._keeper.font(Size.BODY if small else Size.LABEL, Weight.TITLE), colour)
        why = Ink(self._keeper.font(Size.BODY, Weight.CONTROL), colour)
        rows = [(line, headline) for line in wrap(self._view.headline, headline.font, right - left, _LINES)]
        both = rows + [(line, why) for line in wrap(self._view.why, why.font, right - left, _LINES)]
        most = BANNER_HEIGHT if self._compact else _HIGHEST
        return rows if _height(self._keeper, both) > self._keeper.px(most) else both

    def _fit(self) -> None:
        self.setFixedHeight(max(self._keeper.px(BANNER_HEIGHT), _height(self._keeper, self.rows)))
        self.update()

    def _wear(self) -> None:
        px = self._keeper.px
        self._row.setContentsMargins(px(_EDGE), px(Space.CONTROL), px(Space.CONTROL), px(Space.CONTROL))
        self._row.setSpacing(px(Space.CONTROL))
        self._fit()


def _height(keeper: ThemeKeeper, rows: Sequence[tuple[str, Ink]]) -> int:
    return round(sum(ink.line for _, ink in rows) + keeper.px(2 * Space.CONTROL))


def _colours(tokens: Tokens, tone: Tone) -> tuple[str, str]:
    """Fill and edge of a tone."""
    return {
        Tone.RED: (tokens.red_soft, tokens.red),
        Tone.AMBER: (tokens.amber_soft, tokens.amber_text),
    }.get(tone, (tokens.surface, tokens.accent))
