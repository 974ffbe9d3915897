"""The two ways out of an open session: the lock, and another person who takes over. Both keep what is half typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import sentence, words
from mavis.ui.presenters.shared.failures import told
from mavis.ui.session.bookmark import Bookmark, keep_place, with_refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Session
    from mavis.domain.errors import StorageError
    from mavis.ui.main_window import MainWindow
    from mavis.ui.session.opened import Shuttable


class Leaving:
    """Waits until everything is saved, then has the pages thrown away."""

    def __init__(
        self, session: Shuttable, window: MainWindow, handed_on: Callable[[Session], None], mark: Bookmark | None
    ) -> None:
        """Nobody leaves yet; ``handed_on`` gets the session of whoever takes over."""
        self._handed_on = handed_on
        self._session = session
        self._window = window
        self._taken: Session | None = None
        self.words_wait = False
        """Whether words of the person who handed over wait for them in a note."""
        self.begun = False
        self.mark = mark
        """Where the person was when they left; until they are back there, where they were the last time."""
        self.is_back = True
        """Whether nothing that a mark remembers has still to be put back, so that another may take its place."""
        self.trouble = ""
        """Why nothing could be shown, or something was not kept, in words; empty when all is well."""
        self.seen: QWidget | None = None
        """The page that stays in view until whoever took over has theirs."""

    def lock(self) -> None:
        """Keep what is half typed, save all that waits, then close the database and throw every page away.

        Whoever was about to take over does not: a lid that shuts meanwhile finds everything locked.
        """
        if self.begun and self._taken is None:
            return
        self._window.bare_below()
        self.keep_place()
        self._call_off()
        self._window.veil(self._session.overdue_lines(), locking=True)
        self._window.bare_below()
        self._session.room.page.flush(ending=True)
        self._session.flush()
        saves = self._session.desk.saves
        if saves.failure is not None:
            saves.retry()
        self.begun = True
        self.go_on()

    def go_on(self) -> None:
        """Something was saved, or could not be: leave now, go on waiting, or say that the disk does not answer."""
        saves = self._session.desk.saves
        if saves.failure is not None:
            self._stay(saves.failure)
        elif saves.waiting or self._session.night.gives_back(self.go_on):
            return
        elif self._taken is None:
            self._session.shut()
        else:
            self.words_wait = self._session.room.page.presenter.note.some_wait
            self._session.tear_down()
            self._handed_on(self._taken)

    def stop(self, failure: BaseException) -> None:
        """What nothing goes on without has failed: before the first page is there, lock again and have it said there.

        Where the person was when they left last time is kept for them.
        """
        if self._session.is_ready:
            self._session.fail(failure)
            return
        why = told(failure, "unlock.not_opened")
        if not self.begun:
            self.begun, self.trouble = True, why
            self._session.shut()

    def hand_on(self, taken: Session) -> None:
        """Throw the pages of the person before away once all is saved, without closing the records.

        What was seen last stays in view until the next page is there: nobody sees an empty window in between.
        """
        if self.begun:
            return
        self.seen = self._session.handing_over.stay()
        self._session.room.page.flush(ending=True)
        self.begun, self._taken = True, taken
        self.go_on()

    def _stay(self, failure: StorageError) -> None:
        """The disk does not answer: nobody leaves, and whoever wanted to take over is asked for again."""
        taken, self.begun, self.is_back = self._taken, False, True
        self._window.warn(sentence(failure), words("window.try_again"), self._session.desk.saves.retry)
        if taken is None:
            self._window.veil([words("window.locked_waiting")])
        else:
            self._call_off()
            self._session.handing_over.open(taken.actor.id)

    def _call_off(self) -> None:
        """Nobody takes over: what was there before is back, and the page that was looked at meanwhile goes."""
        if self._taken is not None:
            self._taken = None
            self._session.handing_over.leave()
        if self.seen is not None:
            self._window.drop_page(self.seen)
            self.seen = None

    def keep_place(self) -> None:
        """Remember where the person is, unless it is remembered already: they are not back yet, or handed over."""
        page = self._window.page
        is_there = page in (self._session.room, self._session.workplace)
        if self.is_back and self._session.is_ready and page is not None and is_there:
            self.mark = keep_place(self._session, page, self._window.focus_below)

    def come_back(self, mark: Bookmark) -> None:
        """The person is being brought back: whoever locks before that is done leaves with the place of last time."""
        self.is_back, self.mark = False, mark

    def forget_place(self) -> None:
        """The person is back and has not left again: where they go from here is remembered when they leave."""
        if not self.begun:
            self.is_back, self.mark = True, None

    def mark_refused(self, why: str) -> None:
        """Keep with the place what was refused since it was remembered."""
        if self.mark is not None:
            self.mark = with_refused(self._session, self.mark, why)
