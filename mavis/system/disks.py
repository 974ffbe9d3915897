"""What kind of disk a folder lies on, asked of Linux, Windows or macOS in their own ways."""

from __future__ import annotations

import os
import re
import sys
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_NETWORK_KINDS = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
    | {"webdav", *(f"fuse.{kind}" for kind in ("davfs", "glusterfs", "gvfsd-fuse", "rclone", "s3fs", "sshfs"))}
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = r"(?P<source>.+) on (?P<point>/.*) \((?P<kind>[^,)]+)"


class Disk(Enum):
    """Where the bytes go."""

    INTERNAL = "internal"
    REMOVABLE = "removable"
    NETWORK = "network"


def linux_disk(folder: Path, mountinfo: str, devices: Path) -> Disk:
    """The kind of disk below a folder on Linux.

    Args:
        folder: an absolute path with its links followed.
        mountinfo: the text of /proc/self/mountinfo.
        devices: /sys/dev/block, where each device number leads to its device.
    """
    mounts = [line.split(" ") for line in mountinfo.splitlines() if " - " in line]
    point = _deepest(folder, (_plain(fields[4]) for fields in mounts))
    for fields in reversed(mounts):  # a later mount covers an earlier one
        if _plain(fields[4]) == point:
            kind, source = fields[fields.index("-") + 1 : fields.index("-") + 3]
            if kind in _NETWORK_KINDS:
                return Disk.NETWORK
            return Disk.REMOVABLE if _is_removable(devices / _device_number(fields[2], source)) else Disk.INTERNAL
    return Disk.INTERNAL


def mac_disk(folder: Path, mounts: str, details: dict[str, Any]) -> Disk:
    """The kind of disk below a folder on macOS.

    Args:
        folder: an absolute path with its links followed.
        mounts: what /sbin/mount prints.
        details: what ``diskutil info -plist`` tells of the disk of this folder; empty when it tells nothing.
    """
    found = [match for match in map(partial(re.match, _MAC_MOUNT), mounts.splitlines()) if match]
    point = _deepest(folder, (match["point"] for match in found))
    if any(match["point"] == point and match["kind"] in _NETWORK_KINDS for match in found):
        return Disk.NETWORK
    outside = details.get("Internal") is False or details.get("RemovableMedia") is True
    return Disk.REMOVABLE if outside else Disk.INTERNAL


def windows_disk(folder: str, drive_type: int) -> Disk:
    """The kind of disk below a folder on Windows, from the path itself and from GetDriveTypeW (2 and 5: removable)."""
    if folder.startswith("\\\\") or drive_type == 4:
        return Disk.NETWORK
    return Disk.REMOVABLE if drive_type in {2, 5} else Disk.INTERNAL


def _deepest(folder: Path, points: Iterable[str]) -> str | None:
    above = [point for point in points if folder.is_relative_to(point)]
    return max(above, key=len, default=None)


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), escaped)


def _device_number(number: str, source: str) -> str:
    """The number of the device; a file system that spans devices has none of its own, so its source is asked."""
    if not number.startswith("0:") or not source.startswith("/dev/"):
        return number
    try:
        device = Path(source).stat().st_rdev
    except OSError:
        return number
    return f"{os.major(device)}:{os.minor(device)}"


def _is_removable(device: Path) -> bool:
    """Whether the device, the disk it is a part of, or a disk it is built on can be pulled out."""
    if not device.exists():
        return False
    place = device.resolve()
    if any(part.startswith("usb") for part in place.parts):
        return True
    flags = [flag for flag in (place / "removable", place.parent / "removable") if flag.exists()]
    if any(flag.read_text(encoding="ascii").strip() == "1" for flag in flags):
        return True
    built_on = place / "slaves"
    return built_on.is_dir() and any(map(_is_removable, built_on.iterdir()))


if sys.platform == "win32":
    import ctypes

    def disk_below(folder: Path) -> Disk:
        """The kind of disk below an existing folder of this machine."""
        return windows_disk(str(folder), ctypes.windll.kernel32.GetDriveTypeW(f"{folder.anchor}"))

elif sys.platform == "darwin":
    import plistlib
    import subprocess

    def disk_below(folder: Path) -> Disk:
        """The kind of disk below an existing folder of this machine."""
        mounts = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True).stdout
        source = subprocess.run(["/bin/df", "-P", str(folder)], capture_output=True, text=True, check=True).stdout
        device = source.splitlines()[-1].split(" ")[0]
        info = subprocess.run(["/usr/sbin/diskutil", "info", "-plist", device], capture_output=True, check=False)
        return mac_disk(folder, mounts, plistlib.loads(info.stdout) if info.returncode == 0 else {})

else:

    def disk_below(folder: Path) -> Disk:
        """The kind of disk below an existing folder of this machine."""
        mountinfo = Path("/proc/self/mountinfo").read_text(encoding="utf-8")
        return linux_disk(folder, mountinfo, Path("/sys/dev/block"))
