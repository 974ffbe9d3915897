"""What kind of disk a folder lies on, from what each system tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from mavis.system.disks import Disk, disk_below, linux_disk, mac_disk, windows_disk

MOUNTS = r"""
22 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
30 22 0:25 / /proc rw - proc proc rw
41 22 8:17 / /media/stick rw,nosuid shared:9 - vfat /dev/sdb1 rw
42 22 8:33 / /media/usb\040disk rw shared:10 - ext4 /dev/sdc1 rw
43 22 0:60 / /mnt/share rw shared:11 - nfs4 server:/export rw
44 22 0:61 / /mnt/windows rw - cifs //server/share rw
45 22 0:62 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
46 22 253:0 / /vault rw - ext4 /dev/mapper/vault rw
47 22 253:1 / /vaultstick rw - ext4 /dev/mapper/vaultstick rw
48 22 0:70 / /run rw - tmpfs tmpfs rw
49 43 259:3 / /mnt/share/local rw - ext4 /dev/nvme0n1p3 rw
50 22 0:71 / /pool rw - btrfs /dev/gone rw
51 22 0:72 / /covered rw - ext4 /dev/zero rw
52 22 0:73 / /covered rw master:1 - nfs server:/b rw
"""


@pytest.fixture
def devices(tmp_path: Path) -> Path:
    """A copy of /sys/dev/block: an internal disk, a stick, a disk on a cable, and two encrypted volumes."""
    numbers = tmp_path / "dev" / "block"
    numbers.mkdir(parents=True)

    def add(number: str, place: str, removable: str, partition: str = "") -> Path:
        disk = tmp_path / "devices" / place
        (disk / partition).mkdir(parents=True)
        (disk / "removable").write_text(f"{removable}\n")
        (numbers / number).symlink_to(disk / partition)
        return disk / partition

    internal = add("259:2", "pci0/nvme0n1", "0", "nvme0n1p2")
    stick = add("8:17", "pci0/sdb", "1", "sdb1")
    add("8:33", "pci0/usb2/2-1/sdc", "0", "sdc1")
    for number, name, below in (("253:0", "dm-0", internal), ("253:1", "dm-1", stick)):
        slaves = add(number, f"virtual/{name}", "0") / "slaves"
        slaves.mkdir()
        (slaves / below.name).symlink_to(below)
    return numbers


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/asha/.local/share/Mavis", Disk.INTERNAL),
        ("/media/stick/Mavis", Disk.REMOVABLE),
        ("/media/sticky", Disk.INTERNAL),
        ("/media/usb disk/Mavis", Disk.REMOVABLE),
        ("/mnt/share/Mavis", Disk.NETWORK),
        ("/mnt/share/local/Mavis", Disk.INTERNAL),
        ("/mnt/windows", Disk.NETWORK),
        ("/run/user/1000/gvfs/x", Disk.NETWORK),
        ("/vault/Mavis", Disk.INTERNAL),
        ("/vaultstick/Mavis", Disk.REMOVABLE),
        ("/run/x", Disk.INTERNAL),
        ("/pool/x", Disk.INTERNAL),
        ("/covered/x", Disk.NETWORK),
    ],
)
def test_linux(devices: Path, folder: str, expected: Disk) -> None:
    """The deepest and latest mount counts; a volume is as removable as the disk it is built on."""
    assert linux_disk(Path(folder), MOUNTS, devices) is expected


def test_linux_asks_the_source_of_a_file_system_without_a_number(devices: Path) -> None:
    """Btrfs has no device number of its own; /dev/null stands for its disk here."""
    (devices / "1:3").symlink_to(devices / "8:17")
    mounts = "50 22 0:71 / /pool rw - btrfs /dev/null rw"
    assert linux_disk(Path("/pool/x"), mounts, devices) is Disk.REMOVABLE


def test_linux_without_mounts_is_taken_for_internal(devices: Path) -> None:
    """A system that tells nothing refuses nothing."""
    assert linux_disk(Path("/home"), "", devices) is Disk.INTERNAL


@pytest.mark.parametrize(
    ("folder", "details", "expected"),
    [
        ("/Library/Mavis", {"Internal": True, "RemovableMedia": False}, Disk.INTERNAL),
        ("/Library/Mavis", {}, Disk.INTERNAL),
        ("/Volumes/STICK/Mavis", {"Internal": False, "RemovableMedia": True}, Disk.REMOVABLE),
        ("/Volumes/CABLE/Mavis", {"Internal": False, "RemovableMedia": False}, Disk.REMOVABLE),
        ("/Volumes/team files/Mavis", {}, Disk.NETWORK),
    ],
)
def test_macos(folder: str, details: dict[str, bool], expected: Disk) -> None:
    """What mount and diskutil tell."""
    mounts = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev)
//asha@server/team on /Volumes/team files (smbfs, nodev, nosuid)
"""
    assert mac_disk(Path(folder), mounts, details) is expected


@pytest.mark.parametrize(
    ("folder", "drive_type", "expected"),
    [
        ("C:\\Users\\asha", 3, Disk.INTERNAL),
        ("E:\\Mavis", 2, Disk.REMOVABLE),
        ("F:\\Mavis", 5, Disk.REMOVABLE),
        ("H:\\Mavis", 4, Disk.NETWORK),
        ("\\\\server\\share", 1, Disk.NETWORK),
    ],
)
def test_windows(folder: str, drive_type: int, expected: Disk) -> None:
    """What GetDriveTypeW tells, and paths that name another computer."""
    assert windows_disk(folder, drive_type) is expected


def test_this_machine_is_asked_for_real(tmp_path: Path) -> None:
    """The folder of the tests is one where Mavis may keep its records."""
    assert disk_below(tmp_path) is Disk.INTERNAL
