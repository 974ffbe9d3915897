"""Does every part of this build work here? One made-up night in a temporary folder, with a window that nobody sees."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mavis.bootstrap import open_program
from mavis.domain.edits.visit import leave
from mavis.domain.record.outcome import Outcome
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application

if TYPE_CHECKING:
    from mavis.bootstrap import Program

_OPENS_WITH = "made up words for a check"
_NAME = "Ada Check"


def check() -> tuple[str, ...]:
    """Use the fonts, the store, the window, the print and the counts once; returns their names.

    Raises:
        MavisError: a part does not work here; the sentence says which.
    """
    with tempfile.TemporaryDirectory(prefix="mavis-check-") as folder:
        program = open_program(Path(folder) / "data")
        try:
            program.access.create(_NAME, _NAME, _OPENS_WITH)
            return "store", *_window(WindowProgram(program, application())), *_night(program)
        finally:
            program.close()


def _window(shown: WindowProgram) -> tuple[str, ...]:
    shown.begin()
    QApplication.processEvents()
    picture = shown.window.grab()
    shown.window.hide()
    shown.tasks.finish()
    if picture.isNull():
        raise RuntimeError("window")
    return ("window", "fonts")


def _night(program: Program) -> tuple[str, ...]:
    session = program.unlock(program.access.people()[0].id, _OPENS_WITH)
    try:
        shift = session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
        visit = session.visits.open_visit(session.actor)
        session.visits.change(session.actor, visit.id, leave(Outcome.TAXI, program.clock()))
        closed = session.closing.close(session.actor, shift.id)
        pictures = session.pictures(closed.summary_pdf.read_bytes(), 40)
        if not pictures or not closed.counts:
            raise RuntimeError("closing")
    finally:
        session.close()
    return ("summary", "counts", "backup")
