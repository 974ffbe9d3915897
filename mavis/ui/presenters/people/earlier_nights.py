"""The nights of a person in words: needs, care, advice, referrals, how they left, and the alerts between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.clinical.triage_advice import main_need_first
from mavis.domain.shift.night import night_of
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.people.words import alert_line, full_date
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime
    from enum import Enum

    from mavis.domain.people.person import Alert
    from mavis.domain.visit.visit import Visit


class NightRow(NamedTuple):
    """One visit: when they came, the night with its needs, and what came of it. Or an alert, and when it was set."""

    time: str
    words: str
    detail: str
    is_alert: bool = False


def night_rows(
    visits: Iterable[Visit], alerts: Iterable[Alert], today: date, crew: Mapping[str, str]
) -> tuple[NightRow, ...]:
    """Visits and alerts, the newest first; ``crew`` are the names by id of those who set them."""
    rows = [(visit.arrived_at, _needs(visit), _detail(visit), False) for visit in visits]
    rows += [(one.set_at, alert_line(one, today, crew), "", True) for one in alerts]
    newest_first = sorted(rows, key=lambda row: row[0], reverse=True)
    return tuple(
        NightRow(clock_text(at), _headline(at, what), detail, alert) for at, what, detail, alert in newest_first
    )


def told_apart(visits: Iterable[Visit]) -> tuple[str, ...]:
    """What tells one person's visits from another's: needs, looks and plain notes, a line for each visit.

    A note that only few may read is not among them.
    """
    return tuple(_told(visit) for visit in visits)


def _told(visit: Visit) -> str:
    looks = words("people.card.looks", looks=visit.label) if visit.label else ""
    notes = [words("people.nights.note", text=note.text) for note in visit.notes if note.about is None and note.text]
    return " ".join((f"{_headline(visit.arrived_at, _needs(visit))}.", *filter(None, (looks, *notes))))


def _headline(at: datetime, what: str) -> str:
    return words("people.nights.row", night=full_date(night_of(at)), what=inside(what))


def _needs(visit: Visit) -> str:
    return _listed(main_need_first(visit.needs, visit.main_need)) or words("people.nights.no_needs")


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
    return words("returning.and").join(dict.fromkeys(inside(label(code)) for code in codes))
