"""FAST, the Fast Alcohol Screening Test *(Hodgson et al. 2002; domain.md 4.5)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.alcohol_answers import (
    AlcoholQuestion,
    AlcoholScore,
    Answers,
    Tool,
    checked,
    total_of,
    unanswered,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE_VERSION = "fast.1"
QUESTIONS = (
    AlcoholQuestion.MANY_AT_ONCE,
    AlcoholQuestion.FAILED_TO_DO,
    AlcoholQuestion.COULD_NOT_REMEMBER,
    AlcoholQuestion.SOMEBODY_CONCERNED,
)
POSITIVE = 3
_WEEKLY = 3


def score(answers: Sequence[int | None]) -> AlcoholScore:
    """Score four answers, 0 to 16; the first alone can decide: never is negative, weekly or more is positive.

    What the first answer decides, the others need not be asked for; the total still needs all four.

    Raises:
        UserError: not four answers, or one that the question does not offer.
    """
    given = checked(Tool.FAST, QUESTIONS, answers)
    total, positive = total_of(given), _positive(given)
    missing = unanswered(QUESTIONS, given) if positive is None else ()
    return AlcoholScore(Tool.FAST, given, total, positive, missing, RULE_VERSION)


def _positive(given: Answers) -> bool | None:
    """What is certain: points that are known already reach the threshold, whatever the blanks would add."""
    first, *_others = given
    if first is None:
        return None
    if first == 0 or first >= _WEEKLY:
        return first >= _WEEKLY
    if sum(answer or 0 for answer in given) >= POSITIVE:
        return True
    return None if None in given else False
