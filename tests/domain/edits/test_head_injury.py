"""The head-injury list: each sign answered and taken back, what the record answers, and what counts as clear."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.triage_advice import advise
from mavis.domain.edits.head_injury import (
    answer_sign,
    answered_yes,
    answers,
    by_record,
    has_head_injury,
    is_intoxicated,
    rule_out_the_rest,
    unanswered,
)
from mavis.domain.edits.visit import settle, tick_flag
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.head_injury import HeadInjury, HeadInjurySign
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.visit.triage import RaisedFlag
from mavis.system.reference import load_reference
from tests.builders import a_visit, at
from tests.domain.scores.observed import observed

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_ACTOR = Actor("crew-1", Role.VOLUNTEER)
_ANSWERS = st.lists(
    st.tuples(st.sampled_from(HeadInjurySign), st.sampled_from([True, False, NoAnswer.NOT_KNOWN, None])), max_size=20
)


def _answer(visit: Visit, sign: HeadInjurySign, answer: bool | NoAnswer | None) -> Visit:
    return answer_sign(sign, answer, at("22:10"), "crew-1")(visit)


@given(_ANSWERS)
def test_the_last_answer_of_each_sign_stands(
    given_answers: list[tuple[HeadInjurySign, bool | NoAnswer | None]],
) -> None:
    """Whatever came before; a list of which nothing is left is none."""
    visit = a_visit()
    for sign, answer in given_answers:
        visit = _answer(visit, sign, answer)
    last = {sign: answer for sign, answer in dict(given_answers).items() if answer is not None}

    assert answers(visit) == last
    assert set(unanswered(visit)) == set(HeadInjurySign) - set(last)
    assert (visit.head_injury is None) == (not last)


def test_a_yes_tells_whether_anybody_but_the_record_says_it() -> None:
    """Whoever asked and heard yes says it, whatever is recorded; a no does not take back what is."""
    drunk = a_visit(needs=(Presentation.ALCOHOL_INTOXICATION,))
    denied = _answer(_answer(drunk, HeadInjurySign.FIT, True), HeadInjurySign.DRINK_OR_DRUGS, False)
    heard = _answer(denied, HeadInjurySign.DRINK_OR_DRUGS, True)

    assert answered_yes(denied) == {HeadInjurySign.FIT: False, HeadInjurySign.DRINK_OR_DRUGS: True}
    assert answered_yes(heard) == {HeadInjurySign.FIT: False, HeadInjurySign.DRINK_OR_DRUGS: False}


@given(_ANSWERS)
def test_any_yes_is_enough(given_answers: list[tuple[HeadInjurySign, bool | NoAnswer | None]]) -> None:
    """It raises the flag that refers to A&E, and neither a no nor a not known of another sign takes that back."""
    rules = load_reference().flags
    visit = a_visit()
    for sign, answer in given_answers:
        visit = _answer(visit, sign, answer)
    flagged = settle(a_visit(), visit, rules, at("22:10"), _ACTOR)

    assert advise(flagged, rules).refer_to_ed == (True in dict(given_answers).values())


@pytest.mark.parametrize("sign", HeadInjurySign)
def test_each_sign_refers_by_itself(sign: HeadInjurySign) -> None:
    """Every single one of the list, with a head injury or without one on record."""
    rules = load_reference().flags
    visit = settle(a_visit(), _answer(a_visit(), sign, True), rules, at("22:10"), _ACTOR)

    assert advise(visit, rules).refer_to_ed
    assert [flag.code for flag in visit.open_clinical_flags] == ["head_injury"]


@pytest.mark.parametrize(
    ("fields", "drunk"),
    [
        ({}, False),
        ({"intoxication": Intoxication.NONE}, False),
        ({"intoxication": NoAnswer.NOT_KNOWN}, False),
        ({"intoxication": Intoxication.MILD}, True),
        ({"intoxication": Intoxication.UNCONSCIOUS}, True),
        ({"substances": (Substance.UNKNOWN,)}, True),
        ({"needs": (Presentation.ALCOHOL_INTOXICATION,)}, True),
        ({"needs": (Presentation.SUSPECTED_DRUGS,)}, True),
        ({"needs": (Presentation.COLD,)}, False),
    ],
)
def test_drink_and_drugs(fields: dict[str, Any], drunk: bool) -> None:
    """However little; with a head injury it always refers to A&E, whatever else was ruled out."""
    rules = load_reference().flags
    visit = a_visit(**fields)
    injured = replace(visit, needs=(*visit.needs, Presentation.HEAD_INJURY))
    settled = settle(visit, rule_out_the_rest(at("22:10"), "crew-1")(injured), rules, at("22:10"), _ACTOR)

    assert is_intoxicated(visit) is drunk
    assert (HeadInjurySign.DRINK_OR_DRUGS in by_record(visit)) is drunk
    assert advise(settled, rules).refer_to_ed
    assert settled.open_clinical_flags


@pytest.mark.parametrize(
    ("values", "drowsy"),
    [
        ({}, False),
        ({"gcs": 15}, False),
        ({"gcs": 14}, True),
        ({"consciousness": Consciousness.CONFUSED}, True),
        ({"consciousness": None}, False),
    ],
)
def test_not_fully_awake_when_measured(values: dict[str, Any], drowsy: bool) -> None:
    """In any set: waking up later takes nothing back, and an answer of no does not either."""
    visit = a_visit(observations=(observed(**values), ObservationSet("o2", at("23:00"), "crew-1")))
    visit = _answer(visit, HeadInjurySign.NOT_FULLY_AWAKE, False)

    assert answers(visit)[HeadInjurySign.NOT_FULLY_AWAKE] is drowsy


def test_no_to_the_rest_leaves_answers_alone() -> None:
    """Only what nobody spoke of becomes a no; then the list says so in full."""
    visit = rule_out_the_rest(at("22:10"), "crew-1")(_answer(a_visit(), HeadInjurySign.VOMITED, NoAnswer.NOT_KNOWN))

    assert unanswered(visit) == ()
    assert answers(visit)[HeadInjurySign.VOMITED] is NoAnswer.NOT_KNOWN
    assert visit.head_injury is not None
    assert not visit.head_injury.is_clear


@pytest.mark.parametrize(
    ("held", "clear"),
    [
        (HeadInjury((), at("22:00"), "a"), True),
        (HeadInjury((), at("22:00"), "a", tuple(HeadInjurySign)), True),
        (HeadInjury((), at("22:00"), "a", tuple(HeadInjurySign)[:3]), False),
        (HeadInjury((HeadInjurySign.FIT,), at("22:00"), "a"), False),
    ],
)
def test_a_list_is_clear_when_all_of_it_was_asked(held: HeadInjury, clear: bool) -> None:
    """Half a list is none."""
    assert held.is_clear is clear


def test_where_the_list_belongs() -> None:
    """A need, a flag, or an answer asks for it."""
    flag = tick_flag("head_injury", True, load_reference().flags, at("22:00"), "crew-1")(a_visit())

    assert [isinstance(one, RaisedFlag) for one in flag.flags] == [True]
    assert not has_head_injury(a_visit())
    assert has_head_injury(flag)
    assert has_head_injury(a_visit(needs=(Presentation.HEAD_INJURY,)))
    assert has_head_injury(_answer(a_visit(), HeadInjurySign.FIT, False))
