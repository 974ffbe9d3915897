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
    Place.BOARD: {"card", "take_off"},
    Place.VISIT: {"refused", "go_on", "more", "name_at_once"}
    | {"if_returning", "not_them", "earlier_nights", "treatment", "outreach"},
    Place.CLOSE: {"close"},
    Place.PEOPLE: {"open"},
    Place.LAST_SHIFT: {"open"},
}
"""What goes on, picks one of several, is for somebody who was here before, or must be held."""


@pytest.mark.parametrize(("keys", "place"), list(zip(("F2", "N", "F4", "F3", "F5"), _IN_PLACE, strict=True)))
def test_every_action_of_a_page_is_a_command(known: Hands, keys: str, place: Place) -> None:
    """Those of the page, and those that count everywhere; somebody is back once they are found."""
    known.press(keys)
    if place is Place.PEOPLE:
        known.type("kat")
    known.settle()
    known.press("Ctrl+K")
    listed = tuple(rows(known))
    wanted = [*shortcuts(place), *shortcuts(Place.EVERYWHERE)]
    unlisted = [row for row in wanted if not any(said.startswith(words(row.label)) for said in listed)]
    missing = {row.action.partition(".")[2] for row in unlisted}

    assert missing - _ITSELF - {"board"} == _IN_PLACE[place]


def test_the_name_and_the_time_they_came_are_typed_from_the_list(hands: Hands) -> None:
    """The caret is in the field; the time is typed over."""
    hands.press("N Ctrl+K")
    hands.type("type the name")
    hands.press("Enter")
    hands.type("Wren")
    hands.press("Esc Ctrl+K")
    hands.type("change when they came")
    hands.press("Enter")
    hands.type("2131")
    hands.press("Enter")

    assert hands.visit.name == "Wren"
    assert f"{hands.visit.arrived_at:%M}" == "31"


def test_whoever_was_found_is_back_from_the_list(known: Hands) -> None:
    """Nobody is back while nobody is found."""
    known.press("F3 Ctrl+K")
    assert not any(row.startswith(words("shortcuts.people.back_again")) for row in rows(known))
    known.press("Esc")
    known.type("kat")
    known.settle()
    known.press("Ctrl+K")
    known.type("back again")
    known.press("Enter")
    known.until(lambda: known.window.page is known.session.room)

    assert known.visit.person_id is not None
