"""The places about people who were here before: finding them, one person, and what may be done about everybody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.shift.night import night_of
from mavis.system.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from mavis.domain.people.person import Alert
    from mavis.domain.visit.visit import Visit
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.steps.page import StepsPage
    from mavis.ui.presenters.people.person import PersonCard
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks


class PeoplePlaces:
    """Offers the places to the workplace; each page is built when somebody first goes there."""

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks) -> None:
        """Nothing is read before somebody asks."""
        self._session = session
        self._window = window
        self._tasks = tasks
        self._card: PersonCard | None = None
        self._page: StepsPage | None = None
        session.workplace.offer("people", self._people)
        session.workplace.offer("person", self._person)
        session.workplace.offer("duplicates", self._duplicates)
        session.workplace.offer("forgetting", self._forgetting)
        session.workplace.offer("repeat_advice", self._repeat_advice)

    def show_person(self, person_id: str) -> None:
        """Go to the page of one person."""
        self._session.show_place("person")
        if self._card is not None:
            self._card.show(person_id)

    @property
    def ways(self) -> Mapping[str, Callable[[], None]]:
        """The pages about everybody that whoever is signed in may see, by name."""
        role = self._session.session.actor.role
        rights = {
            "duplicates": Right.MANAGE_VISITORS,
            "forgetting": Right.MANAGE_VISITORS,
            "repeat_advice": Right.REPORT,
        }
        return {place: partial(self._session.show_place, place) for place, right in rights.items() if may(role, right)}

    def flush(self) -> None:
        """Keep what is half typed about somebody."""
        if self._page is not None:
            self._page.flush()

    def _people(self) -> QWidget:
        from mavis.ui.pages.people.page import PeoplePage

        page = PeoplePage(self._window.keeper, self._session.desk, self.ways)
        page.chosen.connect(self.show_person)
        page.visit_wanted.connect(self._session.show_visit)
        return page

    def _person(self) -> QWidget:
        from mavis.ui.pages.steps.page import StepsPage
        from mavis.ui.presenters.people.person import PersonCard

        program = self._session.program
        self._card = PersonCard(
            self._session.desk, lambda: program.settings.birth_dates, self.show_nights, self._session.fail
        )
        page = StepsPage(self._window.keeper, self._card)
        page.left.connect(self._session.places.go_back)
        self._page = page
        return page

    def _duplicates(self) -> QWidget:
        from mavis.ui.pages.people.duplicates import DuplicatesPage

        program, session = self._session.program, self._session
        page = DuplicatesPage(self._window.keeper, session.desk, lambda: program.settings.birth_dates, session.fail)
        page.left.connect(self._session.places.go_back)
        return page

    def _forgetting(self) -> QWidget:
        from mavis.ui.pages.people.forgetting import ForgettingPage

        session = self._session
        page = ForgettingPage(self._window.keeper, session.program, session.session, self._tasks, session.fail)
        page.said.connect(self._window.say)
        page.left.connect(self._session.places.go_back)
        return page

    def _repeat_advice(self) -> QWidget:
        from mavis.ui.pages.people.repeat_advice import RepeatAdvicePage

        page = RepeatAdvicePage(self._window.keeper, self._session.desk, self._session.fail)
        page.left.connect(self._session.places.go_back)
        return page

    def show_nights(self, person_id: str) -> None:
        """Ask why somebody looks, and show the nights of a person over the page."""
        from mavis.ui.pages.people.earlier_nights import EarlierNights
        from mavis.ui.pages.shared.while_there import while_there
        from mavis.ui.presenters.people.earlier_nights import night_rows

        session = self._session
        panel = EarlierNights(self._window.keeper, self._window)

        def shown(found: tuple[tuple[Visit, ...], tuple[Alert, ...]]) -> None:
            panel.show_nights(night_rows(*found, night_of(session.program.clock()), session.desk.names))

        def refused(failure: Exception) -> None:
            panel.refuse(sentence(failure))

        def ask(reason: str) -> None:
            verbs, actor = session.session.visitors, session.session.actor
            self._tasks.query(
                lambda: (verbs.nights(actor, person_id, reason), verbs.person(actor, person_id).alerts),
                while_there(panel, shown),
                while_there(panel, refused),
            )

        panel.asked.connect(ask)
