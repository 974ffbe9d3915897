"""The head-injury list of the visit on the page, one sign after the other: any yes means A&E *(NICE NG232)*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.head_injury import answer_sign, answered_yes, answers, by_record, rule_out_the_rest, unanswered
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.steps.column import Step, StepKind, StepPresenter, StepState

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.edits.head_injury import Answer
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

PLACE = "triage_more"
ABOUT = Step(PLACE, "head_injury", StepKind.WORDS, leading=True, worded="triage")
_REST = Step(PLACE, "rest", StepKind.CHOICE, ("rest.no",), columns=1, worded="triage")
_NAMED = 3
_ANSWERS: dict[str, Answer] = {"yes": True, "no": False, "not_known": NoAnswer.NOT_KNOWN}


class SignStep(Step):
    """A sign of the list; its question is the name of the sign."""

    __slots__ = ()

    @property
    def title(self) -> str:
        """The sign in plain words."""
        return label(HeadInjurySign(self.id))


def _asked(sign: HeadInjurySign) -> Step:
    codes = tuple(f"answer.{code}" for code in _ANSWERS)
    return SignStep(PLACE, sign.value, StepKind.CHOICE, codes, columns=len(codes), wide=True)


class HeadInjuryPresenter(StepPresenter):
    """The list: what is answered, by a person or by the record, and what each answer does."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self.steps: tuple[Step, ...] = (ABOUT, _REST, *(_asked(sign) for sign in HeadInjurySign))
        self._desk = desk
        self._visit = visit

    def states(self) -> dict[str, StepState]:
        """Every sign with its answer; how many are still open stands above, and goes when none is."""
        visit = self._visit()
        told = answers(visit)
        states = {ABOUT.id: StepState(text=_about(visit))}
        if unanswered(visit):
            states[_REST.id] = StepState()
        seen = by_record(visit)
        for sign in HeadInjurySign:
            how = words("triage.by_record") if sign in seen else ""
            states[sign.value] = StepState(_chosen(told.get(sign)), how)
        return states

    def start(self) -> str:
        """The first sign that is still open; the first of all when none is."""
        return next((sign.value for sign in unanswered(self._visit())), next(iter(HeadInjurySign)).value)

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Answer a sign, or say no to all that are left."""
        now, by = self._desk.clock(), self._desk.session.actor.id
        if step_id == _REST.id:
            self._desk.edit(self._visit().id, rule_out_the_rest(now, by), words("triage.said.rest"))
            return ""
        sign = HeadInjurySign(step_id)
        answer = words(f"chips.{PLACE}.answer.{code}")
        said = words("triage.said.sign", sign=inside(label(sign)), answer=inside(answer))
        edit = answer_sign(sign, _ANSWERS[code] if on else None, now, by)
        self._desk.edit(self._visit().id, edit, said if on else words("undo.taken_off", done=inside(said)))
        return ""

    def write(self, _step_id: str, _text: str) -> None:
        """Nothing of the list is typed."""

    def end(self, _step_id: str) -> None:
        """Nothing of the list is typed."""


def _chosen(answer: Answer | None) -> frozenset[str]:
    return frozenset(code for code, meaning in _ANSWERS.items() if answer is not None and meaning is answer)


def yes_words(visit: Visit) -> list[str]:
    """The signs that mean A&E by name, each that nobody asked with where it is from."""
    yes = answered_yes(visit).items()
    return [words("triage.head.recorded", sign=label(sign)) if recorded else label(sign) for sign, recorded in yes]


def few_yes_words(visit: Visit) -> str:
    """The same in one line: the first of them, and how many more; empty where nothing means A&E."""
    found = yes_words(visit)
    some, more = "; ".join(found[:_NAMED]), len(found) - _NAMED
    return words("triage.head.more", signs=some, count=more) if more > 0 else some


def _about(visit: Visit) -> str:
    if found := answered_yes(visit):
        return words("triage.head.found", n=len(found), signs=few_yes_words(visit))
    left = len(unanswered(visit))
    return words("triage.head.left", n=left) if left else words("triage.head.none")
