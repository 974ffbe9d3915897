"""AUDIT-PC, the five questions 1, 2, 4, 5 and 10 of AUDIT *(Piccinelli et al. 1997; domain.md 4.4)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.alcohol_answers import AlcoholQuestion, AlcoholScore, Tool, checked, total_of, unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE_VERSION = "audit-pc-uk.1"
QUESTIONS = (
    AlcoholQuestion.HOW_OFTEN,
    AlcoholQuestion.TYPICAL_UNITS,
    AlcoholQuestion.COULD_NOT_STOP,
    AlcoholQuestion.FAILED_TO_DO,
    AlcoholQuestion.SOMEBODY_CONCERNED,
)
POSITIVE = 5


def score(answers: Sequence[int | None]) -> AlcoholScore:
    """Score five answers, 0 to 20; 5 and more is positive.

    Raises:
        UserError: not five answers, or one that the question does not offer.
    """
    given = checked(Tool.AUDIT_PC, QUESTIONS, answers)
    total = total_of(given)
    positive = None if total is None else total >= POSITIVE
    return AlcoholScore(Tool.AUDIT_PC, given, total, positive, unanswered(QUESTIONS, given), RULE_VERSION)
