"""A visit as a FHIR R4 document: valid, without a name or a word of free text, and the same every time."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from fhir.resources.R4B.bundle import Bundle

from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.outcome import Outcome
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus
from mavis.domain.visit.triage import Triage, TriageCategory
from mavis.exports.fhir import document
from tests.builders import a_stamp, a_visit, at
from tests.reports.handovers import SETS, collapsed

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_ID = UUID("01890000-0000-7000-8000-000000000001")
_DELIVERED = BriefIntervention(InterventionStatus.COMPLETED, at("22:30"), fit=True, clinical_reason="asked for help")
_VISITS = {
    "bare": a_visit(),
    "collapsed": collapsed(),
    "finished": collapsed(
        outcome=Outcome.AMBULANCE_CONVEYED,
        departed_at=at("23:05"),
        abi=_DELIVERED,
        triage=Triage(TriageCategory.RED, "ruth", at("22:20"), TriageCategory.RED, "2026-12"),
    ),
    "unknown gender": a_visit(gender=Gender.OTHER, age_band=AgeBand.UNDER_16),
}


def _made(visit: Visit, **options: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        document(visit, a_stamp(**options.pop("stamp", {})), scheme="MAVISbus", bundle_id=_ID, **options)
    )
    return made


def _resources(visit: Visit, kind: str) -> list[dict[str, Any]]:
    return [entry["resource"] for entry in _made(visit)["entry"] if entry["resource"]["resourceType"] == kind]


@pytest.mark.parametrize("name", _VISITS)
def test_it_is_valid(name: str) -> None:
    """By the published structure definitions, as the library has them."""
    made = _made(_VISITS[name])

    assert Bundle.model_validate(made).get_resource_type() == "Bundle"
    assert made["entry"][0]["resource"]["resourceType"] == "Composition"


@pytest.mark.parametrize("name", _VISITS)
def test_every_reference_is_in_the_document(name: str) -> None:
    """Nothing points outside, and every resource but the first is pointed at."""
    made = _made(_VISITS[name])
    addresses = [entry["fullUrl"] for entry in made["entry"]]
    references = set(_found(made, "reference"))

    assert len(set(addresses)) == len(addresses)
    assert references == set(addresses[1:])


def _found(part: object, key: str) -> list[str]:
    if isinstance(part, dict):
        return [text for name, value in part.items() for text in ([value] if name == key else _found(value, key))]
    return [text for value in part for text in _found(value, key)] if isinstance(part, list) else []


def test_it_holds_no_name_no_free_text_and_no_id() -> None:
    """Unless a name is asked for; then it holds that and still no more."""
    visit = collapsed()
    free = ["bottle cap", "Old Pier", "Cannot stay awake", visit.id, visit.shift_id, "ruth"]
    made = json.dumps(_made(visit))

    assert [text for text in [*free, "Amy"] if text in made] == []
    named = json.dumps(_made(visit, with_name=True))
    assert "Amy P." in named
    assert [text for text in free if text in named] == []
    assert "name" not in _resources(a_visit(), "Patient")[0]


def _value(observation: dict[str, Any]) -> float | None:
    quantity: dict[str, float] = observation.get("valueQuantity", {})
    return quantity.get("value", observation.get("valueInteger"))


def test_values_and_scores() -> None:
    """Tenths become decimals; a part that was not testable is left out; the score names its rule."""
    observed = _resources(collapsed(*SETS), "Observation")
    values = {(one["code"]["text"], one["effectiveDateTime"][11:16]): _value(one) for one in observed}

    assert values["Body temperature", "22:36"] == 35.8
    assert values["Glucose in blood", "22:56"] == 5.4
    assert values["Glasgow coma score total", "22:36"] == 13
    assert values["Glasgow coma score total", "22:46"] is None
    scores = [one for one in observed if one["code"]["text"].startswith("Royal College")]
    assert [one["valueInteger"] for one in scores] == [6, 8, 9]
    assert scores[0]["note"] == [{"text": "Rule version news2-2017.1"}]
    parts = [len(one["component"]) for one in observed if one["code"]["text"] == "Glasgow coma score total"]
    assert parts == [3, 2]


def test_a_brief_intervention_that_counts_is_a_procedure() -> None:
    """With the code that domain.md names; one that was not delivered is none."""
    codes = [one["code"].get("coding", [{}])[0].get("code") for one in _resources(_VISITS["finished"], "Procedure")]

    assert codes == [None, None, None, "366371000000105"]
    assert len(_resources(collapsed(abi=BriefIntervention(InterventionStatus.DECLINED)), "Procedure")) == 3


@pytest.mark.parametrize(("minutes", "code"), [(19, "366371000000105"), (20, "366421000000103")])
def test_a_long_conversation_is_an_extended_intervention(minutes: int, code: str) -> None:
    """From 20 minutes on it has the other code that domain.md names, and the document stays valid."""
    visit = collapsed(abi=replace(_DELIVERED, minutes=minutes))

    assert _resources(visit, "Procedure")[-1]["code"]["coding"][0]["code"] == code
    assert Bundle.model_validate(_made(visit)).get_resource_type() == "Bundle"


def test_pupils_and_what_is_breathed_are_told_in_words() -> None:
    """Each set that has them; a set without them says nothing."""
    observed = _resources(collapsed(), "Observation")
    told = [(one["code"]["text"], one["effectiveDateTime"][11:16]) for one in observed if "valueString" in one]

    assert ("Pupils", "22:56") in told
    assert [text for text, _ in told].count("Breathing air or oxygen") == 3
    assert [text for text, _ in told].count("Pupils") == 1


def test_open_and_finished() -> None:
    """An open visit is preliminary and has no end."""
    open_one, finished = _VISITS["collapsed"], _VISITS["finished"]

    assert _resources(open_one, "Composition")[0]["status"] == "preliminary"
    assert "end" not in _resources(open_one, "Encounter")[0]["period"]
    assert _resources(finished, "Composition")[0]["status"] == "final"
    assert _resources(finished, "Encounter")[0]["hospitalization"]


def test_training_says_so() -> None:
    """In the title, where every reader looks."""
    made = _made(a_visit(), stamp={"training": True})

    assert made["entry"][0]["resource"]["title"].startswith("TRAINING")


def test_the_same_gives_the_same_bytes() -> None:
    """The ids are made of the document's own id."""
    visit, stamp = collapsed(), a_stamp()
    one = document(visit, stamp, scheme="MAVISbus", bundle_id=_ID)

    assert one == document(visit, stamp, scheme="MAVISbus", bundle_id=_ID)
