"""The names of clinical figures and of their categories for people: on paper and in the counts they are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.questions import Dimension
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, SpikingRoute
from mavis.domain.record.care import CareKind, Refused
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.domain.visit.brief_intervention import InterventionStatus, NotAppropriate
from mavis.system.wording import all_words, label, words

if TYPE_CHECKING:
    from enum import StrEnum

_LISTS: dict[str, type[StrEnum]] = {
    Dimension.ABI: InterventionStatus,
    Dimension.REASON: NotAppropriate,
    Dimension.METHOD: AssaultMethod,
    Dimension.LOCATION: AssaultPlace,
    Dimension.ROUTE: SpikingRoute,
    Dimension.TARGET: ReferralTarget,
    Dimension.CARE: CareKind,
    Dimension.REFUSED: Refused,
}


def measure_name(measure: str) -> str:
    """What a clinical measure is called."""
    return words(f"clinical_counts.measure.{measure}")


def clinical_category(dimension: str, category: str) -> str:
    """What a category of a clinical split is called; a name of the split itself goes before one that all share."""
    own = all_words().get(f"clinical_counts.category.{dimension}.{category}")
    if own is not None:
        return own
    codes = _LISTS.get(dimension)
    if codes is not None and category != NOT_KNOWN:
        return label(codes(category))
    return words(f"clinical_counts.category.{category}")
