"""The signs of danger that a red-flag rule can name (domain.md 3)."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """A sign of danger that is read from the record."""

    SLOW_BREATHING = "slow_breathing"
    NEWS2_FIVE = "news2_five"
    NEWS2_THREE = "news2_three"
    GCS_TWELVE = "gcs_twelve"
    COLD = "cold"
    HEAD_INJURY_SIGN = "head_injury_sign"
    SPIKED_WITH_SYMPTOMS = "spiked_with_symptoms"
