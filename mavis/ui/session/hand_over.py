"""Changing the person at an open screen: who may come, and what the store says to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mavis.domain.access.roles import Role
from mavis.domain.errors import MavisError
from mavis.system.wording import label, words
from mavis.ui.doorway import initials
from mavis.ui.pages.doors.hand_over import HandOverPage, HandOverView
from mavis.ui.pages.doors.people_tiles import MOST_DIGITS
from mavis.ui.presenters.shared.failures import told
from mavis.ui.widgets.person_tile import PersonView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.opened import Opened


class HandOver:
    """Shows the page over whatever was open; Escape brings that back just as it was."""

    def __init__(self, session: Opened, window: MainWindow) -> None:
        """Nothing is shown before ``open``."""
        self._session = session
        self._window = window
        self._page: HandOverPage | None = None
        self._before: QWidget | None = None
        self._focus: QWidget | None = None
        self._asked: object = None
        self.visit_left = ""
        """The visit that was open when the page was last shown."""

    @property
    def is_shown(self) -> bool:
        """Whether the page is what the person sees."""
        return self._page is not None and self._window.page is self._page

    def open(self, who: str = "") -> None:
        """Show who can take over; with a person's id that person is picked already."""
        if self.is_shown:
            return
        self.drop()
        self._session.keep_place()
        self.visit_left = self._session.room.visit_id if self._window.page is self._session.room else ""
        self._before, self._focus = self._window.page, self._window.focusWidget()
        program = self._session.program
        self._page = page = HandOverPage(self._window.keeper, self._view(), program.clock)
        here, by_pin, by_passphrase = self._session.session, program.take_over, program.take_over_with_passphrase
        page.pin_given.connect(lambda who, *pin: self._take(who, partial(by_pin, here, who, *pin)))
        page.passphrase_given.connect(lambda who, *typed: self._take(who, partial(by_passphrase, here, who, *typed)))
        page.left.connect(self.leave)
        self._window.show_page(page)
        page.enter()
        if who:
            page.people.pick(who)

    def leave(self) -> None:
        """Nobody takes over: back to where the person was."""
        before, focus = self._before, self._focus
        self.drop()
        if before is not None:
            self._window.show_page(before)
        if focus is not None:
            focus.setFocus()

    def stay(self) -> QWidget | None:
        """Let the page be looked at until those of whoever took over are there; nothing typed is left and no key acts.

        Returns the page, for whoever throws it away then; None when it is not shown.
        """
        page, self._page = (self._page, None) if self.is_shown else (None, self._page)
        if page is not None:
            page.forget()
            page.blockSignals(True)
        return page

    def drop(self) -> None:
        """Throw the page away with all that was typed on it."""
        if self._page is not None:
            self._page.forget()
            self._window.drop_page(self._page)
        self._page = self._before = self._focus = self._asked = None

    def _view(self) -> HandOverView:
        access, here = self._session.program.access, self._session.session.actor.id
        tiles = access.people()
        digits = {tile.id: access.pins.digits(tile.id) for tile in tiles}
        people = tuple(
            PersonView(
                tile.id,
                initials(tile.name),
                tile.name,
                words("unlock.by_pin" if digits[tile.id] else "unlock.by_passphrase", role=label(tile.role)),
                str(at) if at <= MOST_DIGITS else "",
            )
            for at, tile in enumerate(tiles, start=1)
        )
        name = next((tile.name for tile in tiles if tile.id == here), "")
        helpers = ", ".join(tile.name for tile in tiles if tile.role is Role.COORDINATOR)
        keyless = _keyless(self._session.desk.shift, {tile.id for tile in tiles})
        said = words("unlock.keyless", names=", ".join(keyless), helpers=helpers) if keyless else ""
        return HandOverView(people, digits, name, said, tuple(self._session.overdue_lines()))

    def _take(self, who: str, prove: Callable[[], Session]) -> None:
        """Save what waits as the person before, then ask whether this one may come; leaving the page calls it off."""
        self._session.flush()
        saves = self._session.desk.saves
        if saves.failure is not None:
            self._refuse(who, saves.failure)
            return

        asked = self._asked = object()

        def job() -> Session | MavisError | None:
            try:
                return prove() if self._asked is asked else None
            except MavisError as failure:
                return failure

        def take(result: Session | MavisError | None) -> None:
            if isinstance(result, MavisError):
                self._refuse(who, result)
            elif result is not None:
                self._session.hand_on(result)

        saves.put(job, take, partial(self._refuse, who))

    def _refuse(self, who: str, failure: Exception) -> None:
        if self._page is not None:
            self._page.refuse(told(failure), self._session.program.access.pins.digits(who))


def _keyless(shift: Shift | None, known: set[str]) -> list[str]:
    """Who is aboard tonight and has no passphrase."""
    crew = {member.person: member.name for member in shift.crew if member.until is None} if shift else {}
    return [name for person, name in crew.items() if person not in known]
