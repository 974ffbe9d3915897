"""The table of questions: every code can be chosen and taken back, and the record says what was chosen."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Role
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, AgeSource, Consent, Gender, ReferralSource, Residency
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.visit.triage import TriageCategory
from mavis.system.reference import load_reference
from mavis.system.wording import words
from mavis.ui.keys.letters import ANSWERS
from mavis.ui.presenters.visit.questions import Moment, Question, Section, questions
from tests.builders import CountingIds, a_visit, at

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit


_IDS = CountingIds()


@pytest.fixture(scope="module")
def rules() -> FlagRules:
    """The shipped red flags."""
    return load_reference().flags


@pytest.fixture(scope="module")
def table(rules: FlagRules) -> tuple[Question, ...]:
    """All questions."""
    return questions(rules, ("pier", "town"))


def moment(rules: FlagRules, minutes: int = 0) -> Moment:
    """Ten o'clock and some minutes, and a lead who answers."""
    return Moment(at("22:00") + timedelta(minutes=minutes), Actor("crew-1", Role.LEAD), _IDS, rules)


def choose(question: Question, code: str, on: bool, visit: Visit, rules: FlagRules, minutes: int = 0) -> Visit:
    """The visit after a choice."""
    return question.edit(code, on, moment(rules, minutes), visit)(visit)


CODE_LISTS: dict[str, tuple[type[StrEnum], ...]] = {
    "arrival.need": (Presentation,),
    "arrival.age": (AgeBand,),
    "arrival.age_source": (AgeSource,),
    "arrival.gender": (Gender,),
    "arrival.sent_by": (ReferralSource,),
    "arrival.lives": (Residency,),
    "arrival.consent": (Consent,),
    "triage.category": (TriageCategory,),
    "triage.drunk": (Intoxication,),
    "triage.took": (Substance,),
    "observations.awake": (Consciousness,),
    "care.given": (CareKind,),
    "leaving.outcome": (Outcome,),
    "leaving.would_have": (WouldHave,),
    "leaving.basis": (Basis,),
}


OTHER_QUESTIONS = {
    "arrival.other_need",
    "arrival.where",
    "arrival.alone",
    "arrival.privacy",
    "triage.flag",
    "leaving.advised",
}
"""The rest of a code list, the scheme's own lists, yes or no, and a choice of outcomes."""


@pytest.mark.parametrize("question_id", CODE_LISTS)
def test_every_member_of_a_code_list_can_be_chosen(table: tuple[Question, ...], question_id: str) -> None:
    """No answer that the record can hold is missing on the page."""
    offered = {code for question in table if question.id == question_id for code in question.codes}
    if question_id == "arrival.need":
        offered |= {code for question in table if question.id == "arrival.other_need" for code in question.codes}
    wanted = {member.value for members in CODE_LISTS[question_id] for member in members}

    assert wanted <= offered
    assert offered - wanted <= {answer.value for answer in NoAnswer}


def test_every_question_about_a_code_list_is_checked(table: tuple[Question, ...]) -> None:
    """A new question must be added to the list above."""
    assert {question.id for question in table} == {*CODE_LISTS, *OTHER_QUESTIONS}


def test_every_red_flag_with_a_letter_is_offered(table: tuple[Question, ...], rules: FlagRules) -> None:
    """In the order of the rules."""
    flags = next(question for question in table if question.id == "triage.flag")

    assert flags.codes == tuple(rule.code for rule in rules.rules if rule.key)


def test_what_is_chosen_is_what_the_record_says(table: tuple[Question, ...], rules: FlagRules) -> None:
    """Chosen on: the question shows it; pick-one shows it alone. Taken back: it is gone."""
    for question in table:
        visit = a_visit()
        for code in question.codes:
            visit = choose(question, code, True, visit, rules)
            held = question.chosen(visit)
            assert held == {code} if question.one else code in held, (question.id, code)
            gone = choose(question, code, False, visit, rules)
            assert code not in question.chosen(gone), (question.id, code)


@given(st.data())
def test_any_row_of_choices_leaves_what_was_chosen(data: st.DataObject) -> None:
    """For a pick-any question the record holds exactly what is ticked, for a pick-one question the last choice."""
    rules = load_reference().flags
    question = data.draw(st.sampled_from(questions(rules)))
    visit, ticked = a_visit(), set[str]()
    for code in data.draw(st.lists(st.sampled_from(question.codes), max_size=8)):
        on = code not in ticked
        visit = choose(question, code, on, visit, rules)
        ticked = ({code} if on else set()) if question.one else ticked ^ {code}

    assert question.chosen(visit) == ticked


def test_a_second_look_is_a_new_observation(table: tuple[Question, ...], rules: FlagRules) -> None:
    """Alert at ten and still alert at a quarter past: two looks; a slip of the moment is put right instead."""
    awake = next(question for question in table if question.id == "observations.awake")
    visit = choose(awake, "V", True, a_visit(), rules)
    visit = choose(awake, "A", True, visit, rules)
    assert [one.consciousness for one in visit.observations] == [Consciousness.ALERT]
    visit = choose(awake, "A", False, visit, rules, minutes=15)

    assert [one.at for one in visit.observations] == [at("22:00"), at("22:15")]
    assert awake.chosen(visit) == {"A"}


def test_no_letter_means_two_things_in_a_section(table: tuple[Question, ...], rules: FlagRules) -> None:
    """Nor does a letter of an answer stand on a digit that chooses a section."""
    flags = {"triage.flag": {rule.code: rule.key for rule in rules.rules if rule.key}}
    keys = sorted(
        (question.section.value, letter)
        for question in table
        for letter in (ANSWERS | flags).get(question.id, {}).values()
    )

    assert [key for key, same in groupby(keys) if len(list(same)) > 1] == []
    assert not {letter for _, letter in keys} & set("1234567")


def test_every_letter_belongs_to_an_answer(table: tuple[Question, ...]) -> None:
    """No key is promised that does nothing."""
    by_id = {question.id: question for question in table}
    mine = {question.section.value for question in table}
    letters = {name: codes for name, codes in ANSWERS.items() if name.partition(".")[0] in mine}

    assert [
        (question, code) for question, codes in letters.items() for code in codes if code not in by_id[question].codes
    ] == []


def test_questions_stand_in_the_order_of_the_sections(table: tuple[Question, ...]) -> None:
    """As on the page."""
    order = [list(Section).index(question.section) for question in table]

    assert order == sorted(order)


def test_every_question_has_words(table: tuple[Question, ...]) -> None:
    """A title, and a name for the part of its id behind the section."""
    for question in table:
        assert words(f"visit.question.{question.id}")
        assert question.id == f"{question.section.value}.{question.name}"


def test_only_died_must_be_held(table: tuple[Question, ...]) -> None:
    """Everything else is one tap and can be undone."""
    assert {code for question in table for code in question.hold} == {Outcome.DIED.value}
