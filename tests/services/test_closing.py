"""Closing a shift: one verb that leaves everything behind, and can be pressed again after any crash."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Duty
from mavis.domain.errors import StorageError, UnreadableError, UserError
from mavis.services.closing import Closing
from mavis.storage.database import Database
from tests.programs import FOUR_WORDS
from tests.records import PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from tests.builders import SettableClock


@pytest.fixture
def closing(session: Session, tmp_path: Path) -> Closing:
    """Closing with counts that are files of their own."""

    def queue(shift_id: str) -> tuple[Path, ...]:
        table, book = tmp_path / "counts.csv", tmp_path / "counts.xlsx"
        table.write_text(shift_id)
        book.write_text(shift_id)
        return table, book

    return Closing(session.shifts, session.summaries, session.backups, queue, tmp_path / "prints", lambda: None)


def test_closing_leaves_everything_behind(
    session: Session, shift: Shift, closing: Closing, clock: SettableClock
) -> None:
    """A signed shift, a print, counts, their workbook, and a backup made after all that."""
    session.visits.open_visit(VOLUNTEER)
    clock.advance(hours=5)
    done = closing.close(session.actor, shift.id)
    assert done.shift == session.shifts.shift_on(shift.date)
    assert done.shift.closed_at == clock()
    assert done.summary_pdf.name == "summary-2026-03-14-2200.pdf"
    assert done.summary_pdf.read_bytes().startswith(b"%PDF")
    assert [path.suffix for path in done.counts] == [".csv", ".xlsx"]
    assert done.workbook == done.counts[1]
    assert done.backup_at == session.backups.newest() == clock()


def test_a_crash_between_two_steps_is_repaired_by_closing_again(
    session: Session, shift: Shift, closing: Closing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was signed stays signed as it was."""

    def full(*_: object) -> None:
        raise StorageError("disk_full")

    for step in ("services.summaries.write_whole", "services.backups.make_backup"):
        with monkeypatch.context() as patch:
            patch.setattr(f"mavis.{step}", full)
            with pytest.raises(StorageError, match="disk_full"):
                closing.close(session.actor, shift.id)
    signed = session.shifts.shift_on(shift.date)
    done = closing.close(session.actor, shift.id)
    assert done.shift == signed
    assert done.summary_pdf.exists()


def test_a_visit_that_cannot_be_read_stops_the_figures_and_not_the_backup(
    program: Program, session: Session, shift: Shift, closing: Closing, clock: SettableClock
) -> None:
    """The shift is closed; figures without the visit would be wrong."""
    session.visits.open_visit(VOLUNTEER)
    key = program.access.unlock(session.actor.id, FOUR_WORDS)
    with contextlib.closing(Database.open(program.paths.database, key)) as database, database.writing() as db:
        db.execute("INSERT INTO visit_need (visit_id, place, code) SELECT id, 0, 'bogus' FROM visit")
    clock.advance(hours=5)
    with pytest.raises(UnreadableError, match="visits_unreadable"):
        closing.close(session.actor, shift.id)
    closed = session.shifts.shift_on(shift.date)

    assert closed is not None
    assert closed.sign_off is not None
    assert session.backups.newest() == clock()


def test_closing_again_prints_what_was_amended(session: Session, shift: Shift, closing: Closing) -> None:
    """The summary of an amended shift lists the changes."""
    visit = session.visits.open_visit(VOLUNTEER)
    closing.close(session.actor, shift.id)
    session.visits.change(session.actor, visit.id, lambda v: replace(v, label="man, red jacket"), reason="Forgotten")
    summary = session.summaries.of_shift(shift.id, "Dilys")
    assert [change.field for change in summary.amendments] == ["label"]
    assert closing.close(session.actor, shift.id).summary_pdf.exists()


def test_a_planner_closes_nothing(session: Session, shift: Shift, closing: Closing) -> None:
    """And nothing is left behind."""
    with pytest.raises(UserError, match="not_allowed"):
        closing.close(PLANNER, shift.id)
    assert session.shifts.current() == shift


def test_the_summary_of_no_shift(session: Session) -> None:
    """Is a sentence."""
    with pytest.raises(UserError, match="shift_unknown"):
        session.summaries.of_shift("none", "Dilys")


def test_the_summary_holds_the_night(session: Session, shift: Shift, clock: SettableClock) -> None:
    """Scheme, who made it when, the head of the trail, and figures that add up."""
    session.visits.open_visit(VOLUNTEER)
    summary = session.summaries.of_shift(shift.id, "Dilys")
    assert (summary.scheme, summary.stamp.made_by, summary.stamp.made_at) == ("Weston MAVISbus", "Dilys", clock())
    assert summary.stamp.chain_head == session.trail.head()
    assert len(summary.visits) == 1
    assert summary.faults == ()


def test_a_backup_is_due_when_something_was_saved(session: Session, shift: Shift, clock: SettableClock) -> None:
    """Every quarter of an hour, and never for nothing."""
    assert shift.is_open
    assert session.backups.make_when_due() is None
    clock.advance(minutes=16)
    assert session.backups.make_when_due() is None
    session.crew.add(session.actor, "Asha", Duty.FIRST_AID)
    made = session.backups.make_when_due()
    assert made is not None
    assert session.backups.newest() == clock()
    session.crew.add(session.actor, "Bryn", Duty.LEAD)
    assert session.backups.make_when_due() is None


def test_a_summary_is_written_for_those_who_may_report(session: Session, shift: Shift, tmp_path: Path) -> None:
    """The number of its pages comes back; a volunteer is refused and nothing is written."""
    path = tmp_path / "summary.pdf"
    session.visits.open_visit(VOLUNTEER)
    with pytest.raises(UserError, match="not_allowed"):
        session.summaries.write(VOLUNTEER, shift.id, path)
    assert not path.exists()
    assert session.summaries.write(session.actor, shift.id, path) == 2
    assert path.read_bytes().startswith(b"%PDF")
