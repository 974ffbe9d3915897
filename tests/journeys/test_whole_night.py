"""The scripted night, played through the real windows with a kill in the middle: what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import PdfReader

from mavis.bootstrap import open_program
from mavis.ui.show import demo_night as night
from mavis.ui.show.demo import play

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from mavis.bootstrap import Session


def test_the_whole_night(tmp_path: Path, qapp: QApplication) -> None:
    """Played once, by keys alone; then its files, its records and its figures are looked at the next morning."""
    left_behind = play(tmp_path)
    qapp.setStyleSheet("")
    files_and_pictures_are_there(left_behind)
    program = open_program(tmp_path / "data")
    session = program.unlock(program.access.people()[0].id, night.OPENS_WITH)
    try:
        records_are_as_typed(session)
        figures_add_up(session)
    finally:
        session.close()
        program.close()


def files_and_pictures_are_there(left_behind: dict[str, Path]) -> None:
    """A summary of at least two pages, counts, and a picture of each page of the program."""
    assert all(path.exists() for path in left_behind.values())
    assert len(PdfReader(left_behind["summary"]).pages) >= 2
    assert any(name.startswith("counts") for name in left_behind)
    pictures = {path.stem for path in left_behind["screens"].glob("*.png")}
    scenes = {scene.picture for scene in (*night.BEFORE_CRASH, *night.AFTER_CRASH) if scene.picture}
    assert scenes | {"first-run", "unlock", "start-shift", "close-shift", "closed"} <= pictures
    assert all(path.stat().st_size > 10_000 for path in left_behind["screens"].glob("*.png"))


def records_are_as_typed(session: Session) -> None:
    """Twelve visits and more with their names and notes, also the name half typed at the kill; the night is closed."""
    ((date, visits),) = session.shifts.all_shifts()
    shift = session.shifts.shift_on(date)
    assert shift is not None
    assert shift.closed_at is not None
    assert shift.handover_notes == night.AT_CLOSE
    recorded = session.visits.of_shift(session.actor, shift.id)
    assert visits == len(recorded) >= 12
    assert {"Baggy", "Grey", "Liz", "Kaz", "half a na"} <= {visit.name for visit in recorded}
    assert any(note.text == "Waiting for her lift" for visit in recorded for note in visit.notes)
    tallies = {tally.kind: tally.count for tally in session.shifts.tallies(shift.id)}
    assert tallies["water"] == 7
    assert None in tallies.values()


def figures_add_up(session: Session) -> None:
    """One to A&E by ambulance, some avoided, no fault found; the trail is whole."""
    ((date, _),) = session.shifts.all_shifts()
    shift = session.shifts.shift_on(date)
    assert shift is not None
    summary = session.summaries.of_shift(shift.id, night.COORDINATOR)

    assert summary.diversion.conveyed == 1
    assert summary.diversion.ed.highest >= 1
    assert summary.faults == ()
    session.trail.verify()
