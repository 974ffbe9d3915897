"""Under a note stands which key begins a line and which ends it, as long as the note has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.pages.shared.note_way import NoteWay

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.mark.parametrize("keys", ["N Ctrl+T", "N A 6 G O"])
def test_a_note_says_how_it_is_ended(hands: Hands, keys: str) -> None:
    """Enter begins a line, and Esc, as is said, leads out of it; then nothing is said any more."""
    hands.press(keys)
    note = hands.focused
    (way,) = [one for one in hands.page.findChildren(NoteWay) if one.text()]
    assert way.isVisible()
    assert note.accessibleDescription() == way.text()
    assert "Esc" in way.text()
    hands.type("One")
    hands.press("Enter")
    hands.type("two")
    hands.press("Esc")
    hands.settle()

    assert [kept.text for kept in hands.stored()[0].notes] == ["One\ntwo"]
    assert way.text() == ""
