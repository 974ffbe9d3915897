"""What the talk about alcohol says: questions in plain words, the score, what it counts as, the list of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.edits.alcohol import is_drunk, talk_of
from mavis.domain.record.identity import Gender
from mavis.domain.scores.alcohol import most_points, questions_of, score_of
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Band
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS, AlcoholThresholds
from mavis.domain.scores.units import WEEKLY_GUIDELINE, units_text
from mavis.domain.visit.alcohol_claim import why_not_counted
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import has_words, words
from mavis.ui.look.tokens import Tone
from mavis.ui.presenters.shared.times import month, weekday
from mavis.ui.presenters.visit.alcohol.answers import chosen, day_after, text_of
from mavis.ui.presenters.visit.alcohol.pages import FOLLOW_UP, REASON, WEEKS, PageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage

_NO_NUMBER = "\N{EN DASH}"
_MANY = {Gender.FEMALE: "female", Gender.MALE: "male"}
_TALKING = frozenset({None, InterventionStatus.STARTED, InterventionStatus.COMPLETED})
"""How far a talk has come that is before somebody, or has been had."""
_TONES = {Band.HIGHER: Tone.AMBER, Band.POSSIBLE_DEPENDENCE: Tone.AMBER}


class ScoreText(NamedTuple):
    """The number or a dash, the headline, what it means for the person, and what to say of it."""

    number: str
    headline: str
    meaning: str
    detail: str
    tone: Tone = Tone.PLAIN


class AnsweredRow(NamedTuple):
    """A line of the list of answers: the page that changes it, what was asked in short, what was answered."""

    page_id: str
    asked: str
    answer: str
    is_open: bool


def title_words(page: TalkPage, visit: Visit) -> str:
    """The question of a page; how many units are many is told for women, for men, or for both."""
    if page.question is AlcoholQuestion.MANY_AT_ONCE:
        many = _MANY.get(visit.gender, "both") if isinstance(visit.gender, Gender) else "both"
        return words(f"alcohol.ask.{page.id}", many=words(f"alcohol.many.{many}"))
    if page.question is not None:
        return words(f"alcohol.ask.{page.id}")
    if page == REASON and talk_of(visit).status is InterventionStatus.NOT_OFFERED:
        return words("alcohol.page.reason_not_offered")
    return words(f"alcohol.page.{page.id}")


def how_words(page: TalkPage) -> str:
    """The line below the question: what helps whoever asks it; nothing where the question says all."""
    key = f"alcohol.how.{'asked' if page.question else page.id}"
    return words(key) if has_words(key) else ""


def answer_words(page: TalkPage, code: str, visit: Visit, name_of: Callable[[str], str]) -> str:
    """What a choice says."""
    if page.question is not None:
        return _points_words(page.question, code)
    if page.id == "who":
        return name_of(code)
    if page == FOLLOW_UP and code in WEEKS:
        return words(f"alcohol.answer.follow_up.{code}", day=day_words(day_after(visit, code)))
    if page.id == "minutes":
        return words("alcohol.answer.minutes", n=int(code))
    return words(f"alcohol.answer.{page.id}.{code}")


def answer_hint(page: TalkPage, code: str) -> str:
    """A second line on a choice, such as what to say for a part of the talk."""
    key = f"alcohol.hint.{page.id}.{code}"
    return words(key) if has_words(key) else ""


def day_words(day: date) -> str:
    """``Sat 21 November``."""
    return words("alcohol.day", weekday=weekday(day)[:3], day=day.day, month=month(day))


def caution_words(visit: Visit) -> str:
    """What to bear in mind of a score that is asked for while the person is drunk; nothing where nobody talks."""
    talk = talk_of(visit)
    if talk.status not in _TALKING:
        return ""
    if talk.said_drunk or (talk.screening is not None and talk.screening.while_intoxicated):
        return words(f"alcohol.caution.{'by_triage' if is_drunk(visit) and not talk.said_drunk else 'taken'}")
    if not is_drunk(visit) or talk.fit is False:
        return ""
    return words("alcohol.caution.by_triage" if talk.fit else "alcohol.caution.triage")


def score_words(talk: BriefIntervention, thresholds: AlcoholThresholds = USUAL_THRESHOLDS) -> ScoreText:
    """What the questionnaire came to, or which of its questions are open."""
    screening = talk.screening
    if screening is None:
        return ScoreText(_NO_NUMBER, words("alcohol.score.none"), words("alcohol.score.none_how"), "")
    found = score_of(screening.tool, screening.answers, thresholds)
    if found.positive is None:
        open_ones = ", ".join(str(questions_of(screening.tool).index(one) + 1) for one in found.missing)
        return ScoreText(
            _NO_NUMBER,
            words("alcohol.score.open"),
            words(f"alcohol.score.open_{'one' if len(found.missing) == 1 else 'several'}", numbers=open_ones),
            "",
        )
    band = found.band.value if found.band else ("positive" if found.positive else "negative")
    tool = words(f"alcohol.answer.tool.{screening.tool.value}")
    number = _NO_NUMBER if found.total is None else str(found.total)
    return ScoreText(
        number,
        words(f"alcohol.score.{band}"),
        words(f"alcohol.meaning.{band}"),
        words("alcohol.score.of", tool=tool, most=most_points(screening.tool)),
        _TONES.get(found.band, Tone.PLAIN) if found.band else (Tone.AMBER if found.positive else Tone.PLAIN),
    )


def counts_words(talk: BriefIntervention) -> tuple[bool, str]:
    """Whether the talk counts as one brief intervention, and the sentence that says so or why not."""
    reason = why_not_counted(talk)
    if reason is None:
        return True, words("alcohol.counts.yes")
    return False, words(f"alcohol.counts.{reason.value}")


def answered_rows(visit: Visit, pages: Iterable[TalkPage], name_of: Callable[[str], str]) -> Iterator[AnsweredRow]:
    """The list of answers; what nobody answered says so."""
    for page in pages:
        if page.kind not in (PageKind.SCORE, PageKind.SUMMARY):
            told = _told(page, visit, name_of)
            yield AnsweredRow(page.id, words(f"alcohol.short.{page.id}"), told or words("alcohol.open"), not told)


def _told(page: TalkPage, visit: Visit, name_of: Callable[[str], str]) -> str:
    if page.kind is PageKind.TEXT:
        return text_of(page, visit)
    held, talk = chosen(page, visit), talk_of(visit)
    if page.kind is PageKind.ANY:
        return words("alcohol.parts_done", done=len(held), of=len(page.codes)) if held else ""
    if page == FOLLOW_UP and talk.follow_up:
        return day_words(talk.follow_up)
    return next((answer_words(page, code, visit, name_of) for code in held), "")


def _points_words(question: AlcoholQuestion, code: str) -> str:
    key = f"alcohol.points.ask_{question.value}.{code}"
    return words(key) if has_words(key) else words(f"alcohol.points.how_often.{code}")


def units_words(talk: BriefIntervention) -> ScoreText:
    """The units of the drinks that were told, beside what is advised for a week."""
    headline = words("alcohol.units.headline" if talk.drinks else "alcohol.units.nothing")
    advice = words("alcohol.units.guideline", most=WEEKLY_GUIDELINE)
    over = talk.units > WEEKLY_GUIDELINE
    if over:
        advice = words("alcohol.units.over", most=WEEKLY_GUIDELINE)
    return ScoreText(
        units_text(talk.units), headline, advice, words("alcohol.units.pregnant"), Tone.AMBER if over else Tone.PLAIN
    )
