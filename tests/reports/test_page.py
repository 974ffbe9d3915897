"""The frame of a page: its mark, its footer that never overflows, and heads that stay with what they head."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mavis.reports.lettering import SMALL, TABLE
from mavis.reports.page import Frame, FramedSheet, Mark, begin_section, keep
from mavis.reports.sheet import LEFT, Sheet
from mavis.reports.tables import Cell, Column, Row, Table, draw_table
from mavis.reports.tagging import Tag
from tests.reports.reading import badly_placed, structure_of, text_of, words_of

_MADE = datetime(2017, 12, 24, 4, 5, tzinfo=UTC)


def _frame(mark: Mark = Mark.RESTRICTED, foot: tuple[str, ...] = ("Short",)) -> Frame:
    return Frame("A print", "A print · a night", mark, (foot, ("Data",)), _MADE)


@pytest.mark.parametrize(
    ("mark", "head"),
    [(Mark.RESTRICTED, "RESTRICTED"), (Mark.CONFIDENTIAL, "CONFIDENTIAL"), (Mark.COUNTS_ONLY, "COUNTS ONLY")],
)
def test_each_mark_stands_on_each_page_with_its_meaning_on_the_first(mark: Mark, head: str) -> None:
    """Nobody finds a page without knowing how far it may travel."""
    sheet = FramedSheet(_frame(mark))
    sheet.draw_mark_meaning()
    sheet.turn()
    pdf = sheet.finish()

    assert all(head in text_of(pdf, page) for page in (1, 2))
    assert len(text_of(pdf, 1)) > len(text_of(pdf, 2))
    assert "Page 2 of 2" in text_of(pdf, 2)
    assert badly_placed(pdf) == []


def test_a_footer_takes_the_fullest_way_that_fits() -> None:
    """A long line gives way to a shorter one; the shortest is cut with dots rather than run into the page number."""
    long, short = "very " * 40 + "long", "quite short"

    assert short in text_of(FramedSheet(_frame(foot=(long, short))).finish())
    cut = FramedSheet(_frame(foot=(long,))).finish()
    assert "…" in text_of(cut)
    assert badly_placed(cut) == []


def test_a_section_turns_the_page_when_its_rows_would_not_fit() -> None:
    """A head is never left alone at the foot of a page."""
    sheet = FramedSheet(_frame())
    sheet.y = 250.0
    keep(sheet, 16.0, 5.0)
    assert (sheet.page, sheet.y) == (1, 255.0)
    sheet.y = 265.0
    keep(sheet, 16.0, 5.0)
    assert sheet.page == 2


def test_a_table_that_breaks_repeats_its_head_and_says_so() -> None:
    """Rows stay whole, and the repeated head is not read aloud again."""
    sheet = FramedSheet(_frame())
    sheet.y = 240.0
    columns = (Column("Code", 20.0), Column("What was\nseen", 30.0))
    rows = tuple(Row((Cell(f"K{n}"), Cell("one thing after another and more"))) for n in range(12))
    begin_section(sheet, "Things")
    draw_table(sheet, Table(columns, rows, SMALL), LEFT, name="Things")
    pdf = sheet.finish()

    assert len(words_of(pdf)) == 2
    assert "Things (continued) Code What was seen K" in text_of(pdf, 2)
    (table,) = structure_of(pdf).every("Table")
    assert len(table.every("TR")) == 13
    assert badly_placed(pdf) == []


def test_words_that_stand_badly_are_found() -> None:
    """The check of the other tests can fail: a word on another, and one outside the margins."""
    sheet = Sheet("A print", _MADE)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(40.0, 100.0, "under", TABLE)
        sheet.text(42.0, 100.5, "over", TABLE)
        sheet.text(12.0, 200.0, "outside", TABLE)

    assert badly_placed(sheet.finish()) == ["page 1: outside outside", "page 1: under on over"]
