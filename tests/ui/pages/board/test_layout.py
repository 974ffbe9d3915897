"""Where the parts of the board stand, from the first picture on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.ui.pages.board.page import BoardPage
from mavis.ui.pages.board.tally_strip import TallyStrip

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_the_counters_have_their_place_before_they_are_painted(hands: Hands) -> None:
    """A board that is shown for the first time is painted at once: no counter stands squashed in its corner."""
    page = BoardPage(hands.shown.keeper, hands.session.board, hands.window)
    page.resize(1214, 712)
    page.show()
    (counters,) = page.findChildren(TallyStrip)

    assert (counters.isVisible(), counters.y() > 600, counters.width() > 800) == (True, True, True)
    page.deleteLater()
