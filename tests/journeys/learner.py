"""Somebody who has never seen Mavis: reads the bar of training and presses what stands there, and nothing else."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mavis.ui.look.style import application
from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.help.guide import TrainingBar
from mavis.ui.show.player import NightClock, Player
from mavis.ui.widgets.guide_keys import GuideKeys

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program

_PATIENCE_SECONDS = 20


class Learner(Player):
    """A window of training, and hands that follow its bar."""

    def __init__(self, program: Program, clock: NightClock, pictures: Path) -> None:
        """Open the window; the guard's clock stands still, so that nothing is hidden from a slow machine."""
        super().__init__(program, clock, pictures, ThemeName.DARK, NightClock(clock.now))
        (self.bar,) = self.shown.window.findChildren(TrainingBar)

    @property
    def told(self) -> str:
        """Everything that the bar says, as a screen reader hears it."""
        return self.bar.accessibleDescription()

    @property
    def keys(self) -> str:
        """The keys that the bar shows."""
        return self.bar.findChildren(GuideKeys)[0].accessibleName()

    def come_in(self) -> None:
        """Type the passphrase that the bar shows, and Enter."""
        self.use(self.keys)
        self.until_open()

    def follow(self) -> str:
        """Press the keys of the step, and wait until the bar says something else; returns what it said."""
        said, (before, hold, held) = self.told, self.keys.partition("hold ")
        self.use(before)
        if hold:
            self._hold_control_enter(held)
        self._until_it_says_more(said)
        self.settle()
        return said

    def ask(self, name: str) -> None:
        """Click a button of the bar; one that is held is pressed twice, as a screen reader does."""
        (button,) = (one for one in self.bar.findChildren(QPushButton) if one.accessibleName() == name)
        for _ in range(1 + bool(button.accessibleDescription())):
            button.click()
        self.pump()

    def settle(self) -> None:
        """Wait until nothing is on its way to the store or back."""
        session = self.shown.session
        self.until(lambda: not self.shown.tasks.busy and not (session is not None and session.saving))
        QApplication.processEvents()

    def leave(self) -> None:
        """Close the window and take its look off the application."""
        if self.shown.wish is None:
            self.quit()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        application().setStyleSheet("")

    def _hold_control_enter(self, keys: str) -> None:
        if keys != "Ctrl+Enter":
            raise LookupError(keys)
        self.settle()
        press = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        places = self.session.places
        QTest.keyPress(self._focused(), *press)
        self.until(lambda: places.closed is not None)
        QTest.keyRelease(self._focused(), *press)

    def _until_it_says_more(self, said: str) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while self.told == said:
            self.wait()
            if time.monotonic() > end:
                raise TimeoutError(said)
