"""People who may be meant while a name is typed into a visit; nothing is linked until somebody chooses one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from mavis.domain.people.match import Why
from mavis.domain.people.visiting import brought_over, is_own, link_to, unlink
from mavis.system.wording import sentence, words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.times import clock_text, month

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.people.finding import Found
    from mavis.domain.people.match import Reason
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

MOST = 4
_REASONS = 3
_FEWEST_LETTERS = 2
_SAME_FIRST = frozenset({Why.SAME_GIVEN, Why.SAME_NAME})
_SAYS_LITTLE = frozenset({Why.SAME_GENDER, Why.OTHER_GENDER})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be meant: the id of the person, the words of the row, and the digit that takes it."""

    person_id: str
    text: str
    digit: str


class Suggestions:
    """Asks who may be meant, behind the scenes; an answer that comes late is for a text that is gone."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit], shown: Callable[[], None]) -> None:
        """``shown`` is called when there is another list to show."""
        self._desk = desk
        self._visit = visit
        self._shown = shown
        self._asked = ""
        self._found: tuple[Found, ...] = ()
        self._brought: dict[tuple[str, str], dict[str, Any]] = {}

    @property
    def lines(self) -> tuple[Suggestion, ...]:
        """Who may be meant, the likeliest first, each with the reasons."""
        return tuple(
            Suggestion(found.person.id, _row(found, self._tonight(found)), str(place))
            for place, found in enumerate(self._found, start=1)
        )

    def _tonight(self, found: Found) -> str:
        """As whom the person was here tonight, since when and how they look; nothing when they were not."""
        own = self._visit().id
        visits = [one for one in self._desk.visits.values() if one.person_id == found.person.id and one.id != own]
        if not visits:
            return ""
        last = max(visits, key=lambda visit: visit.arrived_at)
        here = words(
            "returning.row_now" if last.is_open else "returning.row_tonight",
            code=last.code,
            start=clock_text(last.arrived_at),
        )
        return words("returning.and").join(part for part in (here, last.label) if part)

    def typed(self, text: str) -> None:
        """Ask for a text as it stands; too short a text asks for nobody."""
        self._asked = text
        if len(text.strip()) < _FEWEST_LETTERS:
            self._show(text, ())
            return
        actor, own = self._desk.session.actor, self._visit().id
        self._desk.doors.query(
            lambda: self._desk.session.visitors.find(actor, text, leaving_out=own, most=MOST),
            lambda found: self._show(text, found),
            lambda failure: self._fail(text, failure),
        )

    def offer(self, text: str) -> None:
        """Ask again for a name that stands already, unless the visit is linked to somebody known."""
        visit = self._visit()
        if visit.person_id is None or is_own(visit):
            self.typed(text)

    def clear(self) -> None:
        """Ask for nobody any more."""
        self._asked = ""
        self._show("", ())

    def choose(self, place: int) -> bool:
        """Say that the visitor is the person in that row, from 1; False when there is no such row."""
        if not 1 <= place <= len(self._found):
            return False
        person = self._found[place - 1].person
        visit = self._visit()
        self._brought[visit.id, person.id] = brought_over(person, visit)
        self._desk.edit(visit.id, link_to(person), words("returning.said.linked", code=visit.code))
        self.clear()
        return True

    def part(self) -> None:
        """Say that the visitor is somebody else after all; what linking filled in goes again."""
        visit = self._visit()
        brought = self._brought.get((visit.id, visit.person_id or ""))
        self._desk.edit(visit.id, unlink(brought), words("returning.said.parted", code=visit.code))

    def _fail(self, text: str, failure: Exception) -> None:
        self._show(text, ())
        self._desk.tell(Touched(said=sentence(failure), not_done=True))

    def _show(self, text: str, found: tuple[Found, ...]) -> None:
        if text == self._asked:
            self._found = found
            self._shown()


def reason_words(reason: Reason) -> str:
    """One reason in words; a date as people say it."""
    if reason.why is not Why.LAST_SEEN:
        return words(reason.key, value=reason.value)
    seen = date.fromisoformat(reason.value)
    return words(reason.key, value=words("returning.date", day=seen.day, month=month(seen), year=seen.year))


def why_words(found: Found, *, seen_first: bool = False, tonight: str = "") -> str:
    """The strongest reasons why somebody may be meant, when they were last seen behind them or before them.

    ``tonight`` takes the place of the day: they were seen in this night.
    """
    reasons = sorted(found.match.reasons, key=lambda reason: (reason.why is Why.LAST_SEEN, -reason.bits))
    strong = [reason for reason in reasons if reason.bits > 0 and reason.why not in _SAYS_LITTLE]
    if any(reason.why in _SAME_FIRST for reason in strong):
        strong = [reason for reason in strong if reason.why is not Why.NICKNAME]
    seen = [tonight] if tonight else [reason_words(reason) for reason in strong if reason.why is Why.LAST_SEEN]
    others = [reason_words(reason) for reason in strong if reason.why is not Why.LAST_SEEN][: _REASONS - len(seen)]
    return words("returning.and").join((*seen, *others) if seen_first else (*others, *seen))


def _row(found: Found, tonight: str) -> str:
    why = why_words(found, tonight=tonight)
    return words("returning.row", name=found.person.known_as, why=why) if why else found.person.known_as
