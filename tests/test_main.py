"""``python -m mavis`` from outside: with no screen it says so instead of falling over."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from mavis.system.wording import words

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_screen_it_says_what_to_do(tmp_path: Path) -> None:
    """Status 3 and one sentence; nothing was made."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "mavis"], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 3
    assert done.stderr.strip() == words("errors.no_display")
    assert not list(tmp_path.iterdir())
