"""PySide's signatures wait for the first wrong call, and then say what they always say."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.architecture.source import ROOT

_WRONG = """
from PySide6.QtCore import QObject, QPoint, QRect
print("shibokensupport.signature.loader" in sys.modules, builtins.__import__ is python)
for wrong in (lambda: QPoint("a"), lambda: QRect(1, 2, 3), lambda: QPoint(1, 2).setX("b"), lambda: QObject(colour=1)):
    try:
        wrong()
    except (AttributeError, TypeError) as failure:
        print(type(failure).__name__, failure)
print(QPoint.manhattanLength.__doc__, QObject.deleteLater.__doc__)
print("shibokensupport.signature.loader" in sys.modules)
"""
_BEFORE = "import builtins, sys\npython = builtins.__import__\n"


def _said(first: str) -> list[str]:
    outcome = subprocess.run(
        [sys.executable, "-c", _BEFORE + first + _WRONG],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (outcome.returncode, outcome.stderr) == (0, "")
    return outcome.stdout.splitlines()


def test_a_wrong_call_is_explained_as_ever() -> None:
    """The sentences are those of PySide by itself, word for word; only when they are loaded differs."""
    late, ever = _said("import mavis.ui"), _said("import PySide6.QtCore")

    assert (late[0], ever[0]) == ("False True", "True False")
    assert late[1:] == ever[1:]
    assert "Supported signatures:" in late
    assert late[-1] == "True"


def test_a_program_that_has_qt_already_keeps_it() -> None:
    """Whoever imported PySide first has its signatures; Mavis then only gives Python's import back."""
    both = _said("import PySide6.QtCore\nimport mavis.ui")

    assert both[0].startswith("True")
    assert both[1:] == _said("import PySide6.QtCore")[1:]
