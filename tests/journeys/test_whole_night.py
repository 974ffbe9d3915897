"""The scripted night, played through the real windows with a kill in the middle: what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from mavis.bootstrap import open_program
from mavis.ui import demo_night as night
from mavis.ui.demo import play

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from mavis.bootstrap import Session


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the night was played, once for all tests here."""
    return tmp_path_factory.mktemp("night")


@pytest.fixture(scope="module")
def left_behind(out: Path, qapp: QApplication) -> dict[str, Path]:
    """What the player says that the night left, by name."""
    found = play(out)
    qapp.setStyleSheet("")
    return found


@pytest.fixture
def session(out: Path, left_behind: dict[str, Path]) -> Iterator[Session]:
    """The records of the night, opened again the next morning."""
    assert left_behind
    program = open_program(out / "data")
    opened = program.unlock(program.access.people()[0].id, night.OPENS_WITH)
    yield opened
    opened.close()
    program.close()


def test_files_and_pictures_are_there(left_behind: dict[str, Path]) -> None:
    """A summary of at least two pages, counts with rows, the workbook, a picture of each page."""
    for path in left_behind.values():
        assert path.exists(), path
    assert len(PdfReader(left_behind["summary"]).pages) >= 2
    counts = [path for name, path in left_behind.items() if name.startswith("counts")]
    assert counts
    pictures = sorted(path.stem for path in left_behind["screens"].glob("*.png"))
    scenes = {scene.picture for scene in (*night.BEFORE_CRASH, *night.AFTER_CRASH) if scene.picture}
    assert scenes | {"first-run", "unlock", "start-shift", "close-shift", "closed"} <= set(pictures)
    assert all(path.stat().st_size > 10_000 for path in left_behind["screens"].glob("*.png"))


def test_the_night_holds_what_was_typed(session: Session) -> None:
    """Twelve visits and more, with names, notes, counts, and the night closed."""
    ((date, visits),) = session.shifts.all_shifts()
    shift = session.shifts.shift_on(date)
    assert shift is not None
    assert shift.closed_at is not None
    assert shift.handover_notes == night.AT_CLOSE
    recorded = session.visits.of_shift(shift.id)
    assert visits == len(recorded) >= 12
    assert {"Baggy", "Grey", "Liz", "Kaz"} <= {visit.name for visit in recorded}
    assert any(note.text == "Waiting for her lift" for visit in recorded for note in visit.notes)
    tallies = {tally.kind: tally.count for tally in session.shifts.tallies(shift.id)}
    assert tallies["water"] == 7
    assert None in tallies.values()


def test_the_name_half_typed_at_the_crash_is_there(session: Session) -> None:
    """As far as it had been typed."""
    ((date, _),) = session.shifts.all_shifts()
    shift = session.shifts.shift_on(date)
    assert shift is not None

    assert "half a na" in {visit.name for visit in session.visits.of_shift(shift.id)}


def test_the_figures_add_up(session: Session) -> None:
    """One visit to A&E by ambulance; some avoided; the trail is whole."""
    ((date, _),) = session.shifts.all_shifts()
    shift = session.shifts.shift_on(date)
    assert shift is not None
    summary = session.summaries.of_shift(shift.id, night.COORDINATOR)

    assert summary.diversion.conveyed == 1
    assert summary.diversion.ed.highest >= 1
    session.trail.verify()
