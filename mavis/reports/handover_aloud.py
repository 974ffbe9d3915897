"""A handover as text in ATMIST order, one short paragraph a letter, for reading to a crew or a call handler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import Parameter, score
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.handover_signs import said_signs, total_text
from mavis.reports.handover_top import band_lines, name_of, when_scored
from mavis.reports.handover_words import known, passages
from mavis.reports.phrases import clock, listed
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover, ScoredSet
    from mavis.domain.visit.visit import Visit
    from mavis.reports.handover_words import Passage


def aloud(handover: Handover) -> str:
    """The same as text, in the same order, one short paragraph a letter, for reading to a crew or a call handler."""
    told = passages(handover)
    visit = handover.visit
    name = name_of(handover) if visit.name else words("handover.aloud.no_name")
    lines = [words("handover.aloud.intro", code=visit.code, name=name), *_first(handover)]
    for name in ("age", "time", "mechanism", "injuries", "signs", "treatment"):
        lines += _signs(handover) if name == "signs" else [_spoken(told[name])]
    lines += map(_spoken, known(handover))
    return "\n".join(lines) + "\n"


def _first(handover: Handover) -> tuple[str, ...]:
    """How ill, the worst first: a low score must not be heard before *RED* or a red flag that is not in the score."""
    score, state, flags = band_lines(handover)
    triage = handover.visit.triage
    if handover.flags or (triage is not None and triage.category is TriageCategory.RED):
        return state, flags, _now(handover, score)
    return _now(handover, score), state, flags


def _now(handover: Handover, line: str) -> str:
    """How ill: always with the name of the score, which on paper stands in a box beside the line."""
    stands = handover.standing
    if stands is None or handover.not_valid is not None:
        return line
    total, then = total_text(stands), when_scored(handover)
    return words("handover.aloud.then" if then else "handover.aloud.now", total=total, line=line, time=then)


def _signs(handover: Handover) -> list[str]:
    """A line for each set, oldest first, with what was taken; then, once, what nobody has taken at all.

    Of two sets in one minute the second says that it came after.
    """
    lines, before = [], ""
    for one in handover.sets:
        time = clock(one.taken.at)
        readings = said_signs(one)
        if handover.not_valid is None:
            readings.append(_said_total(one))
        key = "handover.aloud.set_after" if time == before else "handover.aloud.set"
        lines.append(words(key, time=time, readings=", ".join(readings)))
        before = time
    return [*lines, *_never_taken(handover.visit)] if lines else [words("handover.band.no_set")]


def _said_total(one: ScoredSet) -> str:
    if one.total is None:
        return words("observations.worse.at_least", points=one.score.at_least)
    return words("observations.worse.now", total=one.total)


def _never_taken(visit: Visit) -> list[str]:
    """What stands in none of the sets, breathing first as a crew looks."""
    sets = visit.observations
    missing = set(Parameter).intersection(*(score(taken).missing for taken in sets))
    names = [words(f"observations.parameter.{parameter}") for parameter in Parameter if parameter in missing]
    if all(part is None for one in sets for part in (one.gcs_eye, one.gcs_verbal, one.gcs_motor)):
        names.append(words("handover.aloud.coma_name"))
    return [words("handover.aloud.not_taken", names=listed(names))] if names else []


def _spoken(passage: Passage) -> str:
    text = " ".join(map(str, passage.said))
    return words("handover.aloud.letter", heading=passage.name, text=text)
