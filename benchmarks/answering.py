"""From a key or a click to the painted answer, with 50,000 visits in the file and 20 people on the bus.

Every stroke of the script is timed from the moment the window is handed the event until all that it changed is painted;
a page that asks the store for more, such as the settings, paints once again when that comes. The script is played in
several processes, each on a copy of the same file, because a page is built only once in each; a stroke's figure is its
median over them, so that one slow moment of the machine decides nothing, and the slowest single time is said beside.
Before each stroke everything is saved and still.

A new look is chosen by a click that is answered like any other; the whole window follows once the choice is saved.
That is measured by itself: it dresses every widget of every page anew.
"""

from __future__ import annotations

import shutil
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from benchmarks.evening import OPENS_WITH, WallClock, begin_night, fill, set_up, the_program
from benchmarks.hands import Hands, strokes_of
from benchmarks.records import BEGINS
from benchmarks.table import Row, limited, seconds
from mavis.ui.look.tokens import ThemeName

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NIGHTS, EACH, ABOARD = 500, 100, 20
"""Ten years of Saturdays: 50,000 visits; and those on the bus tonight."""

LATER = BEGINS + timedelta(hours=1)
"""When the night of the script goes on: all of them are on the bus."""

LOOK = "choose a look"
"""The strokes after which the whole window changes."""

_P95_MS, _MOST_MS = 50.0, 100.0
_STILL_SECONDS, _UNANSWERED_SECONDS = 1.0, 2.0
BREATH_SECONDS = 0.02
"""Between two strokes."""

_SCRIPT = (
    ("open a visit", "N Esc 1 Esc 5 Esc Ctrl+N Esc [board.new_visit] Esc [card.K2] Esc"),
    ("answer by letter", "N D H R M Tab Esc Esc 1 D H D 2 A U G 4 W I F 7 F X N U"),
    (
        "answer by mouse",
        "1 [chip.lost_or_separated] [chip.25_34] [chip.male] 2 [triage.amber] 4 [chip.water] 7 [chip.taxi]",
    ),
    ("turn to a section", "1 2 4 7 1 Enter [rail.care] [rail.leaving] [rail.triage] [rail.arrival]"),
    ("turn to another visit", "Ctrl+Tab Ctrl+Tab Ctrl+Tab [tab.K9] [tab.K5]"),
    ("type", "/ 'moth' Tab 'red coat' Esc Esc 2 Ctrl+T 'waits for her sister' Esc Esc"),
    ("measure", "1 3 'r16 p88' Enter"),
    ("undo", "Ctrl+Z Ctrl+Z Ctrl+Z Ctrl+Z Esc Esc"),
    ("count one given", "W W [tally.water]"),
    ("show names and keys", "S S F1 F1"),
    ("find a visit", "/ 'coat 1' Backspace Enter Esc"),
    ("turn to a place", "F8 F2 F4 F2 F8 F2 F4 F2"),
    ("write at the close", "F4 'foil blankets gone' F2"),
    (LOOK, "F8 [chip.light] [chip.dark] F2"),
    ("call an ambulance", "1 Ctrl+9 Ctrl+9 Esc"),
)
"""What is done, and the strokes; the board is shown before and after each line that ends so."""


def measure(folder: Path, rounds: int) -> list[Row]:
    """A row for each kind of stroke, and two for all together."""
    prepare(folder / "answering")
    played = [_play_apart(folder / "answering", folder / f"answering-{number}") for number in range(rounds)]
    times = [found for found, _ in played]
    kinds = [kind for kind, _ in times[0]]
    medians = [statistics.median(each) for each in zip(*([ms for _, ms in round_] for round_ in times), strict=True)]
    rows = [_row(name, [ms for kind, ms in zip(kinds, medians, strict=True) if kind == name]) for name, _ in _SCRIPT]
    slowest = max(ms for round_ in times for _, ms in round_)
    beside = f"{len(medians)} strokes, {rounds} times each"
    return [
        *rows,
        limited("any key or click painted, p95", percentile(medians, 0.95), "ms", _P95_MS, beside),
        limited(
            "any key or click painted, slowest", max(medians), "ms", _MOST_MS, f"slowest single time {slowest:.0f}"
        ),
        limited("the whole window in a new look", statistics.median(look for _, look in played), "ms", _MOST_MS),
    ]


def prepare(folder: Path) -> None:
    """A data folder with all the old visits and a night that has begun."""
    clock = WallClock()
    program = the_program(folder, clock)
    set_up(program, clock)
    fill(program, NIGHTS, EACH)
    begin_night(program, clock, ABOARD)
    program.close()


def strokes() -> list[tuple[str, str]]:
    """Each stroke of the script with its kind, in order."""
    return [(kind, stroke) for kind, line in _SCRIPT for stroke in strokes_of(line)]


def percentile(figures: Sequence[float], share: float) -> float:
    """The least figure that so large a share of all does not exceed."""
    return sorted(figures)[max(0, -(-int(len(figures) * share * 100) // 100) - 1)]


def _row(kind: str, medians: Sequence[float]) -> Row:
    beside = f"median {statistics.median(medians):.0f} of {len(medians)}"
    return limited(f"painted: {kind}", max(medians), "ms", _MOST_MS, beside)


def _play_apart(prepared: Path, copy: Path) -> tuple[list[tuple[str, float]], float]:
    shutil.copytree(prepared, copy)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(_play, copy).result()


def _play(folder: Path) -> tuple[list[tuple[str, float]], float]:
    """Play the script once; the kind of each stroke and its milliseconds, and those of a new look."""
    hands = Hands(the_program(folder, WallClock(LATER)))
    hands.unlock(OPENS_WITH)
    hands.rest(_STILL_SECONDS)
    found = [(kind, _answered(hands, stroke)) for kind, stroke in strokes()]
    look = seconds(lambda: _wear(hands, ThemeName.LIGHT))
    hands.leave()
    return found, 1000 * look


def _wear(hands: Hands, look: ThemeName) -> None:
    hands.shown.keeper.use(look)
    QApplication.processEvents()


def _answered(hands: Hands, stroke: str) -> float:
    """Milliseconds from a stroke until the window is painted; two seconds when it is not painted at all."""
    paintings = hands.paintings
    began = time.perf_counter()
    hands.do(stroke)
    while hands.paintings == paintings and time.perf_counter() - began < _UNANSWERED_SECONDS:
        QApplication.processEvents()
    taken = time.perf_counter() - began
    hands.settle()
    hands.rest(BREATH_SECONDS)
    return 1000 * taken
