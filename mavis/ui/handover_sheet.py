"""Printing the handover sheet of the visit on the page: one key, no question, the window never waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mavis.system.wording import words
from mavis.ui.printing import PdfPaper, Printer

if TYPE_CHECKING:
    from mavis.ui.opened import Opened
    from mavis.ui.presenters.doors import Doors
    from mavis.ui.printing import Teller


class HandoverSheet(QObject):
    """Makes the sheet behind the scenes, after every save before it, and hands it to the printer."""

    def __init__(self, session: Opened, window: Teller, doors: Doors, parent: QObject) -> None:
        """Print for the visit in the room of the session; it lives as long as the parent."""
        super().__init__(parent)
        self._session = session
        self._window = window
        self._doors = doors
        self._printer = Printer(self)
        self._printer.printed.connect(lambda: window.say(words("handover.printed")))
        self._printer.failed.connect(lambda _why: window.warn(words("handover.not_printed")))

    def print_sheet(self) -> None:
        """Print the visit that is open on the page, finished or not."""
        self._session.flush()
        session, visit_id = self._session.session, self._session.room.visit_id
        self._window.say(words("handover.making"))
        self._doors.change(
            lambda: session.handovers.pdf(session.handovers.of_visit(session.actor, visit_id)),
            self._hand_on,
            self._session.fail,
        )

    def _hand_on(self, pdf: bytes) -> None:
        """The name on the queue says nothing of whom the sheet is about."""
        self._printer.print_paper(PdfPaper(words("handover.title"), pdf, self._session.session.pictures))
