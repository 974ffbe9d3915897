"""The places of a session besides the board: start a shift, close it, and the settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.start_shift.page import StartShiftPage
from mavis.ui.presenters.doors.idle import IdleRule
from mavis.ui.presenters.start_shift.page import StartShiftPresenter
from mavis.ui.presenters.steps.follow_up import FollowUp
from mavis.ui.session.closing import ClosingPlace
from mavis.ui.session.crew_place import CrewPlace
from mavis.ui.session.people_places import PeoplePlaces

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.services.closing import ClosedShift
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.close_shift.page import CloseShiftPage
    from mavis.ui.pages.settings.page import SettingsPage
    from mavis.ui.pages.steps.page import StepsPage
    from mavis.ui.presenters.steps.column import ListOfLines
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


class SessionPlaces:
    """Builds each place when somebody first goes there; ``closed`` is what the last closing left behind."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks, name: str) -> None:
        """Offer the places on the rail; ``name`` is who signed in."""
        self._session = session
        self._window = window
        self._tasks = tasks
        self._name = name
        self.closing = ClosingPlace(session, window, tasks, name)
        session.workplace.offer("start", self._start)
        session.workplace.offer("close", self._close)
        session.workplace.offer("settings", self._settings)
        session.workplace.offer("open_referrals", self._referrals)
        session.workplace.offer("contacts", self._contacts)
        session.workplace.offer("last_shift", self._last_shift)
        session.workplace.back_wanted.connect(self.go_back)
        CrewPlace(session, window, tasks)
        self.people = PeoplePlaces(session, window, tasks)
        self._lists: list[StepsPage] = []

    @property
    def closed(self) -> ClosedShift | None:
        """What the last closing left behind, as long as it is looked at."""
        return self.closing.closed

    def flush(self) -> None:
        """Keep what is half typed on any of the places."""
        self.closing.flush()
        self.people.flush()
        for page in self._lists:
            page.flush()

    def go_back(self) -> None:
        """Back to where the person came from: a place, or a visit that is still there; else home."""
        session = self._session
        step = session.workplace.trail.back()
        if step in session.desk.visits:
            self._window.show_page(session.room)
            session.room.show_visit(step, again=True)
        elif step:
            session.show_place(step)
        else:
            session.go_home()

    def show_referrals(self) -> None:
        """Go to the referrals that are open, of all nights."""
        self._look_up("open_referrals")

    def show_contacts(self) -> None:
        """Go to the contacts card."""
        self._look_up("contacts")

    def show_follow_ups(self) -> None:
        """Show who is to be asked again after a talk about alcohol."""
        from mavis.ui.session.follow_ups import FollowUpList

        FollowUpList(self._session, self._window, self._tasks).show()

    def read_again(self) -> None:
        """Read the contacts card and the open referrals of all nights."""
        FollowUp(self._session.desk).load(self._tasks, self._session.fail)

    def _look_up(self, place: str) -> None:
        self.read_again()
        self._session.show_place(place)

    def _referrals(self) -> QWidget:
        from mavis.ui.presenters.steps.open_referrals import OpenReferrals

        return self._list(OpenReferrals(FollowUp(self._session.desk)))

    def _contacts(self) -> QWidget:
        from mavis.ui.presenters.steps.contacts_card import ContactsCard

        return self._list(ContactsCard(FollowUp(self._session.desk)))

    def _last_shift(self) -> QWidget:
        from mavis.ui.pages.last_shift.page import LastShiftPage

        page = LastShiftPage(self._window.keeper, self._session.desk)
        page.left.connect(self.go_back)
        return page

    def _list(self, presenter: ListOfLines) -> QWidget:
        from mavis.ui.pages.steps.page import StepsPage

        page = StepsPage(self._window.keeper, presenter)
        page.left.connect(self.go_back)
        self._lists.append(page)
        return page

    def _start(self) -> QWidget:
        session = self._session
        page = StartShiftPage(self._window.keeper, StartShiftPresenter(session.desk, self._tasks))
        page.started.connect(lambda _shift: self._next_night(words("start.has_begun")))
        self._listen(page)
        return page

    def _close(self) -> QWidget:
        page = self.closing.build(lambda: self._next_night(words("start.is_over")))
        self._listen(page)
        return page

    def _settings(self) -> QWidget:
        from mavis.ui.pages.settings.page import SettingsPage
        from mavis.ui.presenters.settings.page import SettingsPresenter
        from mavis.ui.presenters.settings.people import PeoplePresenter

        presenter = SettingsPresenter(self._session.program, self._session.session, self._tasks)
        people = PeoplePresenter(self._session.program, self._session.session, self._tasks)
        page = SettingsPage(self._window.keeper, presenter, people)
        page.changed.connect(lambda settings: self._session.guard.follow(IdleRule.of(settings)))
        page.forgetting_wanted.connect(partial(self._session.show_place, "forgetting"))
        self._listen(page)
        return page

    def _listen(self, page: StartShiftPage | CloseShiftPage | SettingsPage) -> None:
        page.said.connect(self._window.say)
        page.trouble.connect(self._window.warn)

    def _next_night(self, said: str = "") -> None:
        """A shift began or was closed and looked at: read the night afresh, with pages that know nothing of the old."""
        self.closing.forget()
        for place in ("start", "crew", "close"):
            self._session.workplace.forget(place)
        self._session.reload(said)
