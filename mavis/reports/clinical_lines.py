"""The clinical record of a night in short lines: what there was, out of how many, and what there was not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.clinical.worst_score import WorstBand
from mavis.domain.counting.clinical_facts import Checks, RedFlags
from mavis.domain.counting.clinical_questions import BAR, PRIVATE_TARGETS
from mavis.domain.counting.counted import Measure
from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.reports.phrases import counted
from mavis.system.clinical_words import clinical_category, measure_name
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mavis.domain.counting.summary import Breakdown, ClinicalSummary, ShiftSummary


class ClinicalLine(NamedTuple):
    """One subject and what is said of it; subjects of one ``group`` belong together."""

    name: str
    text: str
    group: int = 0


_OFFERED = (InterventionStatus.COMPLETED, InterventionStatus.STARTED, InterventionStatus.DECLINED)


def clinical_lines(summary: ShiftSummary) -> tuple[ClinicalLine, ...]:
    """A line for each subject that has something to say; the last names those of which there was nothing."""
    found = {name: say(summary.clinical, len(summary.visits)) for name, say in _SAID.items()}
    lines = [ClinicalLine(measure_name(name), text, _GROUPS[name]) for name, text in found.items() if text]
    unknown = [name for name in _UNKNOWN if not found[name] and _is_unknown(name, summary.clinical)]
    shown = {*unknown, Measure.SCREENED} if Dimension.ABI in unknown else {*unknown}
    nothing = [name for name, text in found.items() if not text and name not in shown]
    parts = [_sentence(_short(nothing))] if nothing else []
    parts += [words("clinical_counts.print.not_recorded", parts=_short(unknown))] if unknown else []
    if parts:
        lines.append(ClinicalLine(words("clinical_counts.print.none"), " ".join(parts), len(_GROUPS)))
    return tuple(lines)


def _short(names: Sequence[str]) -> str:
    return ", ".join(words(f"clinical_counts.print.short.{name}") for name in names)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _is_unknown(name: str, clinical: ClinicalSummary) -> bool:
    """Whether nothing can be said because nobody kept the record, which is not none."""
    if name == Dimension.CHECKS:
        return not _known_checks(clinical)
    return clinical.count(Measure.ABI_OFFERED).total is None


def _known_checks(clinical: ClinicalSummary) -> int:
    by = clinical.by(Dimension.CHECKS)
    return by.total - by.of(NOT_KNOWN)


def _parts(breakdown: Breakdown) -> str:
    """The categories that somebody falls into: ``fist or hand 2, not known 1``."""
    return ", ".join(_named(breakdown.question, count.code, count.count) for count in breakdown.counts if count.count)


def _named(question: str, code: str, number: int) -> str:
    return words("clinical_counts.print.named", name=_low(clinical_category(question, code)), n=number)


def _low(name: str) -> str:
    """A name within a sentence: small at first, unless it is an abbreviation such as A&E, GP or AUDIT-C."""
    return name if name[1:2].isupper() or name[1:2] in {"&", "-"} else name[:1].lower() + name[1:]


def _news2(clinical: ClinicalSummary, visits: int) -> str:
    by = clinical.by(Dimension.NEWS2)
    not_taken = by.of(WorstBand.NOT_TAKEN)
    if not_taken == visits:
        return ""
    bands = ", ".join(
        _named(by.question, one.code, one.count) for one in by.counts if one.count and one.code != WorstBand.NOT_TAKEN
    )
    if not not_taken:
        return words("clinical_counts.print.news2_all", bands=bands)
    return words("clinical_counts.print.news2", bands=bands, not_taken=not_taken, visits=visits)


def _checks(clinical: ClinicalSummary, visits: int) -> str:
    known, late = _known_checks(clinical), clinical.by(Dimension.CHECKS).of(Checks.LATE)
    if not known:
        return ""
    if not late:
        return words("clinical_counts.print.checks_on_time", known=known, unknown=visits - known)
    checks = words("clinical_counts.print.count.one") if clinical.late_checks == 1 else ""
    checks = checks or words("clinical_counts.print.count.other", n=clinical.late_checks)
    return words("clinical_counts.print.checks_late", checks=checks, visits=late, known=known, unknown=visits - known)


def _red_flags(clinical: ClinicalSummary, visits: int) -> str:
    by = clinical.by(Dimension.RED_FLAGS)
    still_open, closed = by.of(RedFlags.OPEN), by.of(RedFlags.CLOSED)
    if not still_open and not closed:
        return ""
    return words("clinical_counts.print.red_flags", open=still_open, closed=closed, visits=counted("visits", visits))


def _abi(clinical: ClinicalSummary, visits: int) -> str:
    offered = clinical.count(Measure.ABI_OFFERED).total
    if offered is None:
        return ""
    by = clinical.by(Dimension.ABI)
    ways = ", ".join(_named(by.question, code, by.of(code)) for code in _OFFERED if by.of(code))
    delivered = clinical.count(Measure.ABI_DELIVERED).total
    said = [words("clinical_counts.print.abi_not_offered", visits=counted("visits", visits))]
    if offered:
        said = [
            words(
                "clinical_counts.print.abi",
                n=offered,
                visits=counted("visits", visits),
                parts=ways,
                delivered=delivered,
            )
        ]
    not_right = _parts(clinical.count(Measure.ABI_NOT_APPROPRIATE).split(Dimension.REASON))
    said += [words("clinical_counts.print.abi_not_right", parts=not_right)] if not_right else []
    unknown = by.of(NOT_KNOWN)
    said += [words("clinical_counts.print.abi_unknown", n=unknown)] if unknown else []
    return " ".join(said)


def _screened(clinical: ClinicalSummary, _visits: int) -> str:
    screened = clinical.count(Measure.SCREENED)
    if not screened.total:
        return ""
    positive = clinical.count(Measure.SCREENED_POSITIVE)
    by_tool = _parts(positive.split(Dimension.TOOL)) or "0"
    said = words(
        "clinical_counts.print.screened",
        n=screened.total,
        tools=_parts(screened.split(Dimension.TOOL)),
        positive=by_tool,
    )
    unfinished = screened.split(Dimension.RESULT).of(NOT_KNOWN)
    more = words("clinical_counts.print.screened_open", n=unfinished) if unfinished else ""
    return f"{said} {more}".strip()


def _told(measure: Measure, **splits: Dimension) -> Callable[[ClinicalSummary, int], str]:
    """A line of a measure with several splits, each for a blank of its sentence."""

    def say(clinical: ClinicalSummary, _visits: int) -> str:
        told = clinical.count(measure)
        if not told.total:
            return ""
        parts = {blank: _parts(told.split(dimension)) for blank, dimension in splits.items()}
        return words(f"clinical_counts.print.{measure}", n=told.total, **parts)

    return say


def _safeguarding(clinical: ClinicalSummary, visits: int) -> str:
    """How often a rule raised a flag, and how often the crew wrote down a worry: many are both."""
    told = {"safeguarding": clinical.count(Measure.SAFEGUARDING).total, "worries": clinical.worries}
    lines = (words(f"clinical_counts.print.{of}", n=n, visits=counted("visits", visits)) for of, n in told.items() if n)
    return " ".join(lines)


def _referrals(clinical: ClinicalSummary, _visits: int) -> str:
    made = clinical.count(Measure.REFERRALS)
    if not made.total:
        return ""
    states: dict[str, Counter[str]] = {}
    for one in made.split(Dimension.TARGET_STATE).counts:
        target, _, state = one.code.partition(BAR)
        states.setdefault(_target(target), Counter())[state] += one.count
    parts = "; ".join(f"{target} {', '.join(_how_far(counts))}" for target, counts in states.items())
    consent = _parts(made.split(Dimension.CONSENT))
    return words("clinical_counts.print.referrals", n=made.total, parts=parts, consent=consent)


def _target(target: str) -> str:
    if target in PRIVATE_TARGETS:
        return words("clinical_counts.print.private")
    return _low(clinical_category(Dimension.TARGET, target))


def _how_far(counts: Counter[str]) -> Iterator[str]:
    for state, number in counts.items():
        yield words("clinical_counts.print.part", n=number, name=_low(clinical_category(Dimension.STATE, state)))


def _split_of(measure: Measure, dimension: Dimension) -> Callable[[ClinicalSummary, int], str]:
    """A line of a measure and one split of it."""

    def say(clinical: ClinicalSummary, visits: int) -> str:
        told = clinical.count(measure)
        if not told.total:
            return ""
        split = sorted(told.split(dimension).counts, key=lambda one: -one.count)
        parts = ", ".join(_named(dimension, one.code, one.count) for one in split)
        if dimension in {Dimension.CARE, Dimension.REFUSED}:
            return words("clinical_counts.print.care", n=told.total, visits=counted("visits", visits), parts=parts)
        return words("clinical_counts.print.split", n=told.total, parts=parts)

    return say


_SAID: dict[str, Callable[[ClinicalSummary, int], str]] = {
    Dimension.NEWS2: _news2,
    Dimension.CHECKS: _checks,
    Dimension.RED_FLAGS: _red_flags,
    Measure.HEAD_INJURIES: _split_of(Measure.HEAD_INJURIES, Dimension.HEAD_INJURY),
    Dimension.ABI: _abi,
    Measure.SCREENED: _screened,
    Measure.ASSAULTS: _told(
        Measure.ASSAULTS, methods=Dimension.METHOD, places=Dimension.LOCATION, police=Dimension.POLICE
    ),
    Measure.SPIKINGS: _told(
        Measure.SPIKINGS, routes=Dimension.ROUTE, in_time=Dimension.WITHIN_12_HOURS, sample=Dimension.SAMPLE
    ),
    Measure.SAFEGUARDING: _safeguarding,
    Measure.REFERRALS: _referrals,
    Measure.FIRST_AID: _split_of(Measure.FIRST_AID, Dimension.CARE),
    Measure.PASTORAL_CARE: _split_of(Measure.PASTORAL_CARE, Dimension.CARE),
    Measure.REFUSALS: _split_of(Measure.REFUSALS, Dimension.REFUSED),
}
_GROUPS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            (Dimension.NEWS2, Dimension.CHECKS, Dimension.RED_FLAGS, Measure.HEAD_INJURIES),
            (Dimension.ABI, Measure.SCREENED),
            (Measure.ASSAULTS, Measure.SPIKINGS, Measure.SAFEGUARDING, Measure.REFERRALS),
            (Measure.FIRST_AID, Measure.PASTORAL_CARE, Measure.REFUSALS),
        )
    )
    for name in names
}
_UNKNOWN = (Dimension.CHECKS, Dimension.ABI)
