"""What a comparison of two people says: a score, a verdict, and the reasons, each with its weight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What speaks for or against two descriptions being of one person; the sentence is ``matching.why.<value>``."""

    SAME_NAME = "same_name"
    SAME_GIVEN = "same_given"
    SAME_FAMILY = "same_family"
    NICKNAME = "nickname"
    PART_OF_GIVEN = "part_of_given"
    PART_OF_FAMILY = "part_of_family"
    GIVEN_SPELT_ALIKE = "given_spelt_alike"
    FAMILY_SPELT_ALIKE = "family_spelt_alike"
    GIVEN_SOUNDS_ALIKE = "given_sounds_alike"
    FAMILY_SOUNDS_ALIKE = "family_sounds_alike"
    SAME_INITIAL = "same_initial"
    SWAPPED = "swapped"
    OTHER_GIVEN = "other_given"
    OTHER_FAMILY = "other_family"
    SAME_DAY = "same_day"
    NEAR_DAY = "near_day"
    SAME_YEAR = "same_year"
    AGE_FITS = "age_fits"
    NEAR_YEAR = "near_year"
    OTHER_BIRTH = "other_birth"
    SAME_GENDER = "same_gender"
    OTHER_GENDER = "other_gender"
    SAME_DISTRICT = "same_district"
    OTHER_DISTRICT = "other_district"
    DESCRIPTION = "description"
    STARTS_LIKE = "starts_like"
    LAST_SEEN = "last_seen"


class Verdict(StrEnum):
    """What is done with a pair: nothing, shown when asked, or put to a coordinator as a likely duplicate."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    CONFIDENT = "confident"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence: what it is, its bits (for when positive, against when negative), and what it is about.

    ``value`` fills ``{value}`` of the sentence: the given name of a nickname, a year, words of a description, a date in
    ISO form. It holds what a person record holds, so it goes wherever that record may go and nowhere else.
    """

    why: Why
    bits: float
    value: str = ""

    @property
    def key(self) -> str:
        """The key of its sentence."""
        return f"matching.why.{self.why}"


POSSIBLE_FROM = -1.0
CONFIDENT_FROM = 3.0
"""Bits of a score from which a verdict holds; docs/adr/0010-matching.md says how they were chosen."""


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two descriptions are of one person, in bits: 0 is as likely as not, 3 is eight to one."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def verdict(self) -> Verdict:
        """What the score means."""
        if self.score >= CONFIDENT_FROM:
            return Verdict.CONFIDENT
        return Verdict.POSSIBLE if self.score >= POSSIBLE_FROM else Verdict.UNLIKELY

    @property
    def chance(self) -> float:
        """The score as a probability, above 0 and below 1."""
        return 1 / (1 + 2 ** -min(max(self.score, -60.0), 40.0))
