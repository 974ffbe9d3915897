"""The nights of a person in words: what was needed, what was done, advice, referrals, and how they left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.night import night_of
from mavis.system.wording import label, words
from mavis.ui.presenters.edit_words import inside
from mavis.ui.presenters.person_words import full_date
from mavis.ui.presenters.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum

    from mavis.domain.visit import Visit


class NightRow(NamedTuple):
    """One visit: when they came, the night with its needs, and what came of it."""

    time: str
    words: str
    detail: str


def night_rows(visits: Iterable[Visit]) -> tuple[NightRow, ...]:
    """The visits as rows, in the order in which they are handed in."""
    return tuple(NightRow(clock_text(visit.arrived_at), _headline(visit), _detail(visit)) for visit in visits)


def _headline(visit: Visit) -> str:
    needs = _listed(visit.needs) or words("people.nights.no_needs")
    return words("people.nights.row", night=full_date(night_of(visit.arrived_at)), needs=inside(needs))


def _detail(visit: Visit) -> str:
    care = inside(_listed(given.kind for given in visit.care))
    advice = visit.abi.status if visit.abi is not None else None
    targets = inside(_listed(referral.target for referral in visit.referrals))
    said = [
        words("people.nights.care", care=care) if care else "",
        words("people.nights.advice", advice=inside(label(advice))) if advice else "",
        words("people.nights.referrals", targets=targets) if targets else "",
        words("people.nights.outcome", outcome=inside(label(visit.outcome))) if visit.outcome else "",
    ]
    return " ".join(part for part in said if part)


def _listed(codes: Iterable[Enum]) -> str:
    return words("returning.and").join(dict.fromkeys(label(code) for code in codes))
