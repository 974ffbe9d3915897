"""The commands about people and counters: look at the overdue first, open any visit of the night, count, hand over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.presenters.help.palette import Command
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.parts import PARTS
from mavis.ui.presenters.visit.watch import CheckState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.board.page import BoardPresenter, CardLine
    from mavis.ui.presenters.desk.tonight import Desk

    OpenAt = Callable[[str, Section | None], None]

_DIGITS = {section: str(place) for place, section in enumerate(Section, start=1)}
_MORE_VERBS = (
    ("open", None, "board"),
    ("triage", Section.TRIAGE, "warning"),
    ("observe", Section.OBSERVATIONS, "heartbeat"),
    ("care", Section.CARE, "care_cross"),
    ("leave", Section.LEAVING, "taxi"),
)


def next_looks(board: BoardPresenter, open_at: OpenAt) -> Iterator[Command]:
    """For each open visit, most pressing first, what is due: an observation, or triage where nobody has triaged."""
    for card in board.cards():
        untriaged = card.check.state is CheckState.UNTRIAGED
        verb = _MORE_VERBS[1] if untriaged else _MORE_VERBS[2]
        yield _of_visit(board, card, verb, open_at)


def other_verbs(board: BoardPresenter, open_at: OpenAt) -> Iterator[Command]:
    """For each open visit the other sections, and the visit as it was left."""
    for card in board.cards():
        due = 1 if card.check.state is CheckState.UNTRIAGED else 2
        for place, verb in enumerate(_MORE_VERBS):
            if place != due:
                yield _of_visit(board, card, verb, open_at)


def closed_visits(board: BoardPresenter, open_at: OpenAt) -> Iterator[Command]:
    """The visits that have ended tonight, latest first, to look at or to open again."""
    for line in board.closed():
        visit = board.desk.visits[line.visit_id]
        triage = words(f"widgets.triage.{line.triage}") if line.triage in set(TriageCategory) else ""
        yield Command(
            words("palette.closed", code=line.code),
            partial(open_at, line.visit_id, None),
            icon="tick",
            detail=_joined(visit.label, words("palette.left", how=line.how, time=line.time)),
            found_by=f"{visit.name} {triage}",
        )


def parts_of(visit: Visit, ask: Callable[[str], None]) -> Iterator[Command]:
    """The parts of *Safety and referrals*, and the head-injury list of who has one; ``ask`` goes to one by its id."""
    if Presentation.HEAD_INJURY in visit.needs:
        yield _of_part(Section.TRIAGE, "head_injury", visit, ask)
    for name in PARTS:
        yield _of_part(Section.SAFETY, name, visit, ask)


def counters(board: BoardPresenter) -> Iterator[Command]:
    """Count one more of each kind."""
    desk = board.desk
    for line in board.tallies():
        kind = line.kind
        yield Command(
            words("palette.count", name=kind.name),
            partial(_count, desk, kind.code),
            icon=kind.icon,
            detail=words("palette.counted", count=line.count) if line.count is not None else "",
            keys=(kind.key,) if kind.key else (),
            found_by=kind.full_name,
        )


def people(names: Mapping[str, str], hand_over: Callable[[str], None]) -> Iterator[Command]:
    """Hand the laptop to somebody of the crew; ``names`` maps each name to an id, empty where nobody can unlock."""
    for name, person_id in sorted(names.items()):
        yield Command(
            words("palette.hand_over", name=name),
            partial(hand_over, person_id),
            icon="people",
            detail=words("palette.hand_over_how") if person_id else "",
        )


def to_ask_again(show: Callable[[], None]) -> Command:
    """The list of people to ask again after a talk about alcohol."""
    return Command(
        words("alcohol.follow_ups.title"), show, icon="speech_lines", detail=words("alcohol.follow_ups.detail")
    )


def tonight(show: Callable[[], None]) -> Command:
    """Crew, events and kit of the shift that runs."""
    return Command(words("crew.open"), show, icon="people", also=words("crew.also"))


def about_visitors(ways: Mapping[str, Callable[[], None]]) -> Iterator[Command]:
    """What can be done about everybody who was here before, by the name of its place."""
    icons = {"duplicates": "friends", "forgetting": "padlock", "repeat_advice": "speech_lines"}
    for name, show in ways.items():
        detail, also = (words(f"people.to_{name}_{part}") for part in ("detail", "also"))
        yield Command(words(f"people.to_{name}"), show, icon=icons[name], detail=detail, also=also)


def _of_visit(board: BoardPresenter, card: CardLine, verb: tuple[str, Section | None, str], open_at: OpenAt) -> Command:
    name, section, icon = verb
    digits = (card.digit, _DIGITS[section] if section else "")
    return Command(
        words(f"palette.visit.{name}", code=card.code),
        partial(open_at, card.visit_id, section),
        icon=icon,
        detail=_joined("" if card.quiet else card.label, _due(card)),
        keys=tuple(digit for digit in digits if digit) if card.digit else (),
        found_by=board.desk.visits[card.visit_id].name,
    )


def _of_part(section: Section, part: str, visit: Visit, ask: Callable[[str], None]) -> Command:
    name, also = (words(f"palette.part.{section.value}.{part}.{kind}") for kind in ("name", "also"))
    return Command(name, partial(ask, f"{section.value}.{part}"), icon="shield", detail=visit.code, also=also)


def _due(card: CardLine) -> str:
    return words(f"palette.due.{card.check.state.value}", minutes=card.check.minutes)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _count(desk: Desk, kind: str) -> None:
    desk.count(kind)
