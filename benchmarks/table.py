"""The table of figures: floor, Mavis, ratio, target; printed, and written for machines."""

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

_HEAD = ("row", "floor", "Mavis", "unit", "ratio", "target", "")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: medians of the floor and of Mavis in the same unit, and the most that their ratio may be."""

    row: str
    floor: float
    mavis: float
    unit: str
    ratio: float
    target: float
    ok: bool


def compared(name: str, floor: Sequence[float], mavis: Sequence[float], target: float, unit: str = "ms") -> Row:
    """A row from times in seconds: the medians in milliseconds, and the median of the pairwise ratios."""
    ratio = statistics.median(ours / theirs for ours, theirs in zip(mavis, floor, strict=True))
    low, high = (1000 * statistics.median(times) for times in (floor, mavis))
    return Row(name, round(low, 2), round(high, 2), unit, round(ratio, 2), target, ok=ratio <= target)


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
    figures = [f"{figure:.2f}" for figure in (row.floor, row.mavis)]
    return (row.row, *figures, row.unit, f"{row.ratio:.2f}", f"<= {row.target}", "ok" if row.ok else "OVER")
