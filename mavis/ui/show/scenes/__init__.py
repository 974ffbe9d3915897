"""Every page in every state, on one made-up night through the real windows: for the manual, and for tests of all pages.

for scene in walk(tmp_path):
    scene.look(ThemeName.LIGHT, 150)     # switched live; the walk itself goes on dark, at 100 %
    check(scene.window)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.ui.show.scenes.closing import closing
from mavis.ui.show.scenes.doors import doors
from mavis.ui.show.scenes.failing import failing
from mavis.ui.show.scenes.settings import settings
from mavis.ui.show.scenes.stage import Scene as Scene
from mavis.ui.show.scenes.stage import Stage
from mavis.ui.show.scenes.start import start
from mavis.ui.show.scenes.training import training
from mavis.ui.show.scenes.visits import visits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PARTS = (doors, settings, start, visits, failing, closing, training)


def walk(folder: Path) -> Iterator[Scene]:
    """Play the night into an empty folder and stop at each scene; the same scenes with the same words each time.

    The clocks of the night stand still at each stop. A consumer may switch the look, measure, and move the keyboard
    focus; it gives everything else back as it was. The window is closed when the walk ends or is given up.

    Raises:
        UserError: the folder holds a night already, or lies where names may leave the laptop.
        StorageError: the disk refuses.
    """
    stage = Stage(folder)
    try:
        for part in _PARTS:
            for scene in part(stage):
                focused = scene.window.focusWidget()
                yield scene
                stage.go_on(focused)
    finally:
        stage.end()
