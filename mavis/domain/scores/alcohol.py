"""Any of the five questionnaires by its name: what it asks, and what the answers come to (domain.md 4.3 to 4.5)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.scores import audit, audit_c, audit_pc, fast, m_sasq
from mavis.domain.scores.alcohol_answers import AlcoholQuestion, AlcoholScore, Tool
from mavis.domain.scores.alcohol_thresholds import USUAL_THRESHOLDS, AlcoholThresholds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TOOLS: dict[Tool, tuple[tuple[AlcoholQuestion, ...], Callable[[Sequence[int | None]], AlcoholScore], int]] = {
    Tool.AUDIT_C: (audit_c.QUESTIONS, audit_c.score, 12),
    Tool.FAST: (fast.QUESTIONS, fast.score, 16),
    Tool.M_SASQ: (m_sasq.QUESTIONS, m_sasq.score, 4),
    Tool.AUDIT_PC: (audit_pc.QUESTIONS, audit_pc.score, 20),
    Tool.AUDIT: (audit.QUESTIONS, audit.score, 40),
}


def questions_of(tool: Tool) -> tuple[AlcoholQuestion, ...]:
    """What a tool asks, in its order."""
    return _TOOLS[tool][0]


def most_points(tool: Tool) -> int:
    """The highest total of a tool."""
    return _TOOLS[tool][2]


def score_of(
    tool: Tool, answers: Sequence[int | None], thresholds: AlcoholThresholds = USUAL_THRESHOLDS
) -> AlcoholScore:
    """What the answers come to, by the rule of the tool and what the service confirmed.

    Raises:
        UserError: not one answer for each question, or one that the question does not offer.
    """
    confirmed: dict[Tool, Callable[[Sequence[int | None]], AlcoholScore]] = {
        Tool.AUDIT_C: partial(audit_c.score, sub_bands=thresholds.audit_c_bands),
        Tool.M_SASQ: partial(m_sasq.score, positive_from=thresholds.m_sasq_positive_from),
    }
    if tool not in confirmed or thresholds.are_usual:
        return _TOOLS[tool][1](answers)
    found = confirmed[tool](answers)
    return replace(found, rule_version=f"{found.rule_version}/{thresholds.version}")


def to_ask(tool: Tool, answers: Sequence[int | None]) -> tuple[AlcoholQuestion, ...]:
    """The questions that are still worth asking: all of them, or the first alone when its answer decides.

    A question that has an answer already is always among them.
    """
    questions = questions_of(tool)
    first = score_of(tool, (answers[0], *(None for _ in questions[1:])))
    if first.missing:
        return questions
    return tuple(asked for asked, given in zip(questions, answers, strict=True) if given is not None)
