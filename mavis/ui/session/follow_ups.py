"""The way to the list of people to ask again, and back with what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from datetime import date

    from mavis.domain.follow_up.asking_again import FollowUp
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


class FollowUpList:
    """Reads who is due, shows them, and writes down that somebody asked."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks) -> None:
        """Nothing is read before ``show``."""
        self._session = session
        self._window = window
        self._tasks = tasks

    def show(self) -> None:
        """Show the list as the store has it now."""
        verbs, actor = self._session.session.follow_ups, self._session.session.actor
        self._tasks.query(lambda: verbs.due(actor), self._lay_over, self._session.fail)

    def _lay_over(self, found: tuple[FollowUp, ...]) -> None:
        from mavis.ui.pages.people.follow_ups import FollowUpsPanel

        days = {one.visit_id: one for one in found}
        panel = FollowUpsPanel(self._window.keeper, found, self._window)
        panel.asked.connect(lambda visit_id: self._write(days[visit_id], None))

    def _write(self, one: FollowUp, day: date | None) -> None:
        """Take somebody off the list, or put them back on it, and read the night anew where it shows that visit."""
        verbs, actor = self._session.session.follow_ups, self._session.session.actor

        def said(_: None) -> None:
            if day is None:
                self._window.say(words("alcohol.said.asked", code=one.code), lambda: self._write(one, one.day))
            else:
                self._window.say(words("alcohol.said.asked_not", code=one.code))

        self._tasks.change(lambda: verbs.ask_on(actor, one.visit_id, day), said, self._session.fail)
