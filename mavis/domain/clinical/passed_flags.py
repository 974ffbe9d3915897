"""Red flags that a measurement raised and a later one raises no more: still open, but about then and not about now.

No better measurement takes a flag back (``signs_of``), and only a clinician closes it. Whoever stands there is told all
the same that it was a while ago, so that nobody calls 999 for how somebody was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import flags_by_record
from mavis.domain.scores.news2 import score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.reference import FlagRule, FlagRules
    from mavis.domain.visit.visit import Visit


@dataclass(frozen=True, slots=True)
class Passed:
    """When a flag was measured last, and when the next set that could have shown it did not."""

    was: datetime
    gone: datetime


def passed_flags(visit: Visit, rules: FlagRules) -> Mapping[str, Passed]:
    """The open flags by code that only measurements raised, none of them in the newest set that could show it."""
    bare = {rule.code for rule in flags_by_record(replace(visit, observations=()), rules)}
    measured = [flag.code for flag in visit.flags if flag.closed_at is None and not flag.ticked]
    found = {code: _passed(visit, rules, code) for code in measured if code not in bare}
    return {code: passed for code, passed in found.items() if passed is not None}


def _passed(visit: Visit, rules: FlagRules, code: str) -> Passed | None:
    rule = rules.rule(code)
    raising = [taken for taken in visit.observations if _raises(visit, taken, rules, code)]
    if rule is None or not raising:
        return None
    later = [taken for taken in _after(visit.observations, raising[-1]) if _could_show(taken, rule)]
    return Passed(raising[-1].at, later[-1].at) if later else None


def _raises(visit: Visit, taken: ObservationSet, rules: FlagRules, code: str) -> bool:
    return any(rule.code == code for rule in flags_by_record(replace(visit, observations=(taken,)), rules))


def _after(sets: Sequence[ObservationSet], last: ObservationSet) -> Sequence[ObservationSet]:
    return sets[sets.index(last) + 1 :]


def _could_show(taken: ObservationSet, rule: FlagRule) -> bool:
    """Whether a set measures all that may raise a flag: how awake they are, and for a sign all of NEWS2."""
    awake = taken.consciousness is not None or not rule.consciousness
    return awake and (not rule.signs or score(taken).total is not None)
