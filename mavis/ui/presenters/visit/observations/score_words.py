"""What a set of observations comes to, in words: while it is typed, when it is ended, and in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores import news2
from mavis.domain.scores.news2 import RULE_VERSION, Risk
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.observations.taken_set import TakenSet


def result_words(found: TakenSet, before: int | None) -> tuple[str, str]:
    """The headline of the score and the line under it; ``before`` is the last complete total, None for none."""
    if found.not_valid is not None:
        return words(f"observations.not_valid.{found.not_valid}"), words("observations.not_valid.why")
    if found.is_empty:
        return words("observations.nothing_yet"), words("observations.how")
    if found.score.total is None or found.score.risk is None:
        missing = ", ".join(words(f"observations.parameter.{one}") for one in found.score.missing)
        return (
            words("observations.incomplete", points=found.score.at_least),
            words("observations.missing", names=missing),
        )
    risk = found.score.risk
    change = "" if before is None else words("observations.before", total=before)
    headline = words("observations.total", total=found.score.total, risk=words(f"observations.risk.{risk}"))
    drink = words("observations.confused") if found.perhaps_drunk else ""
    heeded = "red_flag" if found.red_flag and risk is Risk.LOW else risk
    return headline, " ".join(filter(None, (words(f"observations.response.{heeded}"), change, drink)))


def total_before(visit: Visit, set_id: str) -> int | None:
    """The last complete total of the visit, but for the set that is being taken; None for none."""
    totals = [one.news2 for one in visit.observations if one.id != set_id and one.news2 is not None]
    return totals[-1] if totals else None


def ended_words(found: TakenSet, before: int | None) -> str:
    """The result of a set that was just ended: ``NEWS2 7, high, was 4: worse``; empty where NEWS2 is not valid."""
    if found.not_valid is not None or found.is_empty:
        return ""
    if found.score.total is None or found.score.risk is None:
        stands = before is not None and before > found.score.at_least
        key = "observations.ended_part" if stands else "observations.ended_incomplete"
        return words(key, points=found.score.at_least, before=before)
    return _scored_words(found.score.total, found.score.risk, before)


def recorded_words(taken: ObservationSet, before: int | None) -> str:
    """The result of a set in the record; its total as it was worked out then, its risk only by the present rule."""
    if taken.news2 is None:
        return ""
    risk = news2.score(taken).risk if taken.news2_rule in {"", RULE_VERSION} else None
    return _scored_words(taken.news2, risk, before)


def _scored_words(total: int, risk: Risk | None, before: int | None) -> str:
    told = [words("observations.ended.total", total=total)]
    if risk is not None:
        told.append(words(f"observations.risk.{risk}"))
    if before is not None:
        change = "same" if total == before else "worse" if total > before else "better"
        told.append(words(f"observations.ended.{change}", before=before))
    return ", ".join(told)
