"""The unlock screen comes first: what is slow to load is loaded after it is on the screen."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.source import ROOT

SLOW = (
    "charset_normalizer",
    "nacl",
    "openpyxl",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
    "sqlite_utils",
    "xlsxwriter",
)

_LOADED = "import sys, mavis.ui.app; sys.stdout.write(' '.join(sorted(set(sys.modules) & set(sys.argv[1:]))))"


def test_the_window_loads_without_the_slow_libraries() -> None:
    """Importing the application loads no PDF, spreadsheet, database or key library."""
    outcome = subprocess.run(
        [sys.executable, "-c", _LOADED, *SLOW], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert outcome.returncode == 0, outcome.stderr
    assert outcome.stdout.split() == []
