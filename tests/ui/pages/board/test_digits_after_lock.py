"""The digit that opens a card is the same before and after a lock, whoever has come and gone meanwhile."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from mavis.ui.widgets.card import Card

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def digits(hands: Hands) -> dict[str, str]:
    """The digit of each card of the board, by the code of the visit."""
    cards = [card for card in hands.window.findChildren(Card) if card.isVisible()]
    return {card.view.code: card.view.digit for card in cards}


@pytest.mark.parametrize("happens", list(permutations(("1 7 A Enter", "2 7 A Enter", "N R Esc"))))
def test_digits_outlast_a_lock(hands: Hands, happens: tuple[str, ...]) -> None:
    """In whatever order two go and one comes: after each lock every card has the digit of before, and it opens it."""
    hands.press("N D Esc N H Esc N W Esc")
    for keys in happens:
        hands.press(keys)
        before = digits(hands)
        hands.settle()
        hands.lock()
        hands.unlock()
        assert digits(hands) == before
    for code, digit in before.items():
        hands.press(digit)
        assert hands.visit.code == code
        hands.press("Esc")
