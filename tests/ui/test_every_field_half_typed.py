"""Every field of a visit and of the lists of referrals and contacts: half typed, locked, unlocked, and still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mavis.system.wording import words
from mavis.ui.pages.visit.section_panel import NEVER_TYPED_AGAIN
from tests.ui.test_half_typed import seen, text_of

if TYPE_CHECKING:
    from tests.ui.windows import Hands

PLACES = [
    ("N D 1 .", "visit.here_since"),
    ("N H 2 Z", "visit.place"),
    ("N D 4 Ctrl+T", "visit.add_note"),
    ("N A 6 A", "safety.row.assault.at"),
    ("N S 6 S", "safety.row.spiking.at"),
    ("N 6 R", "safety.row.refusal.at"),
    ("N 6 C", "safety.row.capacity.why"),
    ("N A 6 G O", "safeguarding.ask.note_safeguarding"),
    ("N D 6 F P", "referrals.ask.chase_day"),
    ("N D 6 F P Esc F6 1", "referrals.ask.chase_day"),
    ("F7 1", "contacts.ask.note"),
    ("N D 7 X", "visit.left_at"),
]
"""The keys that lead to fields, and the one of them that is half typed at the lock."""


def _typed_into(hands: Hands) -> dict[str, str]:
    """What stands in each field that is seen, by its name; an observation is recorded at the lock, with its time."""
    return {one.accessibleName(): text_of(one) for one in _fields(hands)}


def _fields(hands: Hands) -> list[QLineEdit | QPlainTextEdit]:
    window = hands.window
    found: list[QLineEdit | QPlainTextEdit] = [*window.findChildren(QLineEdit), *window.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and not one.property(NEVER_TYPED_AGAIN)]


def _type(hands: Hands, key: str, text: str) -> None:
    field = seen(hands, key)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()
    hands.type(text)


@pytest.mark.parametrize(("keys", "last"), PLACES)
def test_words_of_every_field_come_back(hands: Hands, keys: str, last: str) -> None:
    """Words in all fields, half a word in the last one, where the keyboard is again."""
    hands.press(keys)
    half = "21" if last.endswith(".at") else "nex"
    for field in _fields(hands):
        if field.accessibleName() != words(last):
            field.setFocus(Qt.FocusReason.TabFocusReason)
            field.selectAll()
            hands.type("zebra")
    if last == "visit.add_note":  # it closed when it was left empty
        hands.press("Ctrl+T")
    _type(hands, last, half)
    before = _typed_into(hands)
    hands.lock()
    hands.unlock()

    assert _typed_into(hands) == before
    assert half in before.values()
    assert hands.focused is seen(hands, last)


def test_a_half_typed_day_stays_with_its_own_referral(hands: Hands) -> None:
    """Of two referrals the first is open; after the lock its day is typed to the end, and the other has none."""
    hands.press("N D 6 F P H Q")
    _type(hands, "referrals.ask.chase_day", "tomor")
    hands.lock()
    hands.unlock()
    hands.type("row")
    hands.press("Enter")
    hands.settle()
    police, crisis = hands.stored()[0].referrals

    assert (police.chase_on is None, crisis.chase_on) == (False, None)
