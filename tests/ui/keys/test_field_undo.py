"""Undo and redo from wherever the keyboard is: across fields, saves and visits, each step with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words
from mavis.ui.pages.shared.typing import PAUSE_MS
from tests.ui.windows import rest

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_ctrl_z_in_an_empty_field_takes_the_last_step_back(hands: Hands) -> None:
    """A need was ticked, the name has the keyboard and no letter yet."""
    hands.press("N D / Ctrl+Z")

    assert hands.visit.needs == ()
    assert hands.message.startswith(words("undo.undone_on", code="K1", done="need drunk"))


def test_letters_go_first_and_then_what_was_done_before_them(hands: Hands) -> None:
    """Typed and saved, undone by the field itself, and then the need."""
    hands.press("N D /")
    hands.type("Wren")
    rest(hands, 2 * PAUSE_MS)
    name = hands.focused
    assert isinstance(name, QLineEdit)
    while name.isUndoAvailable():
        hands.press("Ctrl+Z")
        assert hands.visit.needs
    while hands.visit.needs:
        hands.press("Ctrl+Z")
    hands.settle()

    assert (hands.stored()[0].name, hands.stored()[0].needs) == ("", ())


def test_steps_go_back_across_visits_and_saves_and_come_again(hands: Hands) -> None:
    """Twelve steps in three visits, all on the disk; back to nothing by Undo, and all there again by both keys."""
    for _ in range(3):
        hands.press("Ctrl+N D H S A")
    hands.press("F2")
    hands.settle()
    for _ in range(12):
        hands.press("Ctrl+Z")
    hands.settle()
    assert [visit.needs for visit in hands.stored()] == [(), (), ()]
    assert hands.message == words("undo.undone_on", code="K1", done="need drunk")
    for _ in range(6):
        hands.press("Ctrl+Y Ctrl+Shift+Z")
    hands.settle()

    assert {len(visit.needs) for visit in hands.stored()} == {4}
    assert hands.stored()[2].needs[-1] is Presentation.ASSAULT


def test_a_typed_name_is_one_step_and_undo_goes_on_by_mouse(hands: Hands) -> None:
    """Saved three times while it was typed; the bar offers one step after the other."""
    hands.press("N D /")
    for part in ("Wr", "e", "n"):
        hands.type(part)
        rest(hands, PAUSE_MS + 50)
    hands.press("Enter Esc")
    hands.settle()
    for _ in range(2):
        hands.click(hands.window.status.slot)
        hands.until(lambda: not hands.shown.tasks.busy)
    hands.settle()
    (visit,) = hands.stored()

    assert (visit.name, visit.needs) == ("", ())


def test_the_line_shows_the_key_of_undo_only_while_it_does_what_the_line_says(hands: Hands) -> None:
    """Letters of a field go first, and while there are any the bottom line names no key for the step before."""
    slot = hands.window.status.slot
    hands.press("N C /")
    assert slot.keys == "Ctrl+Z"
    hands.type("W")
    assert slot.keys == ""
    hands.press("Ctrl+Z")
    assert (slot.keys, hands.visit.needs) == ("Ctrl+Z", (Presentation.COLD,))
    hands.type("W")
    hands.press("Enter")
    assert slot.keys == "Ctrl+Z"
    hands.press("Ctrl+T")
    hands.type("x")
    assert slot.keys == ""
    hands.lock()
    assert slot.keys == ""
