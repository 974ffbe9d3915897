"""The person who is shown, as the store has them: read behind the scenes, changed at once, saved in order, undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.people.editing import edited
from mavis.domain.people.merging import Apart, Merge
from mavis.domain.people.person import Person
from mavis.system.wording import has_words, words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.desk.undo import Step
from mavis.ui.presenters.people.one_or_two import OneOrTwo

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.presenters.desk.tonight import Desk


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody as they are shown, and every record that is them; without records where nothing may be changed."""

    person: Person
    records: tuple[Person, ...] = ()
    merges: tuple[Merge, ...] = ()
    """What makes them one of several records; only for those who may part them."""
    last_nights: Mapping[str, date] = field(default_factory=dict)
    """When each record was last here; only for those who may part them."""
    others: tuple[tuple[Apart, Person], ...] = ()
    """Who was found to be somebody else; only for those who may take that back."""


class PersonRecord:
    """Holds one person, or nobody until the answer is there."""

    def __init__(self, desk: Desk) -> None:
        """Tell the desk of each change."""
        self._desk = desk
        self._asked = ""
        self.known: Known | None = None

    @property
    def person(self) -> Person | None:
        """Who is shown."""
        return self.known.person if self.known else None

    def may(self, right: Right) -> bool:
        """Whether whoever is signed in may do that."""
        return may(self._desk.session.actor.role, right)

    def show(self, person_id: str, failed: Callable[[Exception], None]) -> None:
        """Read somebody, away from the window, and then tell the desk."""
        self._asked, self.known = person_id, None
        self._read(person_id, failed)

    def change(self, after: Person, said: str, *, thread: str = "") -> None:
        """Change them at once and save it behind the scenes; edits of one ``thread`` are undone together.

        ``said`` is what was done, in ``people.said`` and, where Undo has to word it otherwise, in ``people.done``.
        """
        before = self.known
        if before is None or after == before.person:
            return
        records = edited(before.records, before.person, after)
        wanted = replace(before, person=after, records=records)
        self._put(wanted, before)
        own = f"{before.person.id} {thread}" if thread else ""
        done = f"people.done.{said}"
        told = words(f"people.said.{said}")
        self._desk.undo_stack.add(Step(words(done) if has_words(done) else told, before, wanted, self._put, own))
        self._desk.tell(Touched(said=told, undoable=True))

    def part(self, merge: Merge, failed: Callable[[Exception], None]) -> None:
        """Take a merge back; both sides have their visits again."""
        self._word(merge.one, merge.other, failed, merge.id).merge(holds=False)

    def ask_again(self, apart: Apart, failed: Callable[[Exception], None]) -> None:
        """Take back that two people are two; the list of duplicates may ask about them again."""
        self._word(apart.one, apart.other, failed).keep_apart(holds=False)

    def _word(self, one: str, other: str, failed: Callable[[Exception], None], merge_id: str = "") -> OneOrTwo:
        asked = self._asked

        def saved() -> None:
            if self._asked == asked:
                self._read(asked, failed)

        return OneOrTwo(self._desk, one, other, merge_id, saved=saved, failed=failed)

    def _read(self, person_id: str, failed: Callable[[Exception], None]) -> None:
        session = self._desk.session
        changes, manages = self.may(Right.READ_HISTORY), self.may(Right.MANAGE_VISITORS)

        def read() -> Known:
            person = session.visitors.person(session.actor, person_id)
            return Known(
                person,
                session.visitors.records(session.actor, person.id) if changes else (),
                session.duplicates.merges_of(session.actor, person.id) if manages else (),
                session.duplicates.last_nights(session.actor, person.id) if manages else {},
                session.duplicates.apart_from(session.actor, person.id) if manages else (),
            )

        def take(found: Known) -> None:
            if person_id == self._asked:
                self.known = found
                self._desk.tell(Touched())

        self._desk.doors.query(read, take, failed)

    def _put(self, wanted: Known, present: Known) -> None:
        session = self._desk.session
        if self.known is not None and self.known.person.id == wanted.person.id:
            self.known = wanted
        self._desk.saves.put(lambda: session.visitors.change_records(session.actor, present.records, wanted.records))
        self._desk.tell(Touched())
