"""The guided first night as data and pure rules: which step is due, and whether what the night shows now fulfils it.

A step watches the night itself, never the keys that were pressed: whoever finds another way is let on, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import next_check
from mavis.domain.edits.visit import answer, set_triage
from mavis.domain.visit.short_code import code_order
from mavis.domain.visit.triage import TriageCategory
from mavis.domain.visit.visit import Visit
from mavis.system.wording import words
from mavis.ui.presenters.visit.watch import CheckState, check_of

if TYPE_CHECKING:
    from mavis.domain.clinical.triage_advice import CheckIntervals
    from mavis.services.training import Training
    from mavis.ui.presenters.desk.tonight import Desk

_NEEDS_OF_A_TYPICAL_VISIT = 2
_MINUTES_TO_AN_OVERDUE_CHECK = 31


@dataclass(frozen=True, slots=True)
class Night:
    """What the night shows at one moment, as far as a step can ask about it."""

    is_open: bool
    is_closed: bool
    at_board: bool
    visits: Mapping[str, Visit]
    tallied: int
    undone: int
    overdue: frozenset[str]

    def new_since(self, before: Night) -> tuple[Visit, ...]:
        """The visits that were not there before."""
        return tuple(visit for key, visit in self.visits.items() if key not in before.visits)

    @property
    def aboard(self) -> frozenset[str]:
        """The visits that are still open."""
        return frozenset(key for key, visit in self.visits.items() if visit.is_open)

    @property
    def card(self) -> str:
        """The number on the card of whoever is overdue, else of whoever has been aboard longest."""
        codes = [self.visits[key].code for key in self.overdue or self.aboard]
        return min(codes, key=code_order)[-1] if codes else "1"


NO_NIGHT = Night(is_open=False, is_closed=False, at_board=False, visits={}, tallied=0, undone=0, overdue=frozenset())

Rule = Callable[[Night, Night], bool]
"""Whether a step is done, from the night as the step began and the night now."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name in the wording, and its rule."""

    name: str
    done: Rule


@dataclass(frozen=True, slots=True)
class StepView:
    """A step in words: ``3 of 10``, what to do, its keys (words to type stand in quotes), and what to notice."""

    progress: str
    say: str
    keys: tuple[str, ...]
    notice: str


def _started(_before: Night, now: Night) -> bool:
    return now.is_open


def _logged(before: Night, now: Night) -> bool:
    return now.at_board and any(visit.needs and visit.triage and visit.outcome for visit in now.new_since(before))


def _cared_for(before: Night, now: Night) -> bool:
    return now.at_board and any(map(_is_typical, now.new_since(before)))


def _is_typical(visit: Visit) -> bool:
    told = visit.age_band is not None and visit.gender is not None and bool(visit.name)
    return told and len(visit.needs) >= _NEEDS_OF_A_TYPICAL_VISIT and bool(visit.triage and visit.care)


def _tallied(before: Night, now: Night) -> bool:
    return now.tallied > before.tallied


def _undone(before: Night, now: Night) -> bool:
    return now.undone > before.undone


def _looked_after(before: Night, now: Night) -> bool:
    return now.at_board and bool(before.overdue) and not before.overdue & now.overdue


def _raised(before: Night, now: Night) -> bool:
    return any(visit.flags and visit.is_open and _is_red(visit) for visit in now.new_since(before))


def _is_red(visit: Visit) -> bool:
    return visit.triage is not None and visit.triage.category is TriageCategory.RED


def _all_left(before: Night, now: Night) -> bool:
    return bool(before.aboard) and not now.aboard and now.at_board


def _closed(_before: Night, now: Night) -> bool:
    return now.is_closed


def _read(before: Night, now: Night) -> bool:
    return before.is_closed and not now.is_closed


STEPS = (
    Step("start", _started),
    Step("quick", _logged),
    Step("typical", _cared_for),
    Step("tally", _tallied),
    Step("undo", _undone),
    Step("overdue", _looked_after),
    Step("red_flag", _raised),
    Step("leaving", _all_left),
    Step("close", _closed),
    Step("paper", _read),
)
_LAST = "finished"


class Guide:
    """Leads through the steps; where the learner is stands in the lesson, so that it outlives lock and restart."""

    def __init__(self, training: Training) -> None:
        """Go on where the lesson was left."""
        self._training = training
        self._before = NO_NIGHT

    @property
    def step(self) -> Step | None:
        """The step that is due; None when all are done."""
        name = self._training.lesson.step
        if name == _LAST:
            return None
        return next((step for step in STEPS if step.name == name), STEPS[0])

    @property
    def is_resting(self) -> bool:
        """Whether the guide was put aside."""
        return self._training.lesson.resting

    def rest(self, resting: bool) -> None:
        """Put the guide aside, or go on with it."""
        self._training.keep(resting=resting)

    def begin(self, now: Night) -> None:
        """Measure the step that is due from this moment on."""
        self._before = now

    def see(self, now: Night) -> bool:
        """Look at the night; goes on to the next step, and answers True, when the present one is done."""
        if self.is_resting or self.step is None or not self.step.done(self._before, now):
            return False
        self.skip(now)
        return True

    def skip(self, now: Night) -> None:
        """Go on to the next step."""
        names = [step.name for step in STEPS]
        if self.step is not None:
            after = names.index(self.step.name) + 1
            self._training.keep(step=names[after] if after < len(names) else _LAST)
        self.begin(now)

    def view(self) -> StepView | None:
        """The step that is due in words; None when all are done."""
        if self.step is None:
            return None
        card = self._before.card
        name, number = self.step.name, [step.name for step in STEPS].index(self.step.name) + 1
        return StepView(
            words("guide.progress", number=number, steps=len(STEPS)),
            words(f"guide.step.{name}.say"),
            tuple(words(f"guide.step.{name}.keys", card=card).split()),
            words(f"guide.step.{name}.notice", card=card),
        )


def night_now(desk: Desk, intervals: CheckIntervals, *, undone: int, is_closed: bool, at_board: bool) -> Night:
    """The night as it is on the desk now."""
    now = desk.clock()
    checks = {key: check_of(visit, now, intervals) for key, visit in desk.visits.items() if visit.is_open}
    return Night(
        is_open=desk.shift is not None and desk.shift.is_open,
        is_closed=is_closed,
        at_board=at_board,
        visits=dict(desk.visits),
        tallied=sum(tally.count or 0 for tally in desk.tallies.values()),
        undone=undone,
        overdue=frozenset(key for key, check in checks.items() if check.state is CheckState.OVERDUE),
    )


def arrange(step: Step | None, desk: Desk, training: Training, intervals: CheckIntervals) -> None:
    """Bring about what a step needs: for an overdue check, somebody aboard, and time that has gone by."""
    if step is None or step.name != "overdue" or desk.shift is None:
        return
    due = [next_check(visit, intervals) for visit in desk.open_visits]
    known = [at for at in due if at is not None]
    if not known:
        _bring_somebody(desk)
    if not any(at <= desk.clock() for at in known):
        training.let_pass(_MINUTES_TO_AN_OVERDUE_CHECK)


def _bring_somebody(desk: Desk) -> None:
    visit, actor = desk.new_visit(), desk.session.actor
    desk.edit(visit.id, answer(label=words("guide.somebody")))
    desk.edit(visit.id, set_triage(TriageCategory.AMBER, desk.reference.flags, desk.clock(), actor.id))
