"""A printer that is real but for the paper: CUPS, started for one test, prints into a folder with CUPS-PDF.

CUPS-PDF runs as root alone and reads its settings from one fixed place. So the print server gets mounts of its own, in
which that place holds the settings of the test; the machine's own CUPS is neither asked nor changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_QUEUE = "Night"
_DRIVER = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
_SETTINGS = "/etc/cups/cups-pdf.conf"
_PATIENCE_S = 30.0

_FILES = """\
ServerRoot {home}
CacheDir {home}/cache
StateDir {home}
RequestRoot {home}/spool
TempDir {home}/temp
AccessLog {home}/access_log
ErrorLog {home}/error_log
PageLog {home}/page_log
"""
_SERVER = """\
Listen {home}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_UNTIL_TOLD = """
PATH=$PATH:/usr/sbin:/sbin
mount --bind "$0/cups-pdf.conf" "$1"
cupsd -f -c "$0/cupsd.conf" -s "$0/cups-files.conf" &
read -r _
kill $!
wait
rm -rf "$0"
"""
"""What runs as root: the server, until the pipe from the test closes; then nothing of it stays."""

_PDF = """\
Out {home}/printed
AnonDirName {home}/printed
Spool {home}/pdf_spool
Log {home}
Grp lpadmin
UserUMask 0022
"""


@dataclass(frozen=True, slots=True)
class PdfPrinter:
    """A queue, the address of its server, and the folder that stands for its paper tray."""

    queue: str
    server: str
    tray: Path

    def printed(self) -> Path:
        """The paper that came out: waits until the printer is done with everything it was given.

        Raises:
            TimeoutError: nothing came out in half a minute.
        """
        _wait_until(lambda: any(self.tray.glob("*.pdf")) and not self._busy())
        return max(self.tray.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)

    def _busy(self) -> bool:
        return bool(_run("lpstat", "-h", self.server, "-o", self.queue))


@contextmanager
def running_printer() -> Iterator[PdfPrinter]:
    """Start a print server with one CUPS-PDF queue; stop it and remove its files at the end."""
    home = Path(tempfile.mkdtemp(prefix="printer"))
    _furnish(home)
    command = [*_as_root(), _found("unshare"), "--mount", "sh", "-c", _UNTIL_TOLD, str(home), _SETTINGS]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as server:
        _wait_until(lambda: server.poll() is not None or (home / "socket").exists())
        address = str(home / "socket")
        _run("lpadmin", "-h", address, "-p", _QUEUE, "-v", "cups-pdf:/", "-P", _DRIVER, "-E")
        yield PdfPrinter(_QUEUE, address, home / "printed")


def _furnish(home: Path) -> None:
    """Make the folders and settings; filters work as another user and must get through."""
    home.chmod(0o711)
    for name in ("cache", "spool", "temp", "printed", "pdf_spool"):
        (home / name).mkdir()
    (home / "temp").chmod(0o1777)
    for name, text in (("cups-files.conf", _FILES), ("cupsd.conf", _SERVER), ("cups-pdf.conf", _PDF)):
        (home / name).write_text(text.format(home=home), encoding="utf-8")


def _as_root() -> list[str]:
    """What goes before a command of root's; ``sudo -v`` beforehand spares the password."""
    return [] if os.geteuid() == 0 else [_found("sudo"), "-n"]


def _found(program: str) -> str:
    """The path of a program; those for administrators are not on everybody's search path."""
    path = shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if path is None:
        raise FileNotFoundError(program)
    return path


def _run(program: str, *arguments: str) -> str:
    return subprocess.run(
        [_found(program), *arguments], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ).stdout


def _wait_until(done: Callable[[], bool]) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.05)
