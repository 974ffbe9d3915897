"""Words that somebody types where letters say how a person left: they finish no visit by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.desk.undo import Step

_SAME_WORD_MS = 700
"""Letters of a word follow each other at least as fast."""
_ALWAYS = 6
"""So many letters one right after the other are a word, even if each is an answer."""


class WordsAtTheEnd:
    """The last word of keys on *Leaving*; it asks once, at the Enter after it."""

    def __init__(self, desk: Desk) -> None:
        """No key yet."""
        self._desk = desk
        self._visit_id = ""
        self._before: Step[object] | None = None
        self._length = self._outcomes = self._strays = self._last_at = 0
        self._is_word = False

    def forget(self) -> None:
        """Another section or visit: what was typed has no Enter here."""
        self._visit_id = ""
        self._is_word = False

    def add(self, before: Visit, now: Visit, last: Step[object] | None, at: int, *, used: bool) -> None:
        """Take a key pressed ``at`` so many milliseconds, with the record before and after it, and the step before it.

        A word holds a key that means nothing here, or says twice how they left, or is long; what was once taken for
        a word stays one until its Enter.
        """
        goes_on = self._visit_id == now.id and at - self._last_at <= _SAME_WORD_MS
        if not goes_on and not (self._is_word and self._visit_id == now.id):
            self._visit_id, self._before, self._is_word = now.id, last, False
            self._length = self._outcomes = self._strays = 0
        self._last_at = at
        self._length += 1
        self._outcomes += before.outcome is not now.outcome
        self._strays += not used
        looks = self._strays > 0 or self._outcomes > 1 or self._length >= _ALWAYS
        self._is_word = self._is_word or (self._length > 1 and looks)

    def asks(self, visit: Visit) -> bool:
        """Whether the Enter after a word that answered something has to wait for a second one; says so, once."""
        undo, is_word = self._desk.undo_stack, self._is_word and self._visit_id == visit.id
        self._is_word = False
        first = undo.next_after(self._before) if is_word and visit.outcome is not None else None
        if first is None:
            return False
        undo.gather(first, words("visit.said.leaving_letters"))
        said = words("visit.said.leaving_word")
        self._desk.tell(Touched(visit=visit.id, said=said, undoable=True, not_done=True))
        return True
