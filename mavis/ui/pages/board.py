"""The board: who is on the bus, who must be looked at next, and the counters of help without a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.icons import IconName
from mavis.ui.pages.board_cards import card_view
from mavis.ui.pages.board_empty import EmptyBoard
from mavis.ui.pages.find_visit import FindVisit
from mavis.ui.pages.night_panel import NightPanel
from mavis.ui.pages.tally_strip import TallyStrip
from mavis.ui.spoken import Role, speak_as
from mavis.ui.tokens import Size, Space, Weight
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.card_grid import CardGrid
from mavis.ui.widgets.focus_ring import RINGLESS
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.presenters.board import BoardPresenter
    from mavis.ui.presenters.desk import Touched
    from mavis.ui.theme import ThemeKeeper

_TICK_MS = 1000
_STILL_MS = 5000


class BoardPage(QWidget):
    """Home. It asks for visits to be opened and never opens a page itself."""

    visit_wanted = Signal(str)

    def __init__(self, keeper: ThemeKeeper, presenter: BoardPresenter, parent: QWidget | None = None) -> None:
        """Show the night and keep it up to date, once a second and after each change."""
        super().__init__(parent)
        self._keeper = keeper
        self._board = presenter
        self._overdue: set[str] = set()
        self._order: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty(RINGLESS, True)
        self.setAccessibleName(words("window.place.board"))
        speak_as(self, Role.Pane)
        self._build()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self.refresh)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.refresh)
        self._clock.start(_TICK_MS)
        presenter.desk.subscribe(self._touched)
        self.destroyed.connect(lambda: presenter.desk.unsubscribe(self._touched))
        self.refresh()

    def enter(self) -> None:
        """Come back to the board: take the keyboard."""
        self._order = []
        self.refresh()
        self.setFocus()

    def refresh(self) -> None:
        """Show how things stand; cards keep their places while somebody is typing or pointing."""
        lines = self._board.cards(self._order if self._still.isActive() else ())
        self._order = [line.visit_id for line in lines]
        self._title.setText(self._board.title())
        self._cards.set_views([card_view(line) for line in lines])
        self._cards.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._names.set_words(words("board.hide_names" if self._board.names_shown else "board.show_names"))
        self._tallies.show_lines(self._board.tallies())
        self.night.show_night(self._board.night(), self._board.closed(), self._board.desk.clock())
        self._tell_overdue()

    def stay(self) -> None:
        """Keep the cards in their places for five seconds: somebody is typing or pointing."""
        self._still.start(_STILL_MS)

    def new_visit(self) -> None:
        """Open a visit for somebody who has just come aboard; a second click on the way out opens no other one."""
        if self.isVisible():
            self.visit_wanted.emit(self._board.desk.new_visit().id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits open cards, letters count or act."""
        key = event.text().upper()
        if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier or not self._use(key):
            super().keyPressEvent(event)

    def _use(self, key: str) -> bool:
        if key and key in "123456789":
            known = int(key) <= len(self._order)
            if known:
                self.visit_wanted.emit(self._order[int(key) - 1])
            return known
        acts = {"N": self.new_visit, "S": self._show_names, "/": self._find}
        if key in acts:
            acts[key]()
            return True
        return bool(key) and self._tallies.press_key(key)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QVBoxLayout()
        middle.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        middle.setSpacing(Space.CARD)
        middle.addLayout(self._build_actions())
        self._cards = CardGrid(self._keeper, words("board.cards"), self)
        self._cards.opened.connect(self._open_code)
        self._empty = EmptyBoard(self._keeper, self)
        self._tallies = TallyStrip(self._keeper, self)
        self._tallies.counted.connect(self._board.desk.count)
        middle.addWidget(self._cards, 1)
        middle.addWidget(self._empty, 1)
        middle.addWidget(self._tallies)
        self.night = NightPanel(self._keeper, self)
        self.night.opened.connect(self.visit_wanted)
        row.addLayout(middle, 1)
        row.addWidget(self.night)

    def _build_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        self._title = TextLabel(self._keeper, size=Size.TITLE, weight=Weight.TITLE)
        self._names = Button(self._keeper, words("board.show_names"), icon=IconName.EYE_CROSSED, keys="S")
        self._names.used.connect(self._show_names)
        find = Button(self._keeper, words("board.find"), icon=IconName.MAGNIFIER, keys="/")
        find.used.connect(self._find)
        new = Button(self._keeper, words("board.new_visit"), icon=IconName.PLUS, keys="N", main=True)
        new.used.connect(self.new_visit)
        row.addWidget(self._title)
        row.addStretch(1)
        for button in (self._names, find, new):
            row.addWidget(button)
        return row

    def _open_code(self, code: str) -> None:
        self.visit_wanted.emit(self._board.id_of(code))

    def _show_names(self) -> None:
        self._board.show_names()
        self.refresh()

    def _find(self) -> None:
        finder = FindVisit(self._keeper, self._board.find, self)
        finder.chosen.connect(self.visit_wanted)
        finder.open()

    def _touched(self, _touched: Touched) -> None:
        self.refresh()

    def _tell_overdue(self) -> None:
        overdue = dict(self._board.overdue_codes())
        for code in overdue.keys() - self._overdue:
            announce(self, words("board.overdue_spoken", code=code), urgent=True)
        self._overdue = set(overdue)
