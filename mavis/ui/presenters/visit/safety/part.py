"""Parts of *Safety and referrals* as data: questions with chips, lines to write, times, and somebody of the crew.

One description of a part serves its page, its keys, the words of Undo and the tests. The words of a row are
``safety.row.<id>``, those of a chip ``chips.<id>.<code>``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from mavis.domain.edits.visit import VisitEdit
from mavis.domain.record.answers import NoAnswer
from mavis.domain.visit.visit import Visit
from mavis.ui.presenters.visit.question import Moment, Question, Section

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the person's own words; what others wrote before, or the scheme's names, may be suggested."""

    id: str
    held: Callable[[Visit], str]
    edit: Callable[[str, Moment], VisitEdit]
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """A time in the past: so many minutes ago with one key each, or as a clock showed it."""

    id: str
    held: Callable[[Visit], datetime | None]
    edit: Callable[[datetime | None, Moment], VisitEdit]
    ago: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody of tonight's crew, by id."""

    id: str
    held: Callable[[Visit], str]
    edit: Callable[[str, Moment], VisitEdit]


Row = Question | Line | When | Somebody


@dataclass(frozen=True, slots=True)
class Told:
    """What a part says by itself: the most important in a few words, and more below; ``pressing`` is for amber."""

    headline: str = ""
    more: str = ""
    pressing: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, which is also the place of its letters, its rows, and what it says at a moment."""

    name: str
    rows: tuple[Row, ...]
    tell: Callable[[Visit, datetime], Told]

    @property
    def questions(self) -> tuple[Question, ...]:
        """The rows that are answered with chips."""
        return tuple(row for row in self.rows if isinstance(row, Question))

    def taken_up_at(self, visit: Visit) -> str:
        """The first question with chips that is open, where others are answered; empty at either end."""
        waiting = [question.id for question in self.questions if not question.chosen(visit)]
        return waiting[0] if 0 < len(waiting) < len(self.questions) else ""


Teller = Callable[[Any, Moment], VisitEdit]
"""Makes the edit that records an answer; None takes the answer back."""

YES, NO = "yes", "no"


def pick_one(
    question_id: str,
    codes: Sequence[StrEnum],
    held: Callable[[Visit], StrEnum | None],
    tell: Teller,
    *,
    columns: int,
    unknown: StrEnum | None = None,
) -> Question:
    """A question with one answer; ``unknown`` is the code list's own word for not known, where it has one."""

    def value(code: str) -> StrEnum:
        if code == NoAnswer.NOT_KNOWN and unknown is not None:
            return unknown
        return NoAnswer(code) if code in set(NoAnswer) else next(each for each in codes if each.value == code)

    def chosen(visit: Visit) -> frozenset[str]:
        answer = held(visit)
        if answer is None:
            return frozenset()
        return frozenset({NoAnswer.NOT_KNOWN.value if answer is unknown else answer.value})

    def edit(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
        return tell(value(code) if on else None, moment)

    shown = tuple(each.value for each in codes if each is not unknown)
    return Question(question_id, Section.SAFETY, shown, True, columns, chosen, edit, takes_unknown=True)


def yes_no(question_id: str, held: Callable[[Visit], bool | NoAnswer | None], tell: Teller) -> Question:
    """A question to be answered yes or no."""

    def chosen(visit: Visit) -> frozenset[str]:
        answer = held(visit)
        if isinstance(answer, NoAnswer):
            return frozenset({answer.value})
        return frozenset() if answer is None else frozenset({YES if answer else NO})

    def edit(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
        value = NoAnswer(code) if code in set(NoAnswer) else code == YES
        return tell(value if on else None, moment)

    return Question(question_id, Section.SAFETY, (YES, NO), True, 2, chosen, edit, takes_unknown=True)


def part_of(block: str, field: str) -> Callable[[Visit], Any]:
    """Reads one field of a block of the visit, such as the place of the assault; None when there is no such block."""
    return lambda visit: getattr(getattr(visit, block), field, None)


def words_of(block: str, field: str) -> Callable[[Visit], str]:
    """Reads a field of words; empty when there is no such block."""
    return lambda visit: getattr(getattr(visit, block), field, "")
