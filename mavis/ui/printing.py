"""Hands paper to the printer of the laptop, without a file on the way and without anybody's name on the queue.

Linux and macOS take a PDF through the program ``lp``; Windows has no such program and paints the pages itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QObject, QProcess, QRectF, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from mavis.system.wording import words
from mavis.ui.presenters.shared.paper import Picture

_PROGRAM = "lp"
_PATIENCE_MS = 20_000
_PRINT_DPI = 300


class Teller(Protocol):
    """A window that says what happened."""

    def say(self, text: str) -> None:
        """Say what was done."""

    def warn(self, text: str) -> None:
        """Say what went wrong."""


class Paper(Protocol):
    """Something to print; its name stands on the queue and never says who it is about."""

    @property
    def name(self) -> str:
        """The name of the document."""

    def pdf(self) -> bytes:
        """The pages as a PDF."""

    def paint_on(self, device: QPagedPaintDevice) -> None:
        """Draw the pages on a printer."""


@dataclass(frozen=True, slots=True)
class PdfPaper:
    """A print that is ready as a PDF."""

    name: str
    content: bytes
    render: Callable[[bytes, int], Sequence[Picture]]

    def pdf(self) -> bytes:
        """The PDF as it is."""
        return self.content

    def paint_on(self, device: QPagedPaintDevice) -> None:
        """Draw each page as a picture, whole on its sheet."""
        painter = QPainter(device)
        for at, page in enumerate(self.render(self.content, _PRINT_DPI)):
            if at:
                device.newPage()
            sheet = QRectF(painter.viewport())
            image = image_of(page)
            scale = min(sheet.width() / image.width(), sheet.height() / image.height())
            painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
        painter.end()


@dataclass(frozen=True, slots=True)
class CodePaper:
    """The sheet with the recovery code; in ``training`` it says that the code opens nothing real."""

    code: str
    training: bool = False

    @property
    def name(self) -> str:
        """The same for every scheme."""
        return words("first_run.paper_title")

    def pdf(self) -> bytes:
        """The sheet, drawn in memory alone."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setTitle(self.name)
        self.paint_on(writer)
        return bytes(buffer.data().data())

    def paint_on(self, device: QPagedPaintDevice) -> None:
        """Draw the title, the code in large letters, and what it is for."""
        from html import escape  # half a megabyte, once for each scheme

        device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document = QTextDocument()
        document.setDefaultFont(QFont(QGuiApplication.font().family()))  # plain digits, which a PDF can be searched for
        marked = f"<h2>{escape(words('training.paper'))}</h2>" if self.training else ""
        document.setHtml(
            f"{marked}<h1>{escape(self.name)}</h1><p style='font-size: 26pt'><b>{escape(self.code)}</b></p>"
            f"<p style='font-size: 14pt'>{escape(words('printing.code_how'))}</p>"
        )
        document.print_(device)


class Printer(QObject):
    """Prints one paper after another; it never makes the window wait and never asks anything."""

    printed = Signal()
    """The system has taken the paper over."""
    failed = Signal(str)
    """It has not; the sentence says what to do."""

    def __init__(self, parent: QObject | None, platform: str = sys.platform) -> None:
        """``platform`` is what ``sys.platform`` says."""
        super().__init__(parent)
        self._paints = platform == "win32"

    def print_paper(self, paper: Paper) -> None:
        """Print on the printer that the system prefers."""
        if self._paints:
            self._paint(paper)
        else:
            handing = _HandingOver(QCoreApplication.instance())
            handing.taken.connect(self.printed)
            handing.refused.connect(self.failed)
            handing.begin(paper)

    def _paint(self, paper: Paper) -> None:
        support = import_module("PySide6.QtPrintSupport")
        if support.QPrinterInfo.defaultPrinter().isNull():
            self.failed.emit(words("printing.no_printer"))
            return
        device = support.QPrinter()
        device.setDocName(paper.name)
        device.setFullPage(True)
        paper.paint_on(device)
        self.printed.emit()


class _HandingOver(QProcess):
    """Hands one paper over, and goes on when the page that sent it is gone, for somebody may lock or quit meanwhile."""

    taken = Signal()
    refused = Signal(str)

    def __init__(self, program: QCoreApplication | None) -> None:
        """It belongs to the running ``program``, which waits for it before it ends."""
        super().__init__(program)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.kill)
        self.finished.connect(self._end)
        self.errorOccurred.connect(self._give_up)
        if program is not None:
            program.aboutToQuit.connect(self._wait)

    def begin(self, paper: Paper) -> None:
        """Start it, and let it have the pages."""
        self.start(_PROGRAM, ["-t", paper.name])
        self.write(paper.pdf())
        self.closeWriteChannel()
        self._patience.start()

    def _wait(self) -> None:
        self.waitForFinished(_PATIENCE_MS)

    def _end(self, status: int) -> None:
        self.deleteLater()
        if self.exitStatus() is QProcess.ExitStatus.CrashExit:
            self.refused.emit(words("printing.no_answer"))
        elif status:
            self.refused.emit(words("printing.no_printer"))
        else:
            self.taken.emit()

    def _give_up(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.deleteLater()
            self.refused.emit(words("printing.no_printer"))


def image_of(page: Picture) -> QImage:
    """A page as a picture of Qt's that owns its pixels."""
    shared = QImage(page.pixels, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32)
    return shared.copy()


def print_recovery_code(code: str, window: Teller) -> None:
    """Print the sheet with the recovery code and say in the window how it went."""
    printer = Printer(QCoreApplication.instance())
    printer.printed.connect(lambda: window.say(words("first_run.printed")))
    printer.failed.connect(lambda _: window.warn(words("printing.code_not_printed")))
    printer.printed.connect(printer.deleteLater)
    printer.failed.connect(printer.deleteLater)
    printer.print_paper(CodePaper(code))
