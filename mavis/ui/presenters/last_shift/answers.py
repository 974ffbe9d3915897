"""Every answer of a visit to read: by section and part, each beside its question, as the page of the visit words them.

What happened at a time stands in the timeline. Words that few may read are not in the record of those who may not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.edits.head_injury import answered_yes, answers, has_head_injury
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.diversion import WouldHave, lacks_clinician
from mavis.domain.record.safeguarding import ReferralQuestion
from mavis.system.wording import has_words, label, words
from mavis.ui.presenters.shared.times import clock_text, date_text
from mavis.ui.presenters.steps.referral import LINES
from mavis.ui.presenters.visit.alcohol.answers import chosen
from mavis.ui.presenters.visit.alcohol.pages import FRAMES, path
from mavis.ui.presenters.visit.alcohol.words import answer_words, answered_rows, units_words
from mavis.ui.presenters.visit.page import VisitPresenter
from mavis.ui.presenters.visit.question import Question, Section
from mavis.ui.presenters.visit.safety.assault import assault_part
from mavis.ui.presenters.visit.safety.capacity import capacity_part
from mavis.ui.presenters.visit.safety.part import Line, Somebody
from mavis.ui.presenters.visit.safety.part_presenter import chip_words, row_words, when_words
from mavis.ui.presenters.visit.safety.refusal import refusal_part
from mavis.ui.presenters.visit.safety.safeguarding import kept_notes
from mavis.ui.presenters.visit.safety.safeguarding_steps import SIGNS, STEPS, held, is_kept
from mavis.ui.presenters.visit.safety.spiking import spiking_part
from mavis.ui.presenters.visit.triage.raised_by import raised_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mavis.domain.record.safeguarding import Referral
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.safety.part import Part, Row

_TIMED = frozenset({"observations.awake", "care.given", "triage.flag"})
"""Questions whose answers have a time each, and stand with it elsewhere."""


class Answer(NamedTuple):
    """What was asked in a few words, and what was answered."""

    asked: str
    answer: str


class Answered(NamedTuple):
    """A section or part of a visit, and its answers in the order of the page."""

    title: str
    answers: tuple[Answer, ...]


def all_answers(visit: Visit, desk: Desk, names: Mapping[str, str], *, readable: bool) -> tuple[Answered, ...]:
    """All that somebody answered or wrote; ``names`` tells the crew, ``readable`` whether private notes may be read."""

    def name_of(person: str) -> str:
        return names.get(person, "")

    parts = (assault_part(()), spiking_part(), refusal_part(()), capacity_part())
    notes = (Answer(_at_by(clock_text(note.at), name_of(note.by)), note.text) for note in visit.notes if not note.about)
    found: tuple[tuple[str, Iterable[Answer]], ...] = (
        (_section(Section.ARRIVAL), _of_section(Section.ARRIVAL, visit, desk)),
        (_section(Section.TRIAGE), (*_of_section(Section.TRIAGE, visit, desk), *_triage(visit, desk, name_of))),
        (words("triage.ask.head_injury"), _head_injury(visit)),
        (_section(Section.ALCOHOL), _talk(visit, name_of)),
        *((_safety(part.name), _part(part, visit, name_of)) for part in parts),
        (_safety("safeguarding"), _kept_safe(visit, names, readable=readable)),
        (_safety("referrals"), (row for one in visit.referrals for row in _referral(one))),
        (_section(Section.LEAVING), _of_section(Section.LEAVING, visit, desk)),
        (words("last_shift.notes"), notes),
    )
    told = ((title, tuple(answer for answer in rows if answer.answer.strip())) for title, rows in found)
    return tuple(Answered(title, answers) for title, answers in told if answers)


def _section(section: Section) -> str:
    return words(f"visit.section.{section.value}")


def _safety(part: str) -> str:
    return words(f"chips.safety.part.{part}")


def _at_by(time: str, who: str) -> str:
    return ", ".join(filter(None, (time, who)))


def _of_section(section: Section, visit: Visit, desk: Desk) -> Iterator[Answer]:
    page = VisitPresenter(desk)
    for question in page.questions:
        if question.section is section and question.id not in _TIMED:
            told = _chosen(question, visit, page.chip_words)
            yield Answer(_asked(question.id), _basis(told, visit) if question.id == "leaving.basis" else told)


def _basis(told: str, visit: Visit) -> str:
    """On what basis it was judged, and as what it counts; none of what nobody knows."""
    if visit.diversion.would_have is WouldHave.NOT_KNOWN:
        return ""
    return words("visit.said.no_clinician", said=told) if lacks_clinician(visit.diversion) else told


def _asked(question_id: str) -> str:
    """The question; where the page heads a whole section with it, a name of its own."""
    own = f"last_shift.asked.{question_id}"
    return words(own if has_words(own) else f"visit.question.{question_id}")


def _chosen(question: Question, visit: Visit, told: Callable[[str, str], str]) -> str:
    """The answers in the order of the page; what nobody knows, or a place that is on no list any more, comes last."""
    held_ones = question.chosen(visit)
    in_order = [code for code in question.codes if code in held_ones]
    others = [code for code in sorted(held_ones - set(in_order)) if question.one or code in set(NoAnswer)]
    return ", ".join(told(question.id, code) for code in (*in_order, *others))


def _triage(visit: Visit, desk: Desk, name_of: Callable[[str], str]) -> Iterator[Answer]:
    if visit.triage is not None:
        yield Answer(words("triage.ask.reason"), visit.triage.reason)
    for flag in visit.flags:
        yield Answer(words("last_shift.red_flag"), raised_words(flag, visit, desk.reference.flags, name_of))


def _head_injury(visit: Visit) -> Iterator[Answer]:
    if has_head_injury(visit):
        seen = answered_yes(visit)
        for sign, answer in answers(visit).items():
            yield Answer(label(sign), words("last_shift.recorded") if seen.get(sign) else _truth(answer))


def _truth(answer: object) -> str:
    """Yes, no, or why there is neither; nothing where nobody asked, and words as they are."""
    if isinstance(answer, NoAnswer):
        return words(f"visit.unanswered.{answer.value}")
    if isinstance(answer, bool):
        return words(f"chips.safeguarding.answer.{'yes' if answer else 'no'}")
    return str(answer or "")


def _talk(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Answer]:
    if visit.abi is None:
        return
    for row in answered_rows(visit, path(visit), name_of):
        if row.page_id == FRAMES.id:
            done = [code for code in FRAMES.codes if code in chosen(FRAMES, visit)]
            yield Answer(row.asked, ", ".join(answer_words(FRAMES, code, visit, name_of) for code in done))
        elif not row.is_open:
            yield Answer(row.asked, row.answer)
    if visit.abi.drinks:
        yield Answer(words("last_shift.units"), units_words(visit.abi).number)


def _part(part: Part, visit: Visit, name_of: Callable[[str], str]) -> Iterable[Answer]:
    if getattr(visit, part.name) is None:
        return []
    return [_row(row, visit, name_of) for row in part.rows]


def _row(row: Row, visit: Visit, name_of: Callable[[str], str]) -> Answer:
    if isinstance(row, Question):
        return Answer(_asked(row.id), _chosen(row, visit, chip_words))
    if isinstance(row, Line):
        return Answer(row_words(row.id), row.held(visit))
    if isinstance(row, Somebody):
        return Answer(row_words(row.id), name_of(row.held(visit)))
    instant = row.held(visit)
    return Answer(row_words(row.id), "" if instant is None else when_words(instant, visit.arrived_at))


def _kept_safe(visit: Visit, names: Mapping[str, str], *, readable: bool) -> Iterator[Answer]:
    signs = visit.safeguarding.indicators if visit.safeguarding else ()
    for step in STEPS:
        if step is SIGNS:
            yield Answer(step.title, ", ".join(label(sign) for sign in signs))
        elif is_kept(step.id):
            yield Answer(step.title, _truth(held(visit, step.id)))
    for line in kept_notes(visit, names, readable=readable).splitlines():
        yield Answer(words("safeguarding.ask.kept"), line)


def _referral(one: Referral) -> Iterator[Answer]:
    """What was asked of a referral and when to ask again; when it was made and answered stands in the timeline."""
    target = label(one.target)
    yield Answer(target, label(one.state))
    if one.consent is not None:
        yield Answer(_of(target, "consent"), label(one.consent))
    yield Answer(_of(target, "urgent"), _truth(one.answer(ReferralQuestion.URGENT)))
    for name in LINES:
        yield Answer(_of(target, name), getattr(one, name))
    if one.chase_on is not None:
        yield Answer(_of(target, "chase"), date_text(one.chase_on))


def _of(target: str, name: str) -> str:
    return words("last_shift.of_referral", target=target, asked=words(f"referrals.ask.{name}"))
