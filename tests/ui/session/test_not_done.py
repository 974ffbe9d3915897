"""A message that says why something was not done has its own mark, and is announced so; what was done has a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words
from tests.ui.everyone.announced import listening

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_MARK = words("widgets.not_done")


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("Ctrl+Z", words("undo.nothing_undone")),
        ("N Esc 5", words("screens.said.on_no_card", digit="5")),
        ("N H D 2 U R 7 F Enter", words("visit.emergency.open", names="Unresponsive")),
        ("N D 2 G 7 A Enter R 1 H", words("visit.said.is_finished")),
        ("N 6 C Z", words("alcohol.said.no_answer", key="Z")),
    ],
)
def test_what_was_not_done_has_its_own_mark(hands: Hands, keys: str, why: str) -> None:
    """Undo with nothing left, a digit on no card, a visit that is asked about or shut, a letter that is no answer."""
    with listening() as heard:
        hands.press(keys)
    slot = hands.window.status.slot

    assert hands.message.startswith(why)
    assert slot.accessibleDescription() == _MARK
    assert heard[-1].words == words("widgets.not_done_said", why=why)


def test_what_was_done_has_none(hands: Hands) -> None:
    """Also right after something that was not."""
    hands.press("Ctrl+Z N D")

    assert hands.window.status.slot.accessibleDescription() == ""


def test_words_where_letters_say_how_they_left_are_not_finished(hands: Hands) -> None:
    """It asks, and Undo is offered all the same."""
    hands.press("N D 2 G 7")
    hands.type("taxi")
    hands.press("Enter")

    assert hands.message.startswith(words("visit.said.leaving_word"))
    assert hands.message.endswith(words("window.undo"))
    assert hands.window.status.slot.accessibleDescription() == _MARK
