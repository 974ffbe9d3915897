"""The places of a session besides the board: start a shift, close it, and the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mavis.ui.main_window import MainWindow
    from mavis.ui.opened import Opened
    from mavis.ui.tasks import Tasks


class SessionPlaces:
    """Builds each place when somebody first goes there."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks, name: str) -> None:
        """Offer the places on the rail; ``name`` is who signed in."""
        self._session = session
        self._window = window
        self._tasks = tasks
        self._name = name
        session.workplace.offer("start", QWidget)
        session.workplace.offer("close", QWidget)
        session.workplace.offer("settings", QWidget)

    def flush(self) -> None:
        """Keep what is half typed on any of the places."""
