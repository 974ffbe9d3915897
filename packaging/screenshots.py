"""Draw the pictures of the manual: the made-up night, played once in the dark theme and once in the light one."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from mavis.ui.demo import play
from mavis.ui.tokens import ThemeName

_MANUAL = Path(__file__).parent.parent / "docs" / "manual"


def main() -> int:
    """Play both nights and put their pictures into docs/manual; returns the exit status."""
    for theme in (ThemeName.DARK, ThemeName.LIGHT):
        with tempfile.TemporaryDirectory(prefix="mavis-pictures-") as folder:
            left = play(Path(folder), theme)
            place = _MANUAL / theme.value
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(left["screens"], place, ignore=shutil.ignore_patterns("closed.png"))
        sys.stdout.write(f"{place}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
