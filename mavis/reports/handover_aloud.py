"""A handover as text in ATMIST order, one short paragraph a letter, for reading to a crew or a call handler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import Parameter
from mavis.reports.handover_signs import total_text, value_text
from mavis.reports.handover_top import band_lines, name_of
from mavis.reports.handover_words import known, passages
from mavis.reports.phrases import clock
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover
    from mavis.domain.record.observation import ObservationSet
    from mavis.reports.handover_words import Passage


def aloud(handover: Handover) -> str:
    """The same as text, in the same order, one short paragraph a letter, for reading to a crew or a call handler."""
    told = passages(handover)
    visit = handover.visit
    name = name_of(handover) if visit.name else words("handover.aloud.no_name")
    worst, *more = band_lines(handover)
    lines = [words("handover.aloud.intro", code=visit.code, name=name), _now(handover, worst), *filter(None, more)]
    for name in ("age", "time", "mechanism", "injuries", "signs", "treatment"):
        lines += _signs(handover) if name == "signs" else [_spoken(told[name])]
    lines += map(_spoken, known(handover))
    return "\n".join(lines) + "\n"


def _now(handover: Handover, line: str) -> str:
    """How ill: always with the name of the score, which on paper stands in a box beside the line."""
    latest = handover.latest
    if latest is None or handover.not_valid is not None:
        return line
    return words("handover.aloud.now", total=total_text(latest), line=line)


def _signs(handover: Handover) -> list[str]:
    lines = []
    for one in handover.sets:
        readings = [_reading(parameter, one.taken) for parameter in Parameter]
        if handover.not_valid is None:
            readings.append(words("handover.aloud.news2", total=total_text(one)))
        lines.append(words("handover.aloud.set", time=clock(one.taken.at), readings=", ".join(readings)))
    return lines or [words("handover.band.no_set")]


def _reading(parameter: Parameter, taken: ObservationSet) -> str:
    """One sign as it is said: the gas once, how awake in words, both numbers of a blood pressure."""
    if parameter is Parameter.OXYGEN and taken.gas is not None:
        return words(f"handover.aloud.on_{taken.gas}")
    if parameter is Parameter.CONSCIOUSNESS and taken.consciousness is not None:
        return label(taken.consciousness)
    if parameter is Parameter.SYSTOLIC and taken.systolic is not None and taken.diastolic is not None:
        return words("handover.aloud.pressure", upper=taken.systolic, lower=taken.diastolic)
    if parameter is Parameter.SYSTOLIC and taken.systolic is not None:
        return words("handover.aloud.systolic", upper=taken.systolic)
    return words("handover.aloud.reading", name=_named(parameter, taken), value=value_text(taken, parameter))


def _named(parameter: Parameter, taken: ObservationSet) -> str:
    if parameter is Parameter.SPO2:
        return words("handover.sign.spo2", scale=taken.spo2_scale or 1)
    return words(f"handover.sign.{parameter}")


def _spoken(passage: Passage) -> str:
    text = " ".join(map(str, passage.said))
    return words("handover.aloud.letter", heading=passage.name, text=text)
