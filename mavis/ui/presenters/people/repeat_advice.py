"""Brief advice for people who came again, as figures to read: who was due, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.shift.night import night_of
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import label, words
from mavis.ui.presenters.people.words import full_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.domain.people.advice_report import AdviceReport
    from mavis.ui.presenters.desk.tonight import Desk

_PERIODS = {"weeks": 28, "quarter": 91, "year": 365}
"""Nights to look back over, by the words for them."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what is counted, and how many; ``part`` says that it splits the line before."""

    said: str
    number: str
    part: bool = False


class RepeatAdvice:
    """Asks for the figures of a period; each person counts once, and all are exact."""

    def __init__(self, desk: Desk, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """``shown`` is called when there is something else to show."""
        self._desk = desk
        self._shown = shown
        self._failed = failed
        self.chosen = "quarter"
        self.lines: tuple[Figure, ...] = ()

    def choices(self) -> list[tuple[str, str]]:
        """Code and words of each period."""
        return [(code, words(f"people.advice.{code}")) for code in _PERIODS]

    def choose(self, code: str) -> None:
        """Count another period."""
        self.chosen = code
        self.look()

    def look(self) -> None:
        """Count the nights until tonight, away from the window."""
        session, code = self._desk.session, self.chosen
        last = night_of(self._desk.clock())
        first = last - timedelta(days=_PERIODS[code] - 1)

        def take(report: AdviceReport) -> None:
            if code == self.chosen:
                self.lines = tuple(_lines(report))
                self._shown()

        self._desk.doors.query(lambda: session.visitors.advice_report(session.actor, first, last), take, self._failed)


def _lines(report: AdviceReport) -> Iterator[Figure]:
    yield Figure(words("people.advice.known"), str(report.known))
    yield Figure(words("people.advice.unknown"), str(report.unknown))
    yield Figure(words("people.advice.repeat"), _of(report.repeat, report.known))
    yield Figure(words("people.advice.due"), _of(report.due, report.repeat))
    yield Figure(words("people.advice.offered"), _of(report.offered, report.due))
    for status, number in report.outcomes.items():
        yield Figure(label(status), _of(number, report.due), part=True)
        yield from _because(report, status)
    yield Figure(words("people.advice.talks"), str(sum(report.talks.values())))
    yield Figure(words("people.advice.beyond"), str(sum(report.beyond.values())), part=True)
    year = {"first": full_date(report.year_from), "last": full_date(report.last)}
    yield Figure(words("people.advice.twice", **year), str(report.twice))
    yield Figure(words("people.advice.three", **year), str(report.three_times))
    yield Figure(words("people.advice.looked_at"), str(report.looked_at))


def _because(report: AdviceReport, status: InterventionStatus) -> Iterator[Figure]:
    """Why it was not right, or not offered, as far as somebody wrote it down."""
    told = {
        InterventionStatus.NOT_APPROPRIATE: report.why_not,
        InterventionStatus.NOT_OFFERED: report.why_not_offered,
    }
    for reason, number in told.get(status, {}).items():
        if number:
            yield Figure(words("people.advice.because", why=label(reason)), str(number), part=True)


def _of(number: int, whole: int) -> str:
    return words("people.advice.of", n=number, whole=whole)
