"""The size of the text by keys, on every page from the first start on, kept in the settings of the laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.settings import Theme
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, key_group
from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.settings.look import LookSection
from mavis.ui.widgets.status_line import KeyHint

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.fixture(params=["fresh", "locked", "hands"])
def somewhere(request: pytest.FixtureRequest) -> Hands:
    """The first start, the unlock page, and the board."""
    hands: Hands = request.getfixturevalue(request.param)
    return hands


def percent(hands: Hands) -> int:
    """The size of the text that is seen."""
    return hands.window.keeper.theme.text_percent


def test_larger_smaller_and_back_everywhere(somewhere: Hands) -> None:
    """A quarter at a time, never beyond the ends; the message says the size, and the settings keep it."""
    somewhere.press("Ctrl++ Ctrl+=")
    assert percent(somewhere) == 150
    assert somewhere.message == words("window.text_size", percent=150)
    somewhere.press("Ctrl+-")
    assert percent(somewhere) == 125
    somewhere.until(lambda: not somewhere.shown.tasks.busy)
    assert somewhere.program.preferences.current.text_percent == 125
    somewhere.press("Ctrl++ Ctrl++ Ctrl++ Ctrl++")
    assert percent(somewhere) == 200
    somewhere.press("Ctrl+0 Ctrl+-")

    assert percent(somewhere) == 100


def test_by_mouse_on_the_locked_pages(locked: Hands) -> None:
    """Whoever sees badly has buttons before they can go to the settings; afterwards the line has its commands."""
    larger, smaller = (words(f"shortcuts.everywhere.{name}") for name in ("larger_text", "smaller_text"))
    for name, wanted in ((larger, 125), (larger, 150), (larger, 175), (larger, 200), (smaller, 175)):
        locked.click(locked.button(name))
        assert percent(locked) == wanted
    locked.unlock()
    with pytest.raises(StopIteration):
        locked.button(larger)


@pytest.mark.parametrize("door", ["fresh", "locked"])
def test_the_colours_by_mouse_on_the_locked_pages(request: pytest.FixtureRequest, door: str) -> None:
    """A button for them too, as long as there are no settings to go to; the keyboard stays where it was."""
    at_the_door: Hands = request.getfixturevalue(door)
    at_the_door.type("fo")
    field, named = at_the_door.focused, words("widgets.status.next_theme")
    (button,) = (one for one in at_the_door.window.findChildren(KeyHint) if one.accessibleName() == named)
    seen = [at_the_door.window.keeper.theme.name]
    for _ in range(3):
        at_the_door.click(button)
        seen.append(at_the_door.window.keeper.theme.name)

    assert (len(set(seen)), seen[0]) == (3, seen[3])
    assert at_the_door.focused is field


def test_what_is_half_typed_stays(locked: Hands) -> None:
    """The passphrase goes on where it was."""
    locked.type("four plain")
    field = locked.focused
    locked.press("Ctrl++")
    locked.unlock(" brown horses")

    assert percent(locked) == 125
    assert field is not locked.focused


@pytest.mark.parametrize("place", [Place.FIRST_RUN, Place.UNLOCK, Place.EVERYWHERE])
def test_the_sheet_of_keys_tells_of_it(place: Place) -> None:
    """F1 names them on the locked pages, too."""
    assert ("Ctrl++", words("shortcuts.everywhere.larger_text")) in key_group(place).rows


def test_an_open_page_of_settings_follows(hands: Hands) -> None:
    """What is chosen there is what is seen, of the text and of the colours, also by keys."""
    hands.press("F8")
    look = hands.session.workplace.page.findChild(LookSection)
    assert isinstance(look, LookSection)
    assert look.grids["text_percent"].chosen_codes == ("100",)
    hands.press("Ctrl++ Ctrl+D")
    assert look.grids["text_percent"].chosen_codes == ("125",)
    assert look.grids["theme"].chosen_codes == ("light",)
    hands.settle()
    hands.press("Ctrl+0")

    assert look.grids["text_percent"].chosen_codes == ("100",)


def test_the_colours_turn_everywhere_and_are_kept(somewhere: Hands) -> None:
    """Dark, light, amber night and dark again; before anybody has unlocked as well, and nothing else is kept."""
    keeper, settings = somewhere.window.keeper, somewhere.program.preferences
    before = settings.current
    seen = []
    for _ in ThemeName:
        seen.append(keeper.theme.name)
        somewhere.press("Ctrl+D")
    somewhere.until(lambda: not somewhere.shown.tasks.busy)

    assert (set(seen), keeper.theme.name) == (set(ThemeName), seen[0])
    assert settings.current == before._replace(theme=Theme(seen[0].value))
    assert somewhere.message == words("window.colours", name=words(f"settings.theme.{seen[0].value}"))
