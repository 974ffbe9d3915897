"""Every step of the schema is tested by name."""

from __future__ import annotations

from tests.architecture.source import ROOT


def test_every_migration_has_a_test_named_after_it() -> None:
    """``m0001_first.py`` is tested by a file ``test_m0001_first.py`` somewhere below tests/storage."""
    steps = {path.stem for path in (ROOT / "mavis" / "storage" / "migrations").glob("m[0-9]*.py")}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "storage").rglob("test_m[0-9]*.py")}

    assert steps - tests == set()
