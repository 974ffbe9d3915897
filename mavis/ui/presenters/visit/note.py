"""The note of a visit that is being written; one that was broken off waits until its writer goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.domain.record.care import Note
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


class NoteWriting:
    """Keeps words as they are typed, in one note of each visit until it is ended."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self._desk = desk
        self._visit = visit
        self._begun: dict[str, str] = {}
        self._given_back: dict[str, str] = {}
        self._taken_up: set[str] = set()

    @property
    def draft(self) -> str:
        """The id of the note of this visit that was begun and not ended, empty when there is none."""
        return self._begun.get(self._visit().id, "")

    @property
    def unfinished(self) -> str:
        """What the note that was begun says so far, empty when there is none, or it was taken back."""
        held, back = self._own(self.draft), self.given_back
        return "\n".join(text for text in (held.text if held else "", back) if text)

    @property
    def given_back(self) -> str:
        """Words of this visit that could not be kept, until they are written again."""
        return self._given_back.get(self._visit().id, "")

    @property
    def some_wait(self) -> bool:
        """Whether words of any visit wait."""
        return bool(self._given_back)

    def give_back(self, visit_id: str, text: str) -> None:
        """Let words that could not be kept wait in the note of a visit for their writer, below others that do."""
        waiting = self._given_back.get(visit_id, "")
        self._given_back[visit_id] = f"{waiting}\n{text}" if waiting else text

    @property
    def marked(self) -> list[dict[str, str]]:
        """What goes through a lock: by visit the id of the note that waits, and the words that no record has."""
        return [dict(self._begun), dict(self._given_back)]

    def wait_again(self, marked: Iterable[Mapping[str, str]]) -> None:
        """Let the notes and the words of a mark wait for their writer again."""
        self._begun, self._given_back = map(dict, marked)

    def write(self, text: str) -> None:
        """Keep the note that is being written, under the time of its first words; ``end`` makes the next a new one."""
        visit, desk = self._visit(), self._desk
        self._given_back.pop(visit.id, None)
        note_id = self._begun[visit.id] = self.draft or desk.new_id()
        held = self._own(note_id)
        note = Note(note_id, text, held.at if held else desk.clock(), desk.session.actor.id)
        said = words("visit.said.note" if note_id in self._taken_up else "visit.said.new_note")
        desk.edit(visit.id, edits.write_note(note), said, thread=note_id)

    def end(self) -> None:
        """The note is finished."""
        self._begun.pop(self._visit().id, None)

    def is_own(self, note_id: str) -> bool:
        """Whether a note of this visit is of whoever is signed in, and no private one."""
        return self._own(note_id) is not None

    def take_up(self, note_id: str) -> None:
        """What is written next changes this note."""
        self._begun[self._visit().id] = note_id
        self._taken_up.add(note_id)

    def go_on_with(self, broken_off: Mapping[str, str]) -> None:
        """The notes, by visit, that were broken off when Mavis ended; one that was begun since goes before."""
        self._begun = {**broken_off, **self._begun}

    @property
    def last(self) -> str:
        """The id of the note that whoever is signed in wrote last in this visit, empty when there is none."""
        return max(self._of_writer, key=lambda note: note.at).id if self._of_writer else ""

    def _own(self, note_id: str) -> Note | None:
        return next((note for note in self._of_writer if note.id == note_id), None)

    @property
    def _of_writer(self) -> list[Note]:
        writer = self._desk.session.actor.id
        return [note for note in self._visit().notes if note.by == writer and note.about is None]
