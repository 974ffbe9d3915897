"""An open session on the screen: the desk, the places, the room of visits, the guard, and the keys of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mavis.system.wording import words
from mavis.ui.pages.board.left_open import LeftOpenPanel
from mavis.ui.pages.board.page import BoardPage
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.board.left_open import LeftOpen, left_open
from mavis.ui.presenters.board.page import BoardPresenter
from mavis.ui.presenters.board.returners import Returners
from mavis.ui.presenters.desk.tonight import Desk
from mavis.ui.presenters.doors.idle import IdleRule
from mavis.ui.presenters.shared.failures import told
from mavis.ui.presenters.visit.question import Section
from mavis.ui.session.bookmark import Bookmark, find_place
from mavis.ui.session.guard import Guard
from mavis.ui.session.half_line import bring_back
from mavis.ui.session.hand_over import HandOver
from mavis.ui.session.handover_sheet import HandoverSheet
from mavis.ui.session.keys import SessionKeys
from mavis.ui.session.leaving import Leaving
from mavis.ui.session.places import SessionPlaces
from mavis.ui.session.status_facts import StatusFacts
from mavis.ui.session.stored_night import StoredNight
from mavis.ui.session.visit_room import VisitRoom
from mavis.ui.session.visitor_mode import VisitorMode
from mavis.ui.session.workplace import Workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.system.clock import Clock
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.main_window import MainWindow
    from mavis.ui.tasks import Tasks


class OpenSession(QObject):
    """Lives from unlocking to locking; afterwards no widget holds a word of a record."""

    ready = Signal()
    """The first page is shown."""
    locked = Signal()
    """Everything is saved or kept, the pages are gone, the database is closed."""
    handed_on = Signal(object)
    """Everything is saved, the pages are gone; it carries the session of whoever took over the open records."""

    def __init__(
        self,
        program: Program,
        session: Session,
        window: MainWindow,
        tasks: Tasks,
        idle_clock: Clock,
        mark: Bookmark | None = None,
        *,
        first: bool = False,
    ) -> None:
        """Build the rooms and ask the store what was open; ``mark`` is where this person was when they left.

        ``first``: nobody has unlocked since the program started, so it tells what was open when it ended.
        """
        super().__init__(window)
        self.program = program
        self.session = session
        self._window = window
        self._tasks = tasks
        self._first = first
        self.leaving = Leaving(self, window, self.handed_on.emit, mark)
        self.keep_place: Callable[[], None] = self.leaving.keep_place
        self.lock: Callable[[], None] = self.leaving.lock
        self.hand_on: Callable[[Session], None] = self.leaving.hand_on
        self.handing_over = HandOver(self, window)
        self.is_ready = False
        self.came_from = ""
        """The visit that was open when this person took the screen over."""
        self.waits_for = ""
        """The id of whoever was here before, where something that they wrote could not be kept."""
        self.desk = Desk(
            session, tasks, program.clock, program.new_id, program.reference, program.settings.device_letter
        )
        self.desk.saves.on_state = self._saves_moved
        self.night = StoredNight(self, self.leaving, window, tasks)
        self.facts = StatusFacts(session, self.desk, window, tasks, self.fail)
        self.facts.triage_wanted.connect(partial(_show_triage, self))
        self._returners = Returners(self.desk)
        self.board = BoardPresenter(self.desk, session.intervals)
        self._build_rooms()
        self._keys = SessionKeys(self, window, HandoverSheet(self, window, tasks, self))
        self.visiting = VisitorMode(self, window, tasks, self._keys.rest)
        self._start_guard(idle_clock)
        self.reload()

    def reload(self, said: str = "") -> None:
        """Read the night from the store and show the place that is due: the board, or the start of a shift.

        ``said`` is told then; without it, who is signed in.
        """
        self.night.read(partial(self._show_night, said))

    def show_visit(self, visit_id: str, question: str = "") -> None:
        """Open a visit; ``question`` is what nobody has answered when the shift is to be closed."""
        if not question:
            self.workplace.trail.begin("board")
        self.room.spots.keep()
        self._window.show_page(self.room)
        self.room.show_visit(visit_id, question)

    def show_place(self, place: str) -> None:
        """Go to a place; half-typed words of a visit are kept first."""
        self.room.spots.keep()
        self.room.page.flush(ending=True)
        if self._window.page is self.room:
            self.workplace.trail.go(self.room.visit_id)
        self._window.show_page(self.workplace)
        self.workplace.go_to(place)

    def go_home(self, place: str = "board") -> None:
        """Back to the board or to another place of the night, or to what is next when no shift is open."""
        self.show_place(place if self.desk.shift else self.places.closing.next_place)

    def flush(self) -> None:
        """Keep what is half typed, wherever it is."""
        self._keys.keep()
        if self.room.visit_id:
            self.room.page.flush()
        self.places.flush()

    @property
    def saving(self) -> bool:
        """Whether something is still on its way to the disk, and the disk answers."""
        return bool(self.desk.saves.waiting) and self.desk.saves.failure is None

    def fail(self, failure: BaseException) -> None:
        """Say a failure in the message bar, and a bug as a bug."""
        self._window.warn(told(failure))

    def _show_night(self, said: str) -> None:
        self.places.read_again()
        self.go_home()
        self.facts.show()
        self._window.say(said or words("window.unlocked", name=_name(self)))
        self._find_place()
        _offer_visit(self, self._window)
        bring_back(self, self._window, self._tasks, self._keys.open_line)
        self.is_ready = True
        self.ready.emit()
        self._tasks.query(self._keys.warm, _ignore, self.fail)

    def _build_rooms(self) -> None:
        keeper = self._window.keeper
        name = _name(self)
        self.workplace = Workplace(keeper, name, self.session.actor.role, made_up=self.program.paths.is_training)
        self.workplace.lock_wanted.connect(self.lock)
        self.workplace.hand_over_wanted.connect(self.handing_over.open)
        self.workplace.offer("board", self._build_board)
        self.places = SessionPlaces(self, self._window, self._tasks, name)
        self.room = VisitRoom(keeper, self.desk, self.board.intervals)
        self.room.left.connect(self.go_home)
        self.room.wanted.connect(self.show_visit)
        self.room.turned.connect(self.facts.name_visit)
        self.room.hand_over_wanted.connect(self.handing_over.open)
        self.room.lock_wanted.connect(self.lock)
        for room in (self.workplace, self.room):
            self._window.add_page(room)

    def _build_board(self) -> QWidget:
        board = BoardPage(self._window.keeper, self.board)
        board.visit_wanted.connect(self.show_visit)
        board.referrals_wanted.connect(self.places.show_referrals)
        board.crew_wanted.connect(partial(self.show_place, "crew"))
        self.guard.used.connect(board.stay)
        self._keys.serve_board(board)
        return board

    def _start_guard(self, idle_clock: Clock) -> None:
        settings = self.program.settings
        rule = IdleRule.of(settings)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        self.guard = Guard(app, idle_clock, rule)
        self.guard.veil.connect(lambda: self._window.veil(self.overdue_lines()))
        self.guard.lock.connect(self.lock)

    def overdue_lines(self) -> list[str]:
        """The codes that must be looked at, without a name."""
        return [words("window.overdue", code=code, minutes=late) for code, late in self.board.overdue_codes()]

    def when_read(self, act: Callable[[], None]) -> None:
        """Act once every question asked of the store until now is answered and shown, unless the pages are gone."""
        self._tasks.query(_nothing, while_there(self.workplace, lambda _: act()), self.fail)

    def tear_down(self) -> None:
        """Throw the pages away; the records stay open."""
        self.desk.saves.on_state = _nothing
        self.guard.stop()
        self.facts.stop()
        self._keys.remove()
        self.handing_over.drop()
        self.visiting.drop()
        self.room.close_down()
        for room in (self.workplace, self.room):
            self._window.drop_page(room)

    def shut(self) -> None:
        """Throw the pages away and close the records."""
        self.tear_down()
        self._tasks.change(self.session.close, lambda _: self.locked.emit(), self.fail)

    def _saves_moved(self) -> None:
        if self.leaving.begun:
            self.leaving.go_on()
        else:
            self.facts.show()

    def _find_place(self) -> None:
        mark, self.leaving.mark = self.leaving.mark, None
        first, self._first = self._first, False
        if first and self.program.preferences.unusable:
            self._window.warn(words("window.settings_unusable"))
        if mark is None:
            _go_on_with_note(self, self._tasks)
        if mark is not None and mark.person == self.session.actor.id:
            find_place(self, mark)
            self.leaving.come_back(mark)
            self.when_read(self.leaving.forget_place)
        elif first and self.desk.open_visits:
            now, visits, names = self.program.clock(), self.desk.open_visits, self.desk.names
            show = while_there(self.workplace, partial(_show_left_open, self, self._window.keeper))
            self._tasks.query(lambda: left_open(self.session, visits, names, now), show, self.fail)


def _name(session: OpenSession, person: str = "") -> str:
    """The name of a person with a passphrase, or of whoever is signed in."""
    wanted = person or session.session.actor.id
    return next((tile.name for tile in session.program.access.people() if tile.id == wanted), "")


def _offer_visit(session: OpenSession, window: MainWindow) -> None:
    """Lead whoever took over back to the visit that was open, unless they are there already.

    They are told as well when words of the person before were not kept, but not which.
    """
    visit, waits_for = session.desk.visits.get(session.came_from), session.waits_for
    said = words("window.waits_for" if waits_for else "window.unlocked", name=_name(session, waits_for))
    if visit is not None and visit.is_open and window.page is not session.room:
        way = words("window.back_to_visit", code=visit.code)
        window.ask(said, way, partial(session.show_visit, visit.id), calm=not waits_for)
    elif waits_for:
        window.warn(said)


def _go_on_with_note(session: OpenSession, tasks: Tasks) -> None:
    """Let the note wait for its writer that was broken off when Mavis ended, as one waits through a lock."""
    aboard = [visit.id for visit in session.desk.open_visits]
    ask = partial(session.session.visits.broken_off, session.session.actor, aboard)
    tasks.query(ask, session.room.page.presenter.note.go_on_with, session.fail)


def _show_triage(session: OpenSession, visit_id: str) -> None:
    session.show_visit(visit_id)
    session.room.page.go_to(Section.TRIAGE)


def _show_left_open(session: OpenSession, keeper: ThemeKeeper, lines: tuple[LeftOpen, ...]) -> None:
    panel = LeftOpenPanel(keeper, lines, session.workplace)
    panel.chosen.connect(session.show_visit)
    panel.chosen.connect(panel.leave)


def _ignore(_result: object) -> None:
    """There is nothing to do with the result."""


def _nothing() -> None:
    """Nobody listens any more."""
