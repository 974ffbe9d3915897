"""The summary as a PDF, against reportlab drawing the same pages from numbers and words that are ready."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from benchmarks.records import BEGINS, nights
from benchmarks.table import Row, compared, in_turn, seconds
from mavis.domain.facts import facts_of, facts_of_shift
from mavis.domain.summarise import summarise
from mavis.domain.summary import ShiftSummary, Stamp
from mavis.reports import sheet
from mavis.reports.shift_summary import draw
from mavis.system.reference import load_reference

if TYPE_CHECKING:
    from collections.abc import Callable

_TARGET = 1.3
Stroke = tuple[str, tuple[Any, ...], dict[str, Any]]


class _Recorder:
    """Hands every call on to a real canvas and takes it down."""

    def __init__(self, strokes: list[Stroke], *arguments: Any, **options: Any) -> None:
        self._strokes = strokes
        self._canvas = Canvas(*arguments, **options)
        strokes.append(("", arguments[1:], options))

    def __getattr__(self, name: str) -> object:
        found = getattr(self._canvas, name)
        return partial(self._call, name, found) if callable(found) else found

    def _call(self, name: str, method: Callable[..., object], *arguments: Any, **options: Any) -> object:
        if name in _DRAWING:
            self._strokes.append((name, arguments, options))
        return method(*arguments, **options)


_DRAWING = {
    "addLiteral",
    "circle",
    "clipPath",
    "drawPath",
    "drawString",
    "line",
    "lines",
    "rect",
    "restoreState",
    "save",
    "saveState",
    "setDash",
    "setFillGray",
    "setFont",
    "setLineWidth",
    "setStrokeGray",
    "setTitle",
    "showPage",
}
"""What puts ink or marks on a page; the tree of a tagged file is Mavis' own work and not part of the floor."""


def measure(pairs: int) -> Row:
    """The row of the table: a night of twenty visits."""
    summary, reference = _summary(), load_reference()
    strokes: list[Stroke] = []
    with patch.object(sheet, "Canvas", partial(_Recorder, strokes)):
        draw(summary, reference)
    floor, mavis = in_turn(
        lambda: seconds(partial(_draw_again, strokes)), lambda: seconds(partial(draw, summary, reference)), pairs
    )
    return compared("shift summary PDF, 20 visits", floor, mavis, _TARGET)


def _draw_again(strokes: list[Stroke]) -> bytes:
    paper = BytesIO()
    _, arguments, options = strokes[0]
    canvas = Canvas(paper, *arguments, **options)
    for name, given, named in strokes[1:]:
        getattr(canvas, name)(*given, **named)
    return paper.getvalue()


def _summary() -> ShiftSummary:
    shift, visits = next(iter(nights(1, 20)))
    facts = [facts_of(visit, shift.date, shift.site) for visit in visits]
    stamp = Stamp(BEGINS, "Ada Bench", "0", "bench", "0" * 64)
    return summarise("Bench", "Bench", facts_of_shift(shift, [("water", 12)]), facts, [], [], stamp)
