"""The walk through every page: each stop has a name of its own, looks like no other, and can be switched live."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mavis.system.resources import manual_folder
from mavis.ui.scenes import walk
from mavis.ui.tokens import ThemeName

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

_PLACES = {"first_run", "unlock", "settings", "start", "board", "visit", "find", "keys", "veil", "close"}

_SWITCHED = {"first-run", "board-empty", "start-last-week"}
"""Also at the end, when most pages were thrown away: none of them may hear of it."""


def test_the_walk_stops_at_every_place_in_all_its_states(qtbot: QtBot, tmp_path: Path) -> None:
    """No two stops share a name or a picture; the look that a stop is given is gone at the next."""
    seen: dict[str, str] = {}
    places = set()
    for scene in walk(tmp_path / "night"):
        assert scene.name not in seen
        assert scene.window.keeper.theme.name is ThemeName.DARK
        seen[scene.name] = _picture(scene.window)
        places.add(scene.place)
        if scene.name in _SWITCHED:
            scene.look(ThemeName.LIGHT, 150)
            assert _picture(scene.window) != seen[scene.name]

    assert places >= _PLACES
    for theme in ThemeName:
        drawn = {path.stem for path in (manual_folder() / "pictures" / theme.value).glob("*.png")}
        assert drawn == set(seen)  # make screenshots
    alike = [name for name, picture in seen.items() if list(seen.values()).count(picture) > 1]
    assert alike == []
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())


def _picture(window: QWidget) -> str:
    image = window.grab().toImage()  # the bits are gone with it
    return sha256(image.constBits()).hexdigest()
