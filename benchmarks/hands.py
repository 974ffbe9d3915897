"""Two hands at the real window: they press real keys, click real places, and count what they did."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from mavis.system.wording import words
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program
    from mavis.ui.session.open_session import OpenSession

SIZE = (1366, 768)
_PATIENCE_SECONDS = 60
_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
    "Down": Qt.Key.Key_Down,
}
_STROKE = re.compile(r"'([^']*)'|(\[[^\]]*\]|\S+)")


class Hands:
    """A person at the window of a program; ``keys`` and ``clicks`` count every event that was sent."""

    def __init__(self, program: Program) -> None:
        """Open the window at its usual size, locked."""
        self.program = program
        self.shown = WindowProgram(program, application())
        self.window = self.shown.window
        self.keys = 0
        self.clicks = 0
        self._painted = _Painted(self.window)
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
    def paintings(self) -> int:
        """How often the window was painted so far."""
        return self._painted.times

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase of the first person and wait for the first page."""
        self.use(f"'{passphrase}' Enter")
        self.until(lambda: self.shown.session is not None and self.shown.session.is_ready)
        self.settle()

    def use(self, strokes: str, held_until: Callable[[], bool] = bool) -> None:
        """Do strokes one after the other.

        ``N``, ``Enter`` and ``Ctrl+Tab`` are keys; ``'words'`` are typed; ``[name]`` is clicked: a button that is seen,
        by its object name (``chip.taxi``) or by the words on it, as a key of the wording (``board.new_visit``);
        ``<Ctrl+Enter>`` is held down until something is so.
        """
        for stroke in strokes_of(strokes):
            self.do(stroke, held_until)

    def do(self, stroke: str, held_until: Callable[[], bool] = bool) -> None:
        """Do one stroke."""
        if len(stroke) > 1 and stroke[0] == "[":
            self.click(self.button(stroke[1:-1]))
        elif len(stroke) > 1 and stroke[0] == "<":
            self.hold(stroke[1:-1], held_until)
        else:
            self.press(stroke)

    def press(self, key: str) -> None:
        """Press one key, or a chord; a letter is pressed without Shift, and each key of a chord counts."""
        self.keys += _keys_of(key)
        if key in _NAMED:
            QTest.keyClick(self.focused, _NAMED[key])
        elif len(key) == 1:
            QTest.keyClicks(self.focused, key.lower())
        else:
            QTest.keySequence(self.focused, QKeySequence(key))
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        """Click the middle of a control.

        Raises:
            LookupError: the middle is not seen, or something lies over it.
        """
        middle = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(middle)
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            raise LookupError(widget.accessibleName())
        self.clicks += 1
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, middle))
        QApplication.processEvents()

    def button(self, name: str) -> QAbstractButton:
        """The seen control with an object name, or with the words of a wording key.

        Raises:
            LookupError: there is none.
        """
        for one in self.window.findChildren(QAbstractButton):
            if one.isVisible() and (name == one.objectName() or _says(one, name)):
                return one
        raise LookupError(name)

    def hold(self, chord: str, done: Callable[[], bool]) -> None:
        """Hold Ctrl and a named key down until something is so."""
        self.keys += _keys_of(chord)
        key = _NAMED[chord.removeprefix("Ctrl+")]
        QTest.keyPress(self.focused, key, Qt.KeyboardModifier.ControlModifier)
        self.until(done)
        QTest.keyRelease(self.focused, key, Qt.KeyboardModifier.ControlModifier)

    @property
    def focused(self) -> QWidget:
        """What has the keyboard, else the window."""
        return QApplication.focusWidget() or self.window

    def settle(self) -> None:
        """Wait until everything is on the disk and shown."""
        self.until(lambda: not self.shown.tasks.busy and not self.session.desk.saves.waiting)
        QApplication.processEvents()

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so.

        Raises:
            TimeoutError: it never came to be.
        """
        end = time.monotonic() + _PATIENCE_SECONDS
        while not done():
            QApplication.processEvents()
            time.sleep(0.001)
            if time.monotonic() > end:
                raise TimeoutError

    def rest(self, seconds: float) -> None:
        """Let the window work for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)

    def leave(self) -> None:
        """Close the window; everything is saved and locked."""
        self.window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def strokes_of(strokes: str) -> list[str]:
    """The single strokes of a text that ``Hands.use`` reads; words come apart into letters."""
    return [one for typed, stroke in _STROKE.findall(strokes) for one in (typed if typed else (stroke,))]


def _keys_of(chord: str) -> int:
    return len(chord.split("+")) if len(chord) > 1 else 1


def _says(button: QAbstractButton, key: str) -> bool:
    try:
        return button.accessibleName() == words(key)
    except KeyError:
        return False


class _Painted(QObject):
    """Counts how often a window paints what has changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.times = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.UpdateRequest
        return False
