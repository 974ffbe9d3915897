"""Charts as vectors: bars of one width from zero, each with its figure, and a sentence in their place.

They are drawn from the figures that are printed, so that nothing can be measured off the paper that is not said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.reports.lettering import SMALL, TEXT_BOLD, width
from mavis.reports.sheet import BAR_GREY, HEAD_RULE
from mavis.reports.tagging import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.reports.sheet import Sheet

_HATCH_STEP = 1.2
_LABEL_LEADING = 3.7
_FEW_BARS, _USUAL_BARS = 2, 8
BAR_HEIGHT = 5.2


@dataclass(frozen=True, slots=True)
class Bar:
    """One column of a chart: the lines of its label, and its figure."""

    label: tuple[str, ...]
    value: int


def label_depth(bars: Sequence[Bar]) -> float:
    """How far the labels of a column chart reach below its base line, in mm."""
    return 0.7 + max((len(bar.label) for bar in bars), default=1) * _LABEL_LEADING


def slot_width(wide: float, bars: int) -> float:
    """The width of a column; one or two are no wider than on a usual night, so that they are not taken for a block."""
    return wide / (bars if bars > _FEW_BARS else _USUAL_BARS)


def draw_columns(sheet: Sheet, bars: Sequence[Bar], box: tuple[float, float, float], alternative: str) -> None:
    """Draw columns on the base line ``sheet.y``; ``box`` is left edge, width and height of the plot in mm."""
    left, wide, high = box
    slot = slot_width(wide, len(bars))
    highest = max(1, *(bar.value for bar in bars))
    tallest = high - 7.5
    with sheet.tagged(Tag.FIGURE, alternative=alternative):
        for number, bar in enumerate(bars):
            middle = left + (number + 0.5) * slot
            rise = tallest * bar.value / highest
            if bar.value:
                sheet.box(middle - 0.35 * slot, sheet.y - rise, 0.7 * slot, rise, fill=BAR_GREY)
            sheet.text_centred(middle, sheet.y - rise - 1.5, str(bar.value), TEXT_BOLD)
            for line, text in enumerate(bar.label):
                sheet.text_centred(middle, sheet.y + 4.0 + line * _LABEL_LEADING, text, SMALL)
        sheet.rule(left, left + wide, sheet.y, HEAD_RULE)


def hour_label(hour: int, turn: str, slot: float, number: int) -> tuple[str, ...]:
    """The label of an hour that fits its column: ``01:00``, else ``01``, else every so manieth hour only."""
    full, short = f"{hour:02}:00", f"{hour:02}"
    room = slot - 1.0
    if max(width(full, SMALL), width(turn, SMALL)) <= room:
        return (full, turn) if turn else (full,)
    every = max(1, round(width(short, SMALL) / max(room, 0.1) + 0.5))
    return (short,) if number % every == 0 else ("",)


def draw_range(
    sheet: Sheet, place: tuple[float, float, float], counts: tuple[int, int, int], label: str, alternative: str
) -> None:
    """One lying bar from 0: solid up to the lowest figure, hatched on to the highest.

    ``place`` is left edge, middle line and full length in mm; ``counts`` are lowest, highest and the end of the scale.
    """
    left, middle, length = place
    lowest, highest, end = counts
    top = middle - BAR_HEIGHT / 2
    solid, whole = (length * count / max(1, end) for count in (lowest, highest))
    with sheet.tagged(Tag.FIGURE, alternative=alternative):
        if lowest:
            sheet.box(left, top, solid, BAR_HEIGHT, fill=BAR_GREY)
        if highest > lowest:
            sheet.strokes(hatching(left + solid, top, whole - solid, BAR_HEIGHT), 0.5)
            sheet.box(left + solid, top, whole - solid, BAR_HEIGHT, line=0.5)
        sheet.upright(left, top - 0.7, top + BAR_HEIGHT + 0.7, HEAD_RULE)
        sheet.text(left + whole + 2.0, middle + TEXT_BOLD.cap / 2, label, TEXT_BOLD)


def hatching(x: float, y: float, wide: float, high: float) -> list[tuple[float, float, float, float]]:
    """The strokes that hatch a rectangle at 45 degrees, none of which leaves it."""
    strokes = []
    for step in range(1, int((wide + high) / _HATCH_STEP) + 1):
        along = step * _HATCH_STEP
        rise = min(along, high, wide, wide + high - along)
        if rise <= 0.05:
            continue
        x0 = x + max(0.0, along - high)
        y0 = y + min(along, high)
        strokes.append((x0, y0, x0 + rise, y0 - rise))
    return strokes
