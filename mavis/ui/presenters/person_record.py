"""The person who is shown, as the store has them: read behind the scenes, changed at once, saved in order, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.editing import carried_over
from mavis.domain.roles import Right, may
from mavis.system.wording import words
from mavis.ui.presenters.desk import Touched
from mavis.ui.presenters.undo import Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.people.merging import Merge
    from mavis.domain.people.person import Person
    from mavis.ui.presenters.desk import Desk


class PersonRecord:
    """Holds one person, or nobody until the answer is there."""

    def __init__(self, desk: Desk) -> None:
        """Tell the desk of each change."""
        self._desk = desk
        self._asked = ""
        self.person: Person | None = None
        self.merges: tuple[Merge, ...] = ()
        """What makes them one of several records; only for those who may part them."""

    def may(self, right: Right) -> bool:
        """Whether whoever is signed in may do that."""
        return may(self._desk.session.actor.role, right)

    def show(self, person_id: str, failed: Callable[[Exception], None]) -> None:
        """Read somebody, away from the window, and then tell the desk."""
        session, manages = self._desk.session, self.may(Right.MANAGE_VISITORS)
        self._asked, self.person, self.merges = person_id, None, ()

        def read() -> tuple[Person, tuple[Merge, ...]]:
            person = session.visitors.person(session.actor, person_id)
            return person, session.duplicates.merges_of(session.actor, person.id) if manages else ()

        self._desk.doors.query(read, lambda found: self._take(person_id, found), failed)

    def change(self, after: Person, said: str, *, thread: str = "") -> None:
        """Change them at once and save it behind the scenes; edits of one ``thread`` are undone together."""
        before = self.person
        if before is None or after == before:
            return
        self._put(after, before)
        own = f"{before.id} {thread}" if thread else ""
        self._desk.undo_stack.add(Step(words(said), before, after, self._put, own))
        self._desk.tell(Touched(said=words(said), undoable=True))

    def part(self, merge: Merge, failed: Callable[[Exception], None]) -> None:
        """Take a merge back; both sides have their visits again."""
        session, asked = self._desk.session, self._asked

        def parted(_merge: Merge) -> None:
            self._desk.tell(Touched(said=words("people.said.parted")))
            if self._asked == asked:
                self.show(asked, failed)

        self._desk.doors.change(lambda: session.duplicates.undo(session.actor, merge.id), parted, failed)

    def _take(self, person_id: str, found: tuple[Person, tuple[Merge, ...]]) -> None:
        if person_id == self._asked:
            self.person, self.merges = found
            self._desk.tell(Touched())

    def _put(self, wanted: Person, present: Person) -> None:
        session = self._desk.session
        if self.person is not None and self.person.id == wanted.id:
            self.person = wanted
        self._desk.saves.put(
            lambda: session.visitors.change(session.actor, wanted.id, lambda held: carried_over(held, present, wanted))
        )
        self._desk.tell(Touched())
