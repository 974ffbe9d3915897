"""One visit on the screen: what choices do, what the banner and the foot of the page say, when the page moves on."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.domain.record.diversion import lacks_clinician
from mavis.domain.record.observation import Consciousness
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.edit_words import chosen_words
from mavis.ui.presenters.desk.finished import still_asked
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.desk.undo import Step
from mavis.ui.presenters.visit.finishing import Finishing
from mavis.ui.presenters.visit.note import NoteWriting
from mavis.ui.presenters.visit.observations.left_lines import LeftLines
from mavis.ui.presenters.visit.observations.taking import ObservationsPresenter
from mavis.ui.presenters.visit.questions import Moment, questions
from mavis.ui.presenters.visit.times import VisitTimes

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter
    from mavis.ui.presenters.visit.triage.red_flags import RedFlagsPresenter


class VisitPresenter:
    """The visit that is open on the page."""

    def __init__(self, desk: Desk, visit_id: str = "") -> None:
        """Show a visit of the desk; without one, ``turn_to`` comes first."""
        self.desk = desk
        self.visit_id = visit_id
        self.questions = questions(desk.reference.flags, tuple(area.code for area in desk.reference.beat_areas))
        self._by_id = {question.id: question for question in self.questions}
        self.note = NoteWriting(desk, lambda: self.visit)
        self.give_screen: Callable[[AlcoholPresenter], None] = _nobody
        """Lets the visitor answer by themselves; whoever can show that page sets it."""
        self.turn_back: Callable[[str, bool], None] = _nowhere
        """Leads to a visit, unfinished as it was, or away from it when it is finished again; the room sets it."""
        self._came_shut = False
        self.finishing = Finishing(desk.reference.flags)
        self.times = VisitTimes(desk, lambda: self.visit)
        self.observing = ObservationsPresenter(desk, lambda: self.visit)
        self.left_lines = LeftLines(desk, lambda: self.visit, self.observing)

    @property
    def visit(self) -> Visit:
        """The record as it stands."""
        return self.desk.visits[self.visit_id]

    @cached_property
    def flags(self) -> RedFlagsPresenter:
        """The red flags and what is advised."""
        from mavis.ui.presenters.visit.triage.red_flags import RedFlagsPresenter

        return RedFlagsPresenter(self.desk, lambda: self.visit)

    @property
    def is_shut(self) -> bool:
        """Whether the visit was finished already when it was turned to, and nobody has opened it again."""
        return self.visit_id in self.desk.shut

    @property
    def has_gone(self) -> bool:
        """Whether they had left already when the visit was turned to: what endangered them is no advice for now."""
        return self._came_shut and not self.visit.is_open

    @property
    def shut_questions(self) -> frozenset[str]:
        """The questions that take no answer because the visit is finished."""
        return frozenset(self._by_id) - still_asked(self.visit) if self.is_shut else frozenset()

    def turn_to(self, visit_id: str) -> None:
        """Show another visit, shut if it is finished."""
        self.visit_id = visit_id
        self._came_shut = not self.visit.is_open
        if self._came_shut:
            self.desk.shut.add(visit_id)

    def go_on_finishing(self) -> None:
        """The visit has an outcome, and somebody is still at it: its answers can be changed."""
        self.desk.shut.discard(self.visit_id)

    def choose(self, question_id: str, code: str, on: bool) -> frozenset[str]:
        """Choose an answer or take it back; tells what is chosen then, which may be what was chosen before."""
        question = self._by_id[question_id]
        if question_id == "observations.awake":
            self.observing.choose_awake(Consciousness(code), on=on)
            return question.chosen(self.visit)
        moment = Moment(self.desk.clock(), self.desk.session.actor, self.desk.new_id, self.desk.reference.flags)
        if question_id == "triage.flag" and not on and self.flags.keep(code):
            return question.chosen(self.visit)
        edit = question.edit(code, on, moment, self.visit)
        after = edit(self.visit)
        stands = code in question.chosen(after)
        said = chosen_words(question_id, code, self.chip_words(question_id, code), stands=stands)
        if question_id == "leaving.advised" and on and not stands:
            said = words("visit.said.left_so", answer=self.chip_words(question_id, code))
        if question_id == "leaving.basis" and lacks_clinician(after.diversion):
            said = words("visit.said.no_clinician", said=said)
        return question.chosen(self.desk.edit(self.visit_id, edit, said))

    def chip_words(self, question_id: str, code: str) -> str:
        """The words on a choice; red flags are named by the scheme's own rules."""
        if question_id == "triage.flag":
            rule = self.desk.reference.flags.rule(code)
            return rule.name if rule else code
        if question_id == "arrival.where":
            return next((area.name for area in self.desk.reference.beat_areas if area.code == code), code)
        if question_id == "leaving.advised":
            question_id = "leaving.outcome"
        if code in ("not_known", "refused") and question_id not in ("leaving.would_have",):
            return words(f"visit.unanswered.{code}")
        return words(f"chips.{question_id}.{code}")

    def type_name(self, name: str) -> None:
        """Keep a name as it is typed."""
        self.desk.edit(self.visit_id, edits.give_name(name), words("visit.said.name"), thread="name")

    def type_label(self, text: str) -> None:
        """Keep the words for the board as they are typed: "man, grey coat"."""
        self.desk.edit(self.visit_id, edits.answer(label=text), words("visit.said.label"), thread="label")

    def type_place(self, text: str) -> None:
        """Keep where the person was found as it is typed."""
        self.desk.edit(self.visit_id, edits.answer(found_location=text), words("visit.said.place"), thread="place")

    def call_999(self) -> None:
        """Write down that an ambulance was asked for, or take that back."""
        now = None if self.visit.ambulance_requested_at else self.desk.clock()
        key = "visit.said.called_999" if now else "visit.said.not_called_999"
        self.desk.edit(self.visit_id, edits.answer(ambulance_requested_at=now), words(key))

    def reopen(self) -> None:
        """Let the answers of a finished visit be changed; each of them stands until somebody changes it.

        How and when they left stand as well: a slip in a need is put right without asking both anew. Who is still
        here takes the way they left back with its own key, and the visit is open on the board again.
        """
        outcome = self.visit.outcome
        if self.is_shut and outcome is not None:
            self.go_on_finishing()
            key = keys_of(f"leaving.outcome.{outcome.value}")
            left = self.chip_words("leaving.outcome", outcome.value)
            self.desk.tell(Touched(visit=self.visit_id, said=words("visit.said.reopened", left=left, key=key)))

    def looked_after_by(self, crew_id: str, *, on_the_way: bool = False) -> None:
        """Say who looks after the person; all who are passed over ``on_the_way`` are taken back with one undo."""
        said = words("visit.said.carer", who=carer_name(self.desk, crew_id) or words("visit.nobody_yet"))
        self.desk.edit(self.visit_id, edits.answer(looked_after_by=crew_id), said, thread="carer" if on_the_way else "")

    def finish(self) -> bool:
        """Whether the visit is finished and the page may go back to the board; an emergency is asked about first."""
        visit = self.visit
        if visit.outcome is None:
            return False
        if asked := self.finishing.asks(visit):
            self.desk.tell(Touched(visit=visit.id, said=asked, not_done=True))
            return False
        if visit.departed_at is None:
            self.desk.edit(self.visit_id, lambda v: replace(v, departed_at=self.desk.clock()))
        said, back = words("visit.said.finished", code=visit.code), self.turn_back
        self.desk.undo_stack.add(Step(said, True, False, lambda unfinished, _now: back(visit.id, unfinished)))
        return True


def _nowhere(_visit_id: str, _unfinished: bool) -> None:
    """No room shows visits yet."""


def _nobody(_talk: AlcoholPresenter) -> None:
    """Nobody can show the page for the visitor yet."""
