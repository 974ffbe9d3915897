"""Reading danger from the measurements and answers of a visit (domain.md 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.signs import Sign
from mavis.domain.scores.gcs import Gcs
from mavis.domain.scores.news2 import WORST, NotValid, Parameter, score, why_not_valid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit

PREGNANCY_FLAGS = frozenset({"pregnant", "pregnant_and_afraid"})
"""The codes of the flags that say a person is pregnant: NEWS2 is not valid then."""
_SLOW_BREATHING = 8
_URGENT = 5
_COMA = 12
_COLD_TENTHS = 350
_HAS_ITS_OWN_FLAGS = Parameter.CONSCIOUSNESS


def signs_of(visit: Visit) -> frozenset[Sign]:
    """The signs of a visit, answered or measured in any set: no better set takes one back, only a clinician does.

    Breathing below 8 a minute; NEWS2 of 5 and more, or 3 in one parameter but consciousness, which raises flags of its
    own, where the score is valid; GCS of 12 and less; 35.0 °C and less; any sign of the head-injury list; symptoms
    after a suspected spiking.
    """
    scored = not_valid_for(visit) is None
    measured = frozenset(sign for taken in visit.observations for sign in _signs(taken, scored=scored))
    return measured | frozenset(_answered(visit))


def _answered(visit: Visit) -> Iterator[Sign]:
    if visit.head_injury is not None and visit.head_injury.signs:
        yield Sign.HEAD_INJURY_SIGN
    if visit.spiking is not None and visit.spiking.symptoms is True:
        yield Sign.SPIKED_WITH_SYMPTOMS


def not_valid_for(visit: Visit) -> NotValid | None:
    """Why NEWS2 must not be used for the person of a visit; None when it may be."""
    age_band = visit.age_band if isinstance(visit.age_band, AgeBand) else None
    pregnant = any(flag.code in PREGNANCY_FLAGS for flag in visit.flags)
    return why_not_valid(age_band, pregnant=pregnant)


def _signs(taken: ObservationSet, *, scored: bool) -> Iterator[Sign]:
    if taken.respiration is not None and taken.respiration < _SLOW_BREATHING:
        yield Sign.SLOW_BREATHING
    if taken.temperature_tenths is not None and taken.temperature_tenths <= _COLD_TENTHS:
        yield Sign.COLD
    coma = Gcs(taken.gcs_eye, taken.gcs_verbal, taken.gcs_motor).total
    if coma is not None and coma <= _COMA:
        yield Sign.GCS_TWELVE
    if scored:
        news2 = score(taken)
        if news2.at_least >= _URGENT:
            yield Sign.NEWS2_FIVE
        if any(points == WORST for parameter, points in news2.points.items() if parameter is not _HAS_ITS_OWN_FLAGS):
            yield Sign.NEWS2_THREE
