"""The counters of the close unfold where a hand with a mouse sees the last of them, and the button below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollBar

from mavis.system.wording import words
from mavis.ui.pages.close_shift.page import CloseShiftPage
from mavis.ui.widgets.row import ActionRow
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def _at_close(hands: Hands) -> CloseShiftPage:
    """The close of a night with one visit and no counter touched."""
    hands.press("N D 2 G Esc")
    hands.session.workplace.go_to("close")
    (page,) = hands.window.findChildren(CloseShiftPage)
    hands.until(lambda: page.form.missing.something)
    return page


def _asked_to_count(hands: Hands) -> CloseShiftPage:
    """The close, with its counters unfolded by a click."""
    page, title = _at_close(hands), words("close.action.tally_not_counted")
    hands.click(next(row for row in page.findChildren(ActionRow) if title in row.accessibleName()))
    return page


def test_one_click_shows_all_counters_and_what_stands_below_them(hands: Hands) -> None:
    """The page scrolls until the fields and their button are seen whole."""
    answers = _asked_to_count(hands).form.missing.answers

    hands.until(lambda: answers.visibleRegion().boundingRect() == answers.rect())


def test_the_key_of_what_is_missing_shows_its_title_too(hands: Hands) -> None:
    """However far down the page was scrolled."""
    page = _at_close(hands)
    bar = next(one for one in page.form.findChildren(QScrollBar) if one.maximum() > 0)
    bar.setValue(bar.maximum())
    hands.press("Ctrl+M")
    title = next(one for one in page.form.missing.findChildren(TextLabel) if one.text() == page.form.missing.title)

    hands.until(lambda: title.visibleRegion().boundingRect() == title.rect())


def test_a_look_that_comes_back_behind_the_close_leaves_the_counters(hands: Hands) -> None:
    """The desk holds no counters any more; the fields show what was counted until their page is gone."""
    page = _asked_to_count(hands)
    hands.type("3")
    hands.press("Enter")
    hands.settle()
    counted = [field.text for field in page.form.missing.answers.fields.values()]
    hands.session.desk.fill(None, (), ())
    page.form.show_missing()

    assert "3" in counted
    assert [field.text for field in page.form.missing.answers.fields.values()] == counted
