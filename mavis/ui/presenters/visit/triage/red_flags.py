"""The red flags of the visit on the page in one list: what raised each, who, when, and how a clinician closes it.

Beside them stand what to do, most urgent first, and why the category is another one than the app advised.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.clinical.triage_advice import advise, is_below_advice
from mavis.domain.edits import visit as edits
from mavis.system.wording import words
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.steps.column import Step, StepKind, StepPresenter, StepState
from mavis.ui.presenters.visit.triage.advice import what_to_do
from mavis.ui.presenters.visit.triage.flag_closing import GRADES, OTHER, FlagClosing
from mavis.ui.presenters.visit.triage.head_injury import PLACE
from mavis.ui.presenters.visit.triage.raised_by import raised_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.visit.triage import RaisedFlag
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

REASONS = ("looks_well", "seen", "usual_for_them", "looks_worse", "on_their_own")
_MOST_STEPS = 4


def _step(name: str, kind: StepKind, *codes: str, columns: int = 4) -> Step:
    return Step(PLACE, name, kind, codes, columns=columns, worded="triage")


ADVICE = _step("advice", StepKind.WORDS)
REASON = _step("reason", StepKind.CHOICE, *(f"reason.{code}" for code in REASONS), columns=3)
REASON_WORDS = _step("reason_words", StepKind.LINE)
FLAGS = _step("flags", StepKind.LIST)
FLAGS_READ = _step("flags_read", StepKind.WORDS)
ASK_CLINICIAN = _step("ask_clinician", StepKind.WORDS)
CLOSING = _step("closing", StepKind.WORDS)
GRADE = _step("grade", StepKind.CHOICE, *(f"grade.{code}" for code in GRADES))
GRADE_WORDS = _step("grade_words", StepKind.LINE)
CLOSING_WORDS = _step("closing_words", StepKind.LINE)
CLOSE = _step("close", StepKind.CHOICE, "settle.now", "settle.keep", columns=2)
STEPS = (
    ADVICE,
    REASON,
    REASON_WORDS,
    FLAGS,
    FLAGS_READ,
    ASK_CLINICIAN,
    CLOSING,
    GRADE,
    GRADE_WORDS,
    CLOSING_WORDS,
    CLOSE,
)


class RedFlagsPresenter(StepPresenter):
    """What is advised, why somebody decided otherwise, and the flags; ``closing`` is the one that is being closed."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self.steps: tuple[Step, ...] = STEPS
        self.asked = False
        """Whether somebody has just asked to close a flag: the page gives the letters to the list."""
        self._desk = desk
        self._visit = visit
        self._closing = FlagClosing(desk)

    @property
    def closing(self) -> str:
        """The code of the flag that a clinician is closing; empty when nobody is."""
        return self._closing.code

    @property
    def may_close(self) -> bool:
        """Whether whoever is signed in may close a clinical flag."""
        return may(self._desk.session.actor.role, Right.CLOSE_CLINICAL_FLAG)

    @property
    def differs(self) -> bool:
        """Whether the category is another one than was advised when it was set, or less urgent than advised by now."""
        visit = self._visit()
        chosen = visit.triage
        return chosen is not None and (chosen.category is not chosen.advised or is_below_advice(visit))

    def turn_to(self) -> None:
        """Another visit: nothing is being closed."""
        self._closing.stop()
        self.asked = False

    def states(self) -> dict[str, StepState]:
        """What is to say now; nothing at all for somebody without a flag whose category is as advised."""
        visit = self._visit()
        states = {}
        if told := self._advice(visit):
            states[ADVICE.id] = StepState(text=told)
        if self.differs and visit.triage is not None:
            given = visit.triage.reason
            chosen = frozenset(code for code in REASONS if words(f"chips.{PLACE}.reason.{code}") == given)
            states |= {REASON.id: StepState(chosen), REASON_WORDS.id: StepState(text=given)}
        return states | self._flag_states(visit) | self._closing.states(visit)

    def start(self) -> str:
        """The grade while a flag is being closed, else the reason where one is asked for."""
        if self.closing:
            return CLOSING_WORDS.id if self._closing.grade else GRADE.id
        return REASON.id if self.differs else ""

    def ask_to_close(self, code: str) -> bool:
        """Begin to close an open clinical flag; False when there is none such, or for those who may not."""
        open_ones = [flag.code for flag in self._visit().open_clinical_flags]
        if code not in open_ones or not self.may_close:
            return False
        self._closing.stop(code)
        self.asked = True
        return True

    def keep(self, code: str) -> bool:
        """Keep an open clinical flag that was clicked to take it off: closing it begins, or it is said who closes it.

        False for a slip of the last moments and for any other flag: a click takes those off.
        """
        visit, now, by = self._visit(), self._desk.clock(), self._desk.session.actor.id
        held = next((flag for flag in visit.open_clinical_flags if flag.code == code), None)
        if held is None or (held.ticked and held.may_be_taken_off(now, by)):
            return False
        rule = self._desk.reference.flags.rule(code)
        said = "" if self.ask_to_close(code) else words("triage.stays", name=rule.name if rule else code)
        self._desk.tell(Touched(visit=visit.id, said=said, not_done=True))
        return True

    @property
    def unfinished(self) -> Mapping[str, tuple[str, str]]:
        """The flag that is being closed, with the grade and the words that were stated."""
        return self._closing.unfinished

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Go on closing that flag, or none."""
        self._closing.go_on_with(unfinished)

    def next_flag(self) -> bool:
        """Begin to close the open clinical flag behind the one that is being closed; False when there is none."""
        codes = [flag.code for flag in self._visit().open_clinical_flags]
        at = codes.index(self.closing) + 1 if self.closing in codes else 0
        return bool(codes) and self.ask_to_close(codes[at % len(codes)])

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Give the reason, pick the flag to close, state the grade, or close it."""
        if step_id == REASON.id:
            self.write(REASON_WORDS.id, words(f"chips.{PLACE}.reason.{code}") if on else "")
            return REASON.id
        if step_id == FLAGS.id:
            return GRADE.id if self.ask_to_close(code) else ""
        if step_id == GRADE.id:
            self._closing.grade = code if on else ""
            return GRADE_WORDS.id if self._closing.grade == OTHER else CLOSING_WORDS.id
        if step_id == CLOSE.id:
            if code == "keep":
                self._closing.stop()
            elif not self._closing.close(self._visit()):
                return GRADE.id
        return ""

    def write(self, step_id: str, text: str) -> None:
        """Keep words as they are typed; those about a closing are written when it is closed."""
        if step_id == REASON_WORDS.id:
            self._desk.edit(self._visit().id, edits.give_reason(text), words("triage.said.reason"), thread="reason")
        else:
            self._closing.lines[step_id] = text

    def end(self, _step_id: str) -> None:
        """Words stand as they are."""

    def _flag_states(self, visit: Visit) -> dict[str, StepState]:
        """The flags, most urgent first; those that one may close are to pick, all others are to read."""
        ranks = {rule.code: rule.rank for rule in self._desk.reference.flags.rules}
        flags = sorted(visit.flags, key=lambda flag: (flag.closed_at is not None, ranks.get(flag.code, len(ranks))))
        to_close = visit.open_clinical_flags if self.may_close else ()
        states = {}
        if to_close:
            items = tuple((flag.code, self._told(flag)) for flag in flags if flag in to_close)
            states[FLAGS.id] = StepState(items=items)
        if others := [self._told(flag) for flag in flags if flag not in to_close]:
            states[FLAGS_READ.id] = StepState(text="\n".join(others))
        if visit.open_clinical_flags and not self.may_close:
            states[ASK_CLINICIAN.id] = StepState(text=words("triage.ask_clinician"))
        return states

    def _advice(self, visit: Visit) -> str:
        """What to do for each open flag, most urgent first, each sentence once."""
        advice = advise(visit, self._desk.reference.flags)
        if not advice.flags or not visit.is_open:
            return ""
        never = {flag.code: words(flag.never) for flag in advice.flags if flag.never}
        told = [one for flag in advice.flags for one in (what_to_do(flag, visit), never.get(flag.code, ""))]
        sentences = [one.strip() for text in told if text for one in text.split(". ")]
        steps = list(dict.fromkeys(one.rstrip(".") for one in sentences))[:_MOST_STEPS]
        told = [words("triage.step", number=at, what=step) for at, step in enumerate(steps, start=1)]
        if advice.refer_to_ed:
            told.append(words("triage.refer"))
        return "\n".join(told)

    def _told(self, flag: RaisedFlag) -> str:
        return raised_words(flag, self._visit(), self._desk.reference.flags, partial(carer_name, self._desk))
