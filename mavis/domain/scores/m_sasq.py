"""M-SASQ, the single question of FAST about many units at once *(domain.md 4.5; the threshold is to be confirmed)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.alcohol_answers import AlcoholQuestion, AlcoholScore, Tool, checked, total_of, unanswered
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE_VERSION = "m-sasq.1"
QUESTIONS = (AlcoholQuestion.MANY_AT_ONCE,)
MONTHLY = USUAL_THRESHOLDS.m_sasq_positive_from


def score(answers: Sequence[int | None], positive_from: int = MONTHLY) -> AlcoholScore:
    """Score one answer, 0 to 4; monthly or more is positive unless a service sets another answer.

    Raises:
        UserError: not one answer, or one that the question does not offer.
    """
    given = checked(Tool.M_SASQ, QUESTIONS, answers)
    total = total_of(given)
    positive = None if total is None else total >= positive_from
    return AlcoholScore(Tool.M_SASQ, given, total, positive, unanswered(QUESTIONS, given), RULE_VERSION)
