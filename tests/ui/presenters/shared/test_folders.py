"""Where a folder lies is said in words that wrap, and without the name of the account."""

from __future__ import annotations

from pathlib import Path

import pytest

from mavis.ui.presenters.shared.folders import folder_text, typed_path


def test_a_folder_at_home_does_not_name_the_account() -> None:
    """The way begins at the home folder."""
    assert folder_text(Path.home() / "Mavis" / "summaries") == "Home folder / Mavis / summaries"


def test_a_folder_elsewhere_begins_at_its_disk(tmp_path: Path) -> None:
    """The whole way is said, with room to wrap between its parts."""
    assert folder_text(tmp_path) == tmp_path.anchor + " / ".join(tmp_path.parts[1:])


@pytest.mark.parametrize(
    ("typed", "below_home"),
    [
        ("~/night/summary.pdf", "night/summary.pdf"),
        (" summary.pdf ", "summary.pdf"),
        ("~nobody/summary.pdf", "~nobody/summary.pdf"),
    ],
)
def test_a_typed_path_begins_at_home(typed: str, below_home: str) -> None:
    """Wherever Mavis was started from; an account that is none is a folder that is not there, and no fault."""
    assert typed_path(typed) == Path.home() / below_home


def test_a_whole_path_stays_as_it_is_typed(tmp_path: Path) -> None:
    """It begins where it says."""
    assert typed_path(str(tmp_path / "summary.pdf")) == tmp_path / "summary.pdf"
