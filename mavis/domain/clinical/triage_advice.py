"""What the app advises about a visit, and when to look again (domain.md 3).

The advice is a checklist, always shown and never blocking; a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for, signs_of
from mavis.domain.record.presentation import Intoxication, Presentation
from mavis.domain.reference import FlagKind, FlagRule, FlagRules
from mavis.domain.scores.deterioration import URGENT_WARNINGS, standing, warnings_of
from mavis.domain.scores.news2 import score
from mavis.domain.visit.triage import TriageCategory

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Advice:
    """What the app advises: a category, the flags behind it, most urgent first, and whether to refer to A&E."""

    category: TriageCategory
    flags: tuple[FlagRule, ...]
    refer_to_ed: bool


_URGENCY = tuple(TriageCategory)
"""The most urgent first."""
_MODERATE_OR_WORSE = frozenset({Intoxication.MODERATE, Intoxication.SEVERE, Intoxication.UNCONSCIOUS})
_NEEDS_CARE_SOON = frozenset(
    {
        Presentation.MINOR_INJURY,
        Presentation.HEAD_INJURY,
        Presentation.MENTAL_DISTRESS,
        Presentation.ASSAULT,
        Presentation.SEXUAL_ASSAULT,
        Presentation.SUSPECTED_SPIKING,
        Presentation.SUSPECTED_DRUGS,
        Presentation.MEDICAL_ILLNESS,
        Presentation.FOUND_ASLEEP,
        Presentation.DOMESTIC_ABUSE,
        Presentation.HARASSMENT,
        Presentation.HATE_INCIDENT,
    }
)


def flags_by_record(visit: Visit, rules: FlagRules) -> tuple[FlagRule, ...]:
    """The flags that what is already recorded raises without a tick; a better measurement later takes none back."""
    levels = {taken.consciousness.value for taken in visit.observations if taken.consciousness is not None}
    signs = signs_of(visit)
    return tuple(
        rule for rule in rules.rules if _raised(visit, rule) or rule.consciousness & levels or rule.signs & signs
    )


def _raised(visit: Visit, rule: FlagRule) -> bool:
    return (
        bool(rule.needs.intersection(visit.needs))
        or bool(rule.substances.intersection(visit.substances))
        or visit.age_band in rule.age_bands
        or visit.intoxication in rule.intoxication
    )


def advise(visit: Visit, rules: FlagRules) -> Advice:
    """What the red flags and the needs of a visit suggest; a person decides.

    An open clinical flag suggests RED; moderate intoxication, an injury, distress, being alone or a safeguarding flag
    suggest AMBER, and so do one to four points of the NEWS2 that stands; the rest is GREEN.
    """
    raised = {flag.code for flag in visit.flags if flag.closed_at is None}
    flags = tuple(sorted((rule for rule in rules.rules if rule.code in raised), key=lambda rule: rule.rank))
    category = _category({flag.kind for flag in flags}, visit)
    return Advice(category, flags, refer_to_ed=any(flag.refer_to_ed for flag in flags))


def advised_now(visit: Visit) -> TriageCategory:
    """The category that the record of a visit suggests as it stands, by the flags that are open in it."""
    return _category({flag.kind for flag in visit.flags if flag.closed_at is None}, visit)


def is_below_advice(visit: Visit) -> bool:
    """Whether the category that a person chose is less urgent than the record as it stands suggests."""
    chosen = visit.triage
    return chosen is not None and _URGENCY.index(advised_now(visit)) < _URGENCY.index(chosen.category)


def owes_reason(visit: Visit) -> bool:
    """Whether a less urgent category than advised stands without a reason, which domain.md 2.2 asks for."""
    return is_below_advice(visit) and visit.triage is not None and not visit.triage.reason.strip()


def _category(open_flags: Collection[FlagKind], visit: Visit) -> TriageCategory:
    if FlagKind.CLINICAL in open_flags:
        return TriageCategory.RED
    return TriageCategory.AMBER if open_flags or _needs_care_soon(visit) else TriageCategory.GREEN


def main_need_first(needs: Sequence[Presentation], main: Presentation | None) -> tuple[Presentation, ...]:
    """The needs, the main one in front, then those that suggest AMBER by themselves: not all may fit in a line."""
    return tuple(sorted(needs, key=lambda need: (need is not main, need not in _NEEDS_CARE_SOON)))


def advised_above(before: Visit, after: Visit, rules: FlagRules) -> TriageCategory | None:
    """The more urgent category that a change has made the advice, above the one a person chose; None for no such."""
    if after.triage is None or before.triage != after.triage or not after.is_open:
        return None
    was, now = (_URGENCY.index(advise(visit, rules).category) for visit in (before, after))
    return _URGENCY[now] if now < min(was, _URGENCY.index(after.triage.category)) else None


def _needs_care_soon(visit: Visit) -> bool:
    return (
        bool(visit.alone)
        or visit.intoxication in _MODERATE_OR_WORSE
        or bool(_NEEDS_CARE_SOON.intersection(visit.needs))
        or (not_valid_for(visit) is None and _has_points(visit.observations))
    )


def _has_points(sets: Sequence[ObservationSet]) -> bool:
    place = standing(sets)
    return place is not None and score(sets[place]).at_least > 0


@dataclass(frozen=True, slots=True)
class CheckIntervals:
    """How long until a person is looked at again; a coordinator can change the defaults."""

    urgent: timedelta = timedelta(minutes=15)
    usual: timedelta = timedelta(minutes=30)


def next_check(visit: Visit, intervals: CheckIntervals) -> datetime | None:
    """When to look at a person again, counted from the last check; None before triage and after leaving."""
    if visit.triage is None or not visit.is_open:
        return None
    last = max([visit.triage.set_at, *(taken.at for taken in visit.observations)])
    return last + interval_after(visit, visit.observations, intervals)


def interval_after(visit: Visit, sets: Sequence[ObservationSet], intervals: CheckIntervals) -> timedelta:
    """How long until the next look after these sets, oldest first: soon for RED, AMBER, the drunk and a bad score."""
    urgent = (
        (visit.triage is not None and visit.triage.category is not TriageCategory.GREEN)
        or visit.intoxication in _MODERATE_OR_WORSE
        or bool(set(warnings_of(sets)) & URGENT_WARNINGS)
    )
    return intervals.urgent if urgent else intervals.usual
