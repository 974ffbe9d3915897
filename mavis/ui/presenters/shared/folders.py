"""Paths that people type, and where a folder lies, in words that wrap and do not name the account of the laptop."""

from __future__ import annotations

from pathlib import Path

from mavis.system.wording import words

_APART = " / "


def typed_path(text: str) -> Path:
    """The path that somebody typed; the home folder is ``~``, and where a path begins that says no other."""
    return Path.home() / text.strip().removeprefix("~/")


def folder_text(folder: Path) -> str:
    """The way to a folder, from the home folder when it lies there: ``Home folder / Mavis / summaries``."""
    home = Path.home()
    if folder.is_relative_to(home):
        return _APART.join((words("folders.home"), *folder.relative_to(home).parts))
    return folder.anchor + _APART.join(folder.relative_to(folder.anchor).parts)
