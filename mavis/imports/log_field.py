"""The questions of a visit that a column of a spreadsheet log can answer."""

from __future__ import annotations

from enum import StrEnum

from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import WouldHave
from mavis.domain.record.identity import Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation


class LogField(StrEnum):
    """What one column holds; the order is the order of a mapping file."""

    NIGHT = "night"
    ARRIVED = "arrived"
    DEPARTED = "departed"
    NAME = "name"
    GENDER = "gender"
    AGE = "age"
    SOURCE = "source"
    FOUND = "found"
    NEED = "need"
    CARE = "care"
    OUTCOME = "outcome"
    WOULD_HAVE = "would_have"
    NOTES = "notes"


CODED: dict[LogField, type[StrEnum]] = {
    LogField.GENDER: Gender,
    LogField.SOURCE: ReferralSource,
    LogField.NEED: Presentation,
    LogField.CARE: CareKind,
    LogField.OUTCOME: Outcome,
    LogField.WOULD_HAVE: WouldHave,
}
"""The fields whose words become codes, each with its code list."""

SEVERAL = frozenset({LogField.NEED, LogField.CARE})
"""The fields of which one cell may hold several codes."""
