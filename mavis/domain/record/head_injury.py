"""The head-injury list: any one sign refers to A&E *(NICE NG232; domain.md 3)*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class HeadInjurySign(StrEnum):
    """What refers somebody with a head injury to A&E; drink or drugs taken tonight is one of them."""

    NOT_FULLY_AWAKE = "not_fully_awake"
    LOST_CONSCIOUSNESS = "lost_consciousness"
    WEAK_OR_NUMB = "weak_or_numb"
    SKULL_FRACTURE = "skull_fracture"
    MEMORY_GAP = "memory_gap"
    HEADACHE = "headache"
    VOMITED = "vomited"
    FIT = "fit"
    BRAIN_SURGERY = "brain_surgery"
    HIGH_ENERGY = "high_energy"
    BLEEDING_DISORDER = "bleeding_disorder"
    BLOOD_THINNER = "blood_thinner"
    DRINK_OR_DRUGS = "drink_or_drugs"
    SAFETY_CONCERN = "safety_concern"


@dataclass(frozen=True, slots=True)
class HeadInjury:
    """The list as somebody went through it: what was found, what was asked and not found, what nobody could tell.

    A list with nothing in it at all says that all of it was asked and nothing was found.
    """

    signs: tuple[HeadInjurySign, ...]
    asked_at: datetime
    asked_by: str
    absent: tuple[HeadInjurySign, ...] = ()
    not_known: tuple[HeadInjurySign, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether all of it was asked and none of it found."""
        asked = set(self.absent)
        return not self.signs and not self.not_known and (not asked or asked == set(HeadInjurySign))
