"""Finding a person by a typed text: asked behind the scenes, the likeliest first, each with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.roles import Right, may
from mavis.domain.people.visiting import link_to
from mavis.system.wording import sentence, words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.people.suggestions import why_words
from mavis.ui.presenters.people.words import full_date, in_list

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.people.finding import Found
    from mavis.domain.people.person import Person
    from mavis.ui.presenters.desk.tonight import Desk

FEWEST_LETTERS = 2
"""A shorter text asks for nobody."""
_SHOWN = 8
_ASKED = 60
"""As many as the records answer at most: so it can be said how many more fit."""


class PersonLine(NamedTuple):
    """Somebody who may be meant: the id, what they are called, and who that is and why they may be meant.

    Where no name may be read, ``looks`` and ``hidden`` stand for them: what they look like, who that is and when they
    were last here.
    """

    person_id: str
    name: str
    detail: str
    looks: str
    hidden: str


class PeopleFinder:
    """Keeps a list that fits the text; an answer that comes late is for a text that is gone.

    A key may come before the answer: then it does to the first of the list what it does, when that is there.
    """

    def __init__(
        self,
        desk: Desk,
        shown: Callable[[], None],
        open_person: Callable[[str], None],
        show_visit: Callable[[str], None],
    ) -> None:
        """``shown`` is called when there is another list, the others with the id of whoever or whatever was chosen."""
        self._desk = desk
        self._shown = shown
        self._open = open_person
        self._show_visit = show_visit
        self._asked = ""
        self._waiting = False
        self._first: Callable[[int], object] | None = None
        self._found: tuple[Found, ...] = ()
        self.lines: tuple[PersonLine, ...] = ()
        self.more = 0
        """How many more fit than are listed, as far as the records answer."""

    @property
    def found_nobody(self) -> bool:
        """Whether somebody was looked for, and nobody fits."""
        return not self.lines and not self._waiting and len(self._asked) >= FEWEST_LETTERS

    def typed(self, text: str) -> None:
        """Ask for a text as it stands; too short a text asks for nobody."""
        self._asked = asked = text.strip()
        self._first = None
        self._waiting = len(asked) >= FEWEST_LETTERS
        if not self._waiting:
            self._take(asked, (), {})
            return
        self._desk.doors.query(
            lambda: self._ask(asked),
            lambda answer: self._take(asked, *answer),
            lambda failure: self._fail(asked, failure),
        )

    def open(self, place: int) -> None:
        """Open the person in that row, from 0; while the answer is awaited, the first one when it comes."""
        if self._waiting:
            self._first = self.open
        elif 0 <= place < len(self.lines):
            self._open(self.lines[place].person_id)

    def back_again(self, place: int) -> None:
        """Somebody in the list is back, and that is another visit: open it, or the one that they are in already."""
        if self._desk.shift is None:
            return
        if self._waiting:
            self._first = self.back_again
        elif 0 <= place < len(self.lines):
            self._show_visit(_visit_of(self._desk, self._found[place].person))

    def _ask(self, asked: str) -> tuple[tuple[Found, ...], Mapping[str, int]]:
        """Who fits, and on how many nights those in the list were here for whoever may know."""
        session = self._desk.session
        found = session.visitors.find(session.actor, asked, most=_ASKED)
        if not may(session.actor.role, Right.READ_HISTORY):
            return found, {}
        return found, session.visitors.how_often(session.actor, [one.person.id for one in found[:_SHOWN]])

    def _fail(self, asked: str, failure: Exception) -> None:
        self._take(asked, (), {})
        self._desk.tell(Touched(said=sentence(failure), not_done=True))

    def _take(self, asked: str, found: tuple[Found, ...], nights: Mapping[str, int]) -> None:
        if asked != self._asked:
            return
        self._waiting = False
        self._found = found
        self.lines = tuple(_line(one, nights.get(one.person.id)) for one in found[:_SHOWN])
        self.more = max(0, len(found) - _SHOWN)
        self._shown()
        first, self._first = self._first, None
        if first is not None:
            first(0)


def _visit_of(desk: Desk, person: Person) -> str:
    """The id of the open visit of somebody known, which begins now unless they are aboard already."""
    aboard = next((visit for visit in desk.open_visits if visit.person_id == person.id), None)
    if aboard is None:
        aboard = desk.new_visit()
        desk.edit(aboard.id, link_to(person), words("returning.said.linked", code=aboard.code))
    return aboard.id


def _line(found: Found, nights: int | None) -> PersonLine:
    person, why = found.person, why_words(found, seen_first=True)
    who = in_list(person, nights)
    detail = words("people.line.row", who=who, why=f"{why[:1].upper()}{why[1:]}") if who and why else who or why
    seen = words("people.line.seen", day=full_date(person.last_seen)) if person.last_seen else ""
    hidden = ", ".join(part for part in (who, seen) if part)
    return PersonLine(person.id, person.known_as or words("people.nobody_named"), detail, person.description, hidden)
