"""What the coordinator should put right after a night, by kind, with the codes of the visits.

Unknown is an answer: a question is a gap only when nobody asked it, and only of people who stayed to be asked.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.counting.summary import ToPutRight
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import ReferralState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.domain.counting.facts import ShiftFacts, VisitFacts


class Gap(StrEnum):
    """A kind of gap in the record of a night, in the order of print."""

    STILL_OPEN = "still_open"
    LEFT_FLAGGED = "left_flagged"
    CHILD_LEFT = "child_left"
    SERVICES_NOT_TOLD = "services_not_told"
    NO_LEAVING_TIME = "no_leaving_time"
    NO_TRIAGE = "no_triage"
    BELOW_ADVICE = "below_advice"
    NO_AGE = "no_age"
    WOULD_HAVE_NOT_ASKED = "would_have_not_asked"
    ASSAULT_NO_TIME = "assault_no_time"
    REFERRAL_NOT_ANSWERED = "referral_not_answered"
    TALLY_NOT_COUNTED = "tally_not_counted"


class LeftOpen(StrEnum):
    """What is open after a night although no answer is missing: told, and nothing that the crew must put right."""

    RED_FLAG = "red_flag"
    REFERRAL = "referral"


_NOTHING_TO_CLAIM = frozenset({Outcome.LEFT_BEFORE_ASSESSMENT, Outcome.DIED})
"""After these nobody can say what would have happened without the bus."""


def _was_seen(visit: VisitFacts) -> bool:
    return visit.outcome is not Outcome.LEFT_BEFORE_ASSESSMENT


def _lacks_time_of_assault(visit: VisitFacts) -> bool:
    """The partnership cannot count an assault without its time; who left unseen cannot be asked any more."""
    told = visit.clinical.assault
    return told is not None and not told.has_time and _was_seen(visit)


_OF_A_VISIT: dict[Gap, Callable[[VisitFacts], bool]] = {
    Gap.STILL_OPEN: lambda visit: visit.outcome is None,
    Gap.LEFT_FLAGGED: lambda visit: visit.clinical.left_flagged,
    Gap.CHILD_LEFT: lambda visit: visit.clinical.child_left,
    Gap.SERVICES_NOT_TOLD: lambda visit: visit.clinical.services_not_told,
    Gap.NO_LEAVING_TIME: lambda visit: visit.outcome is not None and visit.departed_at is None,
    Gap.NO_TRIAGE: lambda visit: visit.triage is None and _was_seen(visit),
    Gap.BELOW_ADVICE: lambda visit: visit.clinical.below_advice,
    Gap.NO_AGE: lambda visit: visit.age_band is None and not visit.age_not_told and _was_seen(visit),
    Gap.WOULD_HAVE_NOT_ASKED: lambda visit: visit.would_have is None and visit.outcome not in _NOTHING_TO_CLAIM,
    Gap.ASSAULT_NO_TIME: _lacks_time_of_assault,
    Gap.REFERRAL_NOT_ANSWERED: lambda visit: visit.referral_waiting,
}


def left_open(visits: Iterable[VisitFacts]) -> tuple[tuple[LeftOpen, tuple[str, ...]], ...]:
    """Visits with a clinical flag that nobody closed, and with a referral that was answered and is not closed yet.

    A referral without an answer is a gap of its own.
    """
    visits = tuple(visits)
    found = {
        LeftOpen.RED_FLAG: tuple(visit.code for visit in visits if visit.open_clinical_flag),
        LeftOpen.REFERRAL: tuple(visit.code for visit in visits if _has_answered_referral(visit)),
    }
    return tuple((kind, codes) for kind, codes in found.items() if codes)


def _has_answered_referral(visit: VisitFacts) -> bool:
    return any(made.state is ReferralState.ACKNOWLEDGED for made in visit.clinical.referrals)


def still_to_put_right(shift: ShiftFacts, visits: Iterable[VisitFacts]) -> tuple[ToPutRight, ...]:
    """The kinds of gap that there are, each with its visit codes in the order given, or tally codes."""
    visits = tuple(visits)
    gaps = [
        ToPutRight(gap, tuple(visit.code for visit in visits if is_missing(visit)))
        for gap, is_missing in _OF_A_VISIT.items()
    ]
    uncounted = ToPutRight(Gap.TALLY_NOT_COUNTED, tuple(kind for kind, count in shift.tallies if count is None))
    return tuple(gap for gap in (*gaps, uncounted) if gap.codes)
