"""The talk about alcohol as pages of one question each: which ones a record leads through, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import USUAL_TOOL, talk_of
from mavis.domain.scores.alcohol import questions_of, to_ask
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Tool, points_of
from mavis.domain.visit.brief_intervention import AlcoholReferral, Frames, InterventionStatus, NotAppropriate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import Enum

    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.visit import Visit


class PageKind(StrEnum):
    """How a page is answered: one of its choices, any of them, in words, or by reading it."""

    ONE = "one"
    ANY = "any"
    TEXT = "text"
    SCORE = "score"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class TalkPage:
    """One page of the talk.

    ``other`` means that a value of one's own can be typed beside the choices; ``skips`` that 0 and 9 leave it open;
    ``insists`` that the first Enter does not: the record must never be silent about it by a slip.
    """

    id: str
    kind: PageKind = PageKind.ONE
    codes: tuple[str, ...] = ()
    columns: int = 1
    skips: bool = True
    other: bool = False
    insists: bool = False
    question: AlcoholQuestion | None = None


def _codes(members: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in members)


YES, NO, DRUNK = "yes", "no", "drunk"
MINUTES = ("5", "10", "15", "20", "30", "45")
WEEKS = {"week": 1, "fortnight": 2, "month": 4, "quarter": 12}
"""When somebody asks again: the choices, in weeks from the night."""
NEVER = "none"

OFFER = TalkPage("offer", codes=(YES, NO, "not_right", "not_offered"), skips=False)
REASON = TalkPage("reason", codes=_codes(NotAppropriate))
FIT = TalkPage("fit", codes=(YES, DRUNK, NO), insists=True)
TOOL = TalkPage("tool", codes=_codes(Tool), columns=2, skips=False)
SCORE = TalkPage("score", PageKind.SCORE)
OTHER_REASON = TalkPage("other_reason", PageKind.TEXT)
FRAMES = TalkPage("frames", PageKind.ANY, codes=_codes(Frames), columns=2)
GOAL = TalkPage("goal", PageKind.TEXT)
LEAFLET = TalkPage("leaflet", codes=(YES, NO))
LENGTH = TalkPage("minutes", codes=MINUTES, columns=3, other=True)
WHO = TalkPage("who", columns=2)
TRAINED = TalkPage("trained", codes=(YES, NO), insists=True)
REFERRAL = TalkPage("referral", codes=_codes(AlcoholReferral), columns=2, insists=True)
CONSENT = TalkPage("consent", codes=(YES, NO), insists=True)
FOLLOW_UP = TalkPage("follow_up", codes=(*WEEKS, NEVER), columns=2, other=True)
SUMMARY = TalkPage("summary", PageKind.SUMMARY)

_ASKED = {
    question: TalkPage(f"ask_{question.value}", codes=tuple(map(str, points_of(question))), question=question)
    for question in AlcoholQuestion
}
_TALK = (FRAMES, GOAL, LEAFLET, LENGTH, WHO, TRAINED, REFERRAL)


def page_of(question: AlcoholQuestion) -> TalkPage:
    """The page that asks a question of the questionnaires."""
    return _ASKED[question]


def path(visit: Visit) -> tuple[TalkPage, ...]:
    """The pages that the record leads through, as far as anybody can tell by now; the offer is always the first."""
    talk = talk_of(visit)
    if talk.status is None:
        return (OFFER,)
    return (OFFER, *_after_offer(talk), SUMMARY)


def _after_offer(talk: BriefIntervention) -> Iterator[TalkPage]:
    if talk.status is InterventionStatus.DECLINED:
        return
    if talk.status is InterventionStatus.NOT_OFFERED:
        yield REASON
        return
    if talk.status is not InterventionStatus.NOT_APPROPRIATE or talk.fit is False:
        yield FIT
    if talk.status is InterventionStatus.NOT_APPROPRIATE or talk.fit is False:
        yield REASON
        return
    yield TOOL
    yield from asked_pages(talk)
    yield SCORE
    if talk.screening is None or talk.screening.positive is not True:
        yield OTHER_REASON
    yield from _TALK
    if talk.referral not in (None, AlcoholReferral.NONE):
        yield CONSENT
    yield FOLLOW_UP


def asked_pages(talk: BriefIntervention) -> Iterator[TalkPage]:
    """The questions of the chosen questionnaire that are worth asking."""
    screening = talk.screening
    tool = screening.tool if screening else USUAL_TOOL
    asked = to_ask(tool, screening.answers) if screening else questions_of(tool)
    return (page_of(question) for question in asked)
