"""The counters of the close unfold where a hand with a mouse sees the last of them, and the button below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.close_shift.page import CloseShiftPage
from mavis.ui.widgets.row import ActionRow

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_one_click_shows_all_counters_and_what_stands_below_them(hands: Hands) -> None:
    """The page scrolls until the fields and their button are seen whole."""
    hands.press("N D 2 G Esc")
    hands.session.workplace.go_to("close")
    (page,) = hands.window.findChildren(CloseShiftPage)
    title = words("close.action.tally_not_counted")
    hands.until(lambda: page.form.missing.something)
    hands.click(next(row for row in page.findChildren(ActionRow) if title in row.accessibleName()))
    answers = page.form.missing.answers

    hands.until(lambda: answers.visibleRegion().boundingRect() == answers.rect())
