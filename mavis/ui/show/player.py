"""Hands for the scripted night: types real keys into whatever has the keyboard and takes pictures."""

from __future__ import annotations

import os
import re
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mavis.system.clock import utc_now
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application
from mavis.ui.pages.doors.first_run import FirstRunPage
from mavis.ui.pages.shared.quick_letters import QuickLetters

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Program
    from mavis.system.clock import Clock
    from mavis.ui.look.tokens import ThemeName
    from mavis.ui.session.open_session import OpenSession
    from mavis.ui.show.demo_night import Scene

SIZE = (1366, 768)
_PATIENCE_SECONDS = 60
_SAVED_WITHIN_SECONDS = 1.0
_MOMENT_SECONDS = 0.002


class NightClock:
    """A clock that the script moves on; it starts where the night starts."""

    def __init__(self, now: datetime) -> None:
        """Show this instant."""
        self.now = now

    def __call__(self) -> datetime:
        """The instant of the script."""
        return self.now

    def wait(self, minutes: int) -> None:
        """Let minutes pass."""
        self.now += timedelta(minutes=minutes)


class Player:
    """One window, played by keys alone."""

    def __init__(
        self,
        program: Program,
        clock: NightClock,
        pictures: Path,
        theme: ThemeName,
        idle_clock: Clock = utc_now,
    ) -> None:
        """Open the window at its usual size; the idle clock tells how long nobody has used it."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self._clock = clock
        self._pictures = pictures
        self.shown = WindowProgram(program, application(), idle_clock)
        self.shown.keeper.use(theme)
        self.shown.begin()
        self.shown.window.resize(*SIZE)
        self.shown.window.activateWindow()
        self.pump()

    @property
    def session(self) -> OpenSession:
        """The open session.

        Raises:
            TypeError: Mavis is locked.
        """
        if self.shown.session is None:
            raise TypeError(self.shown.session)
        return self.shown.session

    def first_run(self, scheme: str, coordinator: str, passphrase: str) -> None:
        """Set Mavis up and type the recovery code back."""
        page = self.shown.window.page
        if not isinstance(page, FirstRunPage):
            raise TypeError(page)
        for text in (scheme, coordinator, passphrase, passphrase):
            self._type(text)
            self._press("Enter")
        self.until(lambda: bool(page.code))
        self.picture("first-run")
        self._type(page.code)
        self._press("Enter")
        self.until_open()

    def unlock(self, passphrase: str) -> None:
        """Unlock as the first person."""
        self.picture("unlock")
        self._type(passphrase)
        self._press("Enter")
        self.until_open()

    def start_shift(self) -> None:
        """Start the shift: tick the first of the crew and the whole kit, leave the rest as it is filled in."""
        for key in ("Q", "L"):
            self._press(key)
        self.picture("start-shift")
        self._press("Enter")
        self.until(lambda: self.session.desk.shift is not None)
        self.settle()

    def play(self, scene: Scene) -> None:
        """Wait, type, and take the picture of the scene."""
        self._clock.wait(scene.wait)
        self.use(scene.keys)
        if scene.picture:
            self.settle()
            self.picture(scene.picture)

    def use(self, keys: str) -> None:
        """Press keys and type what stands in quotes, wherever the keyboard is at each of them."""
        for token in _tokens(keys):
            if token.startswith("'"):
                self._type(token[1:])
            else:
                self._press(token)

    def close_shift(self, notes: str) -> dict[str, Path]:
        """Close the shift with handover notes; returns where summary, counts and workbook lie."""
        self._press("F4")
        places = self.session.places
        self._type(notes)
        self.settle()
        self.picture("close-shift")
        QTest.keyPress(self._focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.until(lambda: places.closed is not None)
        QTest.keyRelease(self._focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()
        self.picture("closed")
        closed = places.closed
        if closed is None:
            raise TypeError(closed)
        found = {"summary": closed.summary_pdf}
        found.update({f"counts {at}": path for at, path in enumerate(closed.counts, start=1)})
        return found

    def quit(self) -> None:
        """Close the window; everything is saved and locked."""
        self.shown.window.close()
        self.pump()

    def picture(self, name: str) -> None:
        """Save what the window shows."""
        self.pump()
        self.shown.window.grab().save(str(self._pictures / f"{name}.png"))

    def settle(self) -> None:
        """Wait as long as a field may take to be saved, and until nothing waits."""
        end = time.monotonic() + _SAVED_WITHIN_SECONDS
        while time.monotonic() < end:
            self.wait()
        self.until(lambda: not self.shown.tasks.busy)

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so.

        Raises:
            TimeoutError: it never came to be.
        """
        end = time.monotonic() + _PATIENCE_SECONDS
        while not done():
            self.wait()
            if time.monotonic() > end:
                raise TimeoutError

    def pump(self) -> None:
        """Let the window do what waits for it."""
        QApplication.processEvents()

    def wait(self) -> None:
        """Let the window work for a moment."""
        self.pump()
        time.sleep(_MOMENT_SECONDS)

    def until_open(self) -> None:
        """Wait until somebody has come in and the first page is shown."""
        self.until(lambda: self.shown.session is not None and self.shown.session.is_ready)
        self.settle()

    def _focused(self) -> QWidget:
        return self.shown.window.focusWidget() or self.shown.window

    def _type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)
        self.pump()

    def _press(self, token: str) -> None:
        for quick in self.shown.window.findChildren(QuickLetters):
            quick.end()  # hands that answer one question after the other are no words
        if len(token) == 1:
            QTest.keyClicks(self._focused(), token)
        else:
            QTest.keySequence(self._focused(), QKeySequence(_NAMES.get(token, token)))
        self.pump()


_NAMES = {"Enter": "Return"}


_TOKEN = re.compile(r"'([^']*)'?|(\S+)")


def _tokens(keys: str) -> list[str]:
    """Keys apart, words to type with a leading quote; a quote that is never closed runs to the end."""
    return [f"'{match[1]}" if match[0].startswith("'") else match[0] for match in _TOKEN.finditer(keys)]
