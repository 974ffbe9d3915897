"""Which looks at a person came late, and by how much: counted from the record after the event (domain.md 3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import interval_after

if TYPE_CHECKING:
    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.visit.visit import Visit

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class LateCheck:
    """A look that was due and came late; ``done_at`` is None when it never came and the person left or waits still."""

    due: datetime
    done_at: datetime | None
    late: timedelta

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one."""
        return self.late // _MINUTE


def checks_late(visit: Visit, intervals: CheckIntervals, until: datetime) -> tuple[LateCheck, ...]:
    """The late looks of a visit, in order of time, up to the departure or, while it is open, to ``until``.

    Looks are the triage and each set of observations; what is due after each follows from the triage, how drunk the
    person is and the sets up to then. Less than a whole minute is not late. Empty before triage, for nothing is due.
    """
    if visit.triage is None:
        return ()
    end = until if visit.is_open else visit.departed_at or until
    begun = min(visit.triaged_at or visit.triage.set_at, visit.triage.set_at)
    looks = sorted({begun, visit.triage.set_at, *(taken.at for taken in visit.observations if taken.at > begun)})
    looks = [look for look in looks if look <= end]
    found = []
    for last, following in pairwise([*looks, end]):
        sets = [taken for taken in visit.observations if taken.at <= last]
        due = last + interval_after(visit, sets, intervals)
        if following - due >= _MINUTE:
            done = following if following in looks else None
            found.append(LateCheck(due, done, following - due))
    return tuple(found)
