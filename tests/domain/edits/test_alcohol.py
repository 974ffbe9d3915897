"""Edits of the talk about alcohol: what each answer writes down, and what it leaves alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import (
    add_drinks,
    answer_question,
    choose_tool,
    find_fit,
    is_drunk,
    not_right,
    offer,
    scored_by,
    talk_of,
    tell,
    tick_part,
)
from mavis.domain.record.presentation import Intoxication
from mavis.domain.scores.alcohol import questions_of
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Tool
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS, AlcoholThresholds
from mavis.domain.visit.alcohol_claim import NotCounted, why_not_counted
from mavis.domain.visit.brief_intervention import (
    BriefIntervention,
    Drink,
    Frames,
    InterventionStatus,
    NotAppropriate,
)
from tests.builders import SATURDAY_NIGHT, a_visit

if TYPE_CHECKING:
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit

LATER = SATURDAY_NIGHT + timedelta(minutes=5)
TALKED = (InterventionStatus.STARTED, InterventionStatus.COMPLETED)
YES = offer(InterventionStatus.STARTED, SATURDAY_NIGHT)


def after(*edits: VisitEdit, visit: Visit | None = None) -> Visit:
    """A visit with these edits made one after the other."""
    made = visit or a_visit()
    for edit in edits:
        made = edit(made)
    return made


def test_an_offer_keeps_its_first_time() -> None:
    """Accepted, completed later: the offer was made when it was made; of what was not offered no time stays."""
    done = offer(InterventionStatus.COMPLETED, LATER)
    assert talk_of(after(YES, done)).offered_at == SATURDAY_NIGHT
    assert talk_of(after(YES, offer(InterventionStatus.NOT_OFFERED, LATER))).offered_at is None
    assert after(YES, offer(None, LATER)).abi is None


def test_a_reason_goes_with_its_status() -> None:
    """Somebody too drunk an hour ago may talk now."""
    refused = after(not_right(NotAppropriate.TOO_INTOXICATED))
    assert talk_of(refused).status is InterventionStatus.NOT_APPROPRIATE
    assert talk_of(after(YES, visit=refused)).not_appropriate is None
    unasked = talk_of(after(offer(InterventionStatus.NOT_OFFERED, LATER), not_right(NotAppropriate.NO_PRIVACY)))
    assert (unasked.status, unasked.not_appropriate) == (InterventionStatus.NOT_OFFERED, NotAppropriate.NO_PRIVACY)
    fit = talk_of(after(YES, find_fit(False), not_right(NotAppropriate.UNWELL), find_fit(True)))
    assert (fit.status, fit.not_appropriate, fit.fit) == (InterventionStatus.STARTED, None, True)


def test_answers_are_scored_as_they_come() -> None:
    """The score is there with the last answer, by the tool that is chosen; each answer is kept at once."""
    asked = after(answer_question(AlcoholQuestion.HOW_OFTEN, 3), answer_question(AlcoholQuestion.TYPICAL_UNITS, 2))
    screening = talk_of(asked).screening
    assert screening is not None
    assert (screening.tool, screening.answers, screening.score) == (Tool.AUDIT_C, (3, 2, None), None)
    whole = talk_of(after(answer_question(AlcoholQuestion.MANY_AT_ONCE, 0), visit=asked)).screening
    assert whole is not None
    assert (whole.score, whole.positive, whole.rule_version) == (5, True, "audit-c-uk.1")


def test_another_tool_takes_over_what_it_asks_as_well() -> None:
    """AUDIT asks the three questions of AUDIT-C too; nobody is asked twice."""
    asked = after(answer_question(AlcoholQuestion.HOW_OFTEN, 3), choose_tool(Tool.AUDIT))
    screening = talk_of(asked).screening
    assert screening is not None
    assert screening.answers == (3, *(None,) * 9)


def test_who_drinks_never_need_not_answer_more_and_nothing_is_thrown_away() -> None:
    """Never: the score is 0 at once; what was answered before is still stored."""
    units, never = AlcoholQuestion.TYPICAL_UNITS, AlcoholQuestion.HOW_OFTEN
    screening = talk_of(after(answer_question(units, 1), answer_question(never, 0))).screening
    assert screening is not None
    assert screening.answers == (0, 1, None)
    assert screening.positive is False


@pytest.mark.parametrize("level", Intoxication)
def test_a_score_of_somebody_drunk_carries_a_caution(level: Intoxication) -> None:
    """From moderately drunk on, by triage; it stays with the score when they sober up."""
    drunk = level in (Intoxication.MODERATE, Intoxication.SEVERE, Intoxication.UNCONSCIOUS)
    visit = after(answer_question(AlcoholQuestion.HOW_OFTEN, 3), visit=a_visit(intoxication=level))
    assert is_drunk(visit) is drunk
    sober = after(
        tell(), answer_question(AlcoholQuestion.TYPICAL_UNITS, 1), visit=a_visit(intoxication=None, abi=visit.abi)
    )
    screening = talk_of(sober).screening
    assert screening is not None
    assert screening.while_intoxicated is drunk


def test_whoever_asks_can_say_that_they_are_drunk() -> None:
    """Before the first question, which is no screening yet; the score carries it, and it can be taken back."""
    said = after(YES, find_fit(True, drunk=True))
    assert talk_of(said).screening is None
    asked = after(answer_question(AlcoholQuestion.HOW_OFTEN, 3), visit=said)
    screening = talk_of(asked).screening
    assert screening is not None
    assert screening.while_intoxicated
    sober = talk_of(after(find_fit(True), visit=asked)).screening
    assert sober is not None
    assert not sober.while_intoxicated


@pytest.mark.parametrize("status", [one for one in InterventionStatus if one not in TALKED])
@pytest.mark.parametrize("tool", Tool)
def test_where_nobody_talks_a_questionnaire_that_was_only_chosen_goes_and_answers_stay(
    status: InterventionStatus, tool: Tool
) -> None:
    """Nobody was screened before the first answer; what was answered is never thrown away."""
    chosen = after(YES, find_fit(True, drunk=True), choose_tool(tool))
    assert talk_of(after(offer(status, LATER), visit=chosen)).screening is None
    answered = after(answer_question(questions_of(tool)[0], 2), visit=chosen)
    kept = talk_of(after(offer(status, LATER), visit=answered)).screening
    assert kept is not None
    assert kept.is_begun


def test_parts_stand_in_the_order_of_the_method() -> None:
    """However they were ticked."""
    ticked = after(tick_part(Frames.EMPATHY, True), tick_part(Frames.FEEDBACK, True), tick_part(Frames.MENU, True))
    assert talk_of(ticked).frames == (Frames.FEEDBACK, Frames.MENU, Frames.EMPATHY)
    assert talk_of(after(tick_part(Frames.MENU, False), visit=ticked)).frames == (Frames.FEEDBACK, Frames.EMPATHY)


def test_drinks_are_counted_by_size_and_strength() -> None:
    """One more, one less, and a kind of which none is left is gone; never below nothing."""
    two = after(add_drinks(568, 40, 1), add_drinks(568, 40, 1), add_drinks(175, 120, 1))
    assert talk_of(two).drinks == (Drink(2, 568, 40), Drink(1, 175, 120))
    assert talk_of(after(add_drinks(175, 120, -1), visit=two)).drinks == (Drink(2, 568, 40),)
    assert after(add_drinks(568, 40, -1)).abi is None


COUNTED = BriefIntervention(
    InterventionStatus.COMPLETED,
    SATURDAY_NIGHT,
    fit=True,
    screening=talk_of(
        after(
            answer_question(AlcoholQuestion.HOW_OFTEN, 4),
            answer_question(AlcoholQuestion.TYPICAL_UNITS, 1),
            answer_question(AlcoholQuestion.MANY_AT_ONCE, 0),
        )
    ).screening,
    follow_up=date(2026, 3, 28),
)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, None),
        ({"status": None}, NotCounted.NOT_OFFERED),
        ({"status": InterventionStatus.NOT_OFFERED}, NotCounted.NOT_OFFERED),
        ({"status": InterventionStatus.DECLINED}, NotCounted.DECLINED),
        ({"status": InterventionStatus.NOT_APPROPRIATE}, NotCounted.NOT_APPROPRIATE),
        ({"status": InterventionStatus.STARTED}, NotCounted.NOT_FINISHED),
        ({"fit": False}, NotCounted.NOT_FIT),
        ({"fit": None}, NotCounted.FITNESS_NOT_ASKED),
        ({"screening": None}, NotCounted.NO_SCORE),
        ({"screening": None, "clinical_reason": "liver clinic"}, None),
        ({"screening": None, "clinical_reason": " "}, NotCounted.NO_SCORE),
    ],
)
def test_why_a_talk_does_not_count(fields: dict[str, object], why: NotCounted | None) -> None:
    """The first thing that is missing; nothing exactly when the talk is delivered."""
    talk = talk_of(after(tell(**fields), visit=a_visit(abi=COUNTED)))
    assert why_not_counted(talk) is why
    assert (why is None) is talk.is_delivered


def test_a_low_score_does_not_count() -> None:
    """Four points of AUDIT-C, unless there is another reason."""
    low = after(answer_question(AlcoholQuestion.TYPICAL_UNITS, 0), visit=a_visit(abi=COUNTED))
    assert why_not_counted(talk_of(low)) is NotCounted.LOW_SCORE


def test_what_a_service_confirmed_decides_and_says_so() -> None:
    """Less than monthly is positive for it; a score that was taken before keeps what it was."""
    own = AlcoholThresholds("own", m_sasq_positive_from=1)
    usual = after(choose_tool(Tool.M_SASQ), answer_question(AlcoholQuestion.MANY_AT_ONCE, 1))
    told = after(scored_by(own, tick_part(Frames.FEEDBACK, ticked=True)), visit=usual)
    taken = after(
        choose_tool(Tool.M_SASQ), scored_by(own, answer_question(AlcoholQuestion.MANY_AT_ONCE, 1)), scored_by(own, YES)
    )
    before, kept, anew = (talk_of(visit).screening for visit in (usual, told, taken))

    assert before is not None
    assert anew is not None
    assert (before.positive, before.rule_version) == (False, "m-sasq.1")
    assert kept == before
    assert (anew.positive, anew.rule_version) == (True, "m-sasq.1/own")
    assert after(scored_by(own, tell(screening=None)), visit=taken).abi != taken.abi


def test_the_usual_numbers_change_no_score() -> None:
    """Nor do others change a tool about which nothing is to be confirmed."""
    answers = {Tool.AUDIT_C: AlcoholQuestion.HOW_OFTEN, Tool.FAST: AlcoholQuestion.MANY_AT_ONCE}
    own = AlcoholThresholds("own", m_sasq_positive_from=1)
    for tool, thresholds in ((Tool.AUDIT_C, USUAL_THRESHOLDS), (Tool.FAST, own)):
        plain = after(choose_tool(tool), answer_question(answers[tool], 3))
        scored = after(choose_tool(tool), scored_by(thresholds, answer_question(answers[tool], 3)))
        assert scored == plain
