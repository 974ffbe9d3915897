"""How somebody left and what they were told to do: what no longer applies is not shown as chosen, and not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.outcome import Outcome
from mavis.system.wording import words
from mavis.ui.widgets.chip_grid import ChoiceGrid

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def advised(hands: Hands) -> tuple[str, ...]:
    """What stands as chosen among what they were told to do."""
    grid = hands.page.form.grids["leaving.advised"]
    return grid.chosen_codes if isinstance(grid, ChoiceGrid) else ()


def test_a_taxi_that_is_chosen_does_not_read_as_with_a_friend(hands: Hands) -> None:
    """The hint helps to choose; it is back when another way of leaving is chosen."""
    hands.press("N D 7")
    grid = hands.page.form.grids["leaving.outcome"]
    assert isinstance(grid, ChoiceGrid)
    taxi = grid.chip("taxi")
    hint = words("chips.instead.leaving.outcome.taxi", key="F")

    assert taxi.accessibleDescription() == hint
    hands.press("X")
    assert (taxi.isChecked(), taxi.accessibleDescription()) == (True, "")
    hands.press("B")
    assert taxi.accessibleDescription() == hint


def test_advice_that_they_took_is_none_instead_and_comes_back_with_another_way(hands: Hands) -> None:
    """Told to go home with a friend, and then they did so; by taxi it is advice that they did not take."""
    hands.press("N D 7 X . F")
    assert advised(hands) == ("home_with_friend_family",)
    hands.press("7 F")

    assert hands.visit.outcome is Outcome.HOME_WITH_FRIEND_FAMILY
    assert advised(hands) == ()
    hands.press("X")
    assert advised(hands) == ("home_with_friend_family",)


def test_advice_that_is_how_they_left_is_told_to_be_none_instead(hands: Hands) -> None:
    """The press is answered in words and nothing looks chosen."""
    hands.press("N D 7 F . F")

    assert advised(hands) == ()
    assert hands.message.startswith("Home with friend or family: they left just so.")
