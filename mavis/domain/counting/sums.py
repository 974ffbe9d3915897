"""Which figures of a table are the sum of which others: the ways to check it, and the ways to work back through it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_figures import clinical_sums
from mavis.domain.counting.counted import ALL, Bound, CountKey, Measure
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.counting.working_back import Sum
from mavis.domain.record.diversion import Basis
from mavis.domain.record.outcome import SENT_TO_ED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mavis.domain.reference import BeatArea, ReferenceData

CountSum = Sum[CountKey]
_NOT_A_QUESTION = frozenset({Dimension.ALL, Dimension.BASIS, Dimension.BOUND, Dimension.ITEM, Dimension.TARGET})
_CLAIMS = (Measure.ED_AVOIDED, Measure.AMBULANCE_AVOIDED)


def sums_within(period: str, site: str, keys: Iterable[CountKey], reference: ReferenceData) -> tuple[CountSum, ...]:
    """The sums that hold among the figures of one period at one site; only those whose figures are all there."""
    present = {key for key in keys if (key.period, key.site) == (period, site)}
    blank = CountKey(period, site, Measure.VISITS, Dimension.ALL, ALL)
    every = (
        *_by_question(blank, present),
        *_by_hour(present),
        *_by_tier(blank, reference.beat_areas),
        *_of_claims(blank),
        *_at_most_all(blank),
        *clinical_sums(blank, reference),
    )
    return tuple(each for each in every if each.parts and present.issuperset((each.whole, *each.parts)))


def sums_between(coarse: Iterable[CountKey], finer: Iterable[str]) -> Iterator[CountSum]:
    """Each figure of a coarse period is the sum of the same figure of the finer periods it is made of."""
    periods = tuple(finer)
    for key in coarse:
        yield Sum(key, tuple(replace(key, period=period) for period in periods))


def faults(counts: Mapping[CountKey, int], sums: Iterable[CountSum]) -> tuple[CountKey, ...]:
    """The figures that their parts do not add up to; empty when all is well."""
    return tuple(
        each.whole for each in sums if not each.holds_for(counts[each.whole], [counts[part] for part in each.parts])
    )


def _by_question(blank: CountKey, present: Iterable[CountKey]) -> Iterator[CountSum]:
    tables = defaultdict(list)
    for key in sorted(present):
        if key.measure == Measure.VISITS and key.dimension not in _NOT_A_QUESTION:
            tables[key.dimension].append(key)
    yield from (Sum(blank, tuple(keys)) for keys in tables.values())


def _by_hour(present: Iterable[CountKey]) -> Iterator[CountSum]:
    hours = defaultdict(list)
    for key in sorted(present):
        if key.dimension == Dimension.WEEKDAY_HOUR:
            hour = key.category.partition("|")[2]
            hours[replace(key, dimension=Dimension.HOUR, category=hour)].append(key)
    yield from (Sum(hour, tuple(keys)) for hour, keys in hours.items())


def _by_tier(blank: CountKey, areas: Iterable[BeatArea]) -> Iterator[CountSum]:
    codes: dict[str, list[str]] = defaultdict(list)
    for area in areas:
        codes[area.tier].append(area.code)
    codes[NOT_KNOWN].append(NOT_KNOWN)
    for tier, members in codes.items():
        parts = tuple(replace(blank, dimension=Dimension.BEAT_AREA, category=code) for code in members)
        yield Sum(replace(blank, dimension=Dimension.TIER, category=tier), parts)


def _of_claims(blank: CountKey) -> Iterator[CountSum]:
    for measure in _CLAIMS:
        by_basis = {
            basis: replace(blank, measure=measure, dimension=Dimension.BASIS, category=basis.value) for basis in Basis
        }
        weakest = by_basis.pop(Basis.VOLUNTEER_JUDGED)
        lower = _bound(blank, measure, Bound.LOWER)
        yield Sum(lower, tuple(by_basis.values()))
        yield Sum(_bound(blank, measure, Bound.UPPER), (lower, weakest))
    stood_down = replace(by_basis[Basis.STOOD_DOWN], measure=Measure.AMBULANCE_AVOIDED)
    yield Sum(replace(blank, measure=Measure.STOOD_DOWN), (stood_down,))
    sent = tuple(replace(blank, dimension=Dimension.OUTCOME, category=code.value) for code in sorted(SENT_TO_ED))
    yield Sum(replace(blank, measure=Measure.SENT_TO_ED), sent)


def _at_most_all(blank: CountKey) -> Iterator[CountSum]:
    """Visits that exclude each other are together at most all visits."""
    unknown = replace(blank, measure=Measure.WOULD_HAVE_NOT_KNOWN)
    sent = replace(blank, measure=Measure.SENT_TO_ED)
    ed, ambulance = (_bound(blank, measure, Bound.UPPER) for measure in _CLAIMS)
    for together in ((ed, unknown), (ed, sent), (ambulance, unknown)):
        yield Sum(blank, together, complete=False)


def _bound(blank: CountKey, measure: Measure, bound: Bound) -> CountKey:
    return replace(blank, measure=measure, dimension=Dimension.BOUND, category=bound)
