"""The unlock screen comes first: what is slow to load is loaded after it is on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tests.architecture.source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_LIBRARIES = (
    "charset_normalizer",
    "nacl",
    "openpyxl",
    "pypdfium2",
    "reportlab",
    "sqlcipher3",
    "sqlite_utils",
    "xlsxwriter",
)
_OF_PYTHON = (
    "concurrent.futures",
    "dataclasses",
    "decimal",
    "fractions",
    "hashlib",
    "hmac",
    "logging",
    "plistlib",
    "secrets",
    "uuid",
)
"""To make one small class with ``dataclasses`` takes 0.5 ms, and the library 1 ms: values that are needed before the
first page is painted are named tuples. ``hashlib`` brings OpenSSL, for 3 ms."""
_OF_MAVIS = (
    "mavis.bootstrap.laptop",
    "mavis.bootstrap.made_up",
    "mavis.bootstrap.session",
    "mavis.exports",
    "mavis.imports",
    "mavis.reports",
    "mavis.services.training",
    "mavis.storage.database",
    "mavis.system.reference",
    "mavis.ui.session.open_session",
    "mavis.ui.pages.board.page",
    "mavis.ui.pages.doors.first_run",
    "mavis.ui.pages.doors.veil",
    "mavis.ui.printing",
    "mavis.ui.keys.tab_order",
    "mavis.ui.training",
    "mavis.ui.widgets.unfolding",
)
SLOW = (*_LIBRARIES, *_OF_PYTHON, *_OF_MAVIS)

_START = """
import sys
from pathlib import Path
from mavis.bootstrap import open_program
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application
shown = WindowProgram(open_program(Path(sys.argv[1])), application())
shown.begin()
application().processEvents()
assert type(shown.window.page).__name__ == "UnlockPage"
sys.stdout.write(" ".join(sorted(set(sys.modules) & set(sys.argv[2:]))))
sys.stdout.flush()
shown.close()
"""
_AT_THE_BOARD = (
    "_hashlib",
    "_strptime",
    "click",
    "dateutil",
    "html.entities",
    "logging.handlers",
    "pluggy",
    "rapidfuzz",
    "reportlab",
    "socket",
    "sqlite3",
)
"""What a Mavis that waits with its records open does without: ten megabytes and more."""
_UNLOCKED = """
import sys
from pathlib import Path
from mavis.bootstrap import open_program
program = open_program(Path(sys.argv[1]))
session = program.unlock(program.access.people()[0].id, "four plain brown horses")
import mavis.ui.session.open_session
from mavis.ui.session.keys import SessionKeys
SessionKeys.warm()
sys.stdout.write(" ".join(sorted(set(sys.modules) & set(sys.argv[2:]))))
session.close()
program.close()
"""
_SET_UP = """
import sys
from pathlib import Path
from mavis.bootstrap import open_program
program = open_program(Path(sys.argv[1]))
program.access.create("Weston", "Asha", "four plain brown horses")
program.close()
"""


def _python(script: str, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, str(folder), *more],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_unlock_screen_is_painted_without_what_is_slow(tmp_path: Path) -> None:
    """A start with records on the laptop loads no PDF, spreadsheet, database or key library, and no other page."""
    set_up = _python(_SET_UP, tmp_path)
    outcome = _python(_START, tmp_path, *SLOW)

    assert (set_up.returncode, outcome.returncode) == (0, 0), set_up.stderr + outcome.stderr
    assert outcome.stdout.split() == []


def test_a_session_that_waits_holds_no_library_that_it_may_never_need(tmp_path: Path) -> None:
    """Opening the records and building what the session is made of load no command line, second engine or OpenSSL."""
    set_up = _python(_SET_UP, tmp_path)
    outcome = _python(_UNLOCKED, tmp_path, *_AT_THE_BOARD)

    assert (set_up.returncode, outcome.returncode) == (0, 0), set_up.stderr + outcome.stderr
    assert outcome.stdout.split() == []


def test_what_counts_as_slow_exists() -> None:
    """A module that was renamed would otherwise never be missed."""
    assert [name for name in (*SLOW, *_AT_THE_BOARD) if find_spec(name) is None] == []


def test_no_module_is_read_again_for_the_sake_of_qt(tmp_path: Path) -> None:
    """PySide would read the source of each module that is imported after it, and keep all of it in memory."""
    script = """
import linecache, sys
import mavis.ui.app
read = [name for name in linecache.cache if name.startswith(mavis.__path__[0])]
sys.stdout.write(f"{'mavis.ui.app' in sys.modules} {read}")
"""
    found = _python(script, tmp_path)

    assert (found.stdout, found.stderr) == ("True []", "")
