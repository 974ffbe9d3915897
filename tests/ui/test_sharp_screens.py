"""Screens that have one and a half pixels, or two, for each of Mavis: nothing is cut or covered there either."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_WALK = """
import sys
from pathlib import Path
from mavis.ui.show.scenes import walk
from tests.ui.whole import faults
ratios, found = set(), []
for scene in walk(Path(sys.argv[1])):
    ratios.add(str(scene.window.devicePixelRatioF()))
    found += faults(scene, large=())
sys.stdout.write("\\n".join([*ratios, *found]))
"""


@pytest.mark.parametrize("ratio", ["1.5", "2.0"])
def test_nothing_is_cut_or_covered_on_a_sharp_screen(tmp_path: Path, ratio: str) -> None:
    """Every page in every state at 1366 by 768; Qt is told of the screen before it starts: in a process of its own."""
    walked = subprocess.run(
        [sys.executable, "-c", _WALK, str(tmp_path / "night")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": ratio},
        check=False,
        capture_output=True,
        text=True,
    )

    assert (walked.returncode, walked.stdout.splitlines()) == (0, [ratio]), walked.stderr
