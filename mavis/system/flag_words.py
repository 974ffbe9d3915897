"""How a red flag is told: on the screen, on paper and read aloud the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.bad_signs import bad_signs
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.clinical.bad_signs import BadSigns
    from mavis.domain.reference import FlagRule
    from mavis.domain.visit.visit import Visit


def flag_words(rule: FlagRule, visit: Visit) -> str:
    """The name of a flag; of one that the score raises with the sign: ``A bad vital sign (how awake)``."""
    found = bad_signs(visit, rule)
    return rule.name if found is None else words("red_flags.of_sign", name=rule.name, signs=sign_words(found))


def sign_words(found: BadSigns) -> str:
    """The signs with three points each; where there is none the score: ``NEWS2 6``."""
    if found.worst:
        return ", ".join(words(f"observations.parameter.{parameter}") for parameter in found.worst)
    if found.score.total is None:
        return words("observations.worse.at_least", points=found.score.at_least)
    return words("observations.worse.now", total=found.score.total)
