"""Libraries come in without what they would take along."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from mavis.system.lean_imports import leaving_out, merely_named


def test_what_is_left_out_cannot_be_imported_inside_and_can_afterwards() -> None:
    """The block ends with the context, and a module that was loaded before is the same one again."""
    before = importlib.import_module("colorsys")

    with leaving_out("colorsys"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("colorsys")

    assert importlib.import_module("colorsys") is before


def test_what_is_merely_named_can_be_called_inside_to_no_effect() -> None:
    """A library that marks its functions for another one loads; the mark does nothing, and says so when it is used."""
    before = importlib.import_module("colorsys")

    with merely_named("colorsys"):
        marker = importlib.import_module("colorsys").Marker("of a plugin")
        marker(before)

    with pytest.raises(LookupError, match="colorsys"):
        marker(before)
    assert importlib.import_module("colorsys") is before


def test_the_engine_and_the_workbooks_load_no_table_library() -> None:
    """Both are installed for the benchmarks; the program runs as on a laptop that has neither."""
    look = (
        "import sys, mavis.storage.engine, mavis.imports.workbook;"
        "sys.exit(' '.join({'numpy', 'pandas'} & sys.modules.keys()))"
    )

    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=False)

    assert done.stderr.strip() == ""
