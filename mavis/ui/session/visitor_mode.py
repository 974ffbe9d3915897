"""Handing the screen to the visitor: they see the questions alone until one of the crew takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError
from mavis.system.wording import sentence, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mavis.services.pins import Pins
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.visit.visitor import VisitorPage
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter
    from mavis.ui.session.opened import Opened
    from mavis.ui.tasks import Tasks

_LAST_TRY = frozenset({"pin_gone", "pin_none"})


class VisitorMode:
    """Shows the page over the visit. The screen is taken back by holding a key, and by the PIN of whoever has one.

    While it is shown no key of the window counts but the lock; the veil and the lock come by themselves as ever.
    """

    def __init__(self, session: Opened, window: MainWindow, tasks: Tasks, rest: Callable[..., None]) -> None:
        """Nothing is shown before ``open``; ``rest`` silences the keys of the window and wakes them again."""
        self._session = session
        self._window = window
        self._tasks = tasks
        self._rest = rest
        session.room.page.presenter.give_screen = self.open
        self._before: QWidget | None = None
        self.page: VisitorPage | None = None

    def open(self, talk: AlcoholPresenter) -> None:
        """Hand the screen over at the question that is asked now, or at the first one."""
        from mavis.ui.pages.visit.visitor import VisitorPage
        from mavis.ui.presenters.visit.alcohol.pages import TOOL

        self.drop()
        session, window = self._session, self._window
        session.flush()
        talk.is_given = True
        session.keep_place()
        if talk.page == TOOL and not talk.choose_usual():
            talk.place.step(1)
        self._before = window.page
        self.page = page = VisitorPage(window.keeper, talk)
        page.taken_back.connect(self._held)
        page.pin_given.connect(self._check)
        self._rest(resting=True)
        window.status.hide()
        window.show_page(page)
        page.setFocus()

    def drop(self) -> None:
        """Throw the page away; the window is the crew's again."""
        page, self.page, self._before = self.page, None, None
        if page is not None:
            page.talk.is_given = False
            self._window.status.show()
            self._rest(resting=False)
            self._window.drop_page(page)

    def _held(self) -> None:
        digits = self._pins.digits(self._who)
        if digits and self.page is not None:
            self.page.ask_pin(digits)
        else:
            self._come_back()

    def _check(self, pin: str) -> None:
        """Whether it is their PIN; making sure takes a moment, so it is done aside."""
        who, pins = self._who, self._pins
        self._tasks.query(lambda: pins.check(who, pin), lambda _: self._come_back(), self._refuse)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, MavisError):
            raise failure
        if failure.key in _LAST_TRY:
            self._session.lock()
        elif self.page is not None:
            self.page.refuse(sentence(failure))

    def _come_back(self) -> None:
        before = self._before
        self.drop()
        if before is not None:
            self._window.show_page(before)
            room = self._session.room.page
            room.go_to(room.section)
            self._window.say(words("alcohol.said.back_again"))

    @property
    def _who(self) -> str:
        return self._session.session.actor.id

    @property
    def _pins(self) -> Pins:
        return self._session.program.access.pins
