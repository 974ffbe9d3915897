"""Ctrl+K lists every action that a key of the page does, but for keys that answer where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, shortcuts
from tests.ui.pages.help.test_palette import rows

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_ITSELF = {"palette", "back", "redo_as_well"}
_IN_PLACE = {
    Place.BOARD: {"card"},
    Place.VISIT: {"refused", "go_on", "more", "name", "name_at_once", "here_since"}
    | {"if_returning", "not_them", "earlier_nights", "treatment", "outreach"},
    Place.CLOSE: {"close"},
    Place.PEOPLE: {"open", "back_again"},
    Place.LAST_SHIFT: {"open", "earlier", "later"},
}
"""What goes on, picks one of several or a field, is for somebody who was here before, or must be held."""


@pytest.mark.parametrize(("keys", "place"), list(zip(("F2", "N", "F4", "F3", "F5"), _IN_PLACE, strict=True)))
def test_every_action_of_a_page_is_a_command(hands: Hands, keys: str, place: Place) -> None:
    """Those of the page, and those that count everywhere."""
    hands.press(keys)
    hands.settle()
    hands.press("Ctrl+K")
    listed = tuple(rows(hands))
    wanted = [*shortcuts(place), *shortcuts(Place.EVERYWHERE)]
    unlisted = [row for row in wanted if not any(said.startswith(words(row.label)) for said in listed)]
    missing = {row.action.partition(".")[2] for row in unlisted}

    assert missing - _ITSELF - {"board"} == _IN_PLACE[place]
