"""Closing one red flag: a clinician states a grade, says why it is safe, and closes it in their own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits import visit as edits
from mavis.domain.record.care import Note
from mavis.system.wording import words
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.steps.column import StepState
from mavis.ui.presenters.visit.triage.head_injury import PLACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk

GRADES = ("doctor", "nurse", "paramedic", "other")
OTHER = GRADES[-1]


class FlagClosing:
    """What is stated so far; without a code nobody is closing anything."""

    def __init__(self, desk: Desk) -> None:
        """Begin with nothing."""
        self._desk = desk
        self.stop()

    def stop(self, code: str = "") -> None:
        """Forget what was stated, and begin to close another flag or none."""
        self.code, self.grade = code, ""
        self.lines = {"grade_words": "", "closing_words": ""}

    @property
    def unfinished(self) -> dict[str, tuple[str, str]]:
        """What is stated so far, each with the flag that it is about; nothing without one."""
        stated = {"grade": self.grade, **self.lines}
        return {step: (self.code, text) for step, text in stated.items()} if self.code else {}

    def go_on_with(self, unfinished: Mapping[str, tuple[str, str]]) -> None:
        """Go on with what was stated, or with nothing."""
        code, grade = unfinished.get("grade", ("", ""))
        self.stop(code)
        self.grade = grade
        self.lines |= {step: unfinished[step][1] for step in self.lines.keys() & unfinished.keys()}

    @property
    def stated_grade(self) -> str:
        """The grade in words; empty until there is one."""
        if self.grade == OTHER:
            return self.lines["grade_words"].strip()
        return inside(words(f"chips.{PLACE}.grade.{self.grade}")) if self.grade else ""

    def states(self, visit: Visit) -> dict[str, StepState]:
        """The questions to the clinician; none once the flag is closed, or was never meant."""
        if all(flag.code != self.code for flag in visit.open_clinical_flags):
            self.stop()
            return {}
        who = carer_name(self._desk, self._desk.session.actor.id)
        states = {
            "closing": StepState(text=words("triage.closing", name=self._name, who=who)),
            "grade": StepState(frozenset({self.grade} - {""})),
            "closing_words": StepState(text=self.lines["closing_words"]),
            "close": StepState(text="" if self.stated_grade else words("triage.needs_grade")),
        }
        if self.grade == OTHER:
            states["grade_words"] = StepState(text=self.lines["grade_words"])
        return states

    def close(self, visit: Visit) -> bool:
        """Close the flag with the moment; the words become a note. False without a grade."""
        grade = self.stated_grade
        if not grade or not self.code:
            return False
        now, actor, why = self._desk.clock(), self._desk.session.actor, self.lines["closing_words"].strip()
        edit, said = edits.close_flag(self.code, now, actor.id, grade), inside(self._name)
        if why:
            text = words("triage.closed_note", name=self._name, grade=grade, why=why)
            edit = edits.in_turn(edit, edits.write_note(Note(self._desk.new_id(), text, now, actor.id)))
        self._desk.edit(visit.id, edit, words("visit.said.flag_closed", name=said))
        self.stop()
        return True

    @property
    def _name(self) -> str:
        rule = self._desk.reference.flags.rule(self.code)
        return rule.name if rule else self.code
