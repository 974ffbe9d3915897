"""Where a folder lies is said in words that wrap, and without the name of the account."""

from __future__ import annotations

from pathlib import Path

from mavis.ui.presenters.shared.folders import folder_text


def test_a_folder_at_home_does_not_name_the_account() -> None:
    """The way begins at the home folder."""
    assert folder_text(Path.home() / "Mavis" / "summaries") == "Home folder / Mavis / summaries"


def test_a_folder_elsewhere_begins_at_its_disk(tmp_path: Path) -> None:
    """The whole way is said, with room to wrap between its parts."""
    assert folder_text(tmp_path) == tmp_path.anchor + " / ".join(tmp_path.parts[1:])
