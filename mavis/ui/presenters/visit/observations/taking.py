"""One set of observations as it is taken: typed in a line, touched in boxes, scored as it grows, kept word by word.

What is finished (a word with a space behind it, a touched answer) is saved at once; the word that is still being typed
waits for its end, so that a pulse of 112 never raises the alarm for a pulse of 11 on the way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.clinical.danger import not_valid_for
from mavis.domain.clinical.half_typed import half_typed, is_beyond, may_grow
from mavis.domain.clinical.observation_line import understand
from mavis.domain.clinical.observation_words import ends_in_gcs, without_commas, without_waiting
from mavis.domain.clinical.observing import scored
from mavis.domain.clinical.triage_advice import next_check
from mavis.domain.edits import visit as edits
from mavis.domain.edits.head_injury import is_intoxicated
from mavis.domain.errors import UserError
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.scores import news2
from mavis.domain.scores.measured import odd_values, refuse_impossible, without_impossible
from mavis.domain.scores.news2 import SCALE_2
from mavis.system.wording import sentence, words
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.observations.kept_set import KeptSet
from mavis.ui.presenters.visit.observations.line_words import section_in, waiting_words, wrong_words
from mavis.ui.presenters.visit.observations.oxygen_target import OxygenTargetPresenter
from mavis.ui.presenters.visit.observations.readings import impossible_words
from mavis.ui.presenters.visit.observations.score_words import ended_words, total_before
from mavis.ui.presenters.visit.observations.taken_set import TakenSet, measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.domain.record.observation import Pupils
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


class ObservationsPresenter:
    """The set that is being taken for the visit on the page; ``done`` ends it and begins the next."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands."""
        self._desk = desk
        self._visit = visit
        self.oxygen = OxygenTargetPresenter(desk, visit)
        self.kept = KeptSet(desk, visit)
        """The set on record."""
        self._typed: dict[str, Any] = {}
        self._touched: dict[str, Any] = {}
        self._begun: datetime | None = None
        self._asked = False
        self._ended = ""
        self.line = ""
        """What is typed, finished or not."""
        self.gas = BreathedGas.AIR
        """What the person breathes; on a bus it is air until somebody says otherwise, and it is always shown."""

    @property
    def taken_at(self) -> datetime:
        """When the set is taken: when its first word was typed, or some minutes ago; now before there is any."""
        return self.kept.at or self._begun or self._desk.clock()

    @property
    def now(self) -> TakenSet:
        """The set with everything that is typed, also the word without an end."""
        return self._read(self.line)

    @property
    def whole(self) -> TakenSet:
        """The set without the value that is still being typed: a pressure of 10 on the way to 105 scores nothing."""
        found = self.now
        growing = frozenset() if self._asked else may_grow(self.line) - self._touched.keys()
        if not growing:
            return found
        nothing: dict[str, Any] = dict.fromkeys(growing)
        taken = scored(replace(without_impossible(found.taken), **nothing), self._visit())
        odd = tuple(name for name in found.odd if name not in growing)
        return replace(found, taken=taken, score=news2.score(taken), odd=odd)

    @property
    def said(self) -> tuple[str, bool, bool]:
        """The sentence beside the line, whether something is wrong, and whether something is odd.

        The word that is still being typed is not judged before Enter or a space ends it, unless it is beyond what can
        be.
        """
        if not self.line.strip() or section_in(self.line):
            ended = next((one for one in self._visit().observations if one.id == self._ended), None)
            return waiting_words(self.line, ended), False, False
        found, at_once = self.now, self._asked or is_beyond(self.line)
        judged = found if at_once else self._read(_finished(self.line))
        if judged.refused or judged.not_understood:
            return wrong_words(judged), True, False
        if judged.odd or judged.dropped:
            return wrong_words(judged), False, True
        whole = found.understood and not found.not_understood
        return words("observations.understood", n=found.understood) if whole else "", False, False

    def type_line(self, text: str) -> None:
        """The line is now this; its finished words are saved. A space ends a word, and so does a comma behind it."""
        self.line, self._asked = without_commas(text), False
        if not text.strip():
            self._begun = None
        elif self._begun is None:
            self._begun = self._desk.clock()
        typed = understand(_finished(self.line)).values
        for name in [name for name, value in typed.items() if value != self._typed.get(name)]:
            self._touched.pop(name, None)  # the latest word counts, typed or touched
        self._typed = typed
        if _finished(self.line).strip() or not text.strip():  # else all was replaced, by a word that has no end yet
            self._keep(self._read(_finished(self.line)))

    def go_on_with(self, line: str, last: ObservationSet | None, at: datetime) -> None:
        """Have a line, and the set that it is of if there is one, as they were; what it does not say was touched."""
        self.line, self._asked, self._begun = line, False, at
        said = understand(line).values
        self._typed = understand(_finished(line) if line[-1:].strip() else line).values
        if last is not None:
            self.kept.correct(last)
            self.gas = last.gas or BreathedGas.AIR
            self._touched = {name: value for name, value in measured(last).items() if name not in said}

    @property
    def half(self) -> frozenset[str]:
        """The fields of which the line has only half as yet: no reading before Enter or a space ends the word."""
        return frozenset() if self._asked else half_typed(self.line) - self._touched.keys()

    def flush(self) -> None:
        """Save the last word as well, unless it is half of a reading."""
        self._keep(self.now, self.half)

    def choose_awake(self, level: Consciousness, *, on: bool) -> None:
        """Choose how awake the person is, or take it back; the same answer as in the set before is a new look."""
        self._touched["consciousness"] = level if on or not self.kept.id else None
        self.flush()

    def touch(self, name: str, value: Pupils | int, *, on: bool) -> None:
        """Choose the pupils or a part of the coma scale on the screen, or take it back."""
        self._touched[name] = value if on else None
        self.flush()

    def turn_gas(self) -> None:
        """Say that the person breathes oxygen, or air again."""
        self.gas = BreathedGas.OXYGEN if self.gas is BreathedGas.AIR else BreathedGas.AIR
        self.flush()

    def earlier(self, minutes: int) -> None:
        """Move the time of the set back by some minutes, as far as the arrival."""
        self.kept.at = max(self._visit().arrived_at, self.taken_at - timedelta(minutes=minutes))
        self.flush()

    def done(self) -> bool:
        """End the set; False when something on the line must be put right first, or nothing was taken."""
        found = self.now
        if found.refused or found.not_understood or found.is_empty:
            self._asked = True
            return False
        self._keep(found)
        if said := ended_words(
            found, total_before(self._visit(), self.kept.id)
        ):  # it is out of sight once the page goes on
            undoable = self._desk.undo_stack.last is not None
            self._desk.tell(Touched(visit=self._visit().id, said=said, undoable=undoable))
        ended = self.kept.id
        self.begin_anew()
        self._ended = ended
        return True

    @property
    def awake(self) -> Consciousness | None:
        """How awake the person is: by the word that is being typed when it can mean nothing else, else as recorded."""
        found, typed = self.now.taken, understand(self.line).values
        if "consciousness" in typed and "consciousness" not in half_typed(self.line):
            return found.consciousness
        latest = self._visit().observations[-1:]
        return latest[0].consciousness if latest else None

    def begin_anew(self) -> None:
        """Forget the line: the next word begins another set."""
        self.kept.begin_anew()
        self._begun, self.line, self._asked, self._ended = None, "", False, ""
        self._typed, self._touched = {}, {}
        self.gas = BreathedGas.AIR

    def _read(self, line: str) -> TakenSet:
        typed = understand(line)
        values: dict[str, Any] = {"gas": self.gas} | typed.values | self._touched
        scale = SCALE_2 if self.oxygen.is_set else None
        bare = ObservationSet(self.kept.id, self.taken_at, self._desk.session.actor.id, spo2_scale=scale)
        taken = replace(bare, **values)
        refused, impossible = "", tuple[str, ...]()
        try:
            refuse_impossible(taken)
            taken = scored(taken, self._visit())
        except UserError as wrong:
            refused, impossible = sentence(wrong), impossible_words(taken)
        return TakenSet(
            taken,
            news2.score(taken),
            not_valid_for(self._visit()),
            _count(typed.values | self._touched),
            typed.not_understood,
            () if refused else odd_values(taken),
            refused,
            taken.consciousness is Consciousness.CONFUSED and is_intoxicated(self._visit()),
            typed.dropped,
            impossible,
            bool(self._visit().open_clinical_flags),
        )

    def _keep(self, found: TakenSet, half: Iterable[str] = ()) -> None:
        """Save all of the set that can be and is whole; take it back when nothing is left of it."""
        if found.refused or half:
            nothing: dict[str, Any] = dict.fromkeys(half)
            possible = replace(without_impossible(found.taken), **nothing)
            found = replace(found, taken=scored(possible, self._visit()))
        if found.is_empty:
            self.kept.take_back()
        else:
            self.kept.write(found.taken, self.taken_at)


_PART_OF = {"diastolic": "systolic"} | dict.fromkeys(("gcs_eye", "gcs_verbal", "gcs_motor"), "gcs")
"""The fields that make one value together."""


def next_look(visit: Visit, taking: ObservationsPresenter, intervals: CheckIntervals) -> datetime | None:
    """When the person is looked at again once the set that is being taken is done; None before triage."""
    found = taking.whole
    taken = replace(found.taken, id=taking.kept.id or "new")
    return next_check(visit if found.refused else edits.observe(taken)(visit), intervals)


def _finished(line: str) -> str:
    """The words of a line that have an end; a sum of the coma scale needs no space to have one."""
    return line if ends_in_gcs(line) else without_waiting(line.rpartition(" ")[0])


def _count(values: dict[str, Any]) -> int:
    """How many values somebody gave: a blood pressure is one, a coma scale too; what is breathed counts when said."""
    return len({_PART_OF.get(name, name) for name, value in values.items() if value is not None})


def time_words(at: datetime) -> str:
    """``Taken 01:52``."""
    return words("observations.taken_at", time=clock_text(at))
