"""What the doors say: the veil, the PIN beside the passphrase, a number that nobody has, and two words made alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from mavis.system.wording import words
from mavis.ui.pages.doors.veil import Veil
from mavis.ui.widgets.field import FieldState
from mavis.ui.widgets.status_line import Fact

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def said(hands: Hands) -> list[str]:
    """The sentences that are seen."""
    return [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_veil_says_what_a_key_does_and_nobody_hears_the_page_below(hands: Hands) -> None:
    """Nothing but the veil is there for a screen reader; the first letter lifts it and goes on with the name."""
    hands.press("N D / W r")
    field = hands.focused
    hands.window.veil([])
    assert words("window.veil_how") in said(hands)
    heard = [one for one in hands.window.findChildren(QWidget) if one.isVisible() and one.accessibleName()]
    assert any(isinstance(one, Veil) for one in heard)
    assert not any(hands.page.isAncestorOf(one) for one in heard)
    assert not hands.window.status.isVisible()
    hands.press("e")
    assert not hands.window.veiled
    assert hands.focused is field
    assert len(hands.visit.needs) == 1
    hands.press("n Enter")

    assert hands.visit.name == "Wren"


def test_the_lock_says_saved_and_what_the_pin_is_for(hands: Hands) -> None:
    """Nothing that was true before the lock lingers on the locked page; the PIN says when it can be used."""
    hands.press("N D / W r e n")
    hands.lock()
    facts = [fact.words for fact in hands.window.findChildren(Fact) if fact.isVisible()]

    assert words("window.saving") not in facts
    assert words("unlock.new_pin_how") in said(hands)


def test_a_number_that_nobody_has_is_answered(hands: Hands) -> None:
    """In a sentence that says which numbers there are; the next number that somebody has takes it away."""
    hands.press("F9 7")
    sentence = words("unlock.no_such_number", number="7", n=1)
    assert sentence in said(hands)
    hands.press("1")

    assert sentence not in said(hands)


def test_the_sentence_about_two_passphrases_goes_when_they_are_alike(hands: Hands) -> None:
    """While it is typed, without another Enter."""
    hands.press("F8")
    hands.click(hands.button(words("settings.people.add")))
    hidden = [one for one in hands.window.findChildren(QLineEdit) if one.echoMode() is QLineEdit.EchoMode.Password]
    first, again = (one for one in hidden if one.isVisible())
    first.setFocus()
    hands.type("four made up words")
    again.setFocus()
    hands.type("four made up word")
    hands.press("Enter")
    assert again.property("state") == FieldState.ERROR.value
    again.setFocus()
    again.end(False)
    hands.type("s")

    assert again.property("state") == FieldState.PLAIN.value


def test_a_half_filled_person_outlives_the_hand_over_but_no_passphrase_does(hands: Hands) -> None:
    """F9 and back: the name is there, the passphrase is gone."""
    hands.press("F8")
    hands.click(hands.button(words("settings.people.add")))
    hands.type("Bryn")
    first = next(
        one
        for one in hands.window.findChildren(QLineEdit)
        if one.isVisible() and one.echoMode() is QLineEdit.EchoMode.Password
    )
    first.setFocus()
    hands.type("four made up words")
    hands.press("F9 Esc")
    name = next(
        one
        for one in hands.window.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == words("settings.people.name")
    )

    assert (name.text(), first.text()) == ("Bryn", "")
