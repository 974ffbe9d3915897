"""Tests mirror the tree, so that whoever changes a module knows where its tests are."""

from __future__ import annotations

from tests.architecture.source import ROOT


def test_every_floor_has_its_folder_of_tests() -> None:
    """A package of the program has a package of tests with the same name and at least one test in it."""
    floors = {path.parent.name for path in (ROOT / "mavis").glob("*/__init__.py")}
    tested = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    tested |= {path.parents[1].name for path in (ROOT / "tests").glob("*/*/test_*.py")}

    assert floors - tested == set()
