"""Words typed at the board by somebody who believes that a visit is open: told, and the rest of them does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.keys.blind_keys import BlindKeys
from mavis.ui.keys.shortcuts import keys_of, visit_command
from mavis.ui.look.style import application
from mavis.ui.pages.shared.quick_letters import QuickLetters
from mavis.ui.presenters.desk.tonight import Touched

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.desk.undo import Step

_BEFORE_WORDS = ("visit.note", "visit.carer")
"""Keys of a visit that words are typed after."""


class TypedWords:
    """Hears each key of the board: ``begin`` before it acts, ``pressed`` once it has."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """Watch for as long as the page lives."""
        self._desk = desk
        self._page = page
        self._quick = QuickLetters(desk, page)
        self._before: Step[object] | None = None
        self._is_word = False

    def begin(self) -> None:
        """A key is about to act: remember what Undo would take back, and whether it comes after a word."""
        self._before, self._is_word = self._desk.undo_stack.last, self._quick.is_word

    def needs_visit(self, event: QKeyEvent) -> bool:
        """Whether a key is a command of a visit: then that is said, and words that follow it count nothing."""
        keys = visit_command(event)
        if keys:
            self._desk.tell(Touched(said=words("board.visit_first", keys=keys), not_done=True))
        if keys in {keys_of(action) for action in _BEFORE_WORDS}:
            BlindKeys(application(), self._page)
        return bool(keys)

    def pressed(self, key: str) -> None:
        """A key has acted; where it came after words and has opened a page, the rest of them answers nothing there."""
        is_told = self._quick.pressed(key, self._before)
        if self._page.isVisible() or not self._is_word:
            return
        self._quick.end()
        BlindKeys(application(), self._page.window())
        if not is_told:
            self._desk.tell(Touched(said=words("board.typed_on"), not_done=True))
