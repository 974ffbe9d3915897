"""One walk through every page, looked at and listened to at each stop, for all tests that take nothing in hand."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import ThemeName
from mavis.ui.show.scenes import walk
from tests.ui.everyone.announced import Said, listening
from tests.ui.everyone.heard import complaints, parts
from tests.ui.whole import faults
from tests.untraced import untraced

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.ui.show.scenes import Scene

SWITCHED = {"first-run", "board-empty", "start-last-week"}
"""Stops that are given another look; the last when most pages were thrown away: none of them may hear of it."""


class Stop(NamedTuple):
    """What was found at a scene: how it looks, what is wrong with what is heard, and who came to the bus."""

    name: str
    place: str
    theme: ThemeName
    picture: str
    """Alike for two pictures that are."""
    switched: str
    """The picture in another look; empty where none is tried."""
    wrong: list[str]
    controls: int
    said: list[Said]
    """What was announced since the stop before."""
    names: set[str]
    by_wheel: list[str]
    """What would take the keyboard when the mouse wheel turns over it."""
    drawn_badly: list[str]
    """What is cut, covered or too small, at any size of text."""


class Walked(NamedTuple):
    """Every stop, and the windows that are seen when the walk is over."""

    stops: list[Stop]
    left: list[QWidget]


def walk_once(folder: Path) -> Walked:
    """Play the night into an empty folder, while a screen reader listens."""
    with listening() as heard:
        stops = [_look_at(scene, heard) for scene in walk(folder)]
    return Walked(stops, [window for window in QApplication.topLevelWidgets() if window.isVisible()])


def _look_at(scene: Scene, heard: list[Said]) -> Stop:
    said, heard[:] = list(heard), []
    theme, picture, switched = scene.window.keeper.theme.name, _picture(scene.window), ""
    wrong, controls = complaints(scene.window), sum(part.is_control for part in parts(scene.window))
    fields = scene.window.findChildren(QLineEdit)
    names = {one.text() for one in fields if one.accessibleName() == words("visit.name")} - {""}
    wheel = Qt.FocusPolicy.WheelFocus
    by_wheel = [one.accessibleName() for one in scene.window.findChildren(QWidget) if one.focusPolicy() is wheel]
    with untraced():
        drawn_badly = faults(scene)
    if scene.name in SWITCHED:
        scene.look(ThemeName.LIGHT, 150)
        switched = _picture(scene.window)
    return Stop(scene.name, scene.place, theme, picture, switched, wrong, controls, said, names, by_wheel, drawn_badly)


def _picture(window: QWidget) -> str:
    image = window.grab().toImage()  # the bits are gone with it
    return sha256(image.constBits()).hexdigest()
