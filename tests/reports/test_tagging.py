"""The print reads aloud in order: language, title, headings, tables with header cells, charts with a text."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from mavis.reports.shift_summary import draw
from tests.reports.builders import REFERENCE, night
from tests.reports.reading import array, catalog_of, entry, structure_of


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The busy Saturday."""
    return draw(night(), REFERENCE)


def test_it_is_marked_as_tagged_in_british_english(pdf: bytes) -> None:
    """The catalogue says so, and that the title is to be shown."""
    catalog = catalog_of(pdf)

    assert str(catalog["/Lang"]) == "en-GB"
    assert str(entry(catalog, "/MarkInfo")["/Marked"]).lower() == "true"
    assert str(entry(catalog, "/ViewerPreferences")["/DisplayDocTitle"]).lower() == "true"


def test_the_title_says_which_night_without_a_name(pdf: bytes) -> None:
    """The title of the file is that of the page."""
    about = PdfReader(BytesIO(pdf)).metadata

    assert about is not None
    assert about.title == "End-of-shift summary, night of Saturday 23 December 2017"
    assert about.author == "Mavis"


def test_it_has_one_title_and_a_heading_for_each_part(pdf: bytes) -> None:
    """One H1, and an H2 for each figure and section."""
    document = structure_of(pdf)

    assert document.tag == "Document"
    assert len(document.every("H1")) == 1
    assert len(document.every("H2")) == 20


def test_each_table_row_has_a_header_cell(pdf: bytes) -> None:
    """Rows are named by their first cell, columns by their head."""
    tables = structure_of(pdf).every("Table")

    assert len(tables) == 13
    for table in tables:
        for row in table.every("TR"):
            assert any(cell.scope in {"Row", "Column"} for cell in row.every("TH"))
    visits = next(table for table in tables if len(table.every("TR")) == 17)
    assert [cell.scope for cell in visits.every("TR")[0].kids] == ["Column"] * 11


def test_charts_have_a_text_in_their_place(pdf: bytes) -> None:
    """The chart of arrivals says each hour and its figure."""
    figures = structure_of(pdf).every("Figure")

    assert [figure.alternative for figure in figures] == [
        "Visits by hour of arrival: 21:00 0, 22:00 1, 23:00 2, 00:00 5, 01:00 7, 02:00 1."
    ]


def test_every_stroke_is_content_or_artifact(pdf: bytes) -> None:
    """Each text is drawn within a mark; marks open and close, one within another never."""
    for page in PdfReader(BytesIO(pdf)).pages:
        contents = page.get_contents()
        assert contents is not None
        operators = re.findall(rb"\b(BDC|BMC|EMC|Tj|re|l|S|f)\b", contents.get_data())
        depth = 0
        for operator in operators:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            assert depth in {0, 1}
            assert operator != b"Tj" or depth == 1
        assert depth == 0


def test_each_mark_of_a_page_is_found_again_through_the_parent_tree(pdf: bytes) -> None:
    """The parent tree has an entry a page and an element for each mark of it."""
    reader = PdfReader(BytesIO(pdf))
    numbers = array(entry(entry(reader.root_object, "/StructTreeRoot"), "/ParentTree"), "/Nums")
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        assert contents is not None
        marks = re.findall(rb"/MCID (\d+)", contents.get_data())
        elements = numbers[2 * number + 1].get_object()
        assert [str(page["/StructParents"]), str(numbers[2 * number])] == [str(number)] * 2
        assert isinstance(elements, ArrayObject)
        assert len(elements) == len(marks) == len(set(marks))
