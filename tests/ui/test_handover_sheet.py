"""The handover sheet comes out of a real printer, two keys from the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from mavis.system.wording import words

if TYPE_CHECKING:
    import pytest

    from tests.pdf_printer import PdfPrinter
    from tests.ui.windows import Hands


def test_two_keys_from_the_board(hands: Hands, pdf_printer: PdfPrinter) -> None:
    """The card, then Ctrl+P: what was typed last is on it, and its name on the queue says nothing of the person."""
    hands.press("N H Y M")
    hands.type("Badger")
    hands.press("Enter A Esc")
    hands.uses = 0
    hands.press("1 Ctrl+P")
    count = hands.uses
    hands.until(lambda: words("handover.printed") in hands.message)
    paper = pdf_printer.printed()
    page = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()

    assert count == 2
    assert "Badger (not checked)" in page
    assert "Badger" not in paper.name


def test_no_printer_is_a_sentence(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is lost."""
    monkeypatch.setenv("PATH", "")
    hands.press("N A Ctrl+P")
    hands.until(lambda: words("handover.not_printed") in hands.message)

    assert hands.visit.needs
