"""Measure every figure, print the table, write build/bench.json; status 1 when a target is missed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import importing, printing, saving, starting, summing
from benchmarks.table import show

_RESULTS = Path(__file__).parent.parent / "build" / "bench.json"


def main() -> int:
    """Run the rows one after the other; each has the machine to itself."""
    with tempfile.TemporaryDirectory(prefix="mavis-bench-") as name:
        folder = Path(name)
        rows = [
            starting.measure(folder, pairs=9),
            saving.measure(folder, pairs=200),
            summing.measure(folder, pairs=25),
            printing.measure(pairs=9),
            importing.measure(folder, pairs=3),
        ]
    show(rows, _RESULTS)
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
