"""Why somebody came aboard and what they had taken (domain.md 2.2)."""

from __future__ import annotations

from enum import StrEnum


class Presentation(StrEnum):
    """A need that brought a person to the bus; a visit has several, one of them the main one."""

    ALCOHOL_INTOXICATION = "alcohol_intoxication"
    SUSPECTED_DRUGS = "suspected_drugs"
    SUSPECTED_SPIKING = "suspected_spiking"
    MINOR_INJURY = "minor_injury"
    HEAD_INJURY = "head_injury"
    ASSAULT = "assault"
    SEXUAL_ASSAULT = "sexual_assault"
    DOMESTIC_ABUSE = "domestic_abuse"
    MEDICAL_ILLNESS = "medical_illness"
    MENTAL_DISTRESS = "mental_distress"
    LOST_OR_SEPARATED = "lost_or_separated"
    NO_WAY_HOME = "no_way_home"
    COLD = "cold"
    HOMELESS = "homeless"
    FOUND_ASLEEP = "found_asleep"
    HARASSMENT = "harassment"
    HATE_INCIDENT = "hate_incident"
    INFORMATION_ONLY = "information_only"
    OTHER = "other"


class Intoxication(StrEnum):
    """How drunk or drugged a person seems."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    UNCONSCIOUS = "unconscious"


class Substance(StrEnum):
    """What a person took, as they or their friends say."""

    ALCOHOL = "alcohol"
    CANNABIS = "cannabis"
    COCAINE = "cocaine"
    MDMA = "mdma"
    KETAMINE = "ketamine"
    GHB_GBL = "ghb_gbl"
    NITROUS_OXIDE = "nitrous_oxide"
    OPIOIDS = "opioids"
    BENZODIAZEPINES = "benzodiazepines"
    NEW_PSYCHOACTIVE = "new_psychoactive"
    OTHER = "other"
    UNKNOWN = "unknown"
