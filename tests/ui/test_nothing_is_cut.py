"""Every page in every state at every size of text: what is drawn is whole, in its place, and fit for gloves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.walked import Walked


def test_nothing_is_cut_covered_or_too_small_anywhere(walked: Walked) -> None:
    """Every state at 100, 125, 150 and 200 %, at 1366 by 768."""
    assert [fault for stop in walked.stops for fault in stop.drawn_badly] == []
