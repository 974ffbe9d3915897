"""What the coordinator should put right after a night, by kind, with the codes of the visits."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.diversion import WouldHave
from mavis.domain.summary import ToPutRight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.domain.facts import ShiftFacts, VisitFacts


class Gap(StrEnum):
    """A kind of gap in the record of a night, in the order of print."""

    STILL_OPEN = "still_open"
    NO_LEAVING_TIME = "no_leaving_time"
    NO_TRIAGE = "no_triage"
    NO_AGE = "no_age"
    WOULD_HAVE_NOT_KNOWN = "would_have_not_known"
    REFERRAL_NOT_ANSWERED = "referral_not_answered"
    TALLY_NOT_COUNTED = "tally_not_counted"


_OF_A_VISIT: dict[Gap, Callable[[VisitFacts], bool]] = {
    Gap.STILL_OPEN: lambda visit: visit.outcome is None,
    Gap.NO_LEAVING_TIME: lambda visit: visit.outcome is not None and visit.departed_at is None,
    Gap.NO_TRIAGE: lambda visit: visit.triage is None,
    Gap.NO_AGE: lambda visit: visit.age_band is None,
    Gap.WOULD_HAVE_NOT_KNOWN: lambda visit: visit.would_have in (None, WouldHave.NOT_KNOWN),
    Gap.REFERRAL_NOT_ANSWERED: lambda visit: visit.referral_waiting,
}


def still_to_put_right(shift: ShiftFacts, visits: Iterable[VisitFacts]) -> tuple[ToPutRight, ...]:
    """The kinds of gap that there are, each with its visit codes in the order given, or tally codes."""
    visits = tuple(visits)
    gaps = [
        ToPutRight(gap, tuple(visit.code for visit in visits if is_missing(visit)))
        for gap, is_missing in _OF_A_VISIT.items()
    ]
    uncounted = ToPutRight(Gap.TALLY_NOT_COUNTED, tuple(kind for kind, count in shift.tallies if count is None))
    return tuple(gap for gap in (*gaps, uncounted) if gap.codes)
