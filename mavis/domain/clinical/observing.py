"""Writing the scores of a set of observations into it, with their rule versions; done once, when it is taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.scores import gcs, news2

if TYPE_CHECKING:
    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit

_SCALE_1 = 1


def scored(taken: ObservationSet, visit: Visit) -> ObservationSet:
    """The set with its totals; none where something is missing, or where NEWS2 is not valid for the person.

    SpO2 stays on scale 1 until a clinician recorded a target of 88-92 %.
    """
    scale = taken.spo2_scale if visit.oxygen_target is not None else _SCALE_1
    taken = replace(taken, spo2_scale=None if taken.spo2 is None else scale)
    total = news2.score(taken).total if not_valid_for(visit) is None else None
    coma = gcs.Gcs(taken.gcs_eye, taken.gcs_verbal, taken.gcs_motor).total
    return replace(
        taken,
        news2=total,
        news2_rule="" if total is None else news2.RULE_VERSION,
        gcs=coma,
        gcs_rule="" if coma is None else gcs.RULE_VERSION,
    )
