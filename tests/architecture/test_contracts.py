"""The floors hold: the import contracts of pyproject.toml, and that they bite."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.architecture.source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_LINT = """
import sys
from importlinter.cli import lint_imports
sys.path.insert(0, sys.argv[1])
sys.exit(lint_imports(no_cache=True, no_logo=True))
"""


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts in a folder that holds pyproject.toml and mavis/."""
    command = [sys.executable, "-I", "-c", _LINT, str(folder)]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)


def test_every_contract_is_kept() -> None:
    """No floor imports a floor above it or beside it, and each library stays on the one floor that owns it."""
    outcome = _lint(ROOT)

    assert outcome.returncode == 0, outcome.stdout


def test_a_domain_that_reaches_up_is_caught(tmp_path: Path) -> None:
    """The contracts can fail: a domain module that imports the storage floor breaks them."""
    for path in (ROOT / "mavis").rglob("*.py"):
        copy = tmp_path / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    with (tmp_path / "mavis" / "domain" / "shift" / "night.py").open("a", encoding="utf-8") as stream:
        stream.write("\nimport mavis.storage\n")

    outcome = _lint(tmp_path)

    assert outcome.returncode == 1
    assert "mavis.domain.shift.night -> mavis.storage" in outcome.stdout
