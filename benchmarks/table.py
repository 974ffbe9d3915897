"""The tables of figures: what was measured, its floor or its limit, and whether it holds; printed and written down."""

from __future__ import annotations

import json
import statistics
import sys
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_HEAD = ("row", "floor", "Mavis", "unit", "ratio", "target", "", "beside")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and the most that it may be.

    With a floor, both are medians in the same unit and the target is for their ratio. Without one, the target is for
    the figure itself. ``beside`` says in words what else was seen.
    """

    row: str
    floor: float | None
    mavis: float
    unit: str
    ratio: float | None
    target: float
    ok: bool
    beside: str = ""


def compared(name: str, floor: Sequence[float], mavis: Sequence[float], target: float, unit: str = "ms") -> Row:
    """A row from times in seconds: the medians in milliseconds, and the median of the pairwise ratios."""
    ratio = statistics.median(ours / theirs for ours, theirs in zip(mavis, floor, strict=True))
    low, high = (1000 * statistics.median(times) for times in (floor, mavis))
    return Row(name, round(low, 2), round(high, 2), unit, round(ratio, 2), target, ok=ratio <= target)


def limited(name: str, figure: float, unit: str, target: float, beside: str = "") -> Row:
    """A row whose figure has a limit and no floor."""
    return Row(name, None, round(figure, 2), unit, None, target, figure <= target, beside)


def in_turn(
    floor: Callable[[], float], mavis: Callable[[], float], pairs: int, warm: int = 1
) -> tuple[list[float], list[float]]:
    """Seconds of both, measured A B A B, so that a slow moment of the machine hits both; warm-ups are not kept."""
    times = [(floor(), mavis()) for _ in range(warm + pairs)][warm:]
    return [low for low, _ in times], [high for _, high in times]


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def show(rows: Sequence[Row], path: Path) -> None:
    """Print the table and write it to a JSON file."""
    lines = [_HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEAD))]
    for line in lines:
        sys.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8")


def _cells(row: Row) -> tuple[str, ...]:
    figures = [_figure(figure) for figure in (row.floor, row.mavis)]
    verdict = "ok" if row.ok else "OVER"
    return (row.row, *figures, row.unit, _figure(row.ratio), f"<= {row.target:g}", verdict, row.beside)


def _figure(figure: float | None) -> str:
    if figure is None:
        return ""
    return str(figure) if isinstance(figure, int) else f"{figure:.2f}"
