"""The board: who is on the bus, who must be looked at next, and the counters of help without a visit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.pages.board.actions import BoardActions
from mavis.ui.pages.board.cards import card_view
from mavis.ui.pages.board.empty import EmptyBoard
from mavis.ui.pages.board.find_visit import FindVisit
from mavis.ui.pages.board.layout import BoardLayout, BoardParts
from mavis.ui.pages.board.night_panel import NightPanel
from mavis.ui.pages.board.tally_strip import MORE_KEY, TallyStrip
from mavis.ui.pages.board.typed_words import TypedWords
from mavis.ui.presenters.board.card_digits import DIGITS
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.steps.follow_up import FollowUp
from mavis.ui.presenters.steps.open_words import how_many_open
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.card_grid import CardGrid
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.board.page import BoardPresenter

_TICK_MS = 1000
_STILL_MS = 5000


class BoardPage(QWidget):
    """Home. It asks for visits to be opened and never opens a page itself."""

    visit_wanted = Signal(str)
    quick_line_wanted = Signal()
    referrals_wanted = Signal()
    crew_wanted = Signal()
    _stale = Signal()
    _layout: BoardLayout

    def __init__(self, keeper: ThemeKeeper, presenter: BoardPresenter, parent: QWidget | None = None) -> None:
        """Show the night and keep it up to date, once a second and after each change."""
        super().__init__(parent)
        self._keeper = keeper
        self._board = presenter
        self._words = TypedWords(presenter.desk, self)
        self._follow = FollowUp(presenter.desk)
        self._overdue: set[str] = set()
        self._order: list[str] = []
        self._digits: dict[str, str] = {}
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("window.place.board"))
        self._build()
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self.refresh)
        self._stale.connect(self._tick, Qt.ConnectionType.QueuedConnection)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._clock.start(_TICK_MS)
        presenter.desk.subscribe(self._touched)
        self.destroyed.connect(lambda: presenter.desk.unsubscribe(self._touched))
        self.refresh()

    def enter(self) -> None:
        """Come back to the board: take the keyboard."""
        self._order = []
        self.night.is_still = False
        self._layout.look_at("cards")
        self.refresh()
        self.setFocus()

    def refresh(self) -> None:
        """Show how things stand; cards keep their places while somebody is typing or pointing."""
        lines = self._board.cards(self._order if self._still.isActive() else ())
        self._order = [line.visit_id for line in lines]
        self._digits = {line.digit: line.visit_id for line in lines if line.digit}
        self._actions.show_state(
            self._board.title(), self._board.names_shown, nobody=not lines, now=self._board.desk.clock()
        )
        self._cards.set_views([card_view(line) for line in lines])
        self._layout.show(bool(lines))
        self._tallies.show_lines(self._board.tallies())
        waiting, now = how_many_open(self._follow), self._board.desk.clock()
        self.night.show_night(self._board.night(), self._board.closed(), waiting, now)
        self._tell_overdue()

    def stay(self) -> None:
        """Keep the cards in their places for five seconds: somebody is typing or pointing."""
        self._still.start(_STILL_MS)

    def new_visit(self) -> None:
        """Open a visit for somebody who has just come aboard; a second click on the way out opens no other one."""
        if self.isVisible():
            self.visit_wanted.emit(self._board.desk.new_visit().id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits open cards, letters count or act; with Shift they take off.

        Escape comes back to the cards, or folds the rare counters away.
        """
        if self._words.needs_visit(event):
            return
        key, shift = event.text().upper(), Qt.KeyboardModifier.ShiftModifier
        self._words.begin()
        if event.key() == Qt.Key.Key_Escape and self._layout.view != "cards":
            self._layout.look_at("cards")
        elif event.key() == Qt.Key.Key_Escape and self._tallies.fold():
            self.setFocus()
        elif event.isAutoRepeat() or event.modifiers() & ~shift or not self._use(key, shifted=bool(event.modifiers())):
            super().keyPressEvent(event)
        self._words.pressed(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the room there is."""
        super().resizeEvent(event)
        self._layout.fit()

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What can be done here, by the name that its key has in the table."""
        return {
            "new_visit": self.new_visit,
            "quick_line": self.quick_line_wanted.emit,
            "find": self._find,
            "show_names": self._show_names,
            "more_tallies": self._more_tallies,
            "last_closed": self.night.closed.open_last,
        }

    def _more_tallies(self) -> None:
        if self._layout.has_row_of_tallies:
            self._tallies.press_key(MORE_KEY)
        else:
            self._layout.look_at("tally")

    def _use(self, key: str, *, shifted: bool) -> bool:
        if key in self._digits:
            self.visit_wanted.emit(self._digits[key])
            return True
        act = {keys_of(f"board.{name}"): act for name, act in self.acts.items()}.get(key)
        if act is not None:
            act()
            return True
        if key and self._tallies.press_key(key, off=shifted):
            return True
        is_on_no_card = bool(self._digits) and key in {*DIGITS}
        if is_on_no_card:
            self._board.desk.tell(Touched(said=words("screens.said.on_no_card", digit=key), not_done=True))
        return is_on_no_card

    def _build(self) -> None:
        self._actions = BoardActions(self._keeper, self)
        self._actions.names_wanted.connect(self._show_names)
        self._actions.find_wanted.connect(self._find)
        self._actions.new_wanted.connect(self.new_visit)
        self._actions.line_wanted.connect(self.quick_line_wanted)
        self._actions.tally_wanted.connect(lambda: self._layout.look_at("tally"))
        self._actions.tonight_wanted.connect(lambda: self._layout.look_at("tonight"))
        self._cards = CardGrid(self._keeper, words("board.cards"), self)
        self._cards.opened.connect(self._open_code)
        keys = EmptyBoard(self._keeper)
        self._empty = Scroller(self._keeper, keys, self)
        self._tallies = TallyStrip(self._keeper, self)
        self._tallies.counted.connect(self._board.desk.count)
        self._tallies.taken_off.connect(partial(self._board.desk.count, step=-1))
        self.night = NightPanel(self._keeper, self)
        self.night.opened.connect(self.visit_wanted)
        self.night.referrals_wanted.connect(self.referrals_wanted)
        self.night.crew_wanted.connect(self.crew_wanted)
        parts = BoardParts(self._actions, self._cards, self._empty, keys, self._tallies, self.night)
        self._layout = BoardLayout(self, self._keeper, parts)
        self._layout.fit()

    def _open_code(self, code: str) -> None:
        self.visit_wanted.emit(self._board.id_of(code))

    def _show_names(self) -> None:
        self._board.show_names()
        self.refresh()

    def _find(self) -> None:
        finder = FindVisit(self._keeper, self._board.find, self.window())
        finder.chosen.connect(self.visit_wanted)

    def _touched(self, _touched: Touched) -> None:
        """Show it before the next painting, unless another page is shown by then, as for a new visit."""
        self._stale.emit()

    def _tick(self) -> None:
        """Each second; while another page is shown only what is overdue is told, and ``enter`` shows the rest."""
        if self.isVisible():
            self.refresh()
        else:
            self._tell_overdue()

    def _tell_overdue(self) -> None:
        overdue = dict(self._board.overdue_codes())
        for code in overdue.keys() - self._overdue:
            announce(self.window(), words("board.overdue_spoken", code=code), urgent=True)  # on whatever page
        self._overdue = set(overdue)
