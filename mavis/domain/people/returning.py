"""What the nights of a person say: repeat or re-attendance, and whether brief advice is due (domain.md 2.4, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.presentation import Presentation
from mavis.domain.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence


ROLLING_YEAR = timedelta(days=365)
"""The time over which nights are counted: people with two and three visits in twelve rolling months."""

ADVICE_AGAIN_AFTER = timedelta(days=90)
"""The usual time in which brief advice is offered once (**default** of domain.md 5; a setting changes it)."""


class AdviceDue(StrEnum):
    """Whether brief advice on alcohol is due, and if not why; the sentence is ``people.advice.<value>``."""

    DUE = "due"
    FIRST_VISIT = "first_visit"
    NO_DRINK = "no_drink"
    OFFERED_TONIGHT = "offered_tonight"
    OFFERED_BEFORE = "offered_before"


@dataclass(frozen=True, slots=True)
class Returning:
    """What is known of a visitor from other nights and from earlier tonight.

    ``nights`` counts the other shifts within a rolling year before this visit, ``earlier_tonight`` the visits of the
    same shift before it. ``last_offered`` is when brief advice was last offered, on any night.
    """

    nights: int
    earlier_tonight: int
    last_seen: datetime | None
    last_offered: datetime | None
    advice: AdviceDue
    last_tonight: Visit | None = None
    """The last of the visits earlier tonight."""

    @property
    def is_repeat(self) -> bool:
        """Whether the person was here on a different shift in the last year."""
        return self.nights > 0

    @property
    def is_reattendance(self) -> bool:
        """Whether the person was here earlier on the same shift."""
        return self.earlier_tonight > 0


def is_about_drink(visit: Visit) -> bool:
    """Whether a visit is one of alcohol-related need."""
    return Presentation.ALCOHOL_INTOXICATION in visit.needs


def offered_at(visit: Visit) -> datetime | None:
    """When brief advice was offered on a visit; None when it was not."""
    if visit.abi is None or not visit.abi.is_offered:
        return None
    return visit.abi.offered_at or visit.arrived_at


def returning(visit: Visit, others: Sequence[Visit], again_after: timedelta = ADVICE_AGAIN_AFTER) -> Returning:
    """What the other visits of the same person say of this one; those that came later say nothing."""
    before = [other for other in others if other.id != visit.id and other.arrived_at < visit.arrived_at]
    elsewhere = [other for other in before if other.shift_id != visit.shift_id]
    recent = [other for other in elsewhere if visit.arrived_at - other.arrived_at <= ROLLING_YEAR]
    tonight = [other for other in before if other.shift_id == visit.shift_id]
    offers = [at for other in before if (at := offered_at(other)) is not None]
    last_offered = max(offers, default=None)
    return Returning(
        nights=len({other.shift_id for other in recent}),
        earlier_tonight=len(tonight),
        last_seen=max((other.arrived_at for other in before), default=None),
        last_offered=last_offered,
        advice=_advice(visit, bool(elsewhere), last_offered, again_after),
        last_tonight=max(tonight, key=lambda other: other.arrived_at, default=None),
    )


def _advice(visit: Visit, is_repeat: bool, last_offered: datetime | None, again_after: timedelta) -> AdviceDue:
    if offered_at(visit) is not None:
        return AdviceDue.OFFERED_TONIGHT
    if not is_about_drink(visit):
        return AdviceDue.NO_DRINK
    if not is_repeat:
        return AdviceDue.FIRST_VISIT
    if last_offered is not None and visit.arrived_at - last_offered < again_after:
        return AdviceDue.OFFERED_BEFORE
    return AdviceDue.DUE
