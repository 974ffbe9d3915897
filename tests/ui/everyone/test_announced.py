"""What happens away from the keyboard is announced: saves and undo when there is a pause, danger and errors at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from tests.ui.everyone.announced import Said, listening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


@pytest.fixture
def heard() -> Iterator[list[Said]]:
    """What was announced in the test so far."""
    with listening() as said:
        yield said


def test_what_was_done_is_said_at_a_pause(hands: Hands, heard: list[Said]) -> None:
    """A visit that opened, each answer as it is kept, and what was undone."""
    hands.press("N D")
    hands.press("Ctrl+Z")
    hands.settle()

    said = [one.words for one in heard]
    assert said[0] == words("screens.said.new_visit", code="K1")
    assert said[1].lower() in said[2].lower()
    assert len(said) == 3
    assert [one for one in heard if one.urgent] == []


def test_a_wrong_passphrase_is_said_at_once(locked: Hands, heard: list[Said]) -> None:
    """With what to do, although the keyboard never left the field."""
    locked.type("not the right words")
    locked.press("Enter")
    locked.until(lambda: bool(heard))

    assert heard == [Said(words("errors.passphrase_wrong"), urgent=True)]


@pytest.mark.parametrize("page", ["", "N", "F8"], ids=["board", "another visit", "settings"])
def test_an_overdue_check_breaks_in_on_every_page(
    hands: Hands, heard: list[Said], clock: SettableClock, page: str
) -> None:
    """By the code of the visit, once, whatever page is shown."""
    hands.press("N 2 R Esc")
    hands.settle()
    hands.press(page)
    heard.clear()

    clock.advance(minutes=20)
    overdue = Said(words("board.overdue_spoken", code="K1"), urgent=True)
    hands.until(lambda: overdue in heard)
    hands.press("F2")
    hands.settle()

    assert heard.count(overdue) == 1


def test_locking_and_hiding_are_said(hands: Hands, heard: list[Said]) -> None:
    """The veil says how to go on; the locked page says that it is locked."""
    hands.window.veil([])
    hands.press("A")
    hands.lock()

    assert (heard[0].words, heard[-1].words) == (words("window.veil_how"), words("unlock.locked"))


def test_what_the_commands_offer_is_said(hands: Hands, heard: list[Said]) -> None:
    """The chosen command and its place, while the keyboard stays in the field; and that nothing fits but people."""
    hands.press("Ctrl+K")
    hands.type("settings")
    found = heard[-1].words
    hands.press("Ctrl+A")
    hands.type("qxqxqx")

    assert words("shortcuts.everywhere.settings") in found
    left = words("palette.place", spoken=words("palette.look"), place=1, count=1)
    assert heard[-1] == Said(f"{words('palette.none')} {left}", urgent=False)


def test_no_announcement_tells_a_name(hands: Hands, heard: list[Said], clock: SettableClock) -> None:
    """Whoever stands beside the laptop hears codes, answers and places, and never who somebody is."""
    for name, keys in (("Bluebird", "Down 2 R Esc"), ("Bluetit", "Down Ctrl+Z Esc")):
        hands.press("N /")
        hands.type(name)
        hands.press(keys)
    hands.press("Ctrl+K")
    hands.type("blue")
    hands.press("Down Esc")
    hands.settle()
    clock.advance(minutes=30)
    hands.until(lambda: any(one.urgent for one in heard))
    hands.lock()

    assert len(heard) > 3
    assert [one.words for one in heard if "blue" in one.words.lower()] == []
