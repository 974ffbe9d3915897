"""Measure every figure, print the table, write build/bench.json; status 1 when a target is missed.

With words, only the groups of that name are measured: ``python -m benchmarks budgets starting``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from compileall import compile_dir
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import (
    answering,
    blocking,
    budgets,
    finding,
    handing_over,
    importing,
    matching,
    opening,
    printing,
    reviewing,
    saving,
    starting,
    summing,
)
from benchmarks.table import show

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchmarks.table import Row

    Measure = Callable[[Path], Sequence[Row]]

_ROOT = Path(__file__).parent.parent
_RESULTS = _ROOT / "build" / "bench.json"


def _apart(measure: Measure, folder: Path) -> Sequence[Row]:
    """Measure in a process of its own, so that a window of one figure is not in the way of the next."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(measure, folder).result()


_MEASURES: Mapping[str, Measure] = {
    "budgets": partial(_apart, budgets.measure),
    "answering": partial(answering.measure, rounds=3),
    "blocking": partial(_apart, blocking.measure),
    "starting": partial(starting.measure, pairs=15),
    "opening": partial(opening.measure, pairs=15),
    "saving": partial(saving.measure, pairs=200),
    "summing": partial(summing.measure, pairs=50),
    "printing": partial(printing.measure, pairs=25),
    "handing_over": partial(handing_over.measure, rounds=3),
    "importing": partial(importing.measure, pairs=5),
    "matching": partial(_apart, matching.measure),
    "finding": partial(_apart, finding.measure),
    "reviewing": partial(_apart, reviewing.measure),
}


def main() -> int:
    """Measure offscreen, with all bytecode compiled for each process, as on any start but the first one of all."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="mavis-bytecode-") as folder:
        sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for tree in ("mavis", "benchmarks"):
            compile_dir(_ROOT / tree, quiet=1)
        return measured(sys.argv[1:])


def measured(wanted: Sequence[str] = (), measures: Mapping[str, Measure] = _MEASURES, results: Path = _RESULTS) -> int:
    """Measure one group after the other; each has the machine to itself.

    Raises:
        KeyError: there is no group of a wanted name.
    """
    with tempfile.TemporaryDirectory(prefix="mavis-bench-") as folder:
        rows = [row for name in wanted or measures for row in measures[name](Path(folder))]
    show(rows, results)
    return 0 if all(row.ok for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
