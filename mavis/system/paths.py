"""Where the data lie, and which places are refused for them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from platformdirs import user_data_dir

from mavis.domain.errors import StorageError, UserError
from mavis.system.disks import Disk, disk_below
from mavis.system.files import file_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CLOUD_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "iCloud",
    "nextcloud": "Nextcloud",
}
_CLOUD_FILES = {
    ".dropbox": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".nextcloudsync.log": "Nextcloud",
}
_CLOUD_FOLDERS = {
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
_MARGIN_BYTES = 20_000_000
_TRAINING = "-training"
_MARK = "TRAINING"
_REFUSED = {Disk.NETWORK: "folder_on_network", Disk.REMOVABLE: "folder_on_removable"}


class DataFolder(NamedTuple):
    """The one folder that holds everything Mavis keeps, and the names of the files in it."""

    root: Path

    @property
    def database(self) -> Path:
        """The encrypted records."""
        return self.root / "mavis.db"

    @property
    def backups(self) -> Path:
        """The folder of verified backups."""
        return self.root / "backups"

    @property
    def outbox(self) -> Path:
        """The folder of counts that are not sent yet."""
        return self.root / "outbox"

    @property
    def settings(self) -> Path:
        """How this laptop likes its screen; no personal data."""
        return self.root / "settings.json"

    @property
    def lock(self) -> Path:
        """The file that one running Mavis holds."""
        return self.root / "mavis.lock"

    @property
    def log(self) -> Path:
        """What happened and which errors, without personal data."""
        return self.root / "mavis.log"

    @property
    def half_lines(self) -> Path:
        """The lines that somebody has half typed, sealed with the key of the records."""
        return self.root / "half-typed.sealed"

    @property
    def lesson(self) -> Path:
        """How far a learner has come; only a training folder has this file."""
        return self.root / "training.json"

    @property
    def training(self) -> DataFolder:
        """The folder for training: beside this one, never inside it, and its own training folder."""
        if self.root.name.endswith(_TRAINING):
            return self
        return DataFolder(self.root.with_name(f"{self.root.name}{_TRAINING}"))

    @property
    def is_training(self) -> bool:
        """Whether everybody in here is made up: by the folder's name, or by the file that training leaves in it."""
        return self.root.name.endswith(_TRAINING) or self.lesson.is_file()


def data_folder(given: Path | None = None) -> DataFolder:
    """The folder the person named, or the one that the system keeps for the data of programs."""
    return DataFolder((given or Path(user_data_dir("Mavis", appauthor=False))).absolute())


def training_name(path: Path) -> Path:
    """The path with a file name that says that its numbers are made up; a folder that is there keeps its name."""
    marked = path.is_dir() or path.name.upper().startswith(_MARK)
    return path if marked else path.with_name(f"{_MARK}-{path.name}")


def make_data_folder(folder: DataFolder) -> None:
    """Check the place, then make the folder, readable by this user alone.

    Raises:
        UserError: the place is refused.
        StorageError: the folder cannot be made.
    """
    check_data_folder(folder.root)
    try:
        folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as failure:
        raise file_failure(failure) from failure


def check_data_folder(
    path: Path, disk: Callable[[Path], Disk] = disk_below, environment: Mapping[str, str] | None = None
) -> None:
    """Refuse a folder that is copied elsewhere behind our back, or that can vanish; it need not exist yet.

    Args:
        path: the folder to be used.
        disk: tells the kind of disk below an existing folder.
        environment: the variables of the system; those of this process when left out.

    Raises:
        UserError: inside OneDrive, Dropbox, iCloud, Google Drive or Nextcloud, on a network or a removable disk.
    """
    place = path.resolve()
    service = _cloud_service(place, os.environ if environment is None else environment)
    if service is not None:
        raise UserError("folder_in_cloud", service=service)
    existing = next(folder for folder in (place, *place.parents) if folder.exists())
    refused = _REFUSED.get(disk(existing))
    if refused is not None:
        raise UserError(refused)


def check_space(folder: Path, needed_bytes: int) -> None:
    """Make sure that so many bytes, and 20 MB to breathe, are free on the folder's disk.

    Raises:
        StorageError: they are not; the fact ``free`` says how much is.
    """
    free = shutil.disk_usage(folder).free
    if free < needed_bytes + _MARGIN_BYTES:
        raise StorageError("disk_nearly_full", free=f"{free // 1_000_000} MB")


def _cloud_service(place: Path, environment: Mapping[str, str]) -> str | None:
    for variable in _CLOUD_VARIABLES:
        synced = environment.get(variable)
        if synced and place.is_relative_to(Path(synced).resolve()):
            return "OneDrive"
    return next(filter(None, map(_cloud_at, (place, *place.parents))), None)


def _cloud_at(folder: Path) -> str | None:
    name = folder.name.casefold()
    for start, service in _CLOUD_NAMES.items():
        if name.startswith(start):
            return service
    for marker, service in _CLOUD_FILES.items():
        if (folder / marker).is_file():
            return service
    return next((service for marker, service in _CLOUD_FOLDERS.items() if (folder / marker).is_dir()), None)
