"""Refusal of care as data: what they said no to, what they were advised and told, by whom, and who saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.child_left import child_left
from mavis.domain.clinical.left_flagged import left_flagged
from mavis.domain.clinical.passed_flags import passed_flags
from mavis.domain.edits.safety import note_refusal, tick_refused
from mavis.domain.record.care import Refused
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.keys.letters_rows import ROWS
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.question import Moment, Question, Section, way_to_part
from mavis.ui.presenters.visit.safety.part import Line, Part, Somebody, Told, When, part_of, words_of, yes_no

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit

AGO = (5, 10)
"""The quick choices of when it was, in minutes."""


def _tell(field: str) -> Callable[[Any, Moment], VisitEdit]:
    return lambda value, moment: note_refusal(moment.at, moment.actor.id, **{field: value})


def _tell_when(instant: datetime | None, moment: Moment) -> VisitEdit:
    return note_refusal(moment.at, moment.actor.id, at=instant or moment.at)


def _refused(visit: Visit) -> frozenset[str]:
    return frozenset(each.value for each in visit.refusal.refused) if visit.refusal else frozenset()


def _tick(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
    return tick_refused(Refused(code), on, moment.at, moment.actor.id)


def refusal_part(crew: tuple[str, ...]) -> Part:
    """The rows of the block; ``crew`` are the names that are suggested for whoever saw it."""
    codes = tuple(each.value for each in Refused)
    return Part(
        "refusal",
        (
            Question("refusal.refused", Section.SAFETY, codes, False, 5, _refused, _tick),
            Line("refusal.advised", words_of("refusal", "advised"), _tell("advised")),
            yes_no("refusal.risks", part_of("refusal", "risks_told"), _tell("risks_told")),
            yes_no("refusal.understood", part_of("refusal", "understood"), _tell("understood")),
            Somebody("refusal.by", words_of("refusal", "by"), _tell("by")),
            Line("refusal.witness", words_of("refusal", "witnessed_by"), _tell("witnessed_by"), crew),
            When("refusal.at", part_of("refusal", "at"), _tell_when, AGO),
        ),
        refusal_told,
    )


def refusal_told(visit: Visit, _now: datetime) -> Told:
    """What should still be written down, in the order of the page."""
    refusal = visit.refusal
    if refusal is None:
        return Told("", words("safety.refusal.how"))
    wanted = {
        "refused": not refusal.refused,
        "advised": not refusal.advised.strip(),
        "risks": refusal.risks_told is None,
        "understood": refusal.understood is None,
        "witness": not refusal.witnessed_by.strip(),
    }
    missing = ", ".join(words(f"safety.refusal.missing.{name}") for name, lacks in wanted.items() if lacks)
    return Told(more=words("safety.refusal.still", what=missing) if missing else words("safety.refusal.complete"))


def way_to_refusal(visit: Visit, rules: FlagRules) -> str:
    """How to write down what is owed to somebody who left: with a red flag open, under 18, or against advice."""
    if left_flagged(visit):
        letter = ROWS["leaving.advised"][Outcome.OWN_TRANSPORT_TO_ED]
        passed = passed_flags(visit, rules)
        better = [passed[flag.code].gone for flag in visit.open_clinical_flags if flag.code in passed]
        if len(better) < len(visit.open_clinical_flags):
            return words("safety.left_flagged", more=keys_of("visit.more"), letter=letter)
        time = clock_text(max(better))
        return words("safety.left_better", time=time, more=keys_of("visit.more"), letter=letter)
    if child_left(visit):
        return words("safety.child_left", keys=way_to_part("safeguarding"))
    if visit.outcome is not Outcome.LEFT_AGAINST_ADVICE or visit.refusal is not None:
        return ""
    return words("safety.refusal.way", keys=way_to_part("refusal"))
