"""The keys that work everywhere in an open session, taken from the one table of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.ui.shortcuts import Place, install

if TYPE_CHECKING:
    from PySide6.QtGui import QShortcut

    from mavis.ui.main_window import MainWindow
    from mavis.ui.opened import Opened


class SessionKeys:
    """Installs the keys on the window and in the room of visits; takes them away when Mavis is locked."""

    def __init__(self, session: Opened, window: MainWindow) -> None:
        """Connect each action of the table that this version has."""
        self._session = session
        self._window = window
        everywhere = {
            "board": session.go_home,
            "close_shift": self._close,
            "settings": lambda: session.show_place("settings"),
            "lock": session.lock,
            "new_visit": self._new_visit,
            "undo": session.desk.undo,
            "redo": lambda: session.desk.undo(again=True),
            "keys": session.show_keys,
        }
        in_visit = {
            "note": session.room.page.side.take_note,
            "next_tab": session.room.next_tab,
        }
        visit = {
            "board": session.room.leave,
            "called_999": session.room.page.presenter.call_999,
        }
        self._shortcuts: list[QShortcut] = [
            *install(window, Place.EVERYWHERE, everywhere),
            *install(session.room, Place.EVERYWHERE, in_visit),
            *install(session.room, Place.VISIT, visit),
        ]

        window.status.keys_asked.connect(session.show_keys)

    def remove(self) -> None:
        """Take the keys away."""
        self._window.status.keys_asked.disconnect(self._session.show_keys)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []

    def _close(self) -> None:
        if self._session.desk.shift is not None:
            self._session.show_place("close")

    def _new_visit(self) -> None:
        if self._session.desk.shift is not None:
            self._session.show_visit(self._session.desk.new_visit().id)
