"""What the nights of a person say: repeat or re-attendance, and whether brief advice is due (domain.md 2.4, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


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
class Came:
    """What the rule of advice asks of one visit: its night, when they came, whether in drink, and advice offered."""

    night: date
    at: datetime
    about_drink: bool
    offered: bool


@dataclass(frozen=True, slots=True)
class Returning:
    """What is known of a visitor from other nights and from earlier tonight; a night is known by its shift date.

    ``nights`` counts the other nights within a rolling year before this visit, ``earlier_tonight`` the visits of the
    same night before it, in whichever shift. ``last_seen`` is the last other night, ``last_offered`` the last night on
    which brief advice was offered, and may be tonight.
    """

    nights: int
    earlier_tonight: int
    last_seen: date | None
    last_offered: date | None
    advice: AdviceDue
    last_tonight: Visit | None = None
    """The last of the visits earlier tonight."""

    @property
    def is_repeat(self) -> bool:
        """Whether the person was here on another night in the last year."""
        return self.nights > 0

    @property
    def is_reattendance(self) -> bool:
        """Whether the person was here earlier on the same night."""
        return self.earlier_tonight > 0


def is_about_drink(visit: Visit) -> bool:
    """Whether a visit is one of alcohol-related need."""
    return Presentation.ALCOHOL_INTOXICATION in visit.needs


def offered_at(visit: Visit) -> datetime | None:
    """When brief advice was offered on a visit; None when it was not."""
    if visit.abi is None or not visit.abi.is_offered:
        return None
    return visit.abi.offered_at or visit.arrived_at


def advice_when_they_came(
    visit: Came, before: Iterable[Came], again_after: timedelta, *, known_before: bool = False
) -> AdviceDue:
    """Whether brief advice was due when somebody came; what came of it on this visit makes no difference.

    This is the one rule, for the screen and for the report: due to whoever was here on another night, however long
    ago, and comes in drink, with no offer within ``again_after``. ``before`` are their earlier visits; ``known_before``
    says that there are others from other nights, too old to hold an offer.
    """
    earlier = [other for other in before if other.at < visit.at]
    if not visit.about_drink:
        return AdviceDue.NO_DRINK
    if not known_before and all(other.night == visit.night for other in earlier):
        return AdviceDue.FIRST_VISIT
    if any(other.offered and visit.at - other.at < again_after for other in earlier):
        return AdviceDue.OFFERED_BEFORE
    return AdviceDue.DUE


def returning(
    visit: Visit, others: Sequence[Visit], nights: Mapping[str, date], again_after: timedelta = ADVICE_AGAIN_AFTER
) -> Returning:
    """What the other visits of the same person say of this one; those that came later say nothing.

    ``nights`` are the shift dates by shift, of this visit and of the others.
    """
    tonight = nights[visit.shift_id]
    before = [other for other in others if other.id != visit.id and other.arrived_at < visit.arrived_at]
    elsewhere = [other for other in before if nights[other.shift_id] != tonight]
    recent = [other for other in elsewhere if visit.arrived_at - other.arrived_at <= ROLLING_YEAR]
    earlier = [other for other in before if nights[other.shift_id] == tonight]
    return Returning(
        nights=len({nights[other.shift_id] for other in recent}),
        earlier_tonight=len(earlier),
        last_seen=max((nights[other.shift_id] for other in elsewhere), default=None),
        last_offered=max((nights[other.shift_id] for other in before if offered_at(other)), default=None),
        advice=_advice(visit, before, nights, again_after),
        last_tonight=max(earlier, key=lambda other: other.arrived_at, default=None),
    )


def _advice(visit: Visit, before: Iterable[Visit], nights: Mapping[str, date], again_after: timedelta) -> AdviceDue:
    def came(one: Visit) -> Came:
        return Came(nights[one.shift_id], one.arrived_at, is_about_drink(one), offered_at(one) is not None)

    if offered_at(visit) is not None:
        return AdviceDue.OFFERED_TONIGHT
    return advice_when_they_came(came(visit), map(came, before), again_after)
