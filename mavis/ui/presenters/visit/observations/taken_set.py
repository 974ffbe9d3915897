"""A set of observations as the section shows it while it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mavis.domain.record.observation import ObservationSet
from mavis.domain.scores import news2


@dataclass(frozen=True, slots=True)
class TakenSet:
    """What the section shows: the set as it stands, its score, and what is wrong or odd about the line."""

    taken: ObservationSet
    score: news2.News2
    not_valid: news2.NotValid | None
    understood: int
    not_understood: tuple[str, ...]
    odd: tuple[str, ...]
    refused: str = ""
    perhaps_drunk: bool = False
    """Whether new confusion may be drink; it scores all the same."""
    dropped: str = ""
    """The digit of a section that ran into the line."""
    impossible: tuple[str, ...] = ()
    """The readings that cannot be, in short words."""
    red_flag: bool = False
    """Whether a clinical red flag is open, which no low score outweighs."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken yet."""
        return not measured(self.taken)


def measured(taken: ObservationSet) -> dict[str, Any]:
    """The values of a set that were taken, by field; what was breathed is none by itself."""
    return {name: value for name in _MEASURED if (value := getattr(taken, name)) is not None}


_MEASURED = (
    "respiration",
    "spo2",
    "systolic",
    "diastolic",
    "pulse",
    "consciousness",
    "temperature_tenths",
    "gcs_eye",
    "gcs_verbal",
    "gcs_motor",
    "glucose_tenths",
    "pain",
    "pupils",
)
