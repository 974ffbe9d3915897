"""A handover as text in ATMIST order, one short paragraph a letter, for reading to a crew or a call handler."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import Parameter
from mavis.reports.handover_signs import total_text, value_text
from mavis.reports.handover_top import band_lines, name_of
from mavis.reports.handover_words import known, passages
from mavis.reports.phrases import clock
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover
    from mavis.domain.observation import ObservationSet
    from mavis.reports.handover_words import Passage


def aloud(handover: Handover) -> str:
    """The same as text, in the same order, one short paragraph a letter, for reading to a crew or a call handler."""
    told = passages(handover)
    lines = [words("handover.aloud.intro", code=handover.visit.code, name=name_of(handover))]
    lines += [line for line in band_lines(handover) if line]
    for name in ("age", "time", "mechanism", "injuries", "signs", "treatment"):
        lines += _signs(handover) if name == "signs" else [_spoken(told[name])]
    lines += map(_spoken, known(handover))
    return "\n".join(lines) + "\n"


def _signs(handover: Handover) -> list[str]:
    lines = []
    for one in handover.sets:
        readings = [
            words("handover.aloud.reading", name=_named(parameter, one.taken), value=value_text(one.taken, parameter))
            for parameter in Parameter
        ]
        if handover.not_valid is None:
            readings.append(words("handover.aloud.news2", total=total_text(one)))
        lines.append(words("handover.aloud.set", time=clock(one.taken.at), readings=", ".join(readings)))
    return lines or [words("handover.band.no_set")]


def _named(parameter: Parameter, taken: ObservationSet) -> str:
    if parameter is Parameter.SPO2:
        return words("handover.sign.spo2", scale=taken.spo2_scale or 1)
    return words(f"handover.sign.{parameter}")


def _spoken(passage: Passage) -> str:
    text = " ".join(map(str, passage.said))
    return words("handover.aloud.letter", heading=passage.name, text=text)
