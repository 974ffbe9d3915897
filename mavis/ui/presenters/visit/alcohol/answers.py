"""What each page of the talk about alcohol finds in the record, and which edit an answer makes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.edits import alcohol as edits
from mavis.domain.edits.alcohol_referral import agree, send_on
from mavis.domain.scores.alcohol import questions_of
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.shift.night import night_of
from mavis.domain.visit.brief_intervention import AlcoholReferral, Frames, InterventionStatus, NotAppropriate
from mavis.ui.presenters.visit.alcohol.pages import DRUNK, NEVER, NO, WEEKS, YES, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage
    from mavis.ui.presenters.visit.question import Moment

_STATUS = {
    YES: InterventionStatus.STARTED,
    NO: InterventionStatus.DECLINED,
    "not_right": InterventionStatus.NOT_APPROPRIATE,
    "not_offered": InterventionStatus.NOT_OFFERED,
}
_ANSWER_OF = {status: code for code, status in _STATUS.items()} | {InterventionStatus.COMPLETED: YES}
_TEXTS = {"goal": "goal", "other_reason": "clinical_reason"}


class _Way(NamedTuple):
    """From the record to the code that is chosen, and from a code to the edit; the code None takes the answer back."""

    chosen: Callable[[BriefIntervention, Visit], str]
    edit: Callable[[str | None, Moment, Visit], VisitEdit]


def chosen(page: TalkPage, visit: Visit) -> frozenset[str]:
    """The codes of a page that the record holds."""
    talk = edits.talk_of(visit)
    if page.kind is PageKind.ANY:
        return frozenset(part.value for part in talk.frames)
    if page.question is not None:
        return _points(page, talk)
    found = _WAYS[page.id].chosen(talk, visit) if page.id in _WAYS else ""
    return frozenset({found} - {""})


def is_answered(page: TalkPage, visit: Visit) -> bool:
    """Whether the record holds an answer to a page; a page that is only read has none."""
    return bool(text_of(page, visit)) if page.kind is PageKind.TEXT else bool(chosen(page, visit))


def text_of(page: TalkPage, visit: Visit) -> str:
    """The words of a page that is answered in words."""
    return str(getattr(edits.talk_of(visit), _TEXTS[page.id])) if page.id in _TEXTS else ""


def write(page: TalkPage, text: str) -> VisitEdit:
    """Put these words down as the answer to a page."""
    return edits.tell(**{_TEXTS[page.id]: text})


def choose(page: TalkPage, code: str, on: bool, moment: Moment, visit: Visit) -> VisitEdit:
    """Choose an answer, or take it back."""
    if page.kind is PageKind.ANY:
        return edits.tick_part(Frames(code), on)
    if page.question is not None:
        return edits.answer_question(page.question, int(code) if on else None)
    return _WAYS[page.id].edit(code if on else None, moment, visit)


def _points(page: TalkPage, talk: BriefIntervention) -> frozenset[str]:
    if talk.screening is None:
        return frozenset()
    given = dict(zip(questions_of(talk.screening.tool), talk.screening.answers, strict=True))
    points = None if page.question is None else given.get(page.question)
    return frozenset() if points is None else frozenset({str(points)})


def _fit(talk: BriefIntervention, _visit: Visit) -> str:
    if talk.fit is None:
        return ""
    return (DRUNK if talk.said_drunk else YES) if talk.fit else NO


def _find_fit(code: str | None, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.find_fit(None if code is None else code != NO, drunk=code == DRUNK)


def _offer(code: str | None, moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.offer(_STATUS[code] if code else None, moment.at)


def _take_tool(code: str | None, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.choose_tool(Tool(code)) if code else edits.tell(screening=None)


def _truth(field: str) -> _Way:
    return _Way(
        lambda talk, _: _yes_no(getattr(talk, field)),
        lambda code, _moment, _visit: edits.tell(**{field: _truth_of(code)}),
    )


def _yes_no(held: bool | None) -> str:
    return "" if held is None else (YES if held else NO)


def _truth_of(code: str | None) -> bool | None:
    return None if code is None else code == YES


def _agree(code: str | None, moment: Moment, _visit: Visit) -> VisitEdit:
    return agree(_truth_of(code), moment.new_id(), moment.at, moment.actor.id)


def day_after(visit: Visit, code: str) -> date:
    """The day so many weeks after the night of the visit that a choice means."""
    return night_of(visit.arrived_at) + timedelta(weeks=WEEKS[code])


def _follow_up(talk: BriefIntervention, visit: Visit) -> str:
    if talk.no_follow_up:
        return NEVER
    return next((code for code in WEEKS if talk.follow_up == day_after(visit, code)), "")


def _follow(code: str | None, _moment: Moment, visit: Visit) -> VisitEdit:
    day = None if code in (None, NEVER) else day_after(visit, code or NEVER)
    return edits.tell(follow_up=day, no_follow_up=code == NEVER)


def _value(held: object) -> str:
    return "" if held is None else str(held)


_WAYS = {
    "offer": _Way(lambda talk, _: _ANSWER_OF.get(talk.status, "") if talk.status else "", _offer),
    "reason": _Way(
        lambda talk, _: _value(talk.not_appropriate),
        lambda code, _moment, _visit: edits.not_right(NotAppropriate(code) if code else None),
    ),
    "fit": _Way(_fit, _find_fit),
    "tool": _Way(lambda talk, _: talk.screening.tool.value if talk.screening else "", _take_tool),
    "minutes": _Way(
        lambda talk, _: _value(talk.minutes),
        lambda code, _moment, _visit: edits.tell(minutes=int(code) if code else None),
    ),
    "who": _Way(lambda talk, _: talk.delivered_by, lambda code, _moment, _visit: edits.tell(delivered_by=code or "")),
    "referral": _Way(
        lambda talk, _: _value(talk.referral),
        lambda code, _moment, _visit: send_on(AlcoholReferral(code) if code else None),
    ),
    "consent": _Way(lambda talk, _: _yes_no(talk.referral_consent), _agree),
    "follow_up": _Way(_follow_up, _follow),
} | {field: _truth(field) for field in ("leaflet", "trained")}
