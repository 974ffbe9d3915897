"""One visit as a FHIR R4 document: a Bundle that starts with its Composition and holds what the sections name.

It holds no name unless one is asked for, no free text, and no id of Mavis: the ids are made for this document alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import Gender
from mavis.exports import fhir_codes as codes
from mavis.exports.fhir_observations import observations_of
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from enum import StrEnum

    from mavis.domain.counting.summary import Stamp
    from mavis.domain.visit.visit import Visit

Resource = dict[str, Any]

_GENDERS = {Gender.FEMALE: "female", Gender.MALE: "male", Gender.OTHER: "other"}
_ABOUT = (("subject", "patient"), ("encounter", "encounter"))
_XHTML = "http://www.w3.org/1999/xhtml"


def document(visit: Visit, stamp: Stamp, *, scheme: str, bundle_id: UUID, with_name: bool = False) -> bytes:
    """The Bundle as JSON; the same visit, stamp and id give the same bytes."""
    made = _Document(visit, stamp, scheme, bundle_id, with_name=with_name)
    return (json.dumps(made.bundle(), ensure_ascii=False, indent=2) + "\n").encode("utf-8")


class _Document:
    """The resources of one document, each known by an address of its own."""

    def __init__(self, visit: Visit, stamp: Stamp, scheme: str, bundle_id: UUID, *, with_name: bool) -> None:
        self._visit = visit
        self._stamp = stamp
        self._scheme = scheme
        self._id = bundle_id
        self._with_name = with_name

    def bundle(self) -> Resource:
        """The whole document."""
        observed = [self._known(f"observation-{n}", one) for n, one in enumerate(observations_of(self._visit), start=1)]
        done = [self._known(f"procedure-{n}", one) for n, one in enumerate(self._procedures(), start=1)]
        sections = [
            self._section("why", [self._address("encounter")]),
            self._section("observations", [self._address(name) for name, _ in observed]),
            self._section("care", [self._address(name) for name, _ in done]),
        ]
        entries = [
            ("composition", self._composition([section for section in sections if section["entry"]])),
            ("patient", self._patient()),
            ("encounter", self._encounter()),
            *observed,
            *done,
        ]
        return {
            "resourceType": "Bundle",
            "id": str(self._id),
            "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{self._id}"},
            "type": "document",
            "timestamp": _instant(self._stamp.made_at),
            "entry": [{"fullUrl": self._address(name), "resource": resource} for name, resource in entries],
        }

    def _address(self, name: str) -> str:
        return f"urn:uuid:{uuid5(self._id, name)}"

    def _known(self, name: str, resource: Resource) -> tuple[str, Resource]:
        """The resource with an id of its own, and whom and which stay it is about."""
        about = {field: {"reference": self._address(to)} for field, to in _ABOUT}
        identified = {"resourceType": resource["resourceType"], "id": str(uuid5(self._id, name))}
        return name, identified | resource | about

    def _composition(self, sections: list[Resource]) -> Resource:
        title = words("fhir.training_title" if self._stamp.training else "fhir.title", code=self._visit.code)
        return {
            "resourceType": "Composition",
            "id": str(uuid5(self._id, "composition")),
            "status": "preliminary" if self._visit.is_open else "final",
            "type": codes.ENCOUNTER_SUMMARY.concept,
            "subject": {"reference": self._address("patient")},
            "encounter": {"reference": self._address("encounter")},
            "date": _instant(self._stamp.made_at),
            "author": [{"display": self._scheme}],
            "title": title,
            "section": sections,
        }

    def _section(self, name: str, addresses: list[str]) -> Resource:
        title = words(f"fhir.section.{name}")
        return {
            "title": title,
            "text": {"status": "generated", "div": f'<div xmlns="{_XHTML}">{title}</div>'},
            "entry": [{"reference": address} for address in addresses],
        }

    def _patient(self) -> Resource:
        gender = self._visit.gender
        patient: Resource = {
            "resourceType": "Patient",
            "id": str(uuid5(self._id, "patient")),
            "gender": "unknown" if gender is None or isinstance(gender, NoAnswer) else _GENDERS[gender],
        }
        if self._with_name and self._visit.name:
            patient["name"] = [{"use": "usual", "text": self._visit.name}]
        return patient

    def _encounter(self) -> Resource:
        visit = self._visit
        period = {"start": _instant(visit.arrived_at)}
        if visit.departed_at is not None:
            period["end"] = _instant(visit.departed_at)
        encounter: Resource = {
            "resourceType": "Encounter",
            "id": str(uuid5(self._id, "encounter")),
            "status": "in-progress" if visit.is_open else "finished",
            "class": codes.IN_THE_FIELD._asdict(),
            "subject": {"reference": self._address("patient")},
            "period": period,
            "serviceProvider": {"display": self._scheme},
        }
        if visit.needs:
            encounter["reasonCode"] = [_text(need) for need in visit.needs]
        if visit.triage is not None:
            encounter["priority"] = _text(visit.triage.category)
        if visit.outcome is not None:
            encounter["hospitalization"] = {"dischargeDisposition": _text(visit.outcome)}
        return encounter

    def _procedures(self) -> Iterator[Resource]:
        for care in self._visit.care:
            yield _procedure(_text(care.kind), care.at)
        abi = self._visit.abi
        if abi is not None and abi.is_delivered:
            extended = abi.minutes is not None and abi.minutes >= codes.EXTENDED_FROM_MINUTES
            code = codes.EXTENDED_INTERVENTION if extended else codes.BRIEF_INTERVENTION
            yield _procedure(code.concept, abi.offered_at or self._visit.arrived_at)


def _procedure(code: Resource, at: datetime) -> Resource:
    return {"resourceType": "Procedure", "status": "completed", "code": code, "performedDateTime": _instant(at)}


def _text(code: StrEnum) -> Resource:
    """A concept in words: Mavis's own list, which no code system names."""
    return {"text": label(code)}


def _instant(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
