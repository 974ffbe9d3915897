"""Training on the screen: the mark and the guide over every page, and the ways to start again and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, install
from mavis.ui.pages.help.guide import BarView, TrainingBar
from mavis.ui.presenters.help.guide import NO_NIGHT, Guide, Night, arrange, night_now
from mavis.ui.ways import Way

if TYPE_CHECKING:
    from mavis.services.training import Training
    from mavis.ui.main_window import MainWindow
    from mavis.ui.presenters.desk.tonight import Touched
    from mavis.ui.session.open_session import OpenSession

_LOOK_MS = 200
_LOCKED = frozenset({"again", "back"})


class TrainingMode(QObject):
    """Leads a learner through a night; it looks at the night itself, five times a second and after each change."""

    wished = Signal(Way)
    """The learner wants a fresh night, or back to the real Mavis."""

    def __init__(self, training: Training, window: MainWindow) -> None:
        """Mark the window; ``attach`` begins to guide."""
        super().__init__(window)
        self._training = training
        self._window = window
        self._session: OpenSession | None = None
        self._undone = 0
        self.guide = Guide(training)
        self.bar = TrainingBar(window.keeper)
        self.bar.asked.connect(self._do)
        window.put_on_top(self.bar)
        install(window, Place.TRAINING, {"skip": self._skip})
        window.setWindowTitle(words("training.window_title"))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._show()

    def attach(self, session: OpenSession) -> None:
        """Somebody has unlocked or taken over: guide them from the step that is due."""
        self._timer.stop()
        self._session = session
        session.ready.connect(self._begin)

    def detach(self) -> None:
        """Locked: say the passphrase and the ways on, and watch nothing."""
        self._timer.stop()
        self._session = None
        self._show()

    def look(self) -> None:
        """Go on when the step that is due is done."""
        if self._session is not None and self._session.is_ready and self.guide.see(self._night(self._session)):
            self._enter_step()

    def _begin(self) -> None:
        if self._session is not None and not self._timer.isActive():
            self._session.desk.subscribe(self._touched)
            self._timer.start(_LOOK_MS)
            self._enter_step()

    def _touched(self, touched: Touched) -> None:
        self._undone += touched.undone
        self.look()

    def _enter_step(self) -> None:
        """Bring about what the step needs, and measure it from now on."""
        if self._session is not None:
            if not self.guide.is_resting:
                arrange(self.guide.step, self._session.desk, self._training, self._session.board.intervals)
            self.guide.begin(self._night(self._session))
        self._show()

    def _night(self, session: OpenSession) -> Night:
        return night_now(
            session.desk,
            session.board.intervals,
            undone=self._undone,
            is_closed=session.places.closed is not None,
            at_board=self._window.page is session.workplace and session.workplace.place == "board",
        )

    def _do(self, way: str) -> None:
        if way == "again":
            self.wished.emit(Way.AFRESH)
        elif way == "back":
            self.wished.emit(Way.REAL)
        elif way == "skip":
            self.guide.skip(self._night(self._session) if self._session is not None else NO_NIGHT)
            self._enter_step()
        else:
            self.guide.rest(way == "rest")
            self._enter_step()

    def _skip(self) -> None:
        if self.bar.buttons["skip"].isVisible():
            self._do("skip")

    def _show(self) -> None:
        self.bar.show_view(self._view())

    def _view(self) -> BarView:
        if self._session is None:
            keys = (f"'{words('training.passphrase')}'", words("guide.locked.keys"))
            return BarView(words("guide.locked.say"), keys, words("guide.locked.notice"), offers=_LOCKED)
        step = self.guide.view()
        if step is None:
            return BarView(words("guide.finished"), offers=_LOCKED)
        if self.guide.is_resting:
            return BarView(words("guide.resting"), offers=frozenset({"go_on"}))
        return BarView(step.say, step.keys, step.notice, step.progress, frozenset({"skip", "rest"}))
