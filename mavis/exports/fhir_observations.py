"""The observations of a visit as FHIR resources: each value that was taken, its scores, and the age as a band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mavis.domain.record.answers import NoAnswer
from mavis.exports import fhir_codes as codes
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit

Resource = dict[str, Any]


def observations_of(visit: Visit) -> Iterator[Resource]:
    """Each value of each set in order of time; a blank is no resource. The age band and intoxication come last."""
    for taken in visit.observations:
        yield from _set(taken)
    for text, answer in (("fhir.age_band", visit.age_band), ("fhir.intoxication", visit.intoxication)):
        if answer is not None and not isinstance(answer, NoAnswer):
            yield _observation(codes.SURVEY, {"text": words(text)}, visit.arrived_at) | {"valueString": label(answer)}


def _set(taken: ObservationSet) -> Iterator[Resource]:
    for measure in codes.VITAL_SIGNS:
        if (quantity := _quantity(taken, measure)) is not None:
            yield _observation(codes.VITAL, measure.code.concept, taken.at) | {"valueQuantity": quantity}
    yield from _parts(taken, codes.VITAL, codes.BLOOD_PRESSURE, codes.PRESSURES, None)
    yield from _parts(taken, codes.SURVEY, codes.COMA_SCALE, codes.COMA_PARTS, taken.gcs)
    for text, answer in (("fhir.gas", taken.gas), ("fhir.pupils", taken.pupils)):
        if answer is not None:
            yield _observation(codes.SURVEY, {"text": words(text)}, taken.at) | {"valueString": label(answer)}
    if taken.consciousness is not None:
        awake = {"valueCodeableConcept": {"text": label(taken.consciousness)}}
        yield _observation(codes.SURVEY, codes.ACVPU.concept, taken.at) | awake
    if taken.news2 is not None:
        rule = {"note": [{"text": words("fhir.rule", version=taken.news2_rule)}]}
        yield _observation(codes.SURVEY, codes.NEWS2.concept, taken.at) | {"valueInteger": taken.news2} | rule


def _parts(
    taken: ObservationSet,
    category: codes.Coded,
    code: codes.Coded,
    parts: tuple[codes.Measure, ...],
    total: int | None,
) -> Iterator[Resource]:
    """A resource with the parts that were taken as its components; none when no part was."""
    found = [(part, _quantity(taken, part)) for part in parts]
    components = [{"code": part.code.concept, "valueQuantity": quantity} for part, quantity in found if quantity]
    if components:
        value = {} if total is None else {"valueInteger": total}
        yield _observation(category, code.concept, taken.at) | value | {"component": components}


def _observation(category: codes.Coded, code: Resource, at: datetime) -> Resource:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [category.concept],
        "code": code,
        "effectiveDateTime": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def _quantity(taken: ObservationSet, measure: codes.Measure) -> Resource | None:
    """The value with its unit; None when it was not taken, or could not be tested (a part of the coma scale)."""
    value = getattr(taken, measure.field)
    if value is None or (measure in codes.COMA_PARTS and value == 0):
        return None
    number = value / measure.divisor if measure.divisor > 1 else value
    return {"value": number, "unit": measure.unit, "system": codes.UCUM, "code": measure.ucum}
