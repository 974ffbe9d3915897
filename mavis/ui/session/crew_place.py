"""The place where crew, events and kit of the running shift are put right, and what can be done about one helper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.start_shift.tonight import TonightPage
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


class CrewPlace:
    """Builds the page when somebody first goes there."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks) -> None:
        """Offer the place."""
        self._session = session
        self._window = window
        self._tasks = tasks
        session.workplace.offer("crew", self._build)

    def _build(self) -> TonightPage:
        from mavis.ui.pages.start_shift.tonight import TonightPage
        from mavis.ui.presenters.start_shift.tonight import TonightPresenter

        mend = partial(offer_to_mend, self._session, self._window)
        page = TonightPage(self._window.keeper, TonightPresenter(self._session.desk, self._tasks, mend))
        page.left.connect(self._session.places.go_back)
        page.said.connect(self._window.say)
        page.trouble.connect(self._window.warn)
        return page


def offer_to_mend(session: Opened, window: MainWindow, at: int) -> None:
    """List what can be done about the line of the crew at that place."""
    from mavis.ui.pages.help.palette import Palette
    from mavis.ui.presenters.close_shift.mending import ways_to_mend
    from mavis.ui.presenters.help.palette import Command, PalettePresenter

    ways = ways_to_mend(session.desk, at)
    commands = [Command(way.words, way.act, icon=way.icon, detail=way.detail) for way in ways]
    Palette(window.keeper, PalettePresenter(commands, _no_other), window)


def _no_other(_text: str, _alone: bool) -> None:
    """Nothing is made of what somebody types."""
