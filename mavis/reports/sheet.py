"""A4 sheets that are drawn on from the top in millimetres, each stroke marked for what it means."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from mavis.reports.lettering import Face, Line, Style, forget_widths, load_faces, printable, width, wrap_runs
from mavis.reports.strokes import Strokes
from mavis.reports.tagging import Structure, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime

    from mavis.reports.lettering import Run

LEFT = 18.0
RIGHT = 195.0
TEXT_WIDTH = RIGHT - LEFT
GUTTER = 4.0
BOTTOM = 280.0
"""The lowest ink of a page's content; the footer has its rule at 283 mm."""

BAR_GREY = 0.3
RULE_GREY = 0.65
WATERMARK_GREY = 0.87
_WATERMARK_DEGREES = 55
THICK, SECTION_RULE, HEAD_RULE, ROW_RULE = 1.6, 1.0, 0.8, 0.3
"""Weights of rules in points: under the title, above a section, under a head, between rows."""


class Sheet:
    """The page being drawn, with ``y`` as the place, in mm from the top, up to which it is filled."""

    def __init__(self, title: str, made_at: datetime, language: str = "en-GB") -> None:
        """An empty document; the same title, time and strokes always give the same bytes."""
        load_faces()
        self._title = title
        self._made_at = made_at
        self._language = language
        self._canvas = Strokes()
        self._structure = Structure(self._canvas)
        self.page = 1
        self.y = 0.0

    def room(self) -> float:
        """Millimetres left on this page."""
        return BOTTOM - self.y

    def turn(self) -> None:
        """End this page and start the next one."""
        self._canvas.showPage()
        self._structure.next_page()
        self.page += 1
        self.y = 0.0

    def finish(self) -> bytes:
        """End the last page, give the file and forget what was measured for it."""
        self._canvas.showPage()
        file = BytesIO()
        canvas = _new_canvas(file, self._title, self._made_at, self._language)
        self._canvas.draw_on(canvas)
        self._structure.write(canvas)
        canvas.save()
        forget_widths()
        return file.getvalue()

    def tagged(self, tag: Tag, *, scope: str = "", alternative: str = "") -> AbstractContextManager[None]:
        """What is drawn within is one element; a figure is one mark, read as its alternative text."""
        if tag is Tag.FIGURE:
            return self._structure.figure(alternative)
        return self._structure.element(tag, scope=scope)

    def artifact(self) -> AbstractContextManager[None]:
        """What is drawn within is furniture of the page: a footer, a repeated head."""
        return self._structure.artifact()

    def text(self, x: float, baseline: float, text: str, style: Style, *, ink: float = 0.0) -> None:
        """One line of text from ``x``; ``ink`` is 0 for black, 1 for white."""
        clean = printable(text)
        if not clean.strip():
            return
        with self._structure.content():
            self._canvas.setFillGray(ink)
            self._canvas.setFont(style.face.value, style.size)
            self._canvas.drawString(x * mm, A4[1] - baseline * mm, clean)

    def text_right(self, x: float, baseline: float, text: str, style: Style) -> None:
        """One line of text that ends at ``x``."""
        self.text(x - width(printable(text), style), baseline, text, style)

    def text_centred(self, x: float, baseline: float, text: str, style: Style, *, ink: float = 0.0) -> None:
        """One line of text with its middle at ``x``."""
        self.text(x - width(printable(text), style) / 2, baseline, text, style, ink=ink)

    def line(self, x: float, baseline: float, parts: Line) -> None:
        """One line of several styles."""
        for run in parts:
            lead = len(run.text) - len(run.text.lstrip())
            self.text(x + width(" " * lead, run.style), baseline, run.text.strip(), run.style)
            x += run.width

    def paragraph(self, x: float, baseline: float, parts: Iterable[Run], room: float) -> float:
        """Wrapped text with its first baseline given; answers with the last one."""
        lines = wrap_runs(parts, room)
        leading = max((run.style.leading for line in lines for run in line), default=0.0)
        for number, line in enumerate(lines):
            self.line(x, baseline + number * leading, line)
        return baseline + max(0, len(lines) - 1) * leading

    def watermark(self, text: str, style: Style) -> None:
        """Grey words across the whole page, from its lower left to its upper right; drawn first, they lie under all."""
        clean = printable(text)
        with self._structure.artifact():
            self._canvas.saveState()
            self._canvas.translate(A4[0] / 2, A4[1] / 2)
            self._canvas.rotate(_WATERMARK_DEGREES)
            self._canvas.setFillGray(WATERMARK_GREY)
            self._canvas.setFont(style.face.value, style.size)
            self._canvas.drawString(-width(clean, style) * mm / 2, -style.size / 3, clean)
            self._canvas.restoreState()

    def rule(self, x0: float, x1: float, y: float, weight: float, *, grey: float = 0.0) -> None:
        """A horizontal rule; ``weight`` in points."""
        self.strokes([(x0, y, x1, y)], weight, grey)

    def upright(self, x: float, y0: float, y1: float, weight: float) -> None:
        """A vertical rule; ``weight`` in points."""
        self.strokes([(x, y0, x, y1)], weight)

    def strokes(self, segments: list[tuple[float, float, float, float]], weight: float, grey: float = 0.0) -> None:
        """Several straight lines, each from x, y to x, y; ``weight`` in points."""
        with self._structure.artifact():
            self._canvas.setLineWidth(weight)
            self._canvas.setStrokeGray(grey)
            self._canvas.lines([(x0 * mm, A4[1] - y0 * mm, x1 * mm, A4[1] - y1 * mm) for x0, y0, x1, y1 in segments])

    def box(self, x: float, y: float, wide: float, high: float, *, fill: float | None = None, line: float = 0) -> None:
        """A rectangle with its top left corner at x, y: filled with a grey, outlined, or both."""
        with self._structure.artifact():
            self._canvas.setLineWidth(line)
            self._canvas.setStrokeGray(0)
            self._canvas.setFillGray(0 if fill is None else fill)
            self._canvas.rect(
                x * mm, A4[1] - (y + high) * mm, wide * mm, high * mm, int(line > 0), int(fill is not None)
            )

    def circle(self, x: float, y: float, radius: float, line: float) -> None:
        """An outlined circle around x, y."""
        with self._structure.artifact():
            self._canvas.setLineWidth(line)
            self._canvas.setStrokeGray(0)
            self._canvas.circle(x * mm, A4[1] - y * mm, radius * mm, 1, 0)

    def outline(self, corners: Sequence[tuple[float, float]], line: float) -> None:
        """An outlined shape with the corners x, y."""
        path = PDFPathObject()
        path.moveTo(corners[0][0] * mm, A4[1] - corners[0][1] * mm)
        for x, y in corners[1:]:
            path.lineTo(x * mm, A4[1] - y * mm)
        path.close()
        with self._structure.artifact():
            self._canvas.setLineWidth(line)
            self._canvas.setStrokeGray(0)
            self._canvas.drawPath(path, 1, 0)


def _new_canvas(file: BytesIO, title: str, made_at: datetime, language: str) -> Canvas:
    canvas = Canvas(
        file,
        pagesize=A4,
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=language,
        initialFontName=Face.REGULAR.value,
    )
    canvas.setTitle(title)
    canvas.setAuthor("Mavis")
    canvas.setCreator("Mavis")
    canvas.setSubject(title)
    canvas.setDateFormatter(lambda *_: made_at.strftime("D:%Y%m%d%H%M%SZ"))
    return canvas
