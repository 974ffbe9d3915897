"""The review of people who may be one: a pair at a time with reasons and nights, and a human's word on each."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

from mavis.system.wording import label, words
from mavis.ui.presenters import person_words as told
from mavis.ui.presenters.one_or_two import OneOrTwo
from mavis.ui.presenters.suggestions import reason_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mavis.domain.people.person import Person
    from mavis.services.duplicates import Duplicate, Night
    from mavis.ui.presenters.desk import Desk

_NIGHTS = 6


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, as the review shows them."""

    name: str
    story: str
    nights: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two people side by side, and what speaks for and against their being one."""

    place: str
    one: Side
    other: Side
    why: str
    against: str


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
        self._pairs: list[Duplicate] = []
        self._place = 0
        self._stopped: Event | None = None
        self.said = ""
        """What there is to say while there is no pair."""

    @property
    def is_looking(self) -> bool:
        """Whether a search is under way."""
        return self._stopped is not None

    @property
    def pair(self) -> PairView | None:
        """The pair that is looked at now."""
        if not self._pairs:
            return None
        pair = self._pairs[self._place]
        against = [reason_words(reason) for reason in pair.match.reasons if reason.bits < 0]
        return PairView(
            words("people.duplicates.pair", place=self._place + 1, count=len(self._pairs)),
            self._side(pair.one, pair.nights),
            self._side(pair.other, pair.other_nights),
            _joined("why", [reason_words(reason) for reason in pair.match.reasons if reason.bits > 0]),
            _joined("against", against),
        )

    def look(self) -> None:
        """Begin to look, unless that is under way."""
        if self.is_looking:
            return
        self._stopped = stopped = Event()
        session = self._desk.session
        self._pairs, self._place, self.said = [], 0, words("people.duplicates.looking")
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
        if self._pairs:
            self._place = (self._place + 1) % len(self._pairs)
            self._shown()

    def merge(self) -> None:
        """Say that they are one person; Undo makes them two again."""
        if self._pairs:
            self._word().merge()

    def keep_apart(self) -> None:
        """Say that they are two people, so that the list does not ask again; Undo lets it."""
        if self._pairs:
            self._word().keep_apart()

    def _word(self) -> OneOrTwo:
        """What is said of the pair that is looked at; while it holds, the pair is off the list."""
        place, pair = self._place, self._pairs[self._place]
        return OneOrTwo(
            self._desk, pair.one.id, pair.other.id, shown=lambda holds: self._show_word(pair, place, holds=holds)
        )

    def _show_word(self, pair: Duplicate, place: int, *, holds: bool) -> None:
        self.said = words("people.duplicates.done")
        if holds and pair in self._pairs:
            self._pairs.remove(pair)
        elif not holds and pair not in self._pairs:
            self._place = min(place, len(self._pairs))
            self._pairs.insert(self._place, pair)
        self._place = min(self._place, max(0, len(self._pairs) - 1))
        self._shown()

    def _take(self, stopped: Event, found: Sequence[Duplicate]) -> None:
        if stopped is self._stopped:
            self._stopped = None
            self._pairs, self.said = list(found), words("people.duplicates.none")
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
            person.known_as or words("people.nobody_named"), " ".join(part for part in parts if part), _nights(nights)
        )


def _nights(nights: Sequence[Night]) -> str:
    if not nights:
        return words("people.duplicates.no_nights")
    latest = sorted({night.shift_date for night in nights}, reverse=True)
    listed = [told.full_date(day) for day in latest[:_NIGHTS]]
    if len(latest) > _NIGHTS:
        listed.append(words("people.duplicates.more", n=len(latest) - _NIGHTS))
    return words("people.duplicates.nights", n=len(latest), nights=words("returning.and").join(listed))


def _joined(key: str, reasons: Sequence[str]) -> str:
    return words(f"people.duplicates.{key}", **{key: words("returning.and").join(reasons)}) if reasons else ""
