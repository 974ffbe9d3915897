"""The clinical figures of one period at one site, and the sums that they make with each other and with the visits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_facts import HeadInjuryEnd
from mavis.domain.counting.clinical_questions import BAR, ClinicalMeasure, clinical_measures, safeguarding_flags
from mavis.domain.counting.counted import ALL, Counted, CountKey, Figure, Measure
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.working_back import Sum
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import InterventionStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.reference import ReferenceData

    CountSum = Sum[CountKey]


def clinical_figures(counted: Counted, reference: ReferenceData) -> Iterator[Figure]:
    """Every clinical figure, noughts too; None where there were visits and nobody kept that record."""
    for each in clinical_measures(safeguarding_flags(reference)):
        kept = each.recorded is None or not counted.visits or any(map(each.recorded, counted.visits))
        total = sum(map(each.times, counted.visits)) if kept else None
        yield counted.figure(each.measure, Dimension.ALL, ALL, total)
        for split in each.splits:
            counts = Counter(category for visit in counted.visits for category in split.falls_into(visit))
            for category in split.categories:
                yield counted.figure(each.measure, split.dimension, category, counts[category] if kept else None)


def clinical_sums(blank: CountKey, reference: ReferenceData) -> Iterator[CountSum]:
    """Which clinical figures add up to which others; ``blank`` is the key of all visits of the period and site."""
    for each in clinical_measures(safeguarding_flags(reference)):
        whole = replace(blank, measure=each.measure)
        for split in each.splits:
            parts = tuple(replace(whole, dimension=split.dimension, category=category) for category in split.categories)
            yield Sum(whole, parts, overlapping=split.overlapping)
        if each.of_visits:
            yield Sum(blank, (whole,), complete=False)
        yield from _by_margin(whole, each)
    yield from _of_alcohol(blank)
    yield from _with_visits(blank)


def _by_margin(whole: CountKey, each: ClinicalMeasure) -> Iterator[CountSum]:
    """The crossed split adds up along both of its sides."""
    by_dimension = {split.dimension: split.categories for split in each.splits}
    crossed = by_dimension.get(Dimension.TARGET_STATE, ())
    for place, dimension in enumerate((Dimension.TARGET, Dimension.STATE)):
        for category in by_dimension.get(dimension, ()):
            parts = tuple(
                replace(whole, dimension=Dimension.TARGET_STATE, category=cross)
                for cross in crossed
                if cross.split(BAR)[place] == category
            )
            yield Sum(replace(whole, dimension=dimension, category=category), parts)


def _of_alcohol(blank: CountKey) -> Iterator[CountSum]:
    def status(code: InterventionStatus) -> CountKey:
        return replace(blank, dimension=Dimension.ABI, category=code.value)

    offered = (InterventionStatus.COMPLETED, InterventionStatus.STARTED, InterventionStatus.DECLINED)
    positive = replace(blank, measure=Measure.SCREENED_POSITIVE)
    screened = replace(blank, measure=Measure.SCREENED)
    yield Sum(replace(blank, measure=Measure.ABI_OFFERED), tuple(map(status, offered)))
    yield Sum(replace(blank, measure=Measure.ABI_NOT_APPROPRIATE), (status(InterventionStatus.NOT_APPROPRIATE),))
    delivered = replace(blank, measure=Measure.ABI_DELIVERED)
    yield Sum(status(InterventionStatus.COMPLETED), (delivered,), complete=False)
    yield Sum(positive, (replace(screened, dimension=Dimension.RESULT, category="positive"),))
    for tool in Tool:
        whole = replace(screened, dimension=Dimension.TOOL, category=tool.value)
        yield Sum(whole, (replace(whole, measure=Measure.SCREENED_POSITIVE),), complete=False)


def _with_visits(blank: CountKey) -> Iterator[CountSum]:
    """Where visits are asked the same thing elsewhere: a main need is one of all needs, an ending one of all."""
    for measure, need in _NEEDS.items():
        main = replace(blank, dimension=Dimension.PRIMARY_NEED, category=need.value)
        yield Sum(replace(blank, measure=measure), (main,), complete=False)
    left = replace(blank, dimension=Dimension.OUTCOME, category=Outcome.LEFT_AGAINST_ADVICE.value)
    yield Sum(replace(blank, measure=Measure.AGAINST_ADVICE), (left,))
    injured = replace(
        blank,
        measure=Measure.HEAD_INJURIES,
        dimension=Dimension.HEAD_INJURY,
        category=HeadInjuryEnd.SENT_TO_ED.value,
    )
    yield Sum(replace(blank, measure=Measure.SENT_TO_ED), (injured,), complete=False)


_NEEDS = {
    Measure.ASSAULTS: Presentation.ASSAULT,
    Measure.SPIKINGS: Presentation.SUSPECTED_SPIKING,
    Measure.HEAD_INJURIES: Presentation.HEAD_INJURY,
    Measure.SEXUAL_ASSAULTS: Presentation.SEXUAL_ASSAULT,
    Measure.DOMESTIC_ABUSE: Presentation.DOMESTIC_ABUSE,
}
