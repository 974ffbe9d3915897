"""The Glasgow Coma Scale by its three parts *(Teasdale and Jennett 1974; domain.md 4.2)*."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mavis.domain.errors import UserError

RULE_VERSION = "gcs.1"
NOT_TESTABLE = 0
"""Stands for a part that could not be tested (swollen eyes, a tube): then there is no total."""
_MOST = {"eye": 4, "verbal": 5, "motor": 6}
_MILD = 13
_MODERATE = 9


class Severity(StrEnum):
    """How deep the loss of consciousness is: 13-15 mild, 9-12 moderate, 8 and less severe."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class Gcs:
    """The parts, each None when not taken: eye 1-4, verbal 1-5, motor 1-6, or not testable."""

    eye: int | None
    verbal: int | None
    motor: int | None
    rule_version: str = RULE_VERSION

    def __post_init__(self) -> None:
        """Refuse a part out of its range.

        Raises:
            UserError: named by the part, with its range.
        """
        for part, value in zip(_MOST, self._parts, strict=True):
            if value is not None and not NOT_TESTABLE <= value <= _MOST[part]:
                raise UserError(f"gcs_{part}_range", most=_MOST[part])

    @property
    def _parts(self) -> tuple[int | None, int | None, int | None]:
        return self.eye, self.verbal, self.motor

    @property
    def total(self) -> int | None:
        """3 to 15; None when a part was not taken or not testable."""
        known = [part for part in self._parts if part]
        return sum(known) if len(known) == len(_MOST) else None

    @property
    def severity(self) -> Severity | None:
        """The band of the total; None without one."""
        if self.total is None:
            return None
        if self.total >= _MILD:
            return Severity.MILD
        return Severity.MODERATE if self.total >= _MODERATE else Severity.SEVERE

    @property
    def is_taken(self) -> bool:
        """Whether any part was looked at."""
        return any(part is not None for part in self._parts)

    def __str__(self) -> str:
        """The parts as they are written: ``E3 V-NT M6``; a part not taken is ``-``."""
        return " ".join(f"{part[0].upper()}{_written(value)}" for part, value in zip(_MOST, self._parts, strict=True))


def _written(value: int | None) -> str:
    if value is None:
        return "-"
    return "-NT" if value == NOT_TESTABLE else str(value)
