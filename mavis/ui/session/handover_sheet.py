"""The handover sheet of the visit on the page: printed by one key, read on the screen by another, or saved as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from mavis.system.files import write_whole
from mavis.system.wording import sentence, words
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.shared.folders import typed_path
from mavis.ui.printing import PdfPaper, Printer
from mavis.ui.widgets.field import FieldState

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.visit.read_aloud import ReadAloud
    from mavis.ui.presenters.desk.doors import Doors
    from mavis.ui.session.opened import Opened


T = TypeVar("T")


class HandoverSheet(QObject):
    """Makes the sheet behind the scenes, after every save before it; the window never waits."""

    def __init__(self, session: Opened, window: MainWindow, doors: Doors, parent: QObject) -> None:
        """Print for the visit in the room of the session; it lives as long as the parent."""
        super().__init__(parent)
        self._session = session
        self._window = window
        self._doors = doors
        self._printer = Printer(self)
        self._reading: ReadAloud | None = None
        self._printer.printed.connect(self._printed)
        self._printer.failed.connect(self._not_printed)

    def print_sheet(self) -> None:
        """Print the visit that is open on the page, finished or not."""
        self._session.flush()
        session, visit_id = self._session.session, self._session.room.visit_id
        self._window.say(words("handover.making"), told=True)
        self._make(
            lambda: session.handovers.pdf(session.handovers.of_visit(session.actor, visit_id)),
            self._hand_on,
            self._session.fail,
        )

    def read_sheet(self) -> None:
        """Show the same in large letters, to be read to a call handler or a crew."""
        self._session.flush()
        session, visit_id = self._session.session, self._session.room.visit_id
        self._make(
            lambda: session.handovers.text(session.handovers.of_visit(session.actor, visit_id)),
            partial(self._show, visit_id),
            self._session.fail,
        )

    def _show(self, visit_id: str, text: str) -> None:
        """Show it, unless somebody has turned to another page or to another visit meanwhile."""
        from mavis.ui.pages.visit.read_aloud import ReadAloud

        room = self._session.room
        if self._window.page is not room or room.visit_id != visit_id:
            return
        code = self._session.desk.visits[visit_id].code
        suggested = Path.home() / words("handover.file_name", code=code)
        page = ReadAloud(self._window.keeper, self._window, text, str(suggested))
        self._reading = page
        page.print_wanted.connect(self.print_sheet)
        page.save_wanted.connect(lambda where: self._save(page, visit_id, typed_path(where)))

    def _printed(self) -> None:
        self._window.say(words("handover.printed"))
        if (page := self._page()) is not None:
            page.tell(FieldState.PLAIN, words("handover.printed"))

    def _not_printed(self, _why: str) -> None:
        """Say it where somebody looks: on the page that is read out, else in the message bar with the way there."""
        if (page := self._page()) is not None:
            page.tell(FieldState.ERROR, words("handover.not_printed_here"))
        else:
            self._window.warn(words("handover.not_printed"), words("handover.read"), self.read_sheet)

    def _page(self) -> ReadAloud | None:
        """The page that is being read out now."""
        page = self._reading
        return page if page is not None and isValid(page) and page.isVisible() else None

    def _save(self, page: ReadAloud, visit_id: str, path: Path) -> None:
        session = self._session.session

        def saved(_nothing: object) -> None:
            page.tell_saved()
            self._window.say(words("handover.saved", file=str(path)))

        def failed(failure: Exception) -> None:
            page.refuse(sentence(failure))

        self._make(
            lambda: write_whole(path, session.handovers.pdf(session.handovers.of_visit(session.actor, visit_id))),
            while_there(page, saved),
            while_there(page, failed),
        )

    def _make(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do it once all that was written is saved; while the disk fails at once, so that the failure is told."""
        saves, make = self._session.desk.saves, partial(self._doors.change, job, done, failed)
        if saves.waiting and saves.failure is None:
            saves.put(_nothing, lambda _saved: make())
        else:
            make()

    def _hand_on(self, pdf: bytes) -> None:
        """The name on the queue says nothing of whom the sheet is about."""
        self._printer.print_paper(PdfPaper(words("handover.title"), pdf, self._session.session.pictures))


def _nothing() -> None:
    """Stand in the line of the saves, so that what comes after it finds them done."""
