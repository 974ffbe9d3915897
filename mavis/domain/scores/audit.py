"""AUDIT, all ten questions *(Saunders et al. 1993; OHID bands, domain.md 4.4)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.alcohol_answers import AlcoholQuestion, AlcoholScore, Band, Tool, checked, total_of, unanswered

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE_VERSION = "audit-uk.1"
QUESTIONS = tuple(AlcoholQuestion)
POSITIVE = 8
_BANDS = ((20, Band.POSSIBLE_DEPENDENCE), (16, Band.HIGHER), (POSITIVE, Band.INCREASING), (0, Band.LOWER))


def score(answers: Sequence[int | None]) -> AlcoholScore:
    """Score ten answers, 0 to 40: up to 7 lower risk, 8-15 increasing, 16-19 higher, 20 and more possible dependence.

    Raises:
        UserError: not ten answers, or one that the question does not offer.
    """
    given = checked(Tool.AUDIT, QUESTIONS, answers)
    total = total_of(given)
    positive = None if total is None else total >= POSITIVE
    band = None if total is None else next(band for least, band in _BANDS if total >= least)
    return AlcoholScore(Tool.AUDIT, given, total, positive, unanswered(QUESTIONS, given), RULE_VERSION, band)
