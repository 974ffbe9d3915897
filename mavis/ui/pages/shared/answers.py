"""The answers to one question of a visit, as chips or, for triage, as the column of shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.keys.letters import ANSWERS
from mavis.ui.keys.letters_rows import ROWS
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.triage_column import TriageColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.questions import Question

Answers = ChoiceGrid | TriageColumn
"""Both show what is chosen, take letters and tell what a person chose."""

_MEANT = {"leaving.outcome.taxi": "leaving.outcome.home_with_friend_family"}
"""An answer, and the one that fits better for some who look for it: people leave in one way, with a friend first."""


def answers_to(
    keeper: ThemeKeeper,
    question: Question,
    letters: Mapping[str, str],
    chip_words: Callable[[str, str], str],
    parent: QWidget,
) -> Answers:
    """The answers to a question, each with its letter (``letters`` maps ``question.code`` to it) and its words."""
    name = words(f"visit.question.{question.id}")
    keys = {code: letters.get(f"{question.id}.{code}", "") for code in question.codes}
    if question.id == "triage.category":
        return TriageColumn(keeper, name, keys, parent)
    views = [
        ChipView(
            code,
            chip_words(question.id, code),
            key=keys[code],
            hint=_hint(f"{question.id}.{code}", letters),
            hold=code in question.hold,
            stacked=question.stacked,
            bare=question.id in ROWS and code not in ANSWERS.get(question.id, {}),
        )
        for code in question.codes
    ]
    return ChoiceGrid(keeper, name, views, columns=question.columns, exclusive=question.one, parent=parent)


def _hint(answer: str, letters: Mapping[str, str]) -> str:
    """Where somebody who looks at this answer may mean another one: which, by its letter; no part of the answer."""
    meant = _MEANT.get(answer, "")
    return words(f"chips.instead.{answer}", key=letters[meant]) if meant in letters else ""


def question_for(key: str, asked: Mapping[str, Answers], live: Collection[str]) -> str:
    """The question of ``asked`` that a letter is for: the first ``live`` one that has it; empty when none has.

    Where all of those are out of sight and another with the letter is seen, it is for what is seen: nobody means a chip
    that is not on the screen while another with the same letter is.
    """
    having = [name for name, answers in asked.items() if _chip_of(answers, key) is not None]
    mine = [name for name in having if name in live]
    order = [*mine, *(name for name in having if name not in live)]
    seen = [name for name in order if _is_seen(_chip_of(asked[name], key))]
    return [*seen, *mine][0] if mine else ""


def how_to_answer(question: Question, *, minor: bool = False) -> str:
    """The line under a question: pick one, or pick any; under a ``minor`` one nothing, for the key caps say it."""
    if minor:
        return ""
    if question.id == "triage.category":
        return words("visit.pick.flags")
    return words("visit.pick.one" if question.one else "visit.pick.any")


def width_of(answers: Answers, columns: int) -> int:
    """The least pixels in which so many answers stand beside each other with all their words."""
    if isinstance(answers, ChoiceGrid):
        columns = min(columns, len(answers.chips))
        return columns * _widest(answers) + (columns - 1) * answers.spacing
    return answers.minimumSizeHint().width()


def fit_columns(answers: Answers, most: int, room: int) -> None:
    """Put at most so many answers beside each other as a room of so many pixels holds without shortening a word."""
    if isinstance(answers, ChoiceGrid):
        fitting = (room + answers.spacing) // (_widest(answers) + answers.spacing)
        answers.set_columns(max(1, min(most, fitting)))


def _widest(answers: ChoiceGrid) -> int:
    return max(chip.minimumSizeHint().width() for chip in answers.chips)


def _chip_of(answers: Answers, key: str) -> QWidget | None:
    return answers.chip_for_key(key) if isinstance(answers, ChoiceGrid) else None


def _is_seen(chip: QWidget | None) -> bool:
    """Whether any of a chip is on the screen, and not scrolled away."""
    return chip is not None and not chip.visibleRegion().isEmpty()
