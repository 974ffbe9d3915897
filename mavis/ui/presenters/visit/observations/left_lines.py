"""Lines of observations that were left before their Enter: what of them is on record, and the way back into one.

A person is called away in the middle of a number. Half of it is no reading: it is kept as a note and raises no alarm.
Whoever comes back soon finds the line as it was, and goes on with the same set; the note has then done its work,
unless somebody wrote words of their own into it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.clinical.half_typed import is_open_number
from mavis.domain.clinical.written_observations import written
from mavis.domain.edits import visit as edits
from mavis.domain.record.care import Note
from mavis.system.wording import words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.observations.readings import reading_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.observations.taking import ObservationsPresenter

_WAITS_FOR = timedelta(minutes=10)
"""Sooner than the next set is due, so that nobody types that one into a line of the set before."""
_MARKS = ".,/"
"""Nothing to make a note of when they stand alone."""


@dataclass(frozen=True, slots=True)
class LeftLine:
    """What was typed of a set, when that was taken, the ids of the set and of the note on the half, and its words."""

    visit_id: str
    text: str
    at: datetime
    set_id: str
    note_id: str
    note: str


class LeftLines:
    """The lines that wait, one for each visit; they live as long as the page, and go through a lock in its mark."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit], taking: ObservationsPresenter) -> None:
        """``visit`` gives the record as it stands, ``taking`` the set that is taken for it."""
        self._desk = desk
        self._visit = visit
        self._taking = taking
        self._waiting: dict[str, LeftLine] = {}
        self._note_id = ""

    def leave(self) -> None:
        """The page turns elsewhere: the set is ended at its own time.

        Words that were not understood, readings that cannot be, and half of a number are kept as a note of the time of
        the set. The note says what they are; a handover leaves it out.
        """
        self._taking.flush()
        left, half = self._unended(), _is_unfinished(self._taking)
        if left.note:
            note = Note(left.note_id, left.note, left.at, self._desk.session.actor.id)
            self._desk.edit(left.visit_id, edits.write_note(note), "" if half else words("visit.said.note"))
        if half:  # its note goes by itself once the word is ended, and is nothing to undo
            self._waiting[left.visit_id] = left
            self._desk.tell(Touched(visit=left.visit_id, said=left.note, not_done=True))
        self._note_id = ""
        self._taking.begin_anew()

    def come_back(self) -> str:
        """The line of the visit as it was left, to go on with its set; empty when none waits any more."""
        left = self._waiting.pop(self._visit().id, None)
        if left is None or self._taking.line.strip() or self._desk.clock() - left.at > _WAITS_FOR:
            return ""
        last = self._taking.kept.to_correct if left.set_id else None
        if left.set_id and (last is None or last.id != left.set_id):  # another set was taken since
            return ""
        self._taking.go_on_with(left.text, last, left.at)
        for note in self._visit().notes:
            if (note.id, note.text) == (left.note_id, left.note):  # other words are somebody's own, and stay
                self._desk.edit(left.visit_id, edits.write_note(replace(note, text="")))
        return left.text

    def correct_last(self) -> str:
        """Go on with the last set at its own time, and return its line; nothing where there is none to correct."""
        last = self._taking.kept.to_correct
        if last is None or self._taking.line.strip():
            return ""
        line = written(last)
        self._taking.go_on_with(line + " ", last, last.at)
        return line

    def marked(self) -> list[list[str]]:
        """Every line that waits, and the one that is being typed, as text that goes through the lock."""
        self._taking.flush()
        typed = [self._unended()] if self._taking.line.strip() else []
        lines = [*self._waiting.values(), *typed]
        return [[one.visit_id, one.text, one.at.isoformat(), one.set_id, one.note_id, one.note] for one in lines]

    def go_on_with(self, marked: Iterable[list[str]]) -> None:
        """Let the lines of a mark wait again."""
        for visit_id, text, at, set_id, note_id, note in marked:
            self._waiting[visit_id] = LeftLine(visit_id, text, datetime.fromisoformat(at), set_id, note_id, note)

    def _unended(self) -> LeftLine:
        self._note_id = self._note_id or self._desk.new_id()
        taking = self._taking
        return LeftLine(self._visit().id, taking.line, taking.taken_at, taking.kept.id, self._note_id, self._note())

    def _note(self) -> str:
        """What a note says of the words that no set can hold, without spaces around it; empty when there are none."""
        found, half = self._taking.now, _is_unfinished(self._taking)
        unread = (word for word in found.not_understood if word.strip(_MARKS))
        lost = (*unread, *found.impossible, *reading_words(found.taken, self._taking.half))
        text = " ".join(dict.fromkeys(lost))
        return words("observations.half" if half else "observations.lost", text=text).strip() if text else ""


def _is_unfinished(taking: ObservationsPresenter) -> bool:
    """Whether the last word waits for its end: half of a reading, or a number such as ``t36.``."""
    return bool(taking.half) or is_open_number(taking.line)
