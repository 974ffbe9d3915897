"""Who may do what, and what people do on the bus (quality.md 3)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The rights of a person who signs in."""

    VOLUNTEER = "volunteer"
    LEAD = "lead"
    CLINICIAN = "clinician"
    COORDINATOR = "coordinator"
    PLANNER = "planner"


class Duty(StrEnum):
    """What a crew member does on the bus; hours are counted by it."""

    LEAD = "lead"
    FIRST_AID = "first_aid"
    STREET_PASTOR = "street_pastor"
    STREET_WARDEN = "street_warden"
    CLINICIAN = "clinician"
    POLICE = "police"
    COORDINATOR = "coordinator"
    OTHER = "other"


class Actor(NamedTuple):
    """The crew member who acts, with the rights they have tonight."""

    id: str
    role: Role


class Right(StrEnum):
    """Something that not everybody may do."""

    RECORD = "record"
    RUN_SHIFT = "run_shift"
    CLOSE_CLINICAL_FLAG = "close_clinical_flag"
    JUDGE_AS_CLINICIAN = "judge_as_clinician"
    SET_OXYGEN_TARGET = "set_oxygen_target"
    READ_SENSITIVE = "read_sensitive"
    FOLLOW_UP = "follow_up"
    AMEND = "amend"
    REPORT = "report"
    EXPORT_VISITS = "export_visits"
    EXPORT_COUNTS = "export_counts"
    IMPORT = "import"
    MANAGE_PEOPLE = "manage_people"
    READ_HISTORY = "read_history"
    MANAGE_VISITORS = "manage_visitors"


_CREW = frozenset({Right.RECORD, Right.RUN_SHIFT})
_LEADING = frozenset({Right.REPORT, Right.READ_SENSITIVE, Right.FOLLOW_UP, Right.READ_HISTORY})
_CLINICAL = frozenset({Right.CLOSE_CLINICAL_FLAG, Right.JUDGE_AS_CLINICIAN, Right.SET_OXYGEN_TARGET})
_RIGHTS = {
    Role.VOLUNTEER: _CREW,
    Role.LEAD: _CREW | _LEADING | {Right.CLOSE_CLINICAL_FLAG},
    Role.CLINICIAN: _CREW | _LEADING | _CLINICAL,
    Role.COORDINATOR: frozenset(Right) - _CLINICAL,
    Role.PLANNER: frozenset({Right.EXPORT_COUNTS}),
}


def may(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return right in _RIGHTS[role]
