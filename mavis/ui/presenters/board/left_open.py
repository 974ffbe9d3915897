"""What was open when Mavis ended, by plan or by a flat battery: each visit with its age and who typed in it last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.visit.short_code import code_order
from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text, length_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from mavis.bootstrap import Session
    from mavis.domain.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """One open visit: ``K2 · 46 min · typed by Ruth E. at 22:10``; no name of a visitor."""

    visit_id: str
    words: str


def left_open(
    session: Session, visits: Iterable[Visit], names: Mapping[str, str], now: datetime
) -> tuple[LeftOpen, ...]:
    """Look every open visit up in the history, by code; done away from the window."""
    still = sorted((visit for visit in visits if visit.is_open), key=lambda visit: code_order(visit.code))
    return tuple(_line(session, visit, names, now) for visit in still)


def _line(session: Session, visit: Visit, names: Mapping[str, str], now: datetime) -> LeftOpen:
    changes = session.visits.history(session.actor, visit.id)
    who, when = (changes[-1].by_name, changes[-1].at) if changes else (names.get(visit.entered_by), visit.entered_at)
    minutes = max(0, int((now - visit.arrived_at).total_seconds() // 60))
    said = words(
        "unlock.left_open_line",
        code=visit.code,
        label=visit.label or words("board.name_hidden" if visit.name else "board.no_name"),
        age=length_text(minutes),
        who=who or words("unlock.somebody"),
        time=clock_text(when),
    )
    return LeftOpen(visit.id, said)
