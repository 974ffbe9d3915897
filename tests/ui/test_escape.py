"""Escape goes back exactly one step, wherever somebody is, and nothing typed is lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mavis.system.wording import words
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.pages.settings.page import SettingsPage
from mavis.ui.pages.shared.overlay import Overlay

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def where(hands: Hands) -> str:
    """The page that is seen, and what lies over it."""
    session = hands.session
    page = "visit" if hands.window.page is session.room else session.workplace.place
    over = [type(one).__name__ for one in hands.window.findChildren(Overlay) if not one.isHidden()]
    return " ".join([page, *over])


@pytest.mark.parametrize(
    ("there", "back"),
    [
        ("", ("board",)),
        ("/", ("board",)),
        ("/ k", ("board",)),
        ("Ctrl+K", ("board",)),
        ("= m", ("board",)),
        ("F1", ("board",)),
        ("N", ("board",)),
        ("N / W r e n", ("visit", "board")),
        ("N / Tab h a t", ("visit", "board")),
        ("N D E M", ("visit", "board")),
        ("N 3 1 8", ("visit", "board")),
        ("N H 2 Z A", ("visit", "board")),
        ("N Ctrl+T a", ("visit", "board")),
        ("N 3", ("visit", "board")),
        ("N 7", ("board",)),
        ("N =", ("visit", "board")),
        ("N Ctrl+K", ("visit", "board")),
        ("N F1", ("visit", "board")),
        ("F8", ("board",)),
        ("F8 Ctrl+K", ("settings", "board")),
        ("N F2 F4", ("board",)),
        ("F4 F1", ("close", "board")),
        ("F4 F8", ("close", "board")),
        ("F8 F4 F5", ("close", "settings", "board")),
        ("F8 F4 F8 F3", ("settings", "board")),
        ("N F4", ("visit", "board")),
        ("N F8 F7", ("settings", "visit", "board")),
        ("F5 F1 ?", ("last_shift", "board")),
        ("F6", ("board",)),
        ("F3 Ctrl+1", ("people", "board")),
        ("F3 Ctrl+2", ("people", "board")),
        ("F3 Ctrl+3", ("people", "board")),
        ("N F1 ?", ("visit", "board")),
        ("N D 6 F P", ("visit", "board")),
        ("N D 6 F P Esc F6 1", ("visit", "board")),
        ("N , k", ("visit", "board")),
        ("N 1 .", ("visit", "board")),
        ("N 6 R W a", ("visit", "visit", "board")),
        ("N Ctrl+T a Ctrl+K", ("visit", "visit", "board")),
    ],
)
def test_escape_goes_back_one_step(hands: Hands, there: str, back: tuple[str, ...]) -> None:
    """Step by step, and on the board it stays."""
    hands.press(there)
    found = []
    for _ in range(len(back) + 1):
        hands.press("Esc")
        found.append(where(hands))

    assert found == [*back, "board"]


def test_escape_from_something_missing_goes_back_to_the_close(hands: Hands) -> None:
    """And from there to the board."""
    hands.press("N Esc F4")
    hands.settle()
    hands.until(lambda: any(one.isVisible() for one in rows(hands)))
    hands.click(next(one for one in rows(hands) if one.isVisible()))
    assert where(hands) == "visit"
    hands.press("Esc")
    assert where(hands) == "close"
    hands.press("Esc")
    assert where(hands) == "board"


def test_escape_from_the_close_goes_back_to_tonight(hands: Hands) -> None:
    """And from tonight to the board; asked for on the close, tonight leads back to the close."""
    hands.session.show_place("crew")
    hands.press("F4")
    assert back_to_the_board(hands) == ["crew", "board"]

    hands.press("F4")
    hands.session.show_place("crew")
    assert back_to_the_board(hands) == ["close", "board"]


def test_escape_from_a_shift_that_is_closed_goes_on_to_the_next(hands: Hands) -> None:
    """There is no way back into the night that is over; what is looked up from its close leads back to the close."""
    hands.session.show_place("crew")
    hands.press("F4")
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: hands.session.places.closed is not None)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    hands.press("F8 Esc")
    assert where(hands) == "close"
    hands.press("Esc")
    hands.until(lambda: where(hands) == "start")


def back_to_the_board(hands: Hands) -> list[str]:
    """What is seen after each Escape, until it is the board."""
    found = []
    while where(hands) != "board":
        hands.press("Esc")
        found.append(where(hands))
    return found


def rows(hands: Hands) -> list[QWidget]:
    """What is missing, as rows to press."""
    return [one for one in hands.window.findChildren(QWidget) if type(one).__name__ == "ActionRow"]


def test_escape_folds_the_form_of_a_new_person_first(hands: Hands) -> None:
    """Then it leaves the settings."""
    hands.press("F8")
    hands.click(hands.button(words("settings.people.add")))
    (page,) = hands.window.findChildren(SettingsPage)
    assert page.people.form.isVisible()
    hands.press("Esc")
    assert not page.people.form.isVisible()
    assert where(hands) == "settings"
    assert hands.focused is page.people.open
    hands.press("Esc")
    assert where(hands) == "board"


def test_escape_puts_the_field_for_the_file_away_first(hands: Hands) -> None:
    """Then it leaves the closed shift for the next night."""
    hands.press("F4")
    hands.until(lambda: hands.button(words("close.preview.save")).isEnabled())
    hands.press("Ctrl+S")
    field = hands.focused
    assert field.accessibleName() == words("close.preview.save_where")
    hands.press("Esc")
    assert not field.isVisible()
    assert where(hands) == "close"
    hands.press("Esc")
    assert where(hands) == "board"


def test_escape_at_the_door(locked: Hands) -> None:
    """From the recovery code back to the passphrase; there it stays, and what is typed stays too."""
    page = locked.window.page
    assert isinstance(page, UnlockPage)
    locked.click(locked.button(words("unlock.use_recovery")))
    assert not page.passphrase.isVisible()
    locked.press("Esc")
    assert page.passphrase.isVisible()
    assert locked.focused is page.passphrase.edit
    locked.type("four plain")
    locked.press("Esc")

    assert page.passphrase.text == "four plain"
    locked.press("Tab Tab 1 Esc")
    assert locked.focused is page.passphrase.edit


def test_escape_where_a_night_begins(before_the_night: Hands) -> None:
    """Somebody half typed is folded in and not lost; behind the start there is nothing; settings lead back to it."""
    hands = before_the_night
    hands.click(hands.button(words("start.add_somebody")))
    name = hands.focused
    hands.type("Nell")
    hands.press("Esc")
    assert not name.isVisible()
    assert where(hands) == "start"
    hands.press("Esc")
    assert where(hands) == "start"
    hands.press("F8 Esc")
    assert where(hands) == "start"


def test_escape_from_the_name_keeps_it_and_the_letters_are_answers_again(hands: Hands) -> None:
    """The first step leaves the field and not the visit."""
    hands.press("N /")
    hands.type("Wren")
    hands.press("Esc D")
    hands.settle()
    assert [(visit.name, len(visit.needs)) for visit in hands.stored()] == [("Wren", 1)]
