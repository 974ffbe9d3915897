"""Tidy counts: one row, one true figure, made from the facts of shifts and visits (print.md section 10).

Every category of every question has its row, also when nobody falls into it, so that a missing row means an error.
Nothing here is fit to leave the scheme: ``shared_counts`` decides what may.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_figures import clinical_figures
from mavis.domain.counting.counted import ALL, Bound, Counted, CountKey, Figure, Measure, Unit
from mavis.domain.counting.diversion import BasisSplit, count_diversions
from mavis.domain.counting.questions import Dimension, questions
from mavis.domain.record.diversion import Basis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.reference import ReferenceData


def figures_of(counted: Counted, reference: ReferenceData) -> tuple[Figure, ...]:
    """Every figure of one period at one site, in the order of print; a night leaves out ``weekday_hour``."""
    return (
        *_visits(counted, reference),
        *_avoided(counted),
        *clinical_figures(counted, reference),
        *_time(counted),
        *_tallies(counted, reference),
    )


def _visits(counted: Counted, reference: ReferenceData) -> Iterator[Figure]:
    yield counted.figure(Measure.VISITS, Dimension.ALL, ALL, len(counted.visits))
    for question in questions(reference):
        if question.dimension is Dimension.WEEKDAY_HOUR and not counted.by_weekday:
            continue
        counts = Counter(map(question.answer, counted.visits))
        for category in question.categories:
            yield counted.figure(Measure.VISITS, question.dimension, category, counts[category])


def _avoided(counted: Counted) -> Iterator[Figure]:
    """The diversion figures; not counted when there were visits and nobody was asked what would have happened."""
    count = count_diversions(counted.visits)
    judged = count.asked > 0 or not counted.visits
    yield from _split(counted, Measure.ED_AVOIDED, count.ed if judged else None)
    yield from _split(counted, Measure.AMBULANCE_AVOIDED, count.ambulance if judged else None)
    for measure, visits in (
        (Measure.STOOD_DOWN, count.ambulance.stood_down if judged else None),
        (Measure.SENT_TO_ED, count.sent_to_ed),
        (Measure.WOULD_HAVE_NOT_KNOWN, count.not_known),
    ):
        yield counted.figure(measure, Dimension.ALL, ALL, visits)


def _split(counted: Counted, measure: Measure, split: BasisSplit | None) -> Iterator[Figure]:
    for basis in Basis:
        yield counted.figure(measure, Dimension.BASIS, basis.value, getattr(split, basis.value) if split else None)
    for bound, claims in (
        (Bound.LOWER, split.lowest if split else None),
        (Bound.UPPER, split.highest if split else None),
    ):
        yield counted.figure(measure, Dimension.BOUND, bound, claims)


def _time(counted: Counted) -> Iterator[Figure]:
    """Nights, and hours added up in minutes before they are rounded, halves up."""
    nights = len({shift.date for shift in counted.shifts})
    yield counted.figure(Measure.NIGHTS, Dimension.ALL, ALL, nights, Unit.NIGHTS)
    crew = [times.minutes for shift in counted.shifts for times in shift.crew]
    yield _hours(counted, Measure.OPEN_HOURS, sum(shift.open_minutes for shift in counted.shifts))
    yield _hours(counted, Measure.CREW_HOURS, sum(crew) if crew or not counted.shifts else None)


def _hours(counted: Counted, measure: Measure, minutes: int | None) -> Figure:
    key = CountKey(counted.period, counted.site, measure, Dimension.ALL, ALL)
    if minutes is None:
        return Figure(key, None, Unit.HOURS)
    return Figure(key, (minutes + 30) // 60, Unit.HOURS, rounded=minutes % 60 != 0)


def _tallies(counted: Counted, reference: ReferenceData) -> Iterator[Figure]:
    """The sum over the nights on which a kind was counted; not counted when that is none of them."""
    counts: dict[str, int] = {}
    for kind, count in (tally for shift in counted.shifts for tally in shift.tallies):
        if count is not None:
            counts[kind] = counts.get(kind, 0) + count
    for tally in reference.tallies:
        unit = Unit.PEOPLE if tally.people else Unit.THINGS
        yield counted.figure(Measure.TALLY, Dimension.ITEM, tally.code, counts.get(tally.code), unit)
