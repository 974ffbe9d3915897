"""What the clinician of a service confirms about the alcohol questionnaires *(domain.md 4.3, 4.5: to confirm)*."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mavis.domain.scores.alcohol_answers import Band


@dataclass(frozen=True, slots=True)
class AlcoholThresholds:
    """The bands of AUDIT-C by their least points, in order, and from how many points M-SASQ is positive.

    ``version`` is stored behind the rule version of a score that other numbers than the usual ones decide.
    """

    version: str = ""
    audit_c_bands: tuple[tuple[int, Band], ...] = (
        (5, Band.INCREASING),
        (8, Band.HIGHER),
        (11, Band.POSSIBLE_DEPENDENCE),
    )
    m_sasq_positive_from: int = 2

    @property
    def are_usual(self) -> bool:
        """Whether these are the numbers that Mavis comes with."""
        return replace(self, version="") == USUAL_THRESHOLDS


USUAL_THRESHOLDS = AlcoholThresholds()
"""The numbers that Mavis comes with, until a service confirms others."""
