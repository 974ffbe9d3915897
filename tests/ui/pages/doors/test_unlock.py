"""The locked page by real keys: who somebody is, and that nothing typed for one person is left to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from mavis.domain.access.roles import Role
from mavis.ui.keys.shortcuts import Place, key_group
from mavis.ui.pages.doors.hand_over import HandOverPage
from mavis.ui.pages.doors.unlock import UnlockPage
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.fixture
def two(hands: Hands) -> Hands:
    """The window, locked, with Dilys and Asha at the door."""
    session = hands.session.session
    session.people.add(session.actor, "Asha", Role.LEAD, FOUR_WORDS)
    hands.lock()
    return hands


def page_of(hands: Hands) -> UnlockPage:
    """The locked page."""
    page = hands.window.page
    assert isinstance(page, UnlockPage)
    return page


def test_the_key_on_a_card_and_on_the_sheet_chooses_it_from_the_field(two: Hands) -> None:
    """The keyboard begins in the passphrase, where a digit is typed; Alt with it chooses, as the card says."""
    page = page_of(two)
    first, second = page.people.tiles
    assert (two.focused, second.view.digit) == (page.passphrase.edit, "Alt+2")
    two.press(second.view.digit)
    assert (second.isChecked(), page.people.current, page.passphrase.text) == (True, second.view.code, "")
    two.press(f"{first.view.digit} 2")
    assert (first.isChecked(), page.passphrase.text) == (True, "2")
    assert ("Alt+1 to Alt+9", "Choose who you are") in key_group(Place.UNLOCK).rows


def test_another_name_begins_with_an_empty_passphrase(two: Hands) -> None:
    """Neither the passphrase nor the PIN of one person is tried for another; the same name once more keeps both."""
    page = page_of(two)
    two.type("four plain")
    page.people.pick(page.people.current)
    assert page.passphrase.text == "four plain"
    page.pin.set_text("25")
    two.press("Down")
    assert (page.passphrase.text, page.pin.text) == ("", "")
    assert two.focused is page.passphrase.edit


def test_the_next_try_takes_the_refusal_of_the_last_one_away(two: Hands) -> None:
    """While the right passphrase is looked at nothing says that it is wrong; a second wrong one is refused anew."""
    page = page_of(two)
    two.type("not this one")
    two.press("Enter")
    two.until(lambda: bool(page.passphrase.note))
    assert page.passphrase.edit.accessibleDescription() == page.passphrase.note

    two.type("nor this")
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)
    assert (page.passphrase.note, page.passphrase.edit.accessibleDescription()) == ("", "")
    two.until(lambda: bool(page.passphrase.note))


def test_at_a_change_of_hands_too(two: Hands) -> None:
    """The same at F9."""
    two.unlock()
    two.press("F9 2")
    page = two.window.page
    assert isinstance(page, HandOverPage)
    two.type("not this one")
    two.press("Enter")
    two.until(lambda: bool(page.passphrase.note))
    two.type("nor this")
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)

    assert page.passphrase.note == ""
    two.until(lambda: bool(page.passphrase.note))


def test_what_is_typed_while_mavis_locks_is_the_passphrase(hands: Hands) -> None:
    """Ctrl+L in the middle of a note and straight on: no letter is lost, and none gets into the note."""
    hands.press("N 4 Ctrl+T")
    hands.type("Asks for Joan")
    QTest.keySequence(hands.focused, QKeySequence("Ctrl+L"))
    QTest.keyClicks(hands.focused, FOUR_WORDS)
    hands.until_locked()
    page = hands.window.page
    assert isinstance(page, UnlockPage)
    assert page.passphrase.text == FOUR_WORDS
    hands.press("Enter")
    hands.until(lambda: hands.shown.session is not None and hands.session.is_ready)
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["Asks for Joan"]


def test_enter_behind_a_passphrase_typed_while_mavis_locks_opens_it(hands: Hands) -> None:
    """Typed to the end before the page was there: Mavis opens."""
    QTest.keySequence(hands.focused, QKeySequence("Ctrl+L"))
    before = hands.session
    QTest.keyClicks(hands.focused, FOUR_WORDS)
    QTest.keyClick(hands.focused, Qt.Key.Key_Return)
    hands.until(lambda: hands.shown.session not in (None, before) and hands.session.is_ready)

    assert hands.window.page is hands.session.workplace
