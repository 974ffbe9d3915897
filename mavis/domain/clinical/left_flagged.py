"""Whoever left with a clinical red flag open, not to A&E: somebody says why, so that nobody wonders later.

Nothing compels it. What was advised instead, or a refusal of care, says why; leaving against advice says it by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.passed_flags import passed_flags
from mavis.domain.record.outcome import LEFT_EARLY, SENT_TO_ED, Outcome

if TYPE_CHECKING:
    from mavis.domain.reference import FlagRule, FlagRules
    from mavis.domain.visit.visit import Visit

_SAYS_WHY = SENT_TO_ED | LEFT_EARLY | {Outcome.DIED}


def left_flagged(visit: Visit) -> bool:
    """Whether the person left with a clinical flag open and nothing in the record says why."""
    told = visit.advised_instead is not None or visit.refusal is not None
    return bool(visit.open_clinical_flags) and not (visit.is_open or visit.outcome in _SAYS_WHY or told)


def left_in_emergency(visit: Visit, rules: FlagRules) -> tuple[FlagRule, ...]:
    """What needs 999 on somebody who left so: the signs of alcohol poisoning, which name what must never be done.

    One that a later look did not find again is none (domain.md 3).
    """
    if not left_flagged(visit):
        return ()
    passed = passed_flags(visit, rules)
    found = (rules.rule(flag.code) for flag in visit.open_clinical_flags if flag.code not in passed)
    return tuple(rule for rule in found if rule is not None and rule.never)
