"""Frozen read models: what a summary prints, worked out once and only read afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from mavis.domain.counting.diversion import DiversionCount
from mavis.domain.counting.facts import ShiftFacts, VisitFacts
from mavis.domain.shift.night import ClockHour, WallTime
from mavis.domain.visit.amendment import Change

NOT_KNOWN = "not_known"
"""The category of a breakdown for not known, refused and not asked alike."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many visits fall into one category; ``code`` is the value of the code list, or ``NOT_KNOWN``."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Visits split by one question, in the order of print; the counts add up to ``total``."""

    question: str
    counts: tuple[Count, ...]

    @property
    def total(self) -> int:
        """All visits of the breakdown."""
        return sum(count.count for count in self.counts)

    def of(self, code: str) -> int:
        """How many fall into one category."""
        return sum(count.count for count in self.counts if count.code == code)


@dataclass(frozen=True, slots=True)
class HourCount:
    """Arrivals in one clock hour of the night."""

    hour: ClockHour
    arrivals: int


@dataclass(frozen=True, slots=True)
class Stay:
    """Minutes on the bus; ``with_times`` of the visits have a leaving time. None when none has."""

    median: int | None
    longest: int | None
    with_times: int


@dataclass(frozen=True, slots=True)
class Busiest:
    """The hour with most arrivals, and the most people aboard at once (visits with both times only)."""

    hour: HourCount
    most_at_once: int


@dataclass(frozen=True, slots=True)
class PastNight:
    """A night to compare with: same site, same weekday, within the year before."""

    date: date
    visits: int
    open_minutes: int


@dataclass(frozen=True, slots=True)
class Usual:
    """This night's rate against the median rate of the same weekday (print.md section 7, rule 3).

    Rates are visits an open hour, exact. ``rate`` is None when the bus was open under an hour, ``median`` when there is
    no night to compare with, ``ratio`` when under ``NIGHTS_NEEDED`` nights or a median of 0.
    """

    nights: int
    rate: Fraction | None
    median: Fraction | None
    ratio: Fraction | None
    is_peak: bool


@dataclass(frozen=True, slots=True)
class ToPutRight:
    """One kind of gap the coordinator should close, with the codes of the visits that have it.

    ``kind`` is a value of ``put_right.Gap``; ``codes`` holds visit codes (or tally codes).
    """

    kind: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes a print traceable: who made it when, with which version, rules and audit chain head (64 hex).

    ``training`` says that everybody in it is made up; whatever is printed or written then says so, too.
    """

    made_at: datetime
    made_by: str
    app_version: str
    rules_version: str
    chain_head: str
    training: bool = False


@dataclass(frozen=True, slots=True)
class ClinicalCount:
    """One clinical measure of a night: how many, and its splits; ``total`` is None when nobody kept that record.

    Each split adds up to the total, but the ``overlapping``, of which one case may fall into several categories.
    """

    measure: str
    total: int | None
    splits: tuple[Breakdown, ...] = ()
    overlapping: frozenset[str] = frozenset()

    def split(self, question: str) -> Breakdown:
        """The split by one question; one that is not there is empty."""
        return next((each for each in self.splits if each.question == question), Breakdown(question, ()))


@dataclass(frozen=True, slots=True)
class ClinicalSummary:
    """The clinical figures of a night: visits by a few questions, then what was counted; ``late_checks`` are checks.

    ``worries`` are the visits for whose safety the crew wrote down a worry, of whatever kind.
    """

    visits: tuple[Breakdown, ...] = ()
    counts: tuple[ClinicalCount, ...] = ()
    late_checks: int = 0
    worries: int = 0

    def by(self, question: str) -> Breakdown:
        """The visits by one question; one that is not there is empty."""
        return next((each for each in self.visits if each.question == question), Breakdown(question, ()))

    def count(self, measure: str) -> ClinicalCount:
        """One measure; one that is not there was not kept."""
        return next((each for each in self.counts if each.measure == measure), ClinicalCount(measure, None))


@dataclass(frozen=True, slots=True)
class ShiftSummary:
    """Everything the end-of-shift summary prints. Exact counts: restricted.

    ``arrivals`` has one entry for each clock hour the bus was open (and any hour in which somebody arrived).
    ``faults`` names the figures that do not add up; empty when all is well. ``amendments`` are the changes since
    sign-off. ``skipped_hour`` is set on the night the clock goes forward.
    """

    scheme: str
    site_name: str
    shift: ShiftFacts
    visits: tuple[VisitFacts, ...]
    diversion: DiversionCount
    arrivals: tuple[HourCount, ...]
    skipped_hour: WallTime | None
    needs: Breakdown
    outcomes: Breakdown
    triage: Breakdown
    ages: Breakdown
    genders: Breakdown
    sources: Breakdown
    clinical: ClinicalSummary
    stay: Stay
    busiest: Busiest | None
    last_left: datetime | None
    usual: Usual
    to_put_right: tuple[ToPutRight, ...]
    amendments: tuple[Change, ...]
    faults: tuple[str, ...]
    stamp: Stamp
