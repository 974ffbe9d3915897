"""The review of people who may be one: a pair at a time with reasons and nights, and a human's word on each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from mavis.services.duplicates import HALF_AN_HOUR
from mavis.system.wording import label, words
from mavis.ui.presenters.people import words as told
from mavis.ui.presenters.people.earlier_nights import told_apart
from mavis.ui.presenters.people.one_or_two import OneOrTwo
from mavis.ui.presenters.people.suggestions import reason_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from mavis.domain.people.person import Person
    from mavis.domain.visit.visit import Visit
    from mavis.services.duplicates import Duplicate, Night
    from mavis.ui.presenters.desk.tonight import Desk

_NIGHTS, _TOLD = 6, 4


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, as the review shows them."""

    name: str
    story: str
    nights: str
    told: tuple[str, ...] = ()
    """Needs, looks and notes of their latest visits; nothing before the records answer."""


@dataclass(frozen=True, slots=True)
class PairView:
    """Two people side by side, and what speaks for and against their being one."""

    place: str
    one: Side
    other: Side
    why: tuple[str, ...]
    against: tuple[str, ...]


class DuplicateReview:
    """Looks through everybody behind the scenes; ``stop`` ends that at any time, and nothing has changed."""

    def __init__(
        self,
        desk: Desk,
        birth_dates: Callable[[], bool],
        shown: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """``shown`` is called when there is something else to show."""
        self._desk = desk
        self._birth_dates = birth_dates
        self._shown = shown
        self._failed = failed
        self._found: list[Duplicate] = []
        self._one: set[frozenset[str]] = set()
        self._two: set[frozenset[str]] = set()
        """The ids of those who were said to be one, and to be two, since the search."""
        self._told: dict[str, tuple[str, ...]] = {}
        """What the visits of a person say, by their id: asked for when somebody looks at the pair."""
        self._place = 0
        self._stopped: Event | None = None
        self.said = ""
        """What there is to say while there is no pair."""

    @property
    def is_looking(self) -> bool:
        """Whether a search is under way."""
        return self._stopped is not None

    @property
    def share(self) -> str:
        """How much a list that is cut off to half an hour can hold; empty when nothing was cut off."""
        return words("people.duplicates.share") if len(self._found) >= HALF_AN_HOUR else ""

    @property
    def pair(self) -> PairView | None:
        """The pair that is looked at now."""
        pairs = self._pairs
        if not pairs:
            return None
        pair = pairs[self._place]
        place = "likely_pair" if len(self._found) >= HALF_AN_HOUR else "pair"
        return PairView(
            words(f"people.duplicates.{place}", place=self._place + 1, count=len(pairs)),
            self._side(pair.one, pair.nights),
            self._side(pair.other, pair.other_nights),
            tuple(reason_words(reason) for reason in pair.match.reasons if reason.bits > 0),
            tuple(reason_words(reason) for reason in pair.match.reasons if reason.bits < 0),
        )

    @property
    def _pairs(self) -> list[Duplicate]:
        """The pairs that nobody has said anything about, neither of the two nor of others who make them one."""
        return [pair for pair in self._found if _ids(pair) not in self._two and not _are_one(pair, self._one)]

    def look(self) -> None:
        """Begin to look, unless that is under way."""
        if self.is_looking:
            return
        self._stopped = stopped = Event()
        session = self._desk.session
        self._found, self._place, self.said = [], 0, words("people.duplicates.looking")
        self._one.clear()
        self._two.clear()
        self._told.clear()
        self._desk.doors.search(
            lambda: session.duplicates.likely(session.actor, stopped=stopped.is_set),
            lambda found: self._take(stopped, found),
            lambda failure: self._refused(stopped, failure),
        )
        self._shown()

    def stop(self) -> None:
        """Look no further."""
        if self._stopped is not None:
            self._stopped.set()
            self._stopped = None
            self.said = words("people.duplicates.stopped")
            self._shown()

    def next(self) -> None:
        """Turn to the next pair, and from the last to the first."""
        self._turn(1)

    def before(self) -> None:
        """Turn to the pair before, and from the first to the last."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        pairs = self._pairs
        if pairs:
            self._place = (self._place + step) % len(pairs)
            self._show()

    def merge(self) -> None:
        """Say that they are one person; Undo makes them two again."""
        if self._pairs:
            self._word(self._one).merge()

    def keep_apart(self) -> None:
        """Say that they are two people, so that the list does not ask again; Undo lets it."""
        if self._pairs:
            self._word(self._two).keep_apart()

    def _word(self, said: set[frozenset[str]]) -> OneOrTwo:
        """What is said of the pair that is looked at; while it holds, the pair is off the list."""
        pair = self._pairs[self._place]

        def show(holds: bool) -> None:
            self.said = words("people.duplicates.done")
            (said.add if holds else said.discard)(_ids(pair))
            if not holds and pair not in self._found:
                self._found.insert(0, pair)
            pairs = self._pairs
            self._place = pairs.index(pair) if pair in pairs else max(0, min(self._place, len(pairs) - 1))
            self._show()

        return OneOrTwo(self._desk, pair.one.id, pair.other.id, shown=show, failed=self._failed)

    def _take(self, stopped: Event, found: Sequence[Duplicate]) -> None:
        if stopped is self._stopped:
            self._stopped = None
            self._found, self.said = list(found), words("people.duplicates.none")
            self._show()

    def _show(self) -> None:
        """Show the pair, and ask what the visits of the two say."""
        self._shown()
        pairs, session = self._pairs, self._desk.session
        ids = (pairs[self._place].one.id, pairs[self._place].other.id) if pairs else ()
        for person_id in ids:
            if person_id not in self._told:
                self._told[person_id] = ()
                self._desk.doors.change(
                    partial(session.duplicates.visits_of, session.actor, person_id),
                    partial(self._take_visits, person_id),
                    self._failed,
                )

    def _take_visits(self, person_id: str, visits: Sequence[Visit]) -> None:
        self._told[person_id] = told_apart(visits[:_TOLD])
        self._shown()

    def _refused(self, stopped: Event, failure: Exception) -> None:
        if stopped is self._stopped:
            self.stop()
        self._failed(failure)

    def _side(self, person: Person, nights: Sequence[Night]) -> Side:
        story = told.about(person, dates=self._birth_dates())
        gender = label(person.gender) if person.gender else ""
        parts = (story, f"{gender}." if gender else "", f"{person.district}." if person.district else "")
        return Side(
            person.known_as or words("people.nobody_named"),
            " ".join(part for part in parts if part),
            _nights(nights),
            self._told.get(person.id, ()),
        )


def _nights(nights: Sequence[Night]) -> str:
    if not nights:
        return words("people.duplicates.no_nights")
    latest = sorted({night.shift_date for night in nights}, reverse=True)
    listed = [told.full_date(day) for day in latest[:_NIGHTS]]
    if len(latest) > _NIGHTS:
        listed.append(words("people.duplicates.more", n=len(latest) - _NIGHTS))
    return words("people.duplicates.nights", n=len(latest), nights=words("returning.and").join(listed))


def _are_one(pair: Duplicate, said: Collection[frozenset[str]]) -> bool:
    """Whether what was said makes them one, by way of others as well."""
    reached, before = {pair.one.id}, 0
    while len(reached) > before:
        before = len(reached)
        reached.update(*(ids for ids in said if ids & reached))
    return pair.other.id in reached


def _ids(pair: Duplicate) -> frozenset[str]:
    return frozenset((pair.one.id, pair.other.id))
