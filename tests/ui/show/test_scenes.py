"""The walk through every page: each stop has a name of its own, looks like no other, and can be switched live."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mavis.system.resources import manual_folder
from mavis.ui.look.tokens import ThemeName
from tests.ui.walked import SWITCHED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.walked import Walked

_PLACES = {"first_run", "unlock", "settings", "start", "board", "visit", "find", "keys", "veil", "close"}


def test_the_walk_stops_at_every_place_in_all_its_states(walked: Walked) -> None:
    """No two stops share a name or a picture."""
    names = Counter(stop.name for stop in walked.stops)
    pictures = Counter(stop.picture for stop in walked.stops)

    assert {stop.place for stop in walked.stops} >= _PLACES
    assert [name for name, times in names.items() if times > 1] == []
    assert [stop.name for stop in walked.stops if pictures[stop.picture] > 1] == []


def test_the_look_of_a_stop_is_gone_at_the_next(walked: Walked) -> None:
    """A consumer may switch it; every stop begins dark."""
    tried = {stop.name: stop.switched != stop.picture for stop in walked.stops if stop.switched}

    assert tried == dict.fromkeys(SWITCHED, True)
    assert {stop.theme for stop in walked.stops} == {ThemeName.DARK}


def test_the_manual_has_a_picture_of_every_stop(walked: Walked) -> None:
    """In each theme, and none of a stop that is no more: ``make screenshots``."""
    for theme in ThemeName:
        drawn = {path.stem for path in (manual_folder() / "pictures" / theme.value).glob("*.png")}
        assert drawn == {stop.name for stop in walked.stops}


def test_no_window_is_left(walked: Walked, qtbot: QtBot) -> None:
    """The walk closes what it opened."""
    assert walked.left == []
    qtbot.waitUntil(lambda: not QApplication.topLevelWidgets())
