"""Paper comes out of a real printer, and no printer is a sentence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage, QPageSize, QPdfWriter
from shiboken6 import delete

from mavis.system.wording import words
from mavis.ui.printing import CodePaper, PdfPaper, Printer, image_of, print_recovery_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.pdf_printer import PdfPrinter

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"


class _Page:
    """One red pixel beside a blue one."""

    width = 2
    height = 1
    pixels = bytes((0, 0, 255, 255, 255, 0, 0, 255))


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    """Something that owns a printer as a window does."""
    holder = QObject()
    yield holder
    holder.deleteLater()


def text_of(pdf: bytes) -> str:
    """All words of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    found = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return found


def test_the_recovery_code_comes_out_of_a_real_printer(qtbot: QtBot, owner: QObject, pdf_printer: PdfPrinter) -> None:
    """One sheet; its name on the queue is the same for everybody."""
    printer = Printer(owner)
    with qtbot.waitSignal(printer.printed, timeout=20_000):
        printer.print_paper(CodePaper(CODE))

    paper = pdf_printer.printed()
    assert paper.name.startswith(words("first_run.paper_title").replace(" ", "_"))
    assert len(pypdfium2.PdfDocument(paper.read_bytes())) == 1


def test_the_sheet_bears_the_code_and_what_it_is_for(qtbot: QtBot) -> None:
    """Whoever finds it in the drawer knows what to do."""
    text = " ".join(text_of(CodePaper(CODE).pdf()).split())

    assert CODE.replace("-", "") in text.replace("-", "").replace(" ", "")
    assert words("printing.code_how") in text


def test_without_a_printer_a_sentence_says_what_to_do(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has set a printer up: nothing is lost, and the sentence offers the PDF."""
    monkeypatch.setenv("CUPS_SERVER", "/nowhere")
    monkeypatch.setenv("LPDEST", "none")
    printer = Printer(owner)
    with qtbot.waitSignal(printer.failed, timeout=20_000) as told:
        printer.print_paper(CodePaper(CODE))

    assert told.args == [words("printing.no_printer")]


def test_a_laptop_without_the_print_program_says_the_same(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """``lp`` is not there at all."""
    monkeypatch.setenv("PATH", str(tmp_path))
    printer = Printer(owner)
    with qtbot.waitSignal(printer.failed, timeout=20_000) as told:
        printer.print_paper(CodePaper(CODE))

    assert told.args == [words("printing.no_printer")]


@pytest.fixture
def slow_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An ``lp`` that takes its time; what it took over lies in the file."""
    taken = tmp_path / "taken.pdf"
    program = tmp_path / "lp"
    program.write_text(f"#!/bin/sh\nsleep 0.3\ncat > '{taken}.part'\nmv '{taken}.part' '{taken}'\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return taken


def test_a_paper_is_printed_although_its_page_is_gone(qtbot: QtBot, slow_printer: Path) -> None:
    """Somebody prints a sheet and locks at once: it comes out, and nobody who is gone is told of it."""
    page = QObject()
    Printer(page).print_paper(CodePaper(CODE))
    delete(page)
    qtbot.waitUntil(slow_printer.exists, timeout=20_000)

    assert words("first_run.paper_title") in text_of(slow_printer.read_bytes())


def test_mavis_does_not_end_before_a_paper_is_handed_over(qtbot: QtBot, slow_printer: Path) -> None:
    """Somebody prints and quits at once: the program waits for the printer."""
    page = QObject()
    Printer(page).print_paper(CodePaper(CODE))
    program = QCoreApplication.instance()
    assert program is not None
    program.aboutToQuit.emit()

    assert words("first_run.paper_title") in text_of(slow_printer.read_bytes())
    delete(page)


def test_where_there_is_no_lp_the_pages_are_painted(tmp_path: Path, qtbot: QtBot) -> None:
    """Each page of the PDF becomes one sheet."""
    device = QPdfWriter(str(tmp_path / "painted.pdf"))
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    asked = []

    def render(pdf: bytes, dpi: int) -> list[_Page]:
        asked.append((pdf, dpi))
        return [_Page(), _Page()]

    PdfPaper("Summary", b"%PDF", render).paint_on(device)
    del device

    assert asked == [(b"%PDF", 300)]
    assert len(pypdfium2.PdfDocument((tmp_path / "painted.pdf").read_bytes())) == 2


def test_a_system_that_paints_says_when_it_has_no_printer(qtbot: QtBot, owner: QObject) -> None:
    """Windows without a printer."""
    printer = Printer(owner, platform="win32")
    with qtbot.waitSignal(printer.failed) as told:
        printer.print_paper(CodePaper(CODE))

    assert told.args == [words("printing.no_printer")]


def test_a_picture_keeps_its_colours_and_its_own_pixels(qtbot: QtBot) -> None:
    """Blue, green, red in memory are red, green, blue on the screen, after the bytes are gone."""
    image = image_of(_Page())

    assert image.format() is QImage.Format.Format_RGB32
    assert [image.pixelColor(x, 0).name() for x in (0, 1)] == ["#ff0000", "#0000ff"]


class _Window:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def say(self, text: str) -> None:
        """Something was done."""
        self.told.append(("said", text))

    def warn(self, text: str) -> None:
        """Something went wrong."""
        self.told.append(("warned", text))


def test_the_window_says_that_the_code_was_printed(qtbot: QtBot, pdf_printer: PdfPrinter) -> None:
    """At the first start, before anybody has signed in."""
    window = _Window()
    print_recovery_code(CODE, window)
    qtbot.waitUntil(lambda: bool(window.told), timeout=20_000)

    assert window.told == [("said", words("first_run.printed"))]
    assert pdf_printer.printed().stat().st_size


def test_the_window_says_to_write_the_code_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There is no printer, and no PDF of a secret either."""
    monkeypatch.setenv("PATH", str(tmp_path))
    window = _Window()
    print_recovery_code(CODE, window)
    qtbot.waitUntil(lambda: bool(window.told), timeout=20_000)

    assert window.told == [("warned", words("printing.code_not_printed"))]
