"""The ten questions of AUDIT, and the answers to them; every shorter tool asks some of the ten.

*(Saunders et al. 1993, as used in the United Kingdom by OHID; domain.md 4.3 to 4.5.)*
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence


class AlcoholQuestion(IntEnum):
    """The questions, by their number in AUDIT."""

    HOW_OFTEN = 1
    TYPICAL_UNITS = 2
    MANY_AT_ONCE = 3
    COULD_NOT_STOP = 4
    FAILED_TO_DO = 5
    MORNING_DRINK = 6
    GUILT = 7
    COULD_NOT_REMEMBER = 8
    INJURY = 9
    SOMEBODY_CONCERNED = 10


class Tool(StrEnum):
    """The questionnaires."""

    AUDIT_C = "audit-c"
    FAST = "fast"
    M_SASQ = "m-sasq"
    AUDIT_PC = "audit-pc"
    AUDIT = "audit"


class Band(StrEnum):
    """What a total says of the risk."""

    LOWER = "lower"
    INCREASING = "increasing"
    HIGHER = "higher"
    POSSIBLE_DEPENDENCE = "possible_dependence"


Answers = tuple[int | None, ...]
"""The points of each question of a tool in its order; None where it was not answered."""

_THREE_CHOICES = frozenset({AlcoholQuestion.INJURY, AlcoholQuestion.SOMEBODY_CONCERNED})


def points_of(question: AlcoholQuestion) -> tuple[int, ...]:
    """The points that the answers give, in their order: 0 to 4, or 0, 2, 4 for the last two questions."""
    return (0, 2, 4) if question in _THREE_CHOICES else (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class AlcoholScore:
    """What a tool says: the inputs, the total, whether it is positive, and the rule that decided."""

    tool: Tool
    answers: Answers
    total: int | None
    positive: bool | None
    missing: tuple[AlcoholQuestion, ...]
    rule_version: str
    band: Band | None = None


def checked(tool: Tool, questions: Sequence[AlcoholQuestion], answers: Sequence[int | None]) -> Answers:
    """The answers, when there is one place for each question and each holds points that its answers give.

    Raises:
        UserError: ``screening_length`` with how many are asked; ``screening_answer`` with the place of the wrong one.
    """
    if len(answers) != len(questions):
        raise UserError("screening_length", tool=tool.value, questions=len(questions))
    for place, (question, answer) in enumerate(zip(questions, answers, strict=True), start=1):
        if answer is not None and answer not in points_of(question):
            raise UserError("screening_answer", question=place, allowed=", ".join(map(str, points_of(question))))
    return tuple(answers)


def unanswered(questions: Sequence[AlcoholQuestion], answers: Answers) -> tuple[AlcoholQuestion, ...]:
    """The questions without an answer."""
    return tuple(question for question, answer in zip(questions, answers, strict=True) if answer is None)


def total_of(answers: Answers) -> int | None:
    """The sum, when every question is answered; a blank is never 0."""
    known = [answer for answer in answers if answer is not None]
    return sum(known) if len(known) == len(answers) else None
