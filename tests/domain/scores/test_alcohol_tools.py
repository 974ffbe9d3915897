"""The questionnaires by name: what each asks, and when its first answer says all."""

from __future__ import annotations

import pytest

from mavis.domain.scores.alcohol import most_points, questions_of, score_of, to_ask
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, Tool, points_of


@pytest.mark.parametrize(
    ("tool", "asked", "most"),
    [(Tool.AUDIT_C, 3, 12), (Tool.FAST, 4, 16), (Tool.M_SASQ, 1, 4), (Tool.AUDIT_PC, 5, 20), (Tool.AUDIT, 10, 40)],
)
def test_what_a_tool_asks(tool: Tool, asked: int, most: int) -> None:
    """As many questions as its authors wrote, and the highest answers add up to its most."""
    questions = questions_of(tool)
    assert len(questions) == asked
    highest = score_of(tool, [points_of(question)[-1] for question in questions])
    assert (highest.total, highest.positive) == (most, True)
    assert most_points(tool) == most


def test_the_first_answer_may_be_the_last() -> None:
    """Never drinks (AUDIT-C), never or weekly many at once (FAST); any other answer asks on."""
    one = (AlcoholQuestion.HOW_OFTEN,)
    assert to_ask(Tool.AUDIT_C, (0, None, None)) == one
    assert to_ask(Tool.AUDIT_C, (1, None, None)) == questions_of(Tool.AUDIT_C)
    for first, asked in ((0, 1), (1, 4), (2, 4), (3, 1), (4, 1)):
        assert len(to_ask(Tool.FAST, (first, None, None, None))) == asked


def test_an_answer_that_was_given_is_asked_for_as_ever() -> None:
    """It is shown, and can be changed, though it is not needed."""
    assert to_ask(Tool.AUDIT_C, (0, 2, None)) == (AlcoholQuestion.HOW_OFTEN, AlcoholQuestion.TYPICAL_UNITS)
