"""Where records may lie, and where they are refused."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mavis.domain.errors import StorageError, UserError
from mavis.system.disks import Disk
from mavis.system.paths import DataFolder, check_data_folder, check_space, data_folder, make_data_folder
from mavis.system.wording import sentence

if TYPE_CHECKING:
    from pathlib import Path


def internal(_: Path) -> Disk:
    """A disk that is built in."""
    return Disk.INTERNAL


def test_the_system_names_the_folder_unless_a_person_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``--data-dir`` wins."""
    monkeypatch.setattr(
        "mavis.system.paths.user_data_dir", lambda name, appauthor: str(tmp_path / name / str(appauthor))
    )
    assert data_folder().root == tmp_path / "Mavis" / "False"
    assert data_folder(tmp_path / "mine").database == tmp_path / "mine" / "mavis.db"


def test_each_file_has_its_own_name(tmp_path: Path) -> None:
    """No two share a path, and all lie in the folder."""
    folder = DataFolder(tmp_path)
    places = {folder.database, folder.backups, folder.outbox, folder.settings, folder.lock, folder.log}
    assert len(places) == 6
    assert {place.parent for place in places} == {tmp_path}


def test_the_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    """Made with the folders above it, and made again without harm."""
    folder = DataFolder(tmp_path / "a" / "b")
    make_data_folder(folder)
    make_data_folder(folder)
    assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="disk_failed"):
        make_data_folder(DataFolder(tmp_path / "file"))


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        ("OneDrive/Mavis", "OneDrive"),
        ("OneDrive - Riverside Angels/Documents/Mavis", "OneDrive"),
        ("dropbox/mavis", "Dropbox"),
        ("Dropbox (Personal)/Mavis", "Dropbox"),
        ("Google Drive/Mavis", "Google Drive"),
        ("GoogleDrive-someone/My Drive/Mavis", "Google Drive"),
        ("G/My Drive/Mavis", "Google Drive"),
        ("iCloudDrive/Mavis", "iCloud"),
        ("Library/Mobile Documents/Mavis", "iCloud"),
        ("Library/CloudStorage/Some-Other/Mavis", "iCloud"),
        ("Nextcloud/Mavis", "Nextcloud"),
    ],
)
def test_folders_that_are_copied_away_are_refused_by_name(tmp_path: Path, parts: str, service: str) -> None:
    """Whether they exist or not."""
    with pytest.raises(UserError, match="folder_in_cloud") as caught:
        check_data_folder(tmp_path / parts, internal, {})
    assert caught.value.facts == {"service": service}
    assert service in sentence(caught.value)


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".tmp.drivedownload/", "Google Drive"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".nextcloudsync.log", "Nextcloud"),
    ],
)
def test_folders_that_are_copied_away_are_refused_by_what_lies_in_them(
    tmp_path: Path, marker: str, service: str
) -> None:
    """A synced folder of any name, at any depth above."""
    place = tmp_path / "Records"
    place.mkdir()
    (place / marker).mkdir() if marker.endswith("/") else (place / marker).touch()
    with pytest.raises(UserError, match=f"service={service}"):
        check_data_folder(place / "deep" / "er", internal, {})


def test_the_variables_of_onedrive_are_believed(tmp_path: Path) -> None:
    """A OneDrive folder under another name; an empty variable means nothing."""
    with pytest.raises(UserError, match="service=OneDrive"):
        check_data_folder(tmp_path / "Cloud" / "Mavis", internal, {"OneDriveCommercial": str(tmp_path / "Cloud")})
    check_data_folder(tmp_path / "Mavis", internal, {"OneDrive": "", "OneDriveConsumer": str(tmp_path / "Cloud")})


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    """The name of the link does not matter."""
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "records").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UserError, match="service=Dropbox"):
        check_data_folder(tmp_path / "records" / "Mavis", internal, {})


def test_the_configuration_folder_of_dropbox_is_no_sign(tmp_path: Path) -> None:
    """Having Dropbox on the laptop is fine: ``~/.dropbox`` is a folder there."""
    (tmp_path / ".dropbox").mkdir()
    check_data_folder(tmp_path / "Mavis", internal, {})


@pytest.mark.parametrize(
    ("kind", "key"), [(Disk.NETWORK, "folder_on_network"), (Disk.REMOVABLE, "folder_on_removable")]
)
def test_disks_that_can_vanish_are_refused(tmp_path: Path, kind: Disk, key: str) -> None:
    """The nearest folder that exists is asked."""
    asked: list[Path] = []

    def disk(folder: Path) -> Disk:
        asked.append(folder)
        return kind

    with pytest.raises(UserError, match=key) as caught:
        check_data_folder(tmp_path / "not" / "yet", disk, {})
    assert asked == [tmp_path.resolve()]
    assert sentence(caught.value)


class Usage(NamedTuple):
    """What the system tells about a disk, in bytes."""

    total: int
    used: int
    free: int


def test_a_disk_without_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How much is free stands in the sentence."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**9, 10**9 - 25 * 10**6, 25_000_000))
    check_space(tmp_path, 5_000_000)
    with pytest.raises(StorageError) as caught:
        check_space(tmp_path, 5_000_001)
    assert sentence(caught.value).startswith("The disk is nearly full: only 25 MB are free.")
