"""The summary as a PDF, against reportlab making the very same bytes from numbers and words that are ready.

The floor is every call that Mavis made on reportlab's canvas, taken down with its arguments and called again, and the
tree of the tagged file written again from its finished elements. What it leaves out is all that Mavis adds: finding the
words, measuring and breaking them, placing tables and charts, and finding out on which page each part stands.
"""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from reportlab.pdfgen.canvas import Canvas

from benchmarks.records import BEGINS, clinical_nights
from benchmarks.table import Row, compared, in_turn, seconds
from mavis.domain.counting.facts import facts_of, facts_of_shift
from mavis.domain.counting.summary import ShiftSummary, Stamp
from mavis.domain.summing_up.summarise import summarise
from mavis.reports import sheet
from mavis.reports.shift_summary import draw
from mavis.reports.tagging import Structure
from mavis.system.reference import load_reference

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mavis.reports.strokes import Strokes

_TARGET = 1.3
_TREE = {"getCatalogEntry", "setCatalogEntry", "setViewerPreference"}
"""Calls that write the tree; they are made anew from its elements, since they hold the pages of one file."""


class _Recorder:
    """Hands every call on to a real canvas and takes it down; the tree is kept so that it can be written again."""

    def __init__(self) -> None:
        self.options: dict[str, Any] = {}
        self.strokes: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
        self.tree: Structure | None = None

    def canvas(self, file: BytesIO, **options: Any) -> _Recorder:
        self.options = options
        self._canvas = Canvas(file, **options)
        return self

    def structure(self, strokes: Strokes) -> Structure:
        self.tree = Structure(strokes)
        return self.tree

    def __getattr__(self, name: str) -> Callable[..., object]:
        return partial(self._call, name)

    def _call(self, name: str, *arguments: Any, **options: Any) -> object:
        if name not in _TREE:
            self.strokes.append((name, arguments, options))
        return getattr(self._canvas, name)(*arguments, **options)

    def draw_again(self) -> bytes:
        """The floor: the same file from the strokes."""
        file = BytesIO()
        canvas = Canvas(file, **self.options)
        for name, arguments, options in self.strokes[:-1]:
            getattr(canvas, name)(*arguments, **options)
        if self.tree is not None:
            self.tree.write(canvas)
        canvas.save()
        return file.getvalue()


def measure(_folder: Path, pairs: int) -> list[Row]:
    """The row of the table: a night of twenty visits, with what is recorded of their health.

    Raises:
        ValueError: the floor made other bytes, so that the comparison would say nothing.
    """
    summary, reference = _summary(), load_reference()
    taken = _Recorder()
    with patch.multiple(sheet, Canvas=taken.canvas, Structure=taken.structure):
        draw(summary, reference)
    if taken.draw_again() != draw(summary, reference):
        raise ValueError("the floor draws another file")
    floor, mavis = in_turn(
        lambda: seconds(taken.draw_again), lambda: seconds(partial(draw, summary, reference)), pairs, warm=3
    )
    return [compared("shift summary PDF, 20 visits with their clinical record", floor, mavis, _TARGET)]


def _summary() -> ShiftSummary:
    shift, visits = next(iter(clinical_nights(1, 20)))
    facts = [facts_of(visit, shift.date, shift.site) for visit in visits]
    stamp = Stamp(BEGINS, "Ada Bench", "0", "bench", "0" * 64)
    return summarise("Bench", "Bench", facts_of_shift(shift, [("water", 12)]), facts, [], [], stamp)
