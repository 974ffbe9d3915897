"""The guided first night, played by somebody who knows only what the bar says; and the real folder meanwhile."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from benchmarks.hands import strokes_of
from benchmarks.journeys import GLOVED
from mavis.bootstrap import open_training
from mavis.domain.record.outcome import Outcome
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.presenters.help.guide import STEPS
from mavis.ui.show.player import NightClock
from mavis.ui.ways import Way
from mavis.ui.widgets.button import Button
from tests.architecture.source import ROOT
from tests.journeys.learner import Learner
from tests.programs import a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

_TONIGHT = datetime(2026, 11, 14, 21, 0, tzinfo=UTC)
_SECONDS_A_WORD = 1.0
"""A grown-up reads four times as fast, a child of nine twice."""
_NIGHT_ALONE = """
import sys
from pathlib import Path
from tests.journeys.test_guided_night import watch, whole_night
opened = watch(Path(sys.argv[1]))
whole_night(Path(sys.argv[1]))
sys.stdout.write("\\n".join(opened))
"""
_OPENING = frozenset({"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.listdir", "os.scandir", "os.chmod"})


@pytest.fixture
def learner(qtbot: QtBot, tmp_path: Path) -> Iterator[Learner]:
    """Somebody in front of a training that was never opened before."""
    clock = NightClock(_TONIGHT)
    made = Learner(open_training(tmp_path / "Mavis", clock=clock), clock, tmp_path)
    yield made
    made.leave()


def whole_night(data: Path) -> None:
    """Unlock, follow all ten steps, and leave; for a process of its own."""
    clock = NightClock(_TONIGHT)
    learner = Learner(open_training(data, clock=clock), clock, data.parent)
    learner.come_in()
    for _ in STEPS:
        learner.follow()
    learner.leave()


def watch(folder: Path) -> list[str]:
    """From now on, note each file and folder inside the folder that Python opens, lists, moves or removes."""
    opened: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in _OPENING:
            paths = [os.fsdecode(path) for path in arguments if isinstance(path, str | bytes)]
            inside = [path for path in paths if Path.cwd().joinpath(path).is_relative_to(folder)]
            opened.extend(f"{event} {path}" for path in inside)

    sys.addaudithook(hook)
    return opened


def test_the_bar_alone_leads_through_the_night(learner: Learner) -> None:
    """Ten steps with the keys of the bar: three people are cared for, and the summary lies in the training folder."""
    learner.come_in()
    said = [learner.follow() for _ in STEPS[:-2]]
    visits = list(learner.session.desk.visits.values())
    said += [learner.follow() for _ in STEPS[-2:]]

    assert [text.split(" ", 3)[0] for text in said] == [str(number) for number in range(1, 11)]
    assert learner.told == words("guide.finished")
    assert [visit.outcome for visit in visits] == [Outcome.HOME_ALONE, Outcome.TAXI, Outcome.AMBULANCE_CONVEYED]
    assert [visit.triage and visit.triage.category for visit in visits] == [
        TriageCategory.AMBER,
        TriageCategory.AMBER,
        TriageCategory.RED,
    ]
    assert visits[1].name == "Grey"
    assert [path.name for path in (learner.shown.program.paths.root / "summaries").iterdir()] == [
        "TRAINING-summary-2026-11-14-2100.pdf"
    ]


def test_the_night_takes_ten_minutes_at_most(learner: Learner) -> None:
    """For a slow reader in gloves who thinks before each key: all that the bar says, and all that is to be pressed."""
    learner.come_in()
    seconds = 0.0
    for _ in STEPS:
        keys = len(strokes_of(learner.keys))
        seconds += keys * (GLOVED.key + GLOVED.think) + len(learner.follow().split()) * _SECONDS_A_WORD

    assert 120 < seconds <= 600


def test_the_quick_visit_takes_the_six_keys_that_it_promises(learner: Learner) -> None:
    """Without the way back to the board."""
    learner.come_in()
    learner.follow()

    assert words("guide.step.quick.say").endswith("six keys.")
    assert learner.keys.split()[:-1] == ["N", "D", "2", "A", "7", "A"]
    assert learner.keys.split()[-1] == "Esc"


def test_another_way_is_as_good(learner: Learner) -> None:
    """The guide watches the night: a shift that was started by a click counts as well."""
    learner.come_in()
    learner.ask(words("guide.rest"))
    resting = learner.told
    learner.ask(words("guide.go_on"))
    (start,) = (
        one for one in learner.shown.window.findChildren(Button) if one.accessibleName() == words("start.begin")
    )
    start.click()
    learner.until(lambda: learner.told.startswith("2"))

    assert resting == words("guide.resting")


def test_it_goes_on_after_a_lock(learner: Learner) -> None:
    """Locked, the bar says the passphrase; unlocked, the step that was due."""
    learner.come_in()
    learner.follow()
    due = learner.told
    learner.use("Ctrl+L")
    learner.until(lambda: isinstance(learner.shown.window.page, UnlockPage))
    locked = learner.told
    learner.come_in()
    learner.until(lambda: learner.told == due)

    assert words("guide.locked.say") in locked


def test_skipped_steps_still_find_somebody_to_look_after(learner: Learner) -> None:
    """Whoever skips to the overdue check meets a made-up man, and half an hour has gone by."""
    learner.come_in()
    learner.follow()
    before = learner.shown.program.clock()
    for _ in range(4):
        learner.ask(words("guide.skip"))
    learner.settle()
    passed = learner.shown.program.clock() - before
    (visit,) = learner.session.desk.open_visits
    learner.follow()

    assert passed.total_seconds() == 31 * 60
    assert visit.label == words("guide.somebody")


@pytest.mark.parametrize(("name", "way"), [("training.back", Way.REAL), ("training.again", Way.AFRESH)])
def test_the_locked_bar_leads_back_and_to_a_fresh_night(learner: Learner, name: str, way: Way) -> None:
    """The window closes wholly and says where to go."""
    learner.ask(words(name))

    assert learner.shown.wish is way
    assert not isValid(learner.shown.window)


def test_a_whole_training_night_never_touches_the_real_folder(tmp_path: Path) -> None:
    """No file of it is opened, listed, moved or read, and not a byte or time of it changes."""
    real = tmp_path / "Mavis"
    program = a_program(real)
    a_session(program).close()
    program.close()
    for path in real.rglob("*"):
        os.utime(path, ns=(0, path.stat().st_mtime_ns))  # on most disks, a file that is read gets a new time
    before = _state(real)
    played = subprocess.run(
        [sys.executable, "-c", _NIGHT_ALONE, str(real)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )

    assert (played.returncode, played.stdout) == (0, ""), played.stderr
    assert _state(real) == before
    assert (tmp_path / "Mavis-training" / "outbox").is_dir()


def _state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Size, time of the last change and time of the last reading of each file, before anything here reads it."""
    found = {path: path.stat() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {path.name: (stat.st_size, stat.st_mtime_ns, stat.st_atime_ns) for path, stat in found.items()}
