"""The program with its window: unlock, work, lock, and unlock again, until the window is closed."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from mavis.domain.errors import MavisError
from mavis.system.clock import utc_now
from mavis.system.collecting import leave_nothing_out, leave_out_what_is_there, search_everything
from mavis.system.wording import sentence
from mavis.ui.doorway import Doorway
from mavis.ui.look.style import application, dress
from mavis.ui.look.theme import ThemeKeeper
from mavis.ui.main_window import MainWindow
from mavis.ui.presenters.board.card_digits import CardDigits
from mavis.ui.presenters.settings.appearance import theme_of
from mavis.ui.presenters.shared.failures import told
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.tasks import Tasks
from mavis.ui.ways import Way
from mavis.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from types import TracebackType

    from mavis.bootstrap import Program, Session
    from mavis.system.clock import Clock
    from mavis.ui.session.bookmark import Bookmark
    from mavis.ui.session.open_session import OpenSession
    from mavis.ui.sleep import SleepSignals
    from mavis.ui.training import TrainingMode
    from mavis.ui.ways import Opens

_PAINTED_MS = 1000
"""By then the first page is painted."""

_AFTER_PAINT_MS = 500
_SETTLED_MS = 1500
"""By then the pages of a session are built."""


class WindowProgram(QObject):
    """Goes between the locked and the open side; everything it shows lies in one window."""

    def __init__(self, program: Program, app: QApplication, idle_clock: Clock = utc_now) -> None:
        """Dress the application and build the window; ``begin`` shows it.

        The idle clock tells how long nobody has used the laptop; it is another one only where a night is played faster.
        """
        super().__init__(app)
        self.program = program
        self._idle_clock = idle_clock
        self.keeper = ThemeKeeper(theme_of(program.settings, program.clock()), self)
        dress(app, self.keeper)
        self._ring = FocusRing(self.keeper, app)
        self._ring.setParent(self)
        self.window = MainWindow(self.keeper)
        self.tasks = Tasks(self)
        self.doorway = Doorway(program, self.window, self.tasks)
        self.doorway.opened.connect(self._open)
        self.session: OpenSession | None = None
        self._marks: dict[str, Bookmark] = {}
        self._digits = CardDigits()
        self._is_first = True
        self._sleep: SleepSignals | None = None
        self._closing = False
        self.wish: Way | None = None
        """Where to go once the window is closed; None ends the program."""
        self._training = _training_of(self)
        self.doorway.training_wanted.connect(partial(self.go, Way.TRAINING))
        self.window.closing.connect(self.close)

    def begin(self) -> None:
        """Show the window, locked; it is shown as well when nobody can unlock, to say why.

        Raises:
            StorageError: the file with the keys is missing or damaged.
        """
        try:
            self.doorway.stand()
        finally:
            self.window.show()
            self.window.activateWindow()

    def close(self) -> None:
        """Save and lock, then end the threads; called when the window closes."""
        if self._closing:
            return
        self._closing = True
        if self.session is not None:
            self.session.lock()
        while self.tasks.busy or (self.session is not None and self.session.saving):
            QApplication.processEvents()
        self.tasks.finish()
        leave_nothing_out()
        self.program.close()
        self.window.deleteLater()
        self.deleteLater()

    def heed(self, signals: SleepSignals) -> None:
        """Lock whenever the laptop is about to sleep or its lid shuts."""
        self._sleep = signals
        signals.sleeping.connect(self._lock_now)

    def _lock_now(self) -> None:
        if self.session is not None:
            self.session.lock()
        elif self._sleep is not None:
            self._sleep.let_go()

    def go(self, way: Way) -> None:
        """Close this Mavis wholly, and have another one opened."""
        self.wish = way
        self.window.close()

    def _open(self, session: Session) -> None:
        from mavis.ui.session.open_session import OpenSession

        mark = self._marks.get(session.actor.id)
        first, self._is_first, self.session = self._is_first, False, None
        try:
            self.session = OpenSession(
                self.program, session, self.window, self.tasks, self._idle_clock, mark, first=first
            )
        except BaseException:
            session.close()
            raise
        self.session.board.digits = self._digits
        self._marks.pop(session.actor.id, None)
        self.session.ready.connect(self.doorway.leave)
        self.session.locked.connect(self._locked)
        self.session.handed_on.connect(self._handed_on)
        QTimer.singleShot(_SETTLED_MS, self.session, leave_out_what_is_there)
        if self._training is not None:
            self._training.attach(self.session)

    def _handed_on(self, session: Session) -> None:
        left = self.session
        if left is not None:
            self._remember(left)
            left.deleteLater()
        if self._training is not None:
            self._training.detach()
        self._open(session)
        if self.session is not None and left is not None:
            self.session.came_from = left.handing_over.visit_left
            self.session.waits_for = left.session.actor.id if left.leaving.trouble or left.leaving.words_wait else ""
            seen = left.leaving.seen
            if seen is not None:
                self.session.ready.connect(seen.deleteLater)
                self.session.locked.connect(seen.deleteLater)

    def _remember(self, left: OpenSession) -> None:
        """Keep where each person was until they come back, sealed, so that nobody else can read it; forget the rest."""
        QTimer.singleShot(_PAINTED_MS, self, search_everything)
        if left.leaving.mark is not None:
            self._marks[left.leaving.mark.person] = left.leaving.mark

    def _locked(self) -> None:
        closed, self.session = self.session, None
        if closed is None:
            return
        self._remember(closed)
        trouble = closed.leaving.trouble
        overdue = tuple(closed.overdue_lines()) if closed.is_ready else ()
        aboard = len(closed.desk.open_visits)
        closed.deleteLater()
        if self._training is not None:
            self._training.detach()
        typed = self.window.unveil()
        if self._sleep is not None:
            self._sleep.let_go()
        if not self._closing:
            at = "" if trouble else clock_text(self.program.clock())
            self.doorway.stand(overdue, aboard, at, closed.session.actor.id, trouble)
            for key in typed:
                QApplication.sendEvent(self.window.focusWidget() or self.window, key)


def _training_of(mavis: WindowProgram) -> TrainingMode | None:
    if mavis.program.training is None:
        return None
    from mavis.ui.training import TrainingMode

    training = TrainingMode(mavis.program.training, mavis.window)
    training.wished.connect(mavis.go)
    return training


def run(program: Program, opens: Opens) -> int:
    """Show the window until it is closed, and after it each window that was wished for; returns the exit status.

    ``opens`` opens the program of a wish; when that fails, the real one is opened again and says why.
    """
    app, trouble = application(), ""
    while True:
        mavis = WindowProgram(program, app)
        catch_bugs(mavis)
        QTimer.singleShot(0, mavis, partial(_begin, mavis, trouble))
        QTimer.singleShot(_AFTER_PAINT_MS, mavis, partial(_heed_sleep, mavis, app))
        status = app.exec()
        if mavis.wish is None:
            return status
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        program, trouble = _opened(opens, mavis.wish)


def _heed_sleep(mavis: WindowProgram, app: QApplication) -> None:
    from mavis.ui.sleep import sleep_signals

    mavis.heed(sleep_signals(app))


def _begin(mavis: WindowProgram, trouble: str) -> None:
    mavis.begin()
    QTimer.singleShot(_PAINTED_MS, collect_again)
    if trouble:
        mavis.window.warn(trouble)


def _opened(opens: Opens, way: Way) -> tuple[Program, str]:
    try:
        return opens(way), ""
    except MavisError as failure:
        return opens(Way.REAL), sentence(failure)


def collect_again() -> None:
    """Look for rubbish again, after a start that did not; what the start made stays and is looked at no more."""
    if not gc.isenabled():
        leave_out_what_is_there()
        gc.enable()


def catch_bugs(mavis: WindowProgram) -> None:
    """Let the window tell of errors: Qt would swallow one in a slot, and a traceback might quote a record."""

    def hook(_kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        _tell(mavis, bug)

    sys.excepthook = hook


def _tell(mavis: WindowProgram, failure: BaseException) -> None:
    """Say a refusal in its own words and a bug as a bug; what stops somebody on the way in is said at the door."""
    if mavis.session is not None:
        mavis.session.leaving.stop(failure)
    elif mavis.doorway.somebody_comes_in:
        mavis.doorway.stand(trouble=told(failure, "unlock.not_opened"))
    else:
        mavis.window.warn(told(failure))
