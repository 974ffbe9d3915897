"""The settings of this laptop while Mavis runs: read once, changed through one door, written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mavis.system.settings import load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.system.settings import Settings


class Preferences:
    """The settings as they are now; ``unusable`` names those that could not be read and have their default."""

    def __init__(self, path: Path) -> None:
        """Read the settings file; a missing or damaged one gives defaults."""
        loaded = load_settings(path)
        self._path = path
        self.current: Settings = loaded.settings
        self.unusable = loaded.unusable

    def change(self, **fields: Any) -> Settings:
        """Change some settings and write them all, for example ``change(text_percent=125)``.

        Raises:
            StorageError: the disk refuses; nothing is changed.
        """
        changed = self.current._replace(**fields)
        save_settings(self._path, changed)
        self.current = changed
        return changed
