"""Times and sums that are typed at the close: what cannot be read is said, and no paper says something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.system.wording import words
from tests.ui.pages.close_shift.test_close_shift import hold_to_close
from tests.ui.scheme import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.pages.close_shift.page import CloseShiftPage
    from mavis.ui.presenters.desk.tonight import Desk


def test_hours_are_typed_over(qtbot: QtBot, page: CloseShiftPage, desk: Desk) -> None:
    """A wrong one says whose it is and keeps the words; the right one is kept."""
    until = next(
        line
        for line in page.findChildren(QLineEdit)
        if line.accessibleName() == words("close.crew.until", name="Dev P.")
    )
    until.setFocus()
    press("25\r")
    assert (until.text(), until.property("state")) == ("25", "error")
    until.setFocus()
    until.selectAll()
    press("2220\r")

    assert until.text() == "22:20"
    assert page.form.crew.hours.lines()[1].hours == "0 h 20"


@pytest.mark.parametrize("name", ["until", "cost"])
def test_what_cannot_be_read_is_put_right_before_the_shift_is_closed(
    qtbot: QtBot, page: CloseShiftPage, desk: Desk, name: str
) -> None:
    """The paper would silently say the old time: it is in view, has the keyboard, and says what to type."""
    until = words("close.crew.until", name="Dev P.")
    fields = {line.accessibleName(): line for line in page.form.crew.findChildren(QLineEdit)}
    field, right = (fields[until], "2220") if name == "until" else (page.form.more.cost.edit, "12")
    field.setFocus()
    press("a lot")
    page.form.notes.area.setFocus()
    with qtbot.waitSignal(page.trouble) as told:
        page.form.close_wanted.emit()
    assert told.args[0] in {label.text() for label in page.findChildren(QLabel) if label.isVisible()}
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
    assert (field.hasFocus(), field.text(), desk.shift is not None) == (True, "a lot", True)
    press(right)

    hold_to_close(qtbot, page)
