"""The keys that work everywhere in an open session, taken from the one table of shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from mavis.ui.shortcuts import EVERYWHERE, sequences

if TYPE_CHECKING:
    from mavis.ui.main_window import MainWindow
    from mavis.ui.open_session import OpenSession


class SessionKeys:
    """Installs the keys on the window and takes them away again when it is locked."""

    def __init__(self, open_session: OpenSession, window: MainWindow) -> None:
        """Connect each action of the table that this version has."""
        self._session = open_session
        self._window = window
        acts = {
            "board": lambda: open_session.show_place("board" if open_session.desk.shift else "start"),
            "close": self._close,
            "settings": lambda: open_session.show_place("settings"),
            "lock": open_session.lock,
            "new_visit": self._new_visit,
            "undo": open_session.desk.undo,
            "note": self._note,
            "called_999": self._call_999,
            "next_tab": self._next_tab,
            "back": open_session.go_home,
        }
        self._shortcuts = [
            self._install(keys, act) for name, act in acts.items() for keys in sequences(EVERYWHERE, name)
        ]

    def remove(self) -> None:
        """Take the keys away."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []

    def _install(self, keys: str, act: object) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
        return shortcut

    @property
    def _in_visit(self) -> bool:
        return self._window.page is self._session.room

    def _close(self) -> None:
        if self._session.desk.shift is not None:
            self._session.show_place("close")

    def _new_visit(self) -> None:
        if self._session.desk.shift is not None:
            self._session.show_visit(self._session.desk.new_visit().id)

    def _note(self) -> None:
        if self._in_visit:
            self._session.room.page.side.take_note()

    def _call_999(self) -> None:
        if self._in_visit:
            self._session.room.page.presenter.call_999()

    def _next_tab(self) -> None:
        if self._in_visit:
            self._session.room.next_tab()
