"""The line that was half typed when Mavis locked or stopped: its writer goes on with it, anybody else is asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.services.half_lines import HalfLine
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


def bring_back(session: Opened, window: MainWindow, tasks: Tasks, go_on_with: Callable[[str], None]) -> None:
    """Look for a line of this shift and go on with it; what another shift left is forgotten with the next line."""
    here = session.session.actor.id

    def go_on(line: HalfLine) -> None:
        in_its_visit = window.page is session.room and session.room.visit_id == line.visit
        if line.visit in session.desk.visits and not in_its_visit:
            session.show_visit(line.visit)
        go_on_with(line.text)

    def take(lines: tuple[HalfLine, ...]) -> None:
        shift = session.desk.shift
        tonight = [line for line in lines if shift is not None and line.shift == shift.id]
        for line in tonight:
            if line.person == here:
                go_on(line)
                return
        for line in tonight[:1]:
            said = words("quick_line.waits", name=session.desk.names.get(line.person, ""))
            window.ask(said, words("quick_line.go_on"), partial(_take_over, session, line, go_on), calm=True)

    tasks.query(session.session.half_lines.all, take, session.fail)


def _take_over(session: Opened, line: HalfLine, go_on: Callable[[HalfLine], None]) -> None:
    """Go on with what somebody else has typed: from now on it is a line of whoever is here."""
    go_on(line)
    session.desk.saves.put(partial(session.session.half_lines.forget, line.person))
