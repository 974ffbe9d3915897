"""The alcohol questionnaires: each threshold, what may be left out, and what holds for all answers."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.errors import UserError
from mavis.domain.scores import audit, audit_c, audit_pc, fast, m_sasq
from mavis.domain.scores.alcohol_answers import Band, points_of

if TYPE_CHECKING:
    from types import ModuleType

TOOLS = [audit, audit_c, audit_pc, fast, m_sasq]


@pytest.mark.parametrize(
    ("answers", "total", "positive", "band"),
    [
        ((1, 1, 2), 4, False, Band.LOWER),
        ((1, 2, 2), 5, True, Band.INCREASING),
        ((3, 2, 2), 7, True, Band.INCREASING),
        ((3, 3, 2), 8, True, Band.HIGHER),
        ((4, 4, 2), 10, True, Band.HIGHER),
        ((4, 4, 3), 11, True, Band.POSSIBLE_DEPENDENCE),
        ((4, 4, 4), 12, True, Band.POSSIBLE_DEPENDENCE),
        ((0, 0, 0), 0, False, Band.LOWER),
        ((0, None, None), 0, False, Band.LOWER),
        ((0, 4, None), 4, False, Band.LOWER),
        ((1, None, 2), None, None, None),
        ((None, 2, 2), None, None, None),
    ],
)
def test_audit_c(answers: tuple[int | None, ...], total: int | None, positive: bool | None, band: Band | None) -> None:
    """5 and more for both sexes; who never drinks may leave out the rest, and what is answered is kept."""
    found = audit_c.score(answers)

    assert (found.total, found.positive, found.band, found.answers) == (total, positive, band, answers)


def test_the_sub_bands_can_be_confirmed_otherwise() -> None:
    """A service sets its own; the threshold stays."""
    found = audit_c.score((4, 4, 2), ((5, Band.INCREASING), (10, Band.POSSIBLE_DEPENDENCE)))

    assert (found.positive, found.band) == (True, Band.POSSIBLE_DEPENDENCE)


def _audit_of(total: int) -> list[int]:
    """Ten answers with that total, even or odd."""
    answers = [0] * 10
    for place in range(8):
        answers[place] = min(4, total - sum(answers))
    for place in (8, 9):
        answers[place] = min(4, total - sum(answers))
    return answers


@pytest.mark.parametrize(
    ("total", "positive", "band"),
    [
        (0, False, Band.LOWER),
        (7, False, Band.LOWER),
        (8, True, Band.INCREASING),
        (15, True, Band.INCREASING),
        (16, True, Band.HIGHER),
        (19, True, Band.HIGHER),
        (20, True, Band.POSSIBLE_DEPENDENCE),
        (40, True, Band.POSSIBLE_DEPENDENCE),
    ],
)
def test_audit(total: int, positive: bool, band: Band) -> None:
    """The bands of OHID."""
    found = audit.score(_audit_of(total))

    assert (found.total, found.positive, found.band) == (total, positive, band)


@pytest.mark.parametrize(
    ("answers", "total", "positive"),
    [
        ((1, 1, 1, 1, 0), 4, False),
        ((1, 1, 1, 2, 0), 5, True),
        ((4, 4, 4, 4, 4), 20, True),
        ((4, 4, 4, 4, None), None, None),
    ],
)
def test_audit_pc(answers: tuple[int | None, ...], total: int | None, positive: bool | None) -> None:
    """Questions 1, 2, 4, 5 and 10: 5 and more is positive."""
    found = audit_pc.score(answers)

    assert (found.total, found.positive) == (total, positive)


@pytest.mark.parametrize(
    ("answers", "total", "positive", "missing"),
    [
        ((0, 4, 4, 4), 12, False, 0),
        ((0, None, None, None), None, False, 0),
        ((3, 0, 0, 0), 3, True, 0),
        ((3, None, None, None), None, True, 0),
        ((4, None, 0, 0), None, True, 0),
        ((2, 0, 0, 0), 2, False, 0),
        ((2, 1, 0, 0), 3, True, 0),
        ((1, 0, 0, 2), 3, True, 0),
        ((1, 2, None, None), None, True, 0),
        ((1, 1, None, 0), None, None, 1),
        ((None, 4, 4, 4), None, None, 1),
    ],
)
def test_fast(answers: tuple[int | None, ...], total: int | None, positive: bool | None, missing: int) -> None:
    """The first answer can decide alone, known points can reach the threshold; the total still needs all four."""
    found = fast.score(answers)

    assert (found.total, found.positive, len(found.missing)) == (total, positive, missing)


@pytest.mark.parametrize(("answer", "positive"), [(0, False), (1, False), (2, True), (4, True), (None, None)])
def test_m_sasq(answer: int | None, positive: bool | None) -> None:
    """Monthly or more, unless the service says otherwise."""
    assert m_sasq.score((answer,)).positive is positive
    assert m_sasq.score((1,), positive_from=1).positive is True


@pytest.mark.parametrize("tool", TOOLS)
def test_every_answer_is_one_that_is_offered(tool: ModuleType) -> None:
    """Points outside the choices, and a wrong number of answers, are refused with the place."""
    blank = [None] * len(tool.QUESTIONS)
    for place, question in enumerate(tool.QUESTIONS):
        for wrong in {-1, 1, 2, 3, 4, 5} - set(points_of(question)):
            with pytest.raises(UserError, match=f"question={place + 1} "):
                tool.score([*blank[:place], wrong, *blank[place + 1 :]])
    for answers in ([*blank, None], blank[1:]):
        with pytest.raises(UserError, match="screening_length"):
            tool.score(answers)


@given(st.sampled_from(TOOLS), st.data())
def test_more_points_are_never_less_positive(tool: ModuleType, data: st.DataObject) -> None:
    """Every tool but FAST's first question only ever goes up; the total is the sum and names its rule."""
    first = [data.draw(st.sampled_from(points_of(question))) for question in tool.QUESTIONS]
    place = data.draw(st.integers(0, len(first) - 1))
    choices = points_of(tool.QUESTIONS[place])
    scores = [tool.score([*first[:place], points, *first[place + 1 :]]) for points in choices]

    assert [found.total for found in scores] == [sum(first) - first[place] + points for points in choices]
    assert all(before.positive <= after.positive for before, after in pairwise(scores))
    assert {found.rule_version for found in scores} == {tool.RULE_VERSION}


@given(st.sampled_from([audit, audit_pc, m_sasq, fast]), st.data())
def test_no_total_from_blanks(tool: ModuleType, data: st.DataObject) -> None:
    """Whatever is left out is named, unless it cannot change the answer any more."""
    answers = [data.draw(st.sampled_from([*points_of(question), None])) for question in tool.QUESTIONS]
    found = tool.score(answers)

    assert (found.total is None) == (None in answers)
    assert found.positive is None or not found.missing
