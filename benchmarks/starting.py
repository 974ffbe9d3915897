"""From starting the process to the unlock screen painted, against a bare window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.table import Row, compared, in_turn
from mavis.bootstrap import open_program

_TARGET = 1.5
_OPENS_WITH = "four plain brown horses"
_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
app = QApplication(sys.argv)
bare = Bare()
bare.resize(1366, 768)
bare.show()
app.exec()
"""
_MAVIS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from mavis.bootstrap import open_program
from mavis.ui.app import WindowProgram
from mavis.ui.pages.unlock import UnlockPage
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and isinstance(watched, UnlockPage):
            QTimer.singleShot(0, app.quit)
        return False
app = QApplication(sys.argv)
painted = Painted()
app.installEventFilter(painted)
shown = WindowProgram(open_program(Path(sys.argv[1])), app)
shown.begin()
app.exec()
shown.program.close()
"""


def measure(folder: Path, pairs: int) -> Row:
    """The row of the table; each run is a process of its own."""
    data = folder / "start"
    program = open_program(data)
    program.access.create("Bench", "Ada Bench", _OPENS_WITH)
    program.close()
    floor, mavis = in_turn(lambda: _run(_BARE), lambda: _run(_MAVIS, str(data)), pairs)
    return compared("start to unlock screen painted", floor, mavis, _TARGET)


def _run(script: str, *arguments: str) -> float:
    start = time.perf_counter()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).parent.parent
    subprocess.run(
        [sys.executable, "-c", script, *arguments], check=True, env=environment, cwd=root, capture_output=True
    )
    return time.perf_counter() - start
