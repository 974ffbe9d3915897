"""Who must be looked at next: the countdown of each visit and the order of the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import CheckIntervals, next_check
from mavis.domain.visit.short_code import code_order
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.visit.visit import Visit

SOON_MINUTES = 3


class CheckState(StrEnum):
    """How pressing the next look at a person is."""

    LATER = "later"
    SOON = "soon"
    OVERDUE = "overdue"
    UNTRIAGED = "untriaged"


@dataclass(frozen=True, slots=True)
class Check:
    """The next look at a person: minutes until it, since it, or since arrival when nobody has triaged them."""

    state: CheckState
    minutes: int
    at: datetime


def check_of(visit: Visit, now: datetime, intervals: CheckIntervals) -> Check:
    """The next check of an open visit."""
    due = next_check(visit, intervals)
    if due is None:
        return Check(CheckState.UNTRIAGED, max(0, _minutes(visit.arrived_at, now)), visit.arrived_at)
    if due <= now:
        return Check(CheckState.OVERDUE, _minutes(due, now), due)
    left = _minutes(now, due)
    return Check(CheckState.SOON if left < SOON_MINUTES else CheckState.LATER, left, due)


def _minutes(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds() // 60)


_CATEGORY_RANK = {TriageCategory.RED: 1, None: 2, TriageCategory.AMBER: 3, TriageCategory.GREEN: 4}


def board_order(visits: Iterable[Visit], now: datetime, intervals: CheckIntervals) -> list[Visit]:
    """Most pressing first: overdue, RED, not triaged, AMBER, GREEN; then by the next check, then by code.

    An open clinical flag advises RED, and stands there whatever category was set: its banner may say to call 999.
    """

    def rank(visit: Visit) -> tuple[int, datetime, tuple[str, int]]:
        check = check_of(visit, now, intervals)
        category = visit.triage.category if visit.triage else None
        urgent = TriageCategory.RED if visit.open_clinical_flags else category
        place = 0 if check.state is CheckState.OVERDUE else _CATEGORY_RANK[urgent]
        return place, check.at, code_order(visit.code)

    return sorted(visits, key=rank)
