"""What is shipped is found beside the source and in an installed Mavis."""

from __future__ import annotations

import tomllib
from pathlib import Path

import mavis
from mavis.system.resources import manual_folder, resource

ROOT = Path(mavis.__file__).parent.parent


def test_beside_the_source_the_manual_lies_among_the_documents() -> None:
    """Readers of the source find it there, too."""
    assert manual_folder() == ROOT / "docs" / "manual"
    assert (manual_folder() / "index.md").is_file()


def test_an_installed_mavis_has_the_manual_among_its_resources() -> None:
    """The wheel puts both where ``resource`` looks for them."""
    built = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    shipped = built["targets"]["wheel"]["force-include"]

    assert shipped == {"resources": "mavis/_resources", "docs/manual": "mavis/_resources/manual"}
    assert resource("manual").parent == ROOT / "resources"
    assert not resource("manual").exists()
