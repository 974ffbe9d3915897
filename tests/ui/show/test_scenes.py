"""The walk through every page: each stop has a name and a look of its own, is heard, and can be switched live."""

from __future__ import annotations

import re
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


def test_every_page_is_heard(walked: Walked) -> None:
    """In each of its states, from the first start to the closed shift."""
    assert {stop.name: stop.wrong for stop in walked.stops if stop.wrong} == {}
    assert (len(walked.stops) > 50, sum(stop.controls for stop in walked.stops) > 1000) == (True, True)


def test_no_page_announces_a_name(walked: Walked) -> None:
    """All night long announcements are made, urgent ones too, and none tells who somebody is.

    The guide of the training night speaks of the made-up people in it; nobody else is there.
    """
    names = set().union(*(stop.names for stop in walked.stops))
    said = [one for stop in walked.stops if not stop.name.startswith("training") for one in stop.said]
    told = {one.words for one in said for name in names if re.search(rf"\b{name}\b", one.words)}

    assert told == set()
    assert (len(names) > 1, len(said) > 50, any(one.urgent for one in said)) == (True, True, True)


def test_nothing_takes_the_keyboard_from_the_wheel(walked: Walked) -> None:
    """On no page, in no state: the next key would go where nobody has put it."""
    assert {stop.name: stop.by_wheel for stop in walked.stops if stop.by_wheel} == {}


def test_every_error_is_read_out(walked: Walked) -> None:
    """At once, wherever the eyes are; a printer that is not there and a full disk as well."""
    wrong = re.compile(r"error|wrong|no-printer|board-disk-full|unlock-wait")
    told = {stop.name: [one for one in stop.said if one.urgent] for stop in walked.stops if wrong.search(stop.name)}

    assert len(told) > 10
    assert [name for name, said in told.items() if not said] == []
