"""From starting the process to the unlock screen painted, against a bare window of Qt.

Each run is a process of its own and ends, for the clock, with the line that it prints once the first painting is over;
what a process tidies away when it ends is nobody's waiting. Both find their bytecode compiled, as on any start but the
first after an installation, and both load Python and Qt from warm files. The floor is as low as it can be: a window
without a word in it, so it loads neither a font nor most of what Qt tells Python about itself.

Mavis does here what ``mavis.__main__`` does, the pause of the garbage collector included.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.memory import Memory
from benchmarks.table import Row, compared, in_turn, limited
from mavis.bootstrap import open_program
from mavis.system.paths import data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(__file__).parent.parent
_TARGET = 1.5
_MEMORY_MB = 90.0
_OPENS_WITH = "four plain brown horses"
_PAINTED = """
def painted():
    sys.stdout.write("painted")
    sys.stdout.flush()
    app.quit()
"""
_BARE = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, painted)
{_PAINTED}
app = QApplication(sys.argv)
bare = Bare()
bare.resize(1366, 768)
bare.show()
app.exec()
"""
_MAVIS = f"""
import gc
import sys
gc.disable()
from mavis.bootstrap import open_program
from mavis.ui.app import WindowProgram
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.look.style import application
from PySide6.QtCore import QTimer
{_PAINTED}
UnlockPage.paintEvent = lambda page, event: QTimer.singleShot(0, painted)
app = application()
shown = WindowProgram(open_program(), app)
shown.begin()
app.exec()
shown.program.close()
"""

_IDLE = """
import time
from benchmarks.memory import memory
from mavis.bootstrap import open_program
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application
app = application()
shown = WindowProgram(open_program(), app)
shown.begin()
end = time.monotonic() + 2
while time.monotonic() < end:
    app.processEvents()
    time.sleep(0.01)
held = memory()
print(held.resident, held.alone)
shown.close()
"""
"""Locked and still for two seconds."""


def measure(folder: Path, pairs: int) -> list[Row]:
    """The rows of start and of idle memory, with records that somebody has set up before."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder / "start"),
    }
    program = open_program(folder / "start" / data_folder().root.name)
    program.access.create("Bench", "Ada Bench", _OPENS_WITH)
    program.close()
    floor, mavis = in_turn(lambda: _run(_BARE, environment), lambda: _run(_MAVIS, environment), pairs, warm=2)
    held = _memory(environment)
    return [
        compared("start to unlock screen painted", floor, mavis, _TARGET),
        limited("idle memory, unlock screen", held.resident, "MB", _MEMORY_MB, held.said),
    ]


def _memory(environment: Mapping[str, str]) -> Memory:
    said = subprocess.run(
        [sys.executable, "-c", _IDLE], env=environment, cwd=_ROOT, check=True, capture_output=True, text=True
    )
    return Memory(*map(float, said.stdout.split()))


def _run(script: str, environment: Mapping[str, str]) -> float:
    command = [sys.executable, "-c", script]
    start = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        word = process.stdout.read(len("painted")) if process.stdout else b""
        taken = time.perf_counter() - start
    if word != b"painted" or process.returncode:
        raise ChildProcessError(process.returncode)
    return taken
