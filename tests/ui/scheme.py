"""An invented scheme on a real encrypted file: its crew, a night last week, and tonight, for tests of whole pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mavis.domain.access.roles import Duty
from mavis.domain.edits.visit import answer
from mavis.domain.errors import MavisError
from mavis.domain.record.outcome import Outcome
from mavis.domain.shift.shift import CrewMember
from mavis.ui.presenters.desk.tonight import Desk
from tests.ui.looks import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import CrewPerson, Shift
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.tasks import Tasks
    from tests.builders import SettableClock

Result = TypeVar("Result")

HELPERS = (
    ("Ruth E.", Duty.LEAD),
    ("Dev P.", Duty.STREET_PASTOR),
    ("Mags T.", Duty.STREET_PASTOR),
    ("Sam O.", Duty.FIRST_AID),
    ("Bill H.", Duty.STREET_WARDEN),
    ("Zoe F.", Duty.FIRST_AID),
)
_LOG_HEAD = "Date (night of),Time in,Name / nickname,M/F,Age,Problem"
CATHERINE = "07/03/2026,23:32,Catherine O'Neill,F,27,drunk"
ROBERT = "28/02/2026,22:10,Robert Kerr,M,44,cold"
"""Somebody of last week and somebody of the week before, as the log of the bus has them."""
PARKED_AT = "High Street, by the Italian Gardens"


class StraightDoors:
    """Doors without threads: a job is done when it is handed in, and its result is there at once."""

    def change(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that writes."""
        try:
            result = job()
        except MavisError as failure:
            failed(failure)
        else:
            done(result)

    query = search = change
    """Do a job that only reads."""


def fail(failure: Exception) -> None:
    """Let a failure that the test did not expect fail it."""
    raise failure


def hire(session: Session) -> tuple[CrewPerson, ...]:
    """Put the helpers on the crew list."""
    return tuple(session.crew.add(session.actor, name, duty, "Street Pastors") for name, duty in HELPERS)


def open_night(program: Program, session: Session, people: tuple[CrewPerson, ...]) -> Shift:
    """Open a shift now with these people aboard."""
    now = program.clock()
    crew = tuple(CrewMember(one.id, one.name, one.duty, one.organisation, now) for one in people)
    plan = replace(session.shifts.plan(now), crew=crew, parked_at=PARKED_AT)
    return session.shifts.open_shift(session.actor, plan)


def last_week(program: Program, session: Session, clock: SettableClock) -> None:
    """A night a week ago with the first four helpers, closed; the clock ends where it was."""
    clock.advance(hours=-7 * 24)
    shift = open_night(program, session, hire(session)[:4])
    clock.advance(hours=5)
    session.shifts.close_shift(session.actor, shift.id)
    clock.advance(hours=7 * 24 - 5)


def bring_in(session: Session, path: Path, visits: Iterable[str]) -> None:
    """Import visits of earlier nights, each written as in the log of the bus; ``path`` is where the log is put."""
    path.write_text("\n".join((_LOG_HEAD, *visits, "")), encoding="utf-8")
    session.imports.run(session.actor, session.imports.preview(path))


def two_visits(session: Session, clock: SettableClock) -> None:
    """Somebody who left by taxi, and somebody who is still aboard."""
    gone = session.visits.open_visit(session.actor)
    clock.advance(minutes=25)
    left = answer(outcome=Outcome.TAXI, departed_at=clock())
    session.visits.change(session.actor, gone.id, left)
    session.visits.open_visit(session.actor)
    clock.advance(minutes=5)


def a_desk(program: Program, session: Session, doors: Doors) -> Desk:
    """The desk with what the store holds now."""
    desk = Desk(session, doors, program.clock, program.new_id, program.reference, program.settings.device_letter)
    shift = session.shifts.current()
    if shift is not None:
        tonight, tallies = session.visits.of_tonight(session.actor, shift.id), session.shifts.tallies(shift.id)
        desk.fill(shift, tonight.visits, tallies, tonight.last_number)
    return desk


def settled(qtbot: QtBot, tasks: Tasks, desk: Desk | None = None) -> None:
    """Wait until nothing is on its way to the store or back."""
    until(qtbot, lambda: not tasks.busy and (desk is None or desk.saves.waiting == 0))


def press(keys: str) -> None:
    """Press keys wherever the keyboard is at each of them; a carriage return is Enter.

    Raises:
        LookupError: nothing has the keyboard.
    """
    for key in keys:
        focused = QApplication.focusWidget()
        if focused is None:
            raise LookupError(key)
        if key == "\r":
            QTest.keyClick(focused, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(focused, key)


def too_wide(page: QWidget, room: int) -> list[str]:
    """Each seen part of a page that does not fit into the room across, or whose words do not fit into it."""
    parts = [part for part in page.findChildren(QWidget) if part.isVisible()]
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts if _is_cut(part, page, room)]


def _is_cut(part: QWidget, page: QWidget, room: int) -> bool:
    if isinstance(part, QLineEdit) and part.width() < part.fontMetrics().horizontalAdvance(part.text()):
        return True
    return part.mapTo(page, part.rect().topRight()).x() >= room or part.width() < part.minimumSizeHint().width()
