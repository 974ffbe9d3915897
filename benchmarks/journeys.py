"""What a volunteer does most, stroke by stroke, with the most keys or clicks it may take: for the tests and the table.

A journey is a list of thoughts, each with the strokes that carry it out. The seconds beside it are those of the
keystroke-level model (Card, Moran & Newell, The Psychology of Human-Computer Interaction, 1983, chapter 8): the sum of
its operators for somebody who knows the way and makes no mistake. M, the time to make up one's mind, stands before each
thought: before each question that is answered, and before each command. It does not stand inside a word, between two
answers to one question, nor before a stroke that the thought takes for granted: Enter after a word, a digit or a click
that only turns to the section where the answer stands. A click is P, to point, and K, to press.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from benchmarks.hands import Hands
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.brief_intervention import AlcoholReferral, Frames
from mavis.domain.visit.triage import TriageCategory
from mavis.ui.presenters.visit.question import Section

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit


class Place(StrEnum):
    """Where a journey begins."""

    BOARD = "board"
    NO_SHIFT = "no_shift"
    """Unlocked on the evening; last week's shift is closed."""
    OBSERVATIONS = "observations"
    """In the observations of a visit that has just been triaged."""
    NOTHING_MISSING = "nothing_missing"
    """On the board late at night: every question is answered and every counter."""
    KNOWN = "known"
    """On the board; Catherine O'Neill was here earlier tonight."""


@dataclass(frozen=True, slots=True)
class Journey:
    """Strokes as ``Hands.use`` reads them, one text for each thought, and the most that they may come to."""

    name: str
    place: Place
    thoughts: tuple[str, ...]
    budget: int
    unit: str
    is_done: Callable[[Hands], bool]
    held_seconds: float = 0.0
    """How long keys must be held down on the way."""
    most_seconds: float = 60.0
    """The most that it may take bare hands by the model."""

    def used(self, hands: Hands) -> int:
        """How much of the budget the hands have used since they began to count."""
        return hands.keys if self.unit == "keys" else hands.clicks


@dataclass(frozen=True, slots=True)
class Operators:
    """Seconds of the model: a key or a button pressed, a place pointed at, a mind made up."""

    key: float
    point: float
    think: float = 1.35

    def seconds(self, journey: Journey, hands: Hands) -> float:
        """What the journey takes a person of these operators."""
        strokes = self.key * (hands.keys + hands.clicks) + self.point * hands.clicks
        return self.think * len(journey.thoughts) + strokes + journey.held_seconds


BARE = Operators(key=0.28, point=1.1)
"""Bare hands: an average typist without training, a mouse."""
GLOVED = Operators(key=0.5, point=1.5)
"""Gloves: the slowest typist of the same table, and pointing slowed as much."""


def play(journey: Journey, hands: Hands) -> None:
    """Make the journey, counting from zero, and wait until all of it is saved.

    Raises:
        TimeoutError: the window never did what was meant.
    """
    hands.keys = hands.clicks = 0
    for strokes in journey.thoughts:
        hands.use(strokes, lambda: journey.is_done(hands))
    hands.until(lambda: journey.is_done(hands))
    hands.settle()


def _visit(hands: Hands) -> Visit | None:
    """Tonight's one visit, as the store has it."""
    session = hands.session.session
    shift = session.shifts.current()
    visits = session.visits.of_shift(session.actor, shift.id) if shift else ()
    return visits[0] if len(visits) == 1 else None


def _smallest(hands: Hands) -> bool:
    visit = _visit(hands)
    return visit is not None and visit.triage is not None and bool(visit.needs) and visit.departed_at is not None


def _usual(hands: Hands) -> bool:
    visit = _visit(hands)
    return (
        visit is not None
        and visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
        and (visit.age_band, visit.gender) == (AgeBand.FROM_25, Gender.MALE)
        and visit.triage is not None
        and visit.triage.category is TriageCategory.AMBER
        and [given.kind.value for given in visit.care] == ["water"]
        and (visit.outcome, visit.departed_at is not None) == (Outcome.TAXI, True)
    )


def _named(hands: Hands) -> bool:
    visit = _visit(hands)
    return _usual(hands) and visit is not None and visit.name == "baggy"


def _talked(hands: Hands) -> bool:
    """A talk about alcohol that counts, with every question of it answered but the goal."""
    visit = _visit(hands)
    talk = visit.abi if visit is not None else None
    return (
        talk is not None
        and talk.is_delivered
        and len(talk.frames) == len(Frames)
        and (talk.screening is not None and talk.screening.score == 7)
        and (talk.leaflet, talk.minutes, talk.trained) == (True, 10, True)
        and (bool(talk.delivered_by), talk.referral) == (True, AlcoholReferral.NONE)
    )


def _begun(hands: Hands) -> bool:
    shift = hands.session.session.shifts.current()
    return shift is not None and len(shift.crew) > 1 and hands.session.workplace.place == "board"


def _closed(hands: Hands) -> bool:
    return hands.session.places.closed is not None and hands.session.session.shifts.current() is None


def _counted(hands: Hands) -> bool:
    session = hands.session.session
    shift = session.shifts.current()
    return shift is not None and any(tally.count == 1 for tally in session.shifts.tallies(shift.id))


def _opened(hands: Hands) -> bool:
    """Whether the page of a person is seen, with their name in it."""
    page = hands.session.workplace.page
    return hands.session.workplace.place == "person" and any(
        label.isVisible() and label.text().startswith("Catherine") for label in page.findChildren(QLabel)
    )


def _whole_set(hands: Hands) -> bool:
    visit = _visit(hands)
    return visit is not None and [taken.news2 for taken in visit.observations] == [0] and not _typing(hands)


def _three_values(hands: Hands) -> bool:
    visit = _visit(hands)
    found = [(taken.pulse, taken.spo2, taken.consciousness) for taken in visit.observations] if visit else []
    return found == [(88, 97, Consciousness.ALERT)] and not _typing(hands)


def _typing(hands: Hands) -> bool:
    """Whether the set is not ended yet."""
    return hands.session.room.page.section is Section.OBSERVATIONS


JOURNEYS = (
    Journey("smallest visit", Place.BOARD, ("N", "D", "2 A", "7 A"), 6, "keys", _smallest),
    Journey(
        "usual visit",
        Place.BOARD,
        ("N", "D H", "R", "M", "'baggy' Down", "A", "4 W", "7 X"),
        16,
        "keys",
        _named,
    ),
    Journey(
        "usual visit by mouse, no name",
        Place.BOARD,
        (
            "[board.new_visit]",
            "[chip.alcohol_intoxication] [chip.head_injury]",
            "[chip.25_34]",
            "[chip.male]",
            "[rail.triage] [triage.amber]",
            "[rail.care] [chip.water]",
            "[chip.taxi]",
        ),
        10,
        "clicks",
        _usual,
    ),
    Journey(
        "talk about alcohol, completed",
        Place.BOARD,
        (
            "N 5",
            "Y",
            "Y",
            "Enter",
            "D",
            "C",
            "C",
            "Enter",
            "D Enter",
            "Enter",
            "Y",
            "T",
            "Enter",
            "Y",
            "N",
            "N",
            "Enter",
        ),
        20,
        "keys",
        _talked,
    ),
    Journey(
        "a whole set of observations",
        Place.OBSERVATIONS,
        ("'18 97 a 120 88 a 36.8' Enter Enter",),
        30,
        "keys",
        _whole_set,
        most_seconds=12.0,
    ),
    Journey("pulse, SpO2 and how awake", Place.OBSERVATIONS, ("'p88s97a' Enter Enter",), 9, "keys", _three_values),
    Journey("start with last week's crew", Place.NO_SHIFT, ("Enter",), 5, "keys", _begun),
    Journey("close with nothing missing", Place.NOTHING_MISSING, ("F4", "<Ctrl+Enter>"), 4, "keys", _closed, 1.0),
    Journey("returning visitor found and opened", Place.KNOWN, ("F3", "'kat' Enter"), 5, "keys", _opened),
    Journey("count one given", Place.BOARD, ("W",), 1, "keys", _counted),
    Journey("count one given by mouse", Place.BOARD, ("[tally.water]",), 1, "clicks", _counted),
)
"""Every journey that has a budget."""
