"""Finding a person by a typed text: asked behind the scenes, the likeliest first, each with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.system.wording import sentence, words
from mavis.ui.presenters.desk import Touched
from mavis.ui.presenters.suggestions import why_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.people.finding import Found
    from mavis.ui.presenters.desk import Desk

_FEWEST_LETTERS = 2
_MOST = 8


class PersonLine(NamedTuple):
    """Somebody who may be meant: the id, what they are called, and why."""

    person_id: str
    name: str
    why: str


class PeopleFinder:
    """Keeps a list that fits the text; an answer that comes late is for a text that is gone.

    Enter may come before the answer: then the first of the list is opened when it is there.
    """

    def __init__(self, desk: Desk, shown: Callable[[], None], open_person: Callable[[str], None]) -> None:
        """``shown`` is called when there is another list, ``open_person`` with the id of whoever was chosen."""
        self._desk = desk
        self._shown = shown
        self._open = open_person
        self._asked = ""
        self._waiting = False
        self._open_first = False
        self.lines: tuple[PersonLine, ...] = ()

    @property
    def found_nobody(self) -> bool:
        """Whether somebody was looked for, and nobody fits."""
        return not self.lines and not self._waiting and len(self._asked) >= _FEWEST_LETTERS

    def typed(self, text: str) -> None:
        """Ask for a text as it stands; too short a text asks for nobody."""
        self._asked = asked = text.strip()
        self._open_first = False
        self._waiting = len(asked) >= _FEWEST_LETTERS
        if not self._waiting:
            self._take(asked, ())
            return
        session = self._desk.session
        self._desk.doors.query(
            lambda: session.visitors.find(session.actor, asked, most=_MOST),
            lambda found: self._take(asked, found),
            lambda failure: self._fail(asked, failure),
        )

    def open(self, place: int) -> None:
        """Open the person in that row, from 0; while the answer is awaited, the first one when it comes."""
        if self._waiting:
            self._open_first = True
        elif 0 <= place < len(self.lines):
            self._open(self.lines[place].person_id)

    def _fail(self, asked: str, failure: Exception) -> None:
        self._take(asked, ())
        self._desk.tell(Touched(said=sentence(failure)))

    def _take(self, asked: str, found: tuple[Found, ...]) -> None:
        if asked != self._asked:
            return
        self._waiting = False
        self.lines = tuple(
            PersonLine(one.person.id, one.person.known_as or words("people.nobody_named"), why_words(one))
            for one in found
        )
        self._shown()
        if self._open_first:
            self._open_first = False
            self.open(0)
