"""The summary of a shift on paper and in a file, from the page that closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mavis.system.wording import sentence, words
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.printing import PdfPaper, Printer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.pages.close_shift.preview import PreviewSide
    from mavis.ui.presenters.close_shift.page import CloseShiftPresenter


class ClosePaper(QObject):
    """Prints and saves what the preview shows; a print that is still being made goes to paper when it is there."""

    said = Signal(str)
    trouble = Signal(str)

    def __init__(self, close: CloseShiftPresenter, preview: PreviewSide, page: QWidget) -> None:
        """Do what the buttons of the preview ask for, for as long as the page is there."""
        super().__init__(page)
        self._close = close
        self._preview = preview
        self._page = page
        self._due = False
        self._printer = Printer(page)
        self._printer.printed.connect(lambda: self.said.emit(words("printing.sent")))
        self._printer.failed.connect(self.trouble)
        preview.print_wanted.connect(self._print)
        preview.save_wanted.connect(self._save)

    def drawn(self) -> None:
        """The print is there: on to paper with it when somebody waits for it."""
        if self._due:
            self._print()

    def _print(self) -> None:
        printed = self._close.printed
        self._due = printed is None
        if printed is not None:
            pictures = self._close.desk.session.pictures
            self._printer.print_paper(PdfPaper(self._close.document(), printed.pdf, pictures))

    def _save(self, where: str) -> None:
        def saved(what: str) -> None:
            self._preview.put_away()
            self.said.emit(what)

        self._close.save(where, while_there(self._page, saved), while_there(self._page, self._not_saved))

    def _not_saved(self, failure: Exception) -> None:
        self._preview.refuse(sentence(failure))
