"""The real window over a real encrypted store, driven by real keys and clicks, for tests of whole pages and nights."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from mavis.ui.app import WindowProgram
from mavis.ui.main_window import MainWindow
from tests.builders import SATURDAY_NIGHT, SettableClock
from tests.programs import FOUR_WORDS, a_session
from tests.ui.looks import until
from tests.ui.scheme import hire, open_night

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program
    from mavis.domain.visit.visit import Visit
    from mavis.ui.pages.visit.page import VisitPage
    from mavis.ui.session.open_session import OpenSession

SIZE = (1366, 768)
_LOOK_MS = 300
_NAMES = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "F1": Qt.Key.Key_F1,
    "F2": Qt.Key.Key_F2,
    "F9": Qt.Key.Key_F9,
}


class Hands:
    """A person at the window: presses, clicks, waits, and counts how many keys and clicks it took."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        """Open the window, locked; ``idle`` is the clock of the guard and stands still until it is moved."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError(app)
        self._qtbot = qtbot
        self.program = program
        self.idle = SettableClock(SATURDAY_NIGHT)
        self.shown = WindowProgram(program, app, self.idle)
        self.window = self.shown.window
        self.uses = 0
        self.shown.begin()
        self.window.resize(*SIZE)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    @property
    def session(self) -> OpenSession:
        """The open session.

        Raises:
            LookupError: Mavis is locked.
        """
        if self.shown.session is None:
            raise LookupError(self.shown)
        return self.shown.session

    @property
    def page(self) -> VisitPage:
        """The page of visits."""
        return self.session.room.page

    @property
    def visit(self) -> Visit:
        """The visit that is shown, as the desk has it."""
        return self.page.presenter.visit

    @property
    def message(self) -> str:
        """What the message bar says."""
        return self.window.status.slot.accessibleName()

    def close(self) -> None:
        """Close the window, unless the test has done so, and take its look off the application."""
        if isValid(self.window):
            self.window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        qapp = QApplication.instance()
        if isinstance(qapp, QApplication):
            qapp.setStyleSheet("")

    def unlock(self, passphrase: str = FOUR_WORDS) -> None:
        """Type the passphrase and wait for the board, or for the start of a shift."""
        self.type(passphrase)
        self.press("Enter")
        self.until(lambda: self.shown.session is not None and self.shown.session.is_ready)
        self.settle()

    def press(self, keys: str) -> None:
        """Press keys, apart by spaces, wherever the keyboard is: ``N D 2 A``, ``Enter``, ``Ctrl+Tab``, ``/``."""
        for key in keys.split():
            self.uses += 1
            if key in _NAMES:
                QTest.keyClick(self.focused, _NAMES[key])
            elif key == "Shift+Tab":
                QTest.keyClick(self.focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
            elif len(key) == 1:
                QTest.keyClicks(self.focused, key)
            else:
                QTest.keySequence(self.focused, QKeySequence(key))
            QApplication.processEvents()
        self.until(lambda: _is_whole(self.shown))

    def type(self, text: str) -> None:
        """Type words letter by letter."""
        self.uses += len(text)
        QTest.keyClicks(self.focused, text)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click the middle of something that is seen.

        Raises:
            LookupError: it is not seen, or something lies over it.
        """
        self.uses += 1
        middle = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(middle)
        if not widget.isVisible() or hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            raise LookupError(widget.accessibleName())
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, middle))
        QApplication.processEvents()

    def button(self, name: str) -> QAbstractButton:
        """The seen button whose name for a screen reader begins so.

        Raises:
            StopIteration: there is none.
        """
        buttons = self.window.findChildren(QAbstractButton)
        return next(one for one in buttons if one.isVisible() and one.accessibleName().startswith(name))

    def chip(self, question: str, code: str) -> QWidget:
        """The chip of an answer.

        Raises:
            LookupError: the question has no such chip.
        """
        for widget in self.page.form.grids[question].findChildren(QAbstractButton):
            if widget.objectName() in {f"chip.{code}", f"triage.{code}"}:
                return widget
        raise LookupError(code)

    @property
    def focused(self) -> QWidget:
        """What has the keyboard, else the window."""
        return QApplication.focusWidget() or self.window

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        until(self._qtbot, done)

    def settle(self) -> None:
        """Hand on what is typed and wait until everything is on the disk."""
        self.until(lambda: not self.shown.tasks.busy and not self.session.desk.saves.waiting)
        QApplication.processEvents()

    def stored(self) -> list[Visit]:
        """What the store holds of tonight, read anew, by arrival."""
        shift = self.session.session.shifts.current()
        return [] if shift is None else list(self.session.session.visits.of_shift(self.session.session.actor, shift.id))

    def lock(self) -> None:
        """Press Ctrl+L and wait for the locked page."""
        self.press("Ctrl+L")
        self.until_locked()

    def until_locked(self) -> None:
        """Wait until Mavis is locked."""
        self.until(lambda: self.shown.session is None and not self.shown.tasks.busy)


def rest(hands: Hands, ms: int) -> None:
    """Take the hands off for a while; ``QTest.qWait`` would keep all that is saved meanwhile from going on."""
    end = time.monotonic() + ms / 1_000
    hands.until(lambda: time.monotonic() >= end)


def at_the_window(app: QApplication, act: Callable[[MainWindow], None]) -> None:
    """Act at the window of a program that ``run`` shows, once it is there.

    What goes wrong there ends the program: nobody else would, and a test that waits in Qt hears no time limit.
    """

    def look() -> None:
        seen = [one for one in app.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        if not seen:
            QTimer.singleShot(_LOOK_MS, app, look)
            return
        try:
            (window,) = seen
            act(window)
        except BaseException:
            app.quit()
            raise

    QTimer.singleShot(_LOOK_MS, app, look)


def set_up(program: Program) -> None:
    """Set Mavis up with Dilys as its coordinator, hire the crew, and leave it locked."""
    session = a_session(program)
    hire(session)
    session.close()


def begin_night(program: Program) -> None:
    """Set Mavis up, open a shift with Ruth and Dev aboard, and leave it locked."""
    session = a_session(program)
    people = hire(session)
    open_night(program, session, people[:2])
    session.close()


def _is_whole(shown: WindowProgram) -> bool:
    """Whether the page has all its parts; the settings build theirs one after the other."""
    return shown.session is None or getattr(shown.session.workplace.page, "is_whole", True)
