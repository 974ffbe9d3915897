"""The advice on the category in words, with its reason: shown before anybody has chosen, never blocking."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import advise
from mavis.domain.record.answers import known
from mavis.domain.rounding import one_decimal
from mavis.domain.visit.triage import TriageCategory
from mavis.system.flag_words import flag_words
from mavis.system.wording import has_words, label, words
from mavis.ui.presenters.desk.edit_words import opening
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.domain.reference import FlagRule, FlagRules
    from mavis.domain.visit.visit import Visit

_MOST = 2


def advice_line(visit: Visit, rules: FlagRules) -> str:
    """The advised category and why: ``Advice: AMBER. Minor injury. You decide.``."""
    advice = advise(visit, rules)
    if _is_blank(visit):
        return words("visit.advice.nobody_looked")
    why = [flag_words(flag, visit) for flag in advice.flags] or _reasons(visit, advice.category, rules)
    return words("visit.advice.line", category=label(advice.category), why=opening(", ".join(why[:_MOST])))


def what_to_do(flag: FlagRule, visit: Visit) -> str:
    """What to do for a flag; where it asks to check the glucose and somebody has, what was measured in its place."""
    key = f"red_flags.measured.{flag.code}"
    levels = [(one.glucose_tenths, one.at) for one in visit.observations if one.glucose_tenths is not None]
    if not levels or not has_words(key):
        return words(flag.advice)
    level, at = levels[-1]
    return words(key, glucose=one_decimal(Fraction(level, 10)), time=clock_text(at))


def _is_blank(visit: Visit) -> bool:
    """Whether nobody has written down anything yet that the advice could come from."""
    seen = (visit.flags, visit.needs, visit.observations, visit.substances, visit.triage, visit.intoxication)
    return not any(seen) and visit.alone is None


def _reasons(visit: Visit, category: TriageCategory, rules: FlagRules) -> list[str]:
    """The answers of which each alone asks for this category."""
    if category is TriageCategory.GREEN:
        return [words("visit.advice.nothing_else")]
    return [name for name, alone in _single_answers(visit) if advise(alone, rules).category is category]


def _single_answers(visit: Visit) -> Iterator[tuple[str, Visit]]:
    """Each answer that the advice looks at, with the visit as it would be if nothing else were known."""
    bare = replace(visit, needs=(), intoxication=None, alone=None, observations=())
    for need in visit.needs:
        yield label(need), replace(bare, needs=(need,))
    drunk = known(visit.intoxication)
    if drunk is not None:
        yield label(drunk), replace(bare, intoxication=drunk)
    yield words("visit.advice.alone"), replace(bare, alone=visit.alone)
    yield words("visit.advice.observations"), replace(bare, observations=visit.observations)
