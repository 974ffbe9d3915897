"""Why a talk about alcohol does not count as one brief intervention, where it does not (domain.md 5)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.visit.brief_intervention import InterventionStatus

if TYPE_CHECKING:
    from mavis.domain.visit.brief_intervention import BriefIntervention


class NotCounted(StrEnum):
    """What is missing, the first thing first."""

    NOT_OFFERED = "not_offered"
    DECLINED = "declined"
    NOT_APPROPRIATE = "not_appropriate"
    NOT_FIT = "not_fit"
    FITNESS_NOT_ASKED = "fitness_not_asked"
    NOT_FINISHED = "not_finished"
    NO_SCORE = "no_score"
    LOW_SCORE = "low_score"


_BY_STATUS = {
    None: NotCounted.NOT_OFFERED,
    InterventionStatus.NOT_OFFERED: NotCounted.NOT_OFFERED,
    InterventionStatus.DECLINED: NotCounted.DECLINED,
    InterventionStatus.NOT_APPROPRIATE: NotCounted.NOT_APPROPRIATE,
}


def why_not_counted(talk: BriefIntervention) -> NotCounted | None:
    """The first reason why the talk does not count; None exactly when ``talk.is_delivered``."""
    if talk.is_delivered:
        return None
    if talk.status in _BY_STATUS:
        return _BY_STATUS[talk.status]
    if talk.fit is not True:
        return NotCounted.NOT_FIT if talk.fit is False else NotCounted.FITNESS_NOT_ASKED
    positive = talk.screening.positive if talk.screening is not None else None
    if positive is not True and not talk.clinical_reason.strip():
        return NotCounted.NO_SCORE if positive is None else NotCounted.LOW_SCORE
    return NotCounted.NOT_FINISHED
