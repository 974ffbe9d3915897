"""Takes the night from the store onto the desk: at the start, when shifts change, and when the store refused a save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.desk.unkept import unkept_words
from mavis.ui.presenters.shared.failures import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift
    from mavis.domain.shift.tally import Tally
    from mavis.domain.visit.visit import Visit
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.leaving import Leaving
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks

DURING = ("board", "people", "close", "settings")
BEFORE = ("start", "last_shift", "people", "settings")
AFTER = ("close", "last_shift", "people", "settings")
"""The places on the rail during a shift, before one, and when one is closed and still looked at."""


class _Stored(NamedTuple):
    """The night as it was read: the crew's names, the shift, its visits, its tallies, and the highest number so far."""

    names: dict[str, str]
    shift: Shift | None = None
    visits: tuple[Visit, ...] = ()
    tallies: tuple[Tally, ...] = ()
    last_number: int = 0


class StoredNight:
    """What the store holds is what the windows show."""

    def __init__(self, session: Opened, leaving: Leaving, window: MainWindow, tasks: Tasks) -> None:
        """Listen for what the store refuses."""
        self._session = session
        self._leaving = leaving
        self._window = window
        self._tasks = tasks
        self._why = self._untold = ""
        self._asked = self._marking = False
        session.desk.saves.on_refusal = self._refused

    def read(self, then: Callable[[], None]) -> None:
        """Put the night on the desk and its places on the rail, then go on; not while somebody leaves."""
        session = self._session

        def take(stored: _Stored) -> None:
            if not self._leaving.begun:
                self._take(stored)
                then()

        self._tasks.query(lambda: _read(session.session), take, self._leaving.stop)

    def gives_back(self, then: Callable[[], None]) -> bool:
        """Whether words that were refused have still to go into the mark of whoever leaves; ``then`` comes after it."""

        def mark(stored: _Stored) -> None:
            why, self._why, self._untold = self._untold or self._why, "", ""
            self._marking = False
            self._leaving.trouble = self._give_back(why, self._session.desk.visits, stored.visits)
            then()

        waits = bool(self._untold or self._why)
        if waits and not self._marking:
            self._marking = True
            session = self._session.session
            self._tasks.query(lambda: _read(session), mark, lambda _: mark(_Stored({})))
        return waits

    def _take(self, stored: _Stored) -> None:
        shift, desk, room = stored.shift, self._session.desk, self._session.room
        if self._window.page is room and room.visit_id not in {visit.id for visit in stored.visits}:
            self._session.go_home()
        desk.names = stored.names
        desk.fill(shift, stored.visits, stored.tallies, stored.last_number)
        closed = shift is None and self._session.places.closing.is_over
        self._session.workplace.show_places(AFTER if closed else DURING if shift else BEFORE)

    def _refused(self, refusal: Exception) -> None:
        """Show what is kept in place of what was not, and say so; the first of several in a row says why.

        Whoever leaves meanwhile gets the words back in their mark.
        """
        self._why = self._why or words("window.not_kept", why=told(refusal, "window.why_bug"))
        if not (self._leaving.begun or self._asked):
            self._asked = True
            self._session.desk.saves.put(_nothing, lambda _: self._read_again())

    def _read_again(self) -> None:
        self._asked = False
        self._untold, self._why = self._why, ""
        self.read(partial(self._say, self._untold, dict(self._session.desk.visits)))

    def _say(self, why: str, shown: Mapping[str, Visit]) -> None:
        desk, self._untold = self._session.desk, ""
        if desk.shift is None and self._session.workplace.place == "board":
            self._session.go_home()
        self._window.warn(self._give_back(why, shown, desk.visits.values()))
        desk.tell(Touched())

    def _give_back(self, why: str, shown: Mapping[str, Visit], kept: Iterable[Visit]) -> str:
        """Let words that are shown and not kept wait in the note of their visit; tells what is to be said of it.

        Whoever is about to leave finds them when they come back.
        """
        unkept = {one.id: text for one in kept if (text := unkept_words(shown.get(one.id, one), one))}
        for visit_id, text in unkept.items():
            self._session.room.page.presenter.note.give_back(visit_id, text)
        self._leaving.mark_refused(why)
        return f"{why} {words('window.words_wait')}" if unkept else why


def _read(session: Session) -> _Stored:
    names = {person.id: person.name for person in session.crew.roster()}
    shift = session.shifts.current()
    if shift is None:
        return _Stored(names)
    names = {member.person: member.name for member in shift.crew} | names
    visits, last_number = session.visits.of_tonight(session.actor, shift.id)
    return _Stored(names, shift, visits, session.shifts.tallies(shift.id), last_number)


def _nothing() -> None:
    """Every save before is done."""
