"""A print can be shown as pictures before it is printed."""

from __future__ import annotations

from mavis.reports.preview import pages
from mavis.reports.shift_summary import draw
from tests.reports.builders import REFERENCE, night


def test_each_page_becomes_a_picture() -> None:
    """A4 at 50 dots an inch, four bytes a pixel, white at the corner and black in the mark at the top right."""
    pictures = pages(draw(night(), REFERENCE), dpi=50)

    assert len(pictures) == 2
    for picture in pictures:
        assert (picture.width, picture.height) == (414, 585)
        assert len(picture.pixels) == picture.width * picture.height * 4
        assert picture.pixels[:4] == b"\xff\xff\xff\xff"
        inside_mark = (24 * picture.width + 305) * 4
        assert picture.pixels[inside_mark : inside_mark + 4] == b"\x00\x00\x00\xff"
