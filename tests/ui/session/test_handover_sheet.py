"""The handover sheet comes out of a real printer, two keys from the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from mavis.system.wording import words
from mavis.ui.pages.visit.read_aloud import ReadAloud
from mavis.ui.widgets.scroller import Scroller

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.pdf_printer import PdfPrinter
    from tests.ui.windows import Hands


def test_no_printer_is_said_on_the_page_that_is_read_out(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lies over the message bar, so the sentence stands on it."""
    monkeypatch.setenv("PATH", "")
    hands.press("N A Ctrl+R")
    page = reading(hands)
    hands.press("Ctrl+P")
    told = words("handover.not_printed_here")
    hands.until(lambda: any(one.isVisible() and one.text() == told for one in page.findChildren(QLabel)))


def test_two_keys_from_the_board(hands: Hands, pdf_printer: PdfPrinter) -> None:
    """The card, then Ctrl+P: what was typed last is on it, and its name on the queue says nothing of the person."""
    hands.press("N H Y M")
    hands.type("Badger")
    hands.press("Down A Esc")
    hands.uses = 0
    hands.press("1 Ctrl+P")
    count = hands.uses
    hands.until(lambda: words("handover.printed") in hands.message)
    paper = pdf_printer.printed()
    page = pypdfium2.PdfDocument(paper)[0].get_textpage().get_text_range()

    assert count == 2
    assert "Badger (not checked)" in page
    assert "Badger" not in paper.name


def test_the_sheet_is_a_button_once_999_is_called_and_where_an_ambulance_takes_them(
    hands: Hands, pdf_printer: PdfPrinter
) -> None:
    """Nobody has to know the key: it stands in the banner, and in the head once it is said how they left."""
    sheet = words("visit.handover")
    hands.press("N H 2 W R")
    assert not _is_offered(hands, sheet)
    hands.press("Ctrl+9")
    hands.click(hands.button(sheet))
    hands.until(lambda: words("handover.printed") in hands.message)
    assert pdf_printer.printed().exists()
    hands.press("7 X")
    assert not _is_offered(hands, sheet)
    hands.press("M")
    hands.click(hands.button(sheet))
    hands.until(lambda: words("handover.making") in hands.message or words("handover.printed") in hands.message)
    hands.settle()


def _is_offered(hands: Hands, name: str) -> bool:
    buttons = hands.window.findChildren(QAbstractButton)
    return any(one.isVisible() and one.accessibleName() == name for one in buttons)


def test_no_printer_is_a_sentence(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is lost."""
    monkeypatch.setenv("PATH", "")
    hands.press("N A Ctrl+P")
    hands.until(lambda: words("handover.not_printed") in hands.message)

    assert hands.visit.needs


def reading(hands: Hands) -> ReadAloud:
    """The page that is read out, once it is there."""
    hands.until(lambda: any(one.isVisible() for one in hands.window.findChildren(ReadAloud)))
    return next(one for one in hands.window.findChildren(ReadAloud) if one.isVisible())


def test_end_and_home_lead_to_the_ends_of_the_sheet(hands: Hands) -> None:
    """A long one is read on from any place, and begun anew."""
    hands.window.keeper.set_text_percent(200)
    hands.press("N H Y A Ctrl+R")
    scroller = reading(hands).findChild(Scroller)
    assert scroller is not None
    bar = scroller.verticalScrollBar()
    hands.until(lambda: bar.maximum() > 0)
    hands.press("End")
    at_the_end = bar.value() == bar.maximum()
    hands.press("Home")
    assert (at_the_end, bar.value()) == (True, 0)


def test_two_keys_from_the_board_to_read_it_out(hands: Hands) -> None:
    """The card, then Ctrl+R: large letters, heard at once, and Escape leads back to the visit."""
    hands.press("N H Y M")
    hands.type("Badger")
    hands.press("Down A Esc")
    hands.uses = 0
    hands.press("1 Ctrl+R")
    page = reading(hands)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert hands.uses == 2
    assert any("Badger" in line for line in shown)
    assert "Badger" in page.accessibleDescription()
    assert all(line in page.accessibleDescription() or line == words("handover.read_how") for line in shown if line)
    hands.press("Esc")
    assert not page.isVisible()
    assert hands.window.page is hands.session.room


def test_who_turns_to_another_visit_meanwhile_is_shown_nobody_else(hands: Hands) -> None:
    """What is read out, and what a file would hold, is of the visit on the page and of no other."""
    for name in ("Badger", "Otter"):
        hands.press("N H Y M")
        hands.type(name)
        hands.press("Down A Esc")
    hands.settle()
    hands.press("1")
    QTest.keyClick(hands.focused, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    hands.session.room.next_tab()
    hands.settle()

    assert [one for one in hands.window.findChildren(ReadAloud) if one.isVisible()] == []


def test_it_is_saved_where_somebody_says(hands: Hands, tmp_path: Path) -> None:
    """Ctrl+S asks where and warns that the file is not locked; a folder that is not there is a sentence."""
    hands.press("N H 2 A Ctrl+R")
    page = reading(hands)
    hands.press("Ctrl+S")
    assert page.where.text.endswith(words("handover.file_name", code="K1"))
    assert page.where.note == words("handover.save_how")
    page.where.edit.selectAll()
    hands.type(str(tmp_path / "nowhere" / "sheet.pdf"))
    hands.press("Enter")
    hands.until(lambda: page.where.note not in ("", words("handover.save_how")))
    page.where.edit.selectAll()
    hands.type(str(tmp_path / "sheet.pdf"))
    hands.press("Enter")
    hands.until((tmp_path / "sheet.pdf").is_file)
    hands.until(lambda: hands.message == words("handover.saved", file=str(tmp_path / "sheet.pdf")))

    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert hands.focused is page


def test_without_a_printer_the_message_leads_to_the_screen(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """One click on it."""
    monkeypatch.setenv("PATH", "")
    hands.press("N A Ctrl+P")
    hands.until(lambda: words("handover.not_printed") in hands.message)
    hands.click(hands.window.status.slot)

    assert reading(hands).isVisible()


def test_a_part_of_the_signs_leaves_the_whole_score_in_the_banner_and_on_top_of_the_sheet(hands: Hands) -> None:
    """With its time and what was measured since, though it is still being saved; the line is not torn."""
    hands.press("N D 3")
    hands.type("26 90 a 88 120 v 36.8")
    hands.press("Enter")
    hands.type("p104 s96")
    hands.press("Enter")
    assert hands.message.startswith(words("observations.ended_part", points=1, before=14))
    assert "NEWS2 14 at 22:00" in hands.page.banners.danger.accessibleName()
    hands.press("Ctrl+R")
    told = [one.text() for one in reading(hands).findChildren(QLabel)]

    assert any(line.startswith("NEWS2 14 at 22:00. HIGH: emergency response. Since then only: ") for line in told)
