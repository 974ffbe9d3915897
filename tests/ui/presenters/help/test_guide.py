"""The guide as rules: each step is done by what the night shows, whatever keys brought it about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from mavis.services.training import Training
from mavis.system.paths import DataFolder
from mavis.system.wording import words
from mavis.ui.presenters.help.guide import NO_NIGHT, STEPS, Guide, Night
from tests.builders import SATURDAY_NIGHT, SettableClock, a_visit

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.visit.visit import Visit

_AT = SATURDAY_NIGHT
_NEEDS = (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
_CARE = (CareGiven("1", CareKind.WATER, _AT, "ruth"),)
_FLAG = (RaisedFlag("unresponsive", FlagKind.CLINICAL, _AT, "ruth", ticked=True),)
_BOARD = replace(NO_NIGHT, is_open=True, at_board=True)


def _triage(category: TriageCategory) -> Triage:
    return Triage(category, "ruth", _AT, category, "1")


_AMBER, _RED = _triage(TriageCategory.AMBER), _triage(TriageCategory.RED)
_TOLD: dict[str, Any] = {"needs": _NEEDS, "age_band": AgeBand.FROM_18, "gender": Gender.MALE, "name": "Grey"}
_LOGGED = a_visit(needs=_NEEDS[:1], triage=_AMBER, outcome=Outcome.HOME_ALONE)
_TYPICAL = a_visit(**_TOLD, triage=_AMBER, care=_CARE)
_UNWELL = a_visit(needs=_NEEDS, triage=_RED, flags=_FLAG)
_ABOARD = a_visit(needs=_NEEDS)


def _with(visit: Visit, **more: Any) -> Night:
    return replace(_BOARD, visits={"1": visit}, **more)


_DONE = {
    "start": (NO_NIGHT, _BOARD),
    "quick": (_BOARD, _with(_LOGGED)),
    "typical": (_BOARD, _with(_TYPICAL)),
    "tally": (_BOARD, replace(_BOARD, tallied=1)),
    "undo": (_BOARD, replace(_BOARD, undone=1)),
    "overdue": (_with(_ABOARD, overdue=frozenset({"1"})), _with(_ABOARD)),
    "red_flag": (_BOARD, _with(_UNWELL, at_board=False)),
    "leaving": (_with(_ABOARD), _with(replace(_ABOARD, outcome=Outcome.TAXI))),
    "close": (_BOARD, replace(_BOARD, is_closed=True)),
    "paper": (replace(_BOARD, is_closed=True), NO_NIGHT),
}
_NOT_YET = [
    ("start", NO_NIGHT, NO_NIGHT),
    ("quick", _BOARD, _with(_LOGGED, at_board=False)),
    ("quick", _with(_LOGGED), _with(_LOGGED)),
    ("quick", _BOARD, _with(replace(_LOGGED, triage=None))),
    ("quick", _BOARD, _with(replace(_LOGGED, outcome=None))),
    ("typical", _BOARD, _with(replace(_TYPICAL, name=""))),
    ("typical", _BOARD, _with(replace(_TYPICAL, care=()))),
    ("typical", _BOARD, _with(replace(_TYPICAL, needs=_NEEDS[:1]))),
    ("tally", replace(_BOARD, tallied=2), replace(_BOARD, tallied=2)),
    ("undo", replace(_BOARD, undone=2), replace(_BOARD, undone=2)),
    ("overdue", _with(_ABOARD), _with(_ABOARD)),
    ("overdue", _with(_ABOARD, overdue=frozenset({"1"})), _with(_ABOARD, overdue=frozenset({"1"}))),
    ("red_flag", _BOARD, _with(replace(_UNWELL, triage=_AMBER))),
    ("red_flag", _BOARD, _with(replace(_UNWELL, flags=()))),
    ("leaving", _BOARD, _BOARD),
    ("leaving", _with(_ABOARD), _with(_ABOARD)),
    ("close", _BOARD, _BOARD),
    ("paper", replace(_BOARD, is_closed=True), replace(_BOARD, is_closed=True)),
]


@pytest.fixture
def training(tmp_path: Path) -> Training:
    """A lesson at its beginning."""
    return Training(DataFolder(tmp_path), SettableClock())


@pytest.mark.parametrize("name", [step.name for step in STEPS])
def test_a_step_is_done_by_what_the_night_shows(training: Training, name: str) -> None:
    """And the guide goes on to the next one by itself."""
    before, now = _DONE[name]
    training.keep(step=name)
    guide = Guide(training)
    guide.begin(before)

    assert guide.see(now)
    assert guide.step is None if name == STEPS[-1].name else guide.step is not None
    assert training.lesson.step != name


@pytest.mark.parametrize(("name", "before", "now"), _NOT_YET)
def test_a_step_that_is_not_done_stays(training: Training, name: str, before: Night, now: Night) -> None:
    """Half of it, or what was there before the step began, does not count."""
    training.keep(step=name)
    guide = Guide(training)
    guide.begin(before)

    assert not guide.see(now)
    assert training.lesson.step == name


def test_a_guide_that_was_put_aside_waits(training: Training) -> None:
    """Nothing goes on until the learner does; then it goes on from the same step, also after a restart."""
    guide = Guide(training)
    guide.begin(NO_NIGHT)
    guide.rest(True)
    rested = guide.see(_BOARD)
    again = Guide(training)
    again.rest(False)

    assert (rested, again.see(_BOARD)) == (False, True)


def test_every_step_can_be_skipped(training: Training) -> None:
    """Ten skips end the guide, and an eleventh does nothing."""
    guide = Guide(training)
    seen = []
    for _ in STEPS:
        view = guide.view()
        seen.append(view.progress if view else "")
        guide.skip(NO_NIGHT)
    guide.skip(NO_NIGHT)

    assert seen == [words("guide.progress", number=number, steps=10) for number in range(1, 11)]
    assert (guide.step, guide.view()) == (None, None)
    assert not guide.see(_BOARD)


def test_each_step_says_what_to_press(training: Training) -> None:
    """At most two sentences, keys, and something to notice."""
    for step in STEPS:
        training.keep(step=step.name)
        view = Guide(training).view()
        assert view is not None
        assert view.keys
        assert view.notice
        assert 1 <= view.say.count(". ") + 1 <= 2
