"""What the four questions point to: one no is enough, four yes are needed, and nothing is guessed."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.capacity import what_it_points_to
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import CanDecide, CapacityNote
from tests.builders import at

if TYPE_CHECKING:
    from collections.abc import Sequence

ANSWERS = (True, False, NoAnswer.NOT_KNOWN, NoAnswer.REFUSED, None)


def _note(four: Sequence[bool | NoAnswer | None]) -> CapacityNote:
    understands, remembers, weighs_up, says = four
    return CapacityNote(None, at("22:00"), "crew-1", understands, remembers, weighs_up, says)


def test_every_table_of_answers() -> None:
    """All 625 of them, as the Act has it."""
    for four in product(ANSWERS, repeat=4):
        expected: CanDecide | None = CanDecide.NOT_SURE
        if False in [answer for answer in four if isinstance(answer, bool)]:
            expected = CanDecide.NO
        elif None in four:
            expected = None
        elif four == (True, True, True, True):
            expected = CanDecide.YES
        assert what_it_points_to(_note(four)) is expected, four


@given(st.permutations([True, True, NoAnswer.NOT_KNOWN, False]))
def test_the_order_does_not_matter(four: list[bool | NoAnswer]) -> None:
    """No question weighs more than another."""
    assert what_it_points_to(_note(four)) is CanDecide.NO
