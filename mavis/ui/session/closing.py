"""The place where a shift is closed: what the desk and the rail hold before, meanwhile and after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.close_shift.page import CloseShiftPage
from mavis.ui.presenters.close_shift.page import CloseShiftPresenter
from mavis.ui.session.crew_place import offer_to_mend
from mavis.ui.session.stored_night import AFTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.services.closing import ClosedShift
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


class ClosingPlace:
    """Nothing can be written into a shift from the moment it is being closed; what closing left behind is shown."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks, name: str) -> None:
        """``name`` is who signs the shift off."""
        self._session = session
        self._window = window
        self._tasks = tasks
        self._name = name
        self.page: CloseShiftPage | None = None
        self._presenter: CloseShiftPresenter | None = None

    def build(self, left: Callable[[], None]) -> CloseShiftPage:
        """The page, made for the shift that is open; ``left`` is called when the closed shift was looked at."""
        session = self._session
        self._presenter = CloseShiftPresenter(session.desk, self._tasks, self._name)
        self.page = page = CloseShiftPage(self._window.keeper, self._presenter)
        page.visit_wanted.connect(session.show_visit)
        page.form.mend_wanted.connect(partial(offer_to_mend, session, self._window))
        page.form.crew.add.used.connect(partial(session.show_place, "crew"))
        page.closing.connect(self._closing)
        page.not_closed.connect(lambda: session.night.read(page.form.go_on))
        page.closed.connect(lambda _closed: session.workplace.show_places(AFTER))
        page.stuck.connect(lambda text, again: self._window.warn(text, words("window.try_again"), again))
        page.left.connect(left)
        page.visits_wanted.connect(lambda: session.show_place("last_shift"))
        return page

    @property
    def closed(self) -> ClosedShift | None:
        """What the last closing left behind, as long as it is looked at."""
        return self._presenter.closed if self._presenter is not None else None

    @property
    def is_over(self) -> bool:
        """Whether the shift is signed off and its close is still looked at, even when the summary or backup failed."""
        return self._presenter is not None and self._presenter.signing.is_over

    @property
    def next_place(self) -> str:
        """Where the night goes on while no shift is open: at its close until that is done, then at the next start."""
        return "close" if self._presenter is not None and self._presenter.signing.is_running else "start"

    def show_waiting(self) -> None:
        """Show which counts wait to be sent, and what to do with them."""
        session = self._session

        def lay_over(files: tuple[str, ...]) -> None:
            from mavis.ui.pages.close_shift.waiting import WaitingCounts

            WaitingCounts(self._window.keeper, files, session.program.paths.outbox, self._window)

        self._tasks.query(session.session.counts.not_sent, lay_over, session.fail)

    def flush(self) -> None:
        """Keep what is half typed."""
        if self.page is not None:
            self.page.flush()

    def forget(self) -> None:
        """The next night begins."""
        self.page = self._presenter = None

    def _closing(self) -> None:
        self._session.desk.fill(None, (), ())
        self._session.workplace.show_places(("close",))
