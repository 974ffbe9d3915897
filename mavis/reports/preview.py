"""Pages of a PDF as pictures, so that a window can show a print before it is printed."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: width and height in pixels, and its pixels row by row, four bytes each in the order B, G, R, A."""

    width: int
    height: int
    pixels: bytes


def pages(pdf: bytes, dpi: int = 96) -> list[PagePicture]:
    """Each page of a PDF, in order, at a resolution in dots an inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(page, dpi) for page in document]
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, dpi: int) -> PagePicture:
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, force_bitmap_format=pypdfium2.raw.FPDFBitmap_BGRA)
    rows = bytes(bitmap.buffer)
    wide = bitmap.width * 4
    pixels = b"".join(rows[start : start + wide] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    picture = PagePicture(bitmap.width, bitmap.height, pixels)
    bitmap.close()
    page.close()
    return picture
