"""Measure every figure, print the table, write build/bench.json; status 1 when a target is missed."""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import importing, printing, saving, starting, summing
from benchmarks.table import show

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.table import Row

    Measure = Callable[[Path], Row]

_RESULTS = Path(__file__).parent.parent / "build" / "bench.json"
_MEASURES: tuple[Measure, ...] = (
    partial(starting.measure, pairs=15),
    partial(saving.measure, pairs=200),
    partial(summing.measure, pairs=50),
    partial(printing.measure, pairs=25),
    partial(importing.measure, pairs=5),
)


def main(measures: Sequence[Measure] = _MEASURES, results: Path = _RESULTS) -> int:
    """Measure one row after the other; each has the process to itself."""
    with tempfile.TemporaryDirectory(prefix="mavis-bench-") as folder:
        rows = [measure(Path(folder)) for measure in measures]
    show(rows, results)
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
