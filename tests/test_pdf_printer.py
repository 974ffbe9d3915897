"""The printer of the tests prints."""

from __future__ import annotations

import subprocess
from shutil import which
from typing import TYPE_CHECKING

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf_printer import PdfPrinter


def test_what_is_sent_to_the_printer_comes_out_of_it(pdf_printer: PdfPrinter, tmp_path: Path) -> None:
    """Two pages go in by ``lp``, with no queue named, and two pages of the same size come out."""
    path = tmp_path / "two_pages.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    for page in ("one", "two"):
        canvas.drawString(100, 700, f"page {page}")
        canvas.showPage()
    canvas.save()

    subprocess.run([str(which("lp")), "-s", str(path)], check=True)

    pages = PdfReader(pdf_printer.printed()).pages
    assert [page.extract_text().strip() for page in pages] == ["page one", "page two"]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}
