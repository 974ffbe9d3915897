"""Half-typed words on every page: they outlive veil and lock, and the person finds them with the caret in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from mavis.domain.access.roles import Role
from mavis.system.wording import words
from mavis.ui.keys.blind_keys import BlindKeys
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.chip import CheckChip
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from tests.ui.windows import Hands

Field = QLineEdit | QPlainTextEdit

FIELDS = [
    ("N", "visit.name", "Zaphr"),
    ("N", "visit.label", "violet tur"),
    ("N", "visit.place", "behind the ki"),
    ("N", "visit.here_since", "21"),
    ("N 4 Ctrl+T", "visit.add_note", "asks for her bud"),
    ("N 6 R W", "safety.row.refusal.advised", "go to A"),
    ("N A 6 A J", "safety.row.assault.at", "21"),
    ("F4", "close.notes.title", "The heater fa"),
    ("F4", "close.more.incident", "A window bro"),
    ("F4", "close.more.cost", "12 po"),
    ("F8", "settings.people.name", "Brynh"),
]
"""The keys that lead to a field, its name, and what is half typed there."""


def seen(hands: Hands, key: str) -> Field:
    """The seen field of that name.

    Raises:
        StopIteration: none is seen.
    """
    fields: list[Field] = [*hands.window.findChildren(QLineEdit), *hands.window.findChildren(QPlainTextEdit)]
    return next(one for one in fields if one.isVisible() and one.accessibleName() == words(key))


def text_of(field: Field) -> str:
    """What stands in it."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def begin(hands: Hands, keys: str, key: str, text: str) -> Field:
    """Go to a page and type half of something."""
    hands.press(keys)
    if key == "settings.people.name":
        hands.click(hands.button(words("settings.people.add")))
    field = seen(hands, key)
    field.setFocus()
    field.selectAll()
    hands.type(text)
    return field


def cover(hands: Hands) -> None:
    """Let nobody touch the laptop for a minute."""
    for _ in range(3):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()
    assert hands.window.veiled


@pytest.mark.parametrize(("keys", "key", "text"), FIELDS)
def test_the_veil_changes_nothing(hands: Hands, keys: str, key: str, text: str) -> None:
    """The words and the caret stay; who types on without a look loses no letter, and Escape and Space only lift it."""
    field = begin(hands, keys, key, text)
    for key_only in ("Esc", "Space"):
        cover(hands)
        hands.press(key_only)
        assert hands.focused is field
    cover(hands)
    hands.press("x")
    assert hands.focused is field
    hands.press("y")

    assert text_of(field) == f"{text}xy"


def test_the_key_that_lifts_the_veil_takes_the_place_of_nothing(hands: Hands) -> None:
    """Words that are marked stay, and a passphrase, which nobody sees, gets no letter."""
    field = begin(hands, "N", "visit.place", "behind the ki")
    field.selectAll()
    cover(hands)
    hands.press("x")
    assert text_of(field) == "behind the ki"

    begin(hands, "F8", "settings.people.name", "Brynh")
    passphrase = next(
        one
        for one in hands.window.findChildren(QLineEdit)
        if one.isVisible() and one.accessibleName() == words("settings.people.passphrase")
    )
    passphrase.setFocus()
    cover(hands)
    hands.press("x")
    assert (hands.focused, passphrase.text()) == (passphrase, "")


def test_a_digit_goes_on_with_what_was_begun_and_begins_nothing(hands: Hands) -> None:
    """Whoever counted a pulse behind its letter types it whole; in an empty line a digit would lead to a section."""
    hands.press("N 3")
    cover(hands)
    hands.press("8 8")
    assert (hands.page.section, text_of(seen(hands, "observations.line"))) == (Section.OBSERVATIONS, "")
    hands.until(lambda: not hands.window.findChildren(BlindKeys))
    hands.press("P")
    cover(hands)
    hands.press("8 8 Enter")

    assert [one.pulse for one in hands.visit.observations] == [88]


@pytest.mark.parametrize(("keys", "key", "text"), FIELDS)
def test_the_lock_after_the_veil_brings_it_all_back(hands: Hands, keys: str, key: str, text: str) -> None:
    """Page, field and letter: the next key goes on with the word."""
    begin(hands, keys, key, text)
    cover(hands)
    hands.session.lock()
    hands.until_locked()
    hands.unlock()
    hands.press("y")
    field = seen(hands, key)

    assert text_of(field) == f"{text}y"
    assert hands.focused is field


def test_the_start_of_a_shift_keeps_words_and_ticks(before_the_night: Hands) -> None:
    """The place, a date that is none, somebody half added, and who was ticked."""
    hands = before_the_night
    hands.press("Q W L")
    hands.press("E")
    hands.click(next(one for one in hands.window.findChildren(CheckChip) if one.objectName() == "chip.add"))
    for key, text in (("start.parked_at", "By the pi"), ("start.day", "40 Octo"), ("start.add.name", "Brynh")):
        field = seen(hands, key)
        field.setFocus()
        field.selectAll()
        hands.type(text)
    ticked = ticks(hands)
    hands.lock()
    hands.unlock()

    assert ticks(hands) == ticked
    assert [text_of(seen(hands, key)) for key in ("start.parked_at", "start.day", "start.add.name")] == [
        "By the pi",
        "40 Octo",
        "Brynh",
    ]
    assert hands.focused is seen(hands, "start.add.name")


def ticks(hands: Hands) -> dict[str, bool]:
    """What is ticked on the page that is seen."""
    return {chip.objectName(): chip.isChecked() for chip in hands.window.findChildren(CheckChip) if chip.isVisible()}


def test_a_passphrase_is_never_kept(hands: Hands) -> None:
    """The name of somebody new is; what was typed as their passphrase is not."""
    begin(hands, "F8", "settings.people.name", "Brynh")
    hidden = [one for one in hands.window.findChildren(QLineEdit) if one.isVisible() and one.accessibleName()]
    passphrase = next(one for one in hidden if one.accessibleName() == words("settings.people.passphrase"))
    passphrase.setFocus()
    hands.type("violet kiosk")
    hands.session.lock()
    hands.until_locked()
    (mark,) = vars(hands.shown)["_marks"].values()
    hands.unlock()

    assert b"Brynh" not in mark.sealed
    assert text_of(seen(hands, "settings.people.name")) == "Brynh"
    assert text_of(seen(hands, "settings.people.passphrase")) == ""


def test_somebody_half_added_is_gone_on_with_after_a_look_elsewhere(hands: Hands) -> None:
    """The settings open where the name is, and say what becomes of a passphrase that was typed."""
    begin(hands, "F8", "settings.people.name", "Brynh")
    hands.press("Enter 2 Enter")
    hands.type("violet kiosk")
    hands.press("F2")
    hands.press("F8")
    hands.settle()

    passphrase = seen(hands, "settings.people.passphrase")
    assert (text_of(seen(hands, "settings.people.name")), text_of(passphrase)) == ("Brynh", "")
    assert hands.focused is passphrase
    labels = {one.text() for one in hands.window.findChildren(QLabel) if one.isVisible()}
    assert words("settings.people.never_kept") in labels


def test_somebody_else_lands_on_the_board_and_the_draft_stays_with_its_visit(hands: Hands) -> None:
    """Asha unlocks after Dilys: the board, no half-typed word in sight, and the name in the visit; then Dilys again."""
    session = hands.session.session
    session.people.add(session.actor, "Asha", Role.LEAD, FOUR_WORDS)
    begin(hands, "N 4", "visit.name", "Zaphr")
    hands.lock()
    hands.press("Down")
    hands.unlock()
    assert hands.window.page is hands.session.workplace
    assert not [one for one in hands.window.findChildren(QWidget) if "Zaphr" in one.accessibleName()]
    assert hands.stored()[0].name == "Zaphr"
    hands.lock()
    hands.press("Up")
    hands.unlock()

    assert hands.page.section is Section.CARE
    assert hands.focused is seen(hands, "visit.name")


def test_a_visit_section_and_tab_are_found_again(hands: Hands) -> None:
    """Two visits open, the second in care, without a field."""
    hands.press("N Ctrl+N 4")
    code = hands.visit.code
    hands.lock()
    hands.unlock()
    hands.press("W")
    hands.settle()

    assert (hands.visit.code, hands.page.section) == (code, Section.CARE)
    assert len(hands.visit.care) == 1


def test_an_incident_that_was_half_typed_at_the_lock_stays_one(hands: Hands) -> None:
    """Two locks in the middle of one sentence leave one incident, whole."""
    begin(hands, "F4", "close.more.incident", "A window")
    hands.lock()
    hands.unlock()
    hands.type(" bro")
    hands.lock()
    hands.unlock()
    hands.type("ke")
    hands.press("Enter")
    hands.settle()
    shift = hands.session.desk.shift

    assert shift is not None
    assert [incident.text for incident in shift.incidents] == ["A window broke"]


def test_a_private_note_goes_on_after_the_lock_as_the_same_note(hands: Hands) -> None:
    """Half a note to the lead, the lock, and the other half: one note, in view, with the keyboard in it."""
    hands.press("N A 6 G O")
    hands.type("A man followed her, tall, grey hoo")
    hands.lock()
    hands.unlock()
    hands.type("d")
    hands.page.flush()
    hands.settle()
    (note,) = hands.stored()[0].notes
    field = seen(hands, "safeguarding.ask.note_safeguarding")

    assert note.text == "A man followed her, tall, grey hood"
    assert text_of(field) == note.text
    assert (
        hands.page.scroller.viewport()
        .rect()
        .intersects(field.rect().translated(field.mapTo(hands.page.scroller.viewport(), field.rect().topLeft())))
    )


def test_a_private_note_goes_on_after_the_veil_as_the_same_note(hands: Hands) -> None:
    """A minute of thought in the middle of a note begins no other one."""
    hands.press("N A 6 G O")
    hands.type("A tall man, grey h")
    cover(hands)
    hands.type("ood")
    hands.page.flush()
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["A tall man, grey hood"]


def test_a_private_note_goes_on_when_nobody_took_over(hands: Hands) -> None:
    """F9 and Escape lead back to the very letter."""
    hands.press("N A 6 G O")
    hands.type("A tall man, grey hoo")
    hands.press("F9 Esc d")
    hands.page.flush()
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["A tall man, grey hood"]
