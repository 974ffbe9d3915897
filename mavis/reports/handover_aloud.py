"""A handover as text in ATMIST order, one short paragraph a letter, for reading to a crew or a call handler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import Parameter
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.handover_signs import said_reading, total_text
from mavis.reports.handover_top import band_lines, name_of, when_scored
from mavis.reports.handover_words import known, passages
from mavis.reports.phrases import clock
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover
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
    """A line for each set, oldest first; of two in one minute the second says that it came after."""
    lines, before = [], ""
    for one in handover.sets:
        time = clock(one.taken.at)
        readings = [said_reading(parameter, one.taken) for parameter in Parameter]
        if handover.not_valid is None:
            readings.append(words("handover.aloud.news2", total=total_text(one)))
        key = "handover.aloud.set_after" if time == before else "handover.aloud.set"
        lines.append(words(key, time=time, readings=", ".join(readings)))
        before = time
    return lines or [words("handover.band.no_set")]


def _spoken(passage: Passage) -> str:
    text = " ".join(map(str, passage.said))
    return words("handover.aloud.letter", heading=passage.name, text=text)
