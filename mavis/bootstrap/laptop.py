"""What every session on this laptop is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.domain.reference import ReferenceData
    from mavis.services.pins import Pins
    from mavis.storage.keys import Vault
    from mavis.system.clock import Clock
    from mavis.system.ids import NewId
    from mavis.system.paths import DataFolder
    from mavis.system.settings import Settings


class Laptop(NamedTuple):
    """Where the data lie, how the laptop is set up, what tells time and makes ids, the keepers of keys and of PINs."""

    paths: DataFolder
    settings: Settings
    reference: ReferenceData
    reference_folder: Path
    clock: Clock
    new_id: NewId
    vault: Vault
    pins: Pins
