"""What raised a red flag and who, in one line: a tick, an answer, a measurement; and who closed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.bad_signs import BY_SCORE, bad_signs
from mavis.domain.clinical.danger import signs_of
from mavis.domain.edits.head_injury import HEAD_INJURY_FLAG
from mavis.domain.record.signs import Sign
from mavis.system.flag_words import sign_words
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.triage.head_injury import yes_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.domain.reference import FlagRule, FlagRules
    from mavis.domain.visit.triage import RaisedFlag
    from mavis.domain.visit.visit import Visit


def raised_words(flag: RaisedFlag, visit: Visit, rules: FlagRules, name_of: Callable[[str], str]) -> str:
    """``Head injury: ticked 22:10 by Ruth E.``; a closed flag says who closed it, and with which grade."""
    rule = rules.rule(flag.code)
    name = rule.name if rule else flag.code
    if flag.closed_at is not None:
        who = name_of(flag.closed_by)
        return words(
            "triage.raised.closed", name=name, time=clock_text(flag.closed_at), who=who, grade=flag.closed_grade
        )
    time, who = clock_text(flag.raised_at), name_of(flag.raised_by)
    why = [] if flag.ticked or rule is None else list(dict.fromkeys(reasons(rule, visit)))
    if not why:
        return words("triage.raised.ticked" if flag.ticked else "triage.raised.lapsed", name=name, time=time, who=who)
    return words("triage.raised.record", name=name, time=time, who=who, what=", ".join(map(inside, why)))


def reasons(rule: FlagRule, visit: Visit) -> Iterator[str]:
    """What in the record raises a flag, in the order of the page: answers first, then what was measured."""
    yield from (label(need) for need in visit.needs if need in rule.needs)
    for answer, raising in ((visit.age_band, rule.age_bands), (visit.intoxication, rule.intoxication)):
        if answer is not None and answer in raising:
            yield label(answer)
    yield from (label(taken) for taken in visit.substances if taken in rule.substances)
    levels = (taken.consciousness for taken in visit.observations if taken.consciousness is not None)
    yield from (label(level) for level in levels if level.value in rule.consciousness)
    signs = signs_of(visit)
    if rule.code == HEAD_INJURY_FLAG:  # each yes by name, and not that there is one
        yield from yes_words(visit)
        signs -= {Sign.HEAD_INJURY_SIGN}
    yield from (label(sign) for sign in sorted((rule.signs & signs) - BY_SCORE))
    yield from _by_score(rule, visit)


def _by_score(rule: FlagRule, visit: Visit) -> Iterator[str]:
    """The sign that was so bad; one that came later than the flag with its time."""
    found = bad_signs(visit, rule)
    if found is not None:
        told = sign_words(found)
        time = clock_text(found.taken.at)
        yield told if found.is_first else words("triage.raised.later", what=told, time=time)
