"""After a start: what was still open, at the foot of the board. A key, or a click elsewhere, takes it away and acts.

It lies below the cards. Where they leave no room above the counters it lies over those, and shows as many whole lines
as there is room for; the cards above it say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.card import Card
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.still_down import MODIFIERS
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.board.left_open import LeftOpen

_MOST = 7
_ABOVE_TALLIES = 112
_LEFT, _WIDTH = 168, 894
"""Where the cards of the board begin, and how wide they are: no half of a card is seen at the sides."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})


class LeftOpenPanel(Panel):
    """Says that nothing was lost; ``chosen`` carries the visit whose line was clicked."""

    chosen = Signal(str)

    def __init__(self, keeper: ThemeKeeper, lines: Sequence[LeftOpen], page: QWidget) -> None:
        """Lie over the foot of the page, without taking the keyboard."""
        super().__init__(keeper, page)
        self._page = page
        self._keeper = keeper
        self._lines: list[QWidget] = []
        self._inside, outside = QWidget(), QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scroller(keeper, self._inside, self))
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, Space.EDGE, 0, Space.CARD)
        column.setSpacing(0)
        above = self._head = QVBoxLayout()
        above.setContentsMargins(Space.EDGE, 0, Space.EDGE, Space.CARD)
        above.setSpacing(Space.TINY)
        column.addLayout(above)
        title = words("unlock.left_open", count=len(lines))
        above.addWidget(TextLabel(keeper, title, size=Size.TITLE, weight=Weight.TITLE))
        above.addWidget(TextLabel(keeper, words("unlock.left_open_how"), tone=Tone.MUTED))
        for line in lines[:_MOST]:
            row = PickRow(keeper, self, code=line.visit_id, text=line.words)
            row.opened.connect(self.chosen)
            column.addWidget(row)
            self._lines.append(row)
        if len(lines) > _MOST:
            more = TextLabel(keeper, words("unlock.left_open_more", n=len(lines) - _MOST), tone=Tone.MUTED)
            more.setContentsMargins(Space.EDGE, Space.CONTROL, Space.EDGE, 0)
            column.addWidget(more)
            self._lines.append(more)
        self._lie()
        self.show()
        self.raise_()
        announce(self, f"{title}. {' '.join(line.words for line in lines)}")
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go at the first use of the program; a click on a line of it opens that visit first."""
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._lie()
        elif isinstance(watched, QWidget) and not self._holds(watched) and _goes_on(event):
            self.leave()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside its lines is none of the page below."""
        event.accept()

    def leave(self) -> None:
        """Go."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _holds(self, watched: QWidget) -> bool:
        return watched is self or self.isAncestorOf(watched)

    def _lie(self) -> None:
        px, page = self._keeper.px, self._page
        most = page.width() - 2 * Space.EDGE
        top = _end_of_cards(page) + px(Space.CARD)
        foot = page.height() - px(_ABOVE_TALLIES)
        if top + self._inside.sizeHint().height() > foot:
            foot = page.height() - Space.EDGE
        height = min(foot - Space.EDGE, self._whole_lines(foot - top))
        self.resize(min(most, px(_WIDTH)), height)
        self.move(min(px(_LEFT), most - self.width() + Space.EDGE), foot - height)

    def _whole_lines(self, room: int) -> int:
        """How high it is with as many lines as fit whole; the head is always seen."""
        height = Space.EDGE + self._head.sizeHint().height()
        for line in self._lines:
            if height + line.sizeHint().height() > room:
                return height
            height += line.sizeHint().height()
        return self._inside.sizeHint().height()


def _goes_on(event: QEvent) -> bool:
    """Whether this uses the program: a click, or a key that is more than Shift or its like, which wait for another."""
    if event.type() in _KEYS and isinstance(event, QKeyEvent):
        return event.key() not in MODIFIERS
    return event.type() is QEvent.Type.MouseButtonPress


def _end_of_cards(page: QWidget) -> int:
    """Where the lowest card ends on the page; the top of the page when there is none."""
    cards = (card for card in page.findChildren(Card) if card.isVisible())
    return max((card.mapTo(page, card.rect().bottomLeft()).y() for card in cards), default=0)
