"""Words without a code, typed into the list of commands or the quick line: the nearest answer, and every word kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words
from mavis.ui.pages.help.palette import Palette

if TYPE_CHECKING:
    from tests.ui.windows import Hands

NO_CODE = ["vomiting", "puking", "who did it not known", "gone back to the club", "zebra on the pier"]


def _notes(hands: Hands) -> list[str]:
    hands.settle()
    return [note.text for note in hands.stored()[0].notes]


@pytest.mark.parametrize("typed", NO_CODE)
def test_what_is_typed_into_the_commands_can_be_kept_in_the_visit(hands: Hands, typed: str) -> None:
    """The last line but the way to people writes every word down, and one undo takes it back."""
    hands.press("N D Ctrl+K")
    hands.type(typed)
    hands.press("Up Up Enter")
    assert _notes(hands) == [typed]
    hands.page.setFocus()
    hands.press("Ctrl+Z")

    assert _notes(hands) == []


@pytest.mark.parametrize("typed", NO_CODE)
def test_what_is_typed_into_the_quick_line_is_kept(hands: Hands, typed: str) -> None:
    """Every word stands in the note of the visit, in its order, whatever was understood."""
    hands.press("N D =")
    hands.type(f"20s {typed}")
    hands.press("Enter")

    assert typed in _notes(hands)[0]


def test_the_words_of_a_command_are_not_offered_as_a_note(hands: Hands) -> None:
    """Whoever looks for a command by its own words finds commands alone, and the board keeps nothing."""
    hands.press("N D Ctrl+K")
    hands.type("write a note")
    assert not [row for row in _rows(hands) if row.startswith("Add to K1")]
    hands.press("Esc Esc")
    hands.until(lambda: not hands.window.findChildren(Palette))
    hands.press("Ctrl+K")
    hands.type("zebra on the pier")

    assert _rows(hands) == []


def _rows(hands: Hands) -> list[str]:
    (palette,) = hands.window.findChildren(Palette)
    return [command.name for command in palette.presenter.find(palette.field.text()).commands]


def test_the_nearest_need_and_the_nearest_way_of_leaving_are_found(hands: Hands) -> None:
    """Vomiting is *Poorly*; back to the club is *Walked on or to friends*; who did it is in the part on assault."""
    hands.press("N D Ctrl+K")
    hands.type("vomiting")
    hands.press("Enter")
    assert Presentation.MEDICAL_ILLNESS in hands.visit.needs
    hands.press("Ctrl+K")
    hands.type("back to the club")
    hands.press("Enter")

    assert str(hands.visit.outcome) == "rejoined_friends"
    assert hands.message.startswith("Outcome") or words("chips.leaving.outcome.rejoined_friends") in hands.message
