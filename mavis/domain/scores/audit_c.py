"""AUDIT-C with the threshold used in the United Kingdom *(OHID; domain.md 4.3)*: 5 and more, for both sexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.alcohol_answers import AlcoholQuestion, AlcoholScore, Band, Tool, checked, unanswered
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS

if TYPE_CHECKING:
    from collections.abc import Sequence

RULE_VERSION = "audit-c-uk.1"
QUESTIONS = (AlcoholQuestion.HOW_OFTEN, AlcoholQuestion.TYPICAL_UNITS, AlcoholQuestion.MANY_AT_ONCE)
POSITIVE = 5
SUB_BANDS = USUAL_THRESHOLDS.audit_c_bands
"""From which total each band holds; a service confirms them, so another table can be given."""


def score(answers: Sequence[int | None], sub_bands: Sequence[tuple[int, Band]] = SUB_BANDS) -> AlcoholScore:
    """Score three answers, 0 to 4 each; who never drinks may leave the other two out.

    Raises:
        UserError: not three answers, or one that the question does not offer.
    """
    given = checked(Tool.AUDIT_C, QUESTIONS, answers)
    missing = () if given[0] == 0 else unanswered(QUESTIONS, given)
    total = None if missing else sum(answer or 0 for answer in given)
    positive = None if total is None else total >= POSITIVE
    return AlcoholScore(Tool.AUDIT_C, given, total, positive, missing, RULE_VERSION, _band(total, sub_bands))


def _band(total: int | None, sub_bands: Sequence[tuple[int, Band]]) -> Band | None:
    if total is None:
        return None
    return next((band for least, band in reversed(sub_bands) if total >= least), Band.LOWER)
