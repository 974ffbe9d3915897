"""The commands about people and counters: look at the overdue first, open any visit of the night, count, hand over."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import has_words, words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.help.palette import Command
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.parts import PARTS
from mavis.ui.presenters.visit.watch import CheckState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from mavis.domain.reference import TallyKind
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.board.page import BoardPresenter, CardLine
    from mavis.ui.presenters.desk.tonight import Desk

    OpenAt = Callable[[str, Section | None], None]

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


def who_looks_after(board: BoardPresenter, ask: Callable[[str], None]) -> Iterator[Command]:
    """For each open visit the list of who looks after somebody; ``ask`` opens it."""
    for card in board.cards():
        command = _of_visit(board, card, ("carer", None, "people"), lambda visit_id, _section: ask(visit_id))
        yield replace(command, keys=())


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
    """The parts of *Safety and referrals*, and of triage the head-injury list and the red flags of who has such.

    ``ask`` goes to one by its id.
    """
    if Presentation.HEAD_INJURY in visit.needs:
        yield _of_part(Section.TRIAGE, "head_injury", visit, ask)
    if visit.open_clinical_flags:
        yield _of_part(Section.TRIAGE, "flags", visit, ask)
    for name in PARTS:
        yield _of_part(Section.SAFETY, name, visit, ask)


def counter_keys(kind: TallyKind) -> tuple[str, ...]:
    """The keys that count one more: a rare kind waits behind *More*."""
    keys = (keys_of("board.more_tallies"), kind.key) if kind.rare else (kind.key,)
    return keys if kind.key else ()


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
            keys=counter_keys(kind),
            found_by=kind.full_name,
            also=_other_words(f"count.{kind.code}"),
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


def counts_that_wait(show: Callable[[], None]) -> Command:
    """What closing a shift made to be sent, and what to do with it."""
    title, detail, also = (words(f"close.waiting.{part}") for part in ("title", "detail", "also"))
    return Command(title, show, icon="tray", detail=detail, also=also)


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
    digits = (card.digit, section.digit if section else "")
    return Command(
        words(f"palette.visit.{name}", code=card.code),
        partial(open_at, card.visit_id, section),
        icon=icon,
        detail=_joined("" if card.quiet else card.label, _due(card)),
        keys=tuple(digit for digit in digits if digit) if card.digit else (),
        found_by=board.desk.visits[card.visit_id].name,
        also=_other_words(f"of_visit.{name}"),
    )


def _of_part(section: Section, part: str, visit: Visit, ask: Callable[[str], None]) -> Command:
    name, also = (words(f"palette.part.{section.value}.{part}.{kind}") for kind in ("name", "also"))
    return Command(name, partial(ask, f"{section.value}.{part}"), icon="shield", detail=visit.code, also=also)


def _other_words(name: str) -> str:
    """Other words that people use for it; none where the wording knows none."""
    key = f"palette.also.{name}"
    return words(key) if has_words(key) else ""


def _due(card: CardLine) -> str:
    return words(f"palette.due.{card.check.state.value}", minutes=card.check.minutes)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _count(desk: Desk, kind: str) -> None:
    desk.count(kind)
