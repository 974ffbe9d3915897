"""One thing has one name: on the screen, on the board, in the exports and on paper."""

from __future__ import annotations

import pytest

from mavis.domain.record.care import CareKind
from mavis.domain.record.outcome import Outcome
from mavis.system.wording import has_words, label, words


@pytest.mark.parametrize("outcome", Outcome)
def test_how_somebody_left_has_one_name(outcome: Outcome) -> None:
    """A short form on the board or in a narrow column leaves words out and brings no other ones in."""
    name = label(outcome)
    assert words(f"chips.leaving.outcome.{outcome.value}") == name
    for short in (f"board.left_by.{outcome.value}", f"print.short.outcome.{outcome.value}"):
        if has_words(short):
            assert set(words(short).casefold().split()) <= set(name.casefold().replace(",", "").split()) | {"gp,"}, (
                short
            )


def test_no_two_things_share_a_name() -> None:
    """What was done for somebody is not said in the words of how they left."""
    care = {words(f"chips.care.given.{kind.value}") for kind in CareKind if has_words(f"chips.care.given.{kind.value}")}
    left = [label(outcome) for outcome in Outcome]

    assert care.isdisjoint(left)
    assert len(set(left)) == len(left)
