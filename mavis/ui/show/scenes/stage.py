"""The stage of the walk: one window at a time, its two clocks, and hands that never wait longer than they must."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from shiboken6 import isValid

from mavis.bootstrap import open_training
from mavis.bootstrap.scripted import open_scripted
from mavis.ui.look.style import application
from mavis.ui.look.tokens import ThemeName
from mavis.ui.main_window import MainWindow
from mavis.ui.show import demo_night as night
from mavis.ui.show.player import NightClock, Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Program
    from mavis.ui.session.open_session import OpenSession

_DATA = "Mavis"
_ROUNDS = 3
_PAUSE_MS = 1_000
"""No field keeps words back for longer."""
_GLANCE = timedelta(seconds=20)


@dataclass(frozen=True, slots=True)
class Scene:
    """A stop of the walk: a name for its picture, the place whose page of the manual tells of it, and the window."""

    name: str
    place: str
    window: MainWindow

    def look(self, theme: ThemeName = ThemeName.DARK, percent: int = 100) -> None:
        """Switch theme and text size (100-200) live, and let the window lay itself out."""
        self.window.keeper.use(theme)
        self.window.keeper.set_text_percent(percent)
        for _ in range(_ROUNDS):
            QApplication.processEvents()


class _Bugs:
    """Errors that Qt would swallow, because they came up in a slot."""

    def __init__(self) -> None:
        """Listen from now on, before whoever listened until now."""
        self._found: list[BaseException] = []
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def raise_first(self) -> None:
        """Raise the first that was heard, if any."""
        if self._found:
            raise self._found.pop(0)

    def stop(self) -> None:
        """Listen no more."""
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        self._found.append(bug)
        self._before(kind, bug, trace)


class _QuickHands(Player):
    """A player that waits for what is due, never for a length of time, and stops at the first bug."""

    def __init__(self, program: Program, clock: NightClock, idle: NightClock, bugs: _Bugs) -> None:
        """Open the window; pictures are taken by whoever walks along."""
        self._bugs = bugs
        super().__init__(program, clock, program.paths.root, ThemeName.DARK, idle)

    def pump(self) -> None:
        """Let the window do what waits for it."""
        super().pump()
        self._bugs.raise_first()

    def settle(self) -> None:
        """Hand on what is half typed, and wait until nothing is on its way to the store or back."""
        session = self.shown.session
        if session is not None and session.is_ready:
            session.room.page.flush()
            session.places.flush()
        self.until(lambda: not self.shown.tasks.busy and (session is None or _is_at_rest(session)))
        QApplication.processEvents()

    def wait_for_pauses(self) -> None:
        """Wait until no field keeps words back for a moment any more, and they are saved."""
        self.until(lambda: not _pauses(self.shown.window) and not self.shown.tasks.busy)


class Stage:
    """Plays a night over a store whose keys cost nothing, and starts again after a power cut."""

    def __init__(self, folder: Path) -> None:
        """Raise the curtain on a Mavis that nobody has set up."""
        self._folder = folder
        self._flash = application().cursorFlashTime()
        application().setCursorFlashTime(0)
        self._clock = NightClock(night.BEGINS)
        self._idle = NightClock(night.BEGINS)
        self._bugs = _Bugs()
        self._hands = self._raise_curtain()

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._hands.shown.window

    @property
    def session(self) -> OpenSession:
        """The open session.

        Raises:
            TypeError: Mavis is locked.
        """
        return self._hands.session

    def at(self, name: str, place: str, *, after: str = "", minutes: int = 0, half_typed: bool = False) -> Scene:
        """Stop after some keys, once everything is saved and painted; what is ``half_typed`` is saved by itself."""
        if after and half_typed:
            self.half_type(after)
        elif after:
            self.act(after, minutes)
        if half_typed:
            self._hands.wait_for_pauses()
        else:
            self._hands.settle()
        _let_go()
        scene = Scene(name, place, self.window)
        scene.look()
        return scene

    def act(self, keys: str = "", minutes: int = 0) -> None:
        """Let minutes pass, use keys, and wait until all is saved; only what is said from now on looks fresh."""
        self.window.status.slot.settle()
        self._clock.wait(minutes)
        session = self._hands.shown.session
        if minutes and session is not None:
            session.facts.keep_safe()  # by the clock of the night, before the timer of the laptop comes to it
            self._hands.settle()
        self._hands.use(keys)
        self._hands.settle()

    def half_type(self, keys: str) -> None:
        """Use keys and go on at once, in the middle of a word."""
        self.window.status.slot.settle()
        self._hands.use(keys)

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so.

        Raises:
            TimeoutError: it never came to be.
        """
        self._hands.until(done)

    def button(self, name: str) -> QAbstractButton:
        """The seen button whose name for a screen reader begins or ends so.

        Raises:
            LookupError: there is none.
        """
        for button in self.window.findChildren(QAbstractButton):
            spoken = button.accessibleName()
            if button.isVisible() and (spoken.startswith(name) or spoken.endswith(name)):
                return button
        raise LookupError(name)

    def press(self, name: str, times: int = 1) -> None:
        """Press a button by its name; one that is held is pressed twice, as a screen reader does."""
        self.window.status.slot.settle()
        for _ in range(times):
            self.button(name).click()
        self._hands.settle()

    def type_into(self, name: str, text: str) -> None:
        """Put the keyboard into the seen field of that name and type over what stands there.

        Raises:
            LookupError: there is none.
        """
        for field in self.window.findChildren(QLineEdit):
            if field.isVisible() and field.accessibleName().startswith(name):
                field.setFocus()
                self.act(f"Ctrl+A '{text}'")
                return
        raise LookupError(name)

    def come_in(self) -> None:
        """Press Enter and wait until the first page is there."""
        self._hands.use("Enter")
        self._hands.until_open()

    def lock(self) -> None:
        """Lock, and wait for the locked page."""
        self._hands.use("Ctrl+L")
        self.until(lambda: self._hands.shown.session is None and not self._hands.shown.tasks.busy)

    def leave_alone(self) -> None:
        """Let a minute pass in which nobody touches the laptop."""
        while not self.window.veiled:
            self._idle.now += _GLANCE
            self.session.guard.look()

    def cut_the_power(self, minutes: int) -> None:
        """Start again, minutes later, with what lies on the disk at this moment and nothing else."""
        data, left = self._folder / _DATA, self._folder / "left"
        shutil.copytree(data, left, ignore=shutil.ignore_patterns("*.lock", "*-shm"))
        self._hands.quit()
        shutil.rmtree(data)
        left.rename(data)
        self._clock.wait(minutes)
        self._hands = self._raise_curtain()

    def learn(self) -> None:
        """Leave this Mavis, and open a training that nobody has opened before."""
        self._hands.quit()
        program = open_training(self._folder / _DATA, clock=self._clock)
        self._hands = _QuickHands(program, self._clock, self._idle, self._bugs)

    def go_on(self, focused: QWidget | None) -> None:
        """Take the look and the keyboard back after a stop."""
        self.window.keeper.use(ThemeName.DARK)
        self.window.keeper.set_text_percent(100)
        if focused is not None and isValid(focused):
            focused.setFocus()
        QApplication.processEvents()
        _let_go()

    def end(self) -> None:
        """Close the window and leave the application as it was found."""
        if isValid(self.window):
            self._hands.quit()
        _let_go()
        self._bugs.stop()
        application().setCursorFlashTime(self._flash)

    def _raise_curtain(self) -> _QuickHands:
        program = open_scripted(self._folder / _DATA, self._clock)
        return _QuickHands(program, self._clock, self._idle, self._bugs)


def _is_at_rest(session: OpenSession) -> bool:
    """Whether nothing is being saved and the page has all its parts; the settings build theirs one after the other."""
    return not session.saving and getattr(session.workplace.page, "is_whole", True)


def _pauses(window: MainWindow) -> bool:
    """Whether something waits for a moment in which nobody types."""
    timers = window.findChildren(QTimer)
    return any(one.isSingleShot() and one.isActive() and one.interval() <= _PAUSE_MS for one in timers)


def _let_go() -> None:
    """Delete what was given up, as the loop of the program does each time it is back; here nobody is in that loop."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def without_printer() -> Iterator[None]:
    """A laptop that has no program to print with."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.devnull
    try:
        yield
    finally:
        os.environ["PATH"] = before
