"""A place that is typed into the field of a time is told at once, and nobody is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.widgets.field import Note
from tests.ui.scheme import press

if TYPE_CHECKING:
    from mavis.ui.pages.start_shift.page import StartShiftPage


def said(page: StartShiftPage) -> list[str]:
    """What is said below the fields."""
    return [note.sentence for note in page.form.fields.findChildren(Note) if note.isVisible()]


def test_an_address_in_the_field_of_a_time_is_told_at_its_first_letter(page: StartShiftPage) -> None:
    """Enter went from one time to the next, not to the place; the keyboard stays, and so does what was typed."""
    press(keys_of("start.start") + "22:30\r" + "4 ")
    end = page.form.fields.fields["end"]
    assert said(page) == []
    press("H")
    assert said(page) == [words("start.error.time")]
    press("igh St")

    assert (end.text, end.edit.hasFocus(), said(page)) == ("4 High St", True, [words("start.error.time")])
    end.edit.selectAll()
    press("04")
    assert said(page) == []
    press("00\r")
    assert (end.text, page.form.fields.fields["parked_at"].edit.hasFocus()) == ("04:00", True)


def test_half_a_time_and_any_place_are_let_be(page: StartShiftPage) -> None:
    """Nothing is wrong with 2, 22 and 22:, nor with words where words belong."""
    press(keys_of("start.start"))
    for key in "22:30":
        press(key)
        assert said(page) == []
    page.begin_button.setFocus()
    press(keys_of("start.parked_at") + "4 High St")
    assert said(page) == []
