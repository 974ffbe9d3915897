"""The codes that a FHIR document of a visit uses: LOINC and UCUM for measurements, SNOMED CT for what is of the UK."""

from __future__ import annotations

from typing import NamedTuple

LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode"


class Coded(NamedTuple):
    """A code of a system with its display."""

    system: str
    code: str
    display: str

    @property
    def concept(self) -> dict[str, object]:
        """As a CodeableConcept."""
        return {"coding": [self._asdict()], "text": self.display}


class Measure(NamedTuple):
    """A field of an observation set as FHIR tells it; ``divisor`` is 10 where the record holds tenths."""

    field: str
    code: Coded
    unit: str
    ucum: str
    divisor: int = 1


VITAL_SIGNS = (
    Measure("respiration", Coded(LOINC, "9279-1", "Respiratory rate"), "breaths/minute", "/min"),
    Measure("spo2", Coded(LOINC, "59408-5", "Oxygen saturation by pulse oximetry"), "%", "%"),
    Measure("pulse", Coded(LOINC, "8867-4", "Heart rate"), "beats/minute", "/min"),
    Measure("temperature_tenths", Coded(LOINC, "8310-5", "Body temperature"), "degrees C", "Cel", 10),
    Measure("glucose_tenths", Coded(LOINC, "15074-8", "Glucose in blood"), "mmol/L", "mmol/L", 10),
    Measure("pain", Coded(LOINC, "72514-3", "Pain severity, 0-10 numeric rating"), "score", "{score}"),
)
BLOOD_PRESSURE = Coded(LOINC, "85354-9", "Blood pressure panel")
PRESSURES = (
    Measure("systolic", Coded(LOINC, "8480-6", "Systolic blood pressure"), "mmHg", "mm[Hg]"),
    Measure("diastolic", Coded(LOINC, "8462-4", "Diastolic blood pressure"), "mmHg", "mm[Hg]"),
)
COMA_SCALE = Coded(LOINC, "9269-2", "Glasgow coma score total")
COMA_PARTS = (
    Measure("gcs_eye", Coded(LOINC, "9267-6", "Glasgow coma score eye opening"), "score", "{score}"),
    Measure("gcs_verbal", Coded(LOINC, "9270-0", "Glasgow coma score verbal"), "score", "{score}"),
    Measure("gcs_motor", Coded(LOINC, "9268-4", "Glasgow coma score motor"), "score", "{score}"),
)
ACVPU = Coded(SNOMED, "1104441000000107", "ACVPU (Alert Confusion Voice Pain Unresponsive) scale score")
NEWS2 = Coded(
    SNOMED, "1104051000000101", "Royal College of Physicians NEWS2 (National Early Warning Score 2) total score"
)
BRIEF_INTERVENTION = Coded(SNOMED, "366371000000105", "Brief intervention for excessive alcohol consumption completed")
EXTENDED_INTERVENTION = Coded(
    SNOMED, "366421000000103", "Extended intervention for excessive alcohol consumption completed"
)
"""The codes that domain.md 5 names."""
EXTENDED_FROM_MINUTES = 20
"""A conversation of 20 minutes and more is an extended intervention *(NICE PH24: 20 to 30 minutes)*."""
VITAL = Coded(CATEGORY, "vital-signs", "Vital Signs")
SURVEY = Coded(CATEGORY, "survey", "Survey")
ENCOUNTER_SUMMARY = Coded(LOINC, "34133-9", "Summary of episode note")
IN_THE_FIELD = Coded(ACT_CODE, "FLD", "field")
