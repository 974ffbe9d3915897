"""Edits of the talk about alcohol, each a pure function from the visit before to the visit after (domain.md 5)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mavis.domain.record.presentation import Intoxication
from mavis.domain.scores.alcohol import questions_of, score_of
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Answers, Tool
from mavis.domain.visit.brief_intervention import (
    BriefIntervention,
    Drink,
    Frames,
    InterventionStatus,
    NotAppropriate,
    Screening,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.scores.alcohol_thresholds import AlcoholThresholds
    from mavis.domain.visit.visit import Visit

USUAL_TOOL = Tool.AUDIT_C
_DRUNK = frozenset({Intoxication.MODERATE, Intoxication.SEVERE, Intoxication.UNCONSCIOUS})
_WITHOUT_TALK = frozenset({InterventionStatus.NOT_APPROPRIATE, InterventionStatus.NOT_OFFERED})
_NOT_TALKING = _WITHOUT_TALK | {InterventionStatus.DECLINED}
_NOBODY = BriefIntervention()


def talk_of(visit: Visit) -> BriefIntervention:
    """The talk as it is recorded; an empty one when nobody has begun it."""
    return visit.abi or _NOBODY


def is_drunk(visit: Visit) -> bool:
    """Whether triage found the person so drunk that a score needs a caution."""
    return visit.intoxication in _DRUNK


def tell(**fields: Any) -> VisitEdit:
    """Set plain fields of the talk, for example ``tell(leaflet=True)``."""
    return _on_talk(lambda talk, _visit: replace(talk, **fields))


def offer(status: InterventionStatus | None, at: datetime) -> VisitEdit:
    """Say whether the talk was offered and what came of it; the time of the first offer stays.

    Where nobody talks, a questionnaire that was only chosen goes; what was answered stays.
    """

    def edit(talk: BriefIntervention, _visit: Visit) -> BriefIntervention:
        offered = replace(talk, status=status)
        first = (talk.offered_at or at) if offered.is_offered else None
        reason = talk.not_appropriate if status in _WITHOUT_TALK else None
        begun = talk.screening is not None and talk.screening.is_begun
        screening = talk.screening if begun or status not in _NOT_TALKING else None
        return replace(offered, offered_at=first, not_appropriate=reason, screening=screening)

    return _on_talk(edit)


def not_right(reason: NotAppropriate | None) -> VisitEdit:
    """Say why a talk is not right tonight, or why nobody offered one; without a reason it is only not right."""

    def edit(talk: BriefIntervention, _visit: Visit) -> BriefIntervention:
        status = talk.status if talk.status in _WITHOUT_TALK else InterventionStatus.NOT_APPROPRIATE
        return replace(talk, status=status, not_appropriate=reason)

    return _on_talk(edit)


def find_fit(fit: bool | None, *, drunk: bool = False) -> VisitEdit:
    """Say whether the person is fit to take part; of one who is, but drunk, the score will carry a caution.

    Whoever turns out to be fit after all has the talk before them again.
    """

    def edit(talk: BriefIntervention, visit: Visit) -> BriefIntervention:
        again = fit is True and talk.status is InterventionStatus.NOT_APPROPRIATE
        status = InterventionStatus.STARTED if again else talk.status
        reason = None if again else talk.not_appropriate
        screening, caution = talk.screening, drunk or (fit is True and is_drunk(visit))
        if screening is not None:
            screening = replace(screening, while_intoxicated=caution)
        return replace(talk, fit=fit, said_drunk=drunk, status=status, not_appropriate=reason, screening=screening)

    return _on_talk(edit)


def choose_tool(tool: Tool) -> VisitEdit:
    """Choose a questionnaire; what was answered already counts for it too, where it asks the same."""

    def edit(talk: BriefIntervention, visit: Visit) -> BriefIntervention:
        return replace(talk, screening=_screened(tool, _given(talk), _caution(talk, visit)))

    return _on_talk(edit)


def answer_question(question: AlcoholQuestion, points: int | None) -> VisitEdit:
    """Answer one question of the questionnaire, or leave it open; the score is worked out anew."""

    def edit(talk: BriefIntervention, visit: Visit) -> BriefIntervention:
        tool = talk.screening.tool if talk.screening else USUAL_TOOL
        given = _given(talk) | {question: points}
        return replace(talk, screening=_screened(tool, given, _caution(talk, visit)))

    return _on_talk(edit)


def tick_part(part: Frames, ticked: bool) -> VisitEdit:
    """Tick a part of the talk as done, or take the tick off; the parts stand in the order of the method."""

    def edit(talk: BriefIntervention, _visit: Visit) -> BriefIntervention:
        done = {*talk.frames, part} if ticked else {*talk.frames} - {part}
        return replace(talk, frames=tuple(one for one in Frames if one in done))

    return _on_talk(edit)


def add_drinks(millilitres: int, strength_tenths: int, count: int) -> VisitEdit:
    """Add so many drinks of one kind, or take some away with a count below 0; a kind of which none is left goes."""

    def edit(talk: BriefIntervention, _visit: Visit) -> BriefIntervention:
        kinds = {(drink.millilitres, drink.strength_tenths): drink.count for drink in talk.drinks}
        kind = (millilitres, strength_tenths)
        kinds[kind] = max(0, kinds.get(kind, 0) + count)
        drinks = tuple(Drink(many, size, strength) for (size, strength), many in kinds.items() if many)
        return replace(talk, drinks=drinks)

    return _on_talk(edit)


def scored_by(thresholds: AlcoholThresholds, edit: VisitEdit) -> VisitEdit:
    """The edit with what the service confirmed: a questionnaire that it changes is scored by these thresholds."""

    def on_visit(visit: Visit) -> Visit:
        before, after = talk_of(visit).screening, edit(visit)
        screening = talk_of(after).screening
        if after.abi is None or screening is None or _same_answers(before, screening):
            return after
        found = score_of(screening.tool, screening.answers, thresholds)
        told = replace(screening, score=found.total, positive=found.positive, rule_version=found.rule_version)
        return replace(after, abi=replace(after.abi, screening=told))

    return on_visit


def _same_answers(before: Screening | None, after: Screening) -> bool:
    return before is not None and (before.tool, before.answers) == (after.tool, after.answers)


def _on_talk(edit: Callable[[BriefIntervention, Visit], BriefIntervention]) -> VisitEdit:
    """The same edit of the visit; a talk of which nothing is left is none."""

    def on_visit(visit: Visit) -> Visit:
        talk = edit(talk_of(visit), visit)
        return replace(visit, abi=None if talk == _NOBODY else talk)

    return on_visit


def _given(talk: BriefIntervention) -> dict[AlcoholQuestion, int | None]:
    if talk.screening is None:
        return {}
    return dict(zip(questions_of(talk.screening.tool), talk.screening.answers, strict=True))


def _caution(talk: BriefIntervention, visit: Visit) -> bool:
    before = talk.screening is not None and talk.screening.while_intoxicated
    return before or talk.said_drunk or is_drunk(visit)


def _screened(tool: Tool, given: dict[AlcoholQuestion, int | None], caution: bool) -> Screening:
    answers: Answers = tuple(given.get(question) for question in questions_of(tool))
    found = score_of(tool, answers)
    return Screening(tool, answers, found.total, found.positive, found.rule_version, caution)
