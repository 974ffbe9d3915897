"""Several helpers are added one after the other: each name finds an empty form, and no stray key starts the shift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from mavis.domain.access.roles import Duty
from mavis.domain.errors import StorageError
from mavis.system.wording import words
from mavis.ui.pages.start_shift.page import StartShiftPage
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Note

if TYPE_CHECKING:
    import pytest

    from tests.ui.windows import Hands


def start_page(hands: Hands) -> StartShiftPage:
    """The start of the shift.

    Raises:
        TypeError: another page is shown.
    """
    page = hands.session.workplace.page
    if not isinstance(page, StartShiftPage):
        raise TypeError(page)
    return page


def test_names_typed_on_and_on_are_all_added(before_the_night: Hands) -> None:
    """Not a letter of a name ticks an event, and not a space of one begins the night."""
    hands = before_the_night
    page = start_page(hands)
    hands.click(hands.button(words("start.add_somebody")))
    for name in ("Priya S.", "Tomasz W.", "Aled J."):
        hands.type(name)
        hands.press("Enter Enter F Enter")
        assert hands.focused is page.form.add.name.edit
    hands.settle()
    assert page.form.add.isVisible()
    assert page.form.add.name.edit.placeholderText() == words("start.add.next_hint")
    assert hands.session.session.shifts.current() is None

    hands.press("Enter")
    assert not page.form.add.isVisible()
    assert hands.focused is page.begin_button
    assert hands.message == words("start.add.added", name="Aled J.")  # nothing of a next name, for Enter starts now
    hands.press("Enter")
    hands.until(lambda: hands.session.desk.shift is not None)

    shift = hands.session.session.shifts.current()
    assert shift is not None
    assert [(one.name, one.duty) for one in shift.crew] == [
        (name, Duty.FIRST_AID) for name in ("Priya S.", "Tomasz W.", "Aled J.")
    ]
    assert shift.events == ()


def test_the_next_name_is_typed_while_the_last_is_on_its_way(before_the_night: Hands) -> None:
    """The cursor waits for no disk; the empty field tells how it goes on."""
    hands = before_the_night
    page = start_page(hands)
    hands.click(hands.button(words("start.add_somebody")))
    hands.type("Priya S.")
    hands.press("Enter Enter F")
    page.form.add.ask()
    hands.type("Tom")
    hands.settle()

    assert page.form.add.name.text == "Tom"
    assert hands.message == words("start.add.added", name="Priya S.")


def test_space_never_starts_a_shift(before_the_night: Hands) -> None:
    """It is in every name; the message bar says which key starts."""
    hands = before_the_night
    assert hands.focused is start_page(hands).begin_button
    hands.press("Space")
    QApplication.processEvents()
    hands.settle()

    assert hands.session.session.shifts.current() is None
    assert hands.message == words("start.not_by_space")


def test_somebody_who_could_not_be_added_is_given_back(
    before_the_night: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing typed is thrown away when the disk refuses it."""
    hands = before_the_night
    add = start_page(hands).form.add

    def refuse(*_anybody: object) -> None:
        raise StorageError("disk_full", free="0 MB")

    monkeypatch.setattr(hands.session.session.crew, "add", refuse)
    hands.click(hands.button(words("start.add_somebody")))
    hands.type("Priya S.")
    hands.press("Enter")
    hands.type("Street Angels")
    hands.press("Enter F Enter")
    hands.settle()

    assert (add.name.text, add.organisation.text) == ("Priya S.", "Street Angels")
    assert add.duty.chosen_codes == (Duty.FIRST_AID.value,)
    assert hands.focused is add.name.edit


def test_letters_at_the_roles_are_roles_or_nothing(before_the_night: Hands) -> None:
    """D and V stand beside an event and a thing of the kit, further down: neither is ticked; a role stays a role."""
    hands = before_the_night
    page = start_page(hands)
    hands.click(hands.button(words("start.add_somebody")))
    hands.type("Priya S.")
    hands.press("Enter Enter")

    def ticked() -> list[str]:
        grids = page.form.findChildren(ChoiceGrid)
        return [code for grid in grids if grid is not page.form.add.duty for code in grid.chosen_codes]

    before = ticked()
    for letter in ("D", "v", "1"):
        hands.press(letter)
        said = [note.sentence for note in page.form.add.findChildren(Note) if note.isVisible()]
        assert words("start.add.no_role", letter=letter.upper()) in said
    assert (ticked(), page.form.add.duty.chosen_codes) == (before, ())
    hands.press("F F")
    assert page.form.add.duty.chosen_codes == (Duty.FIRST_AID.value,)
    assert not [note for note in page.form.add.findChildren(Note) if note.isVisible() and note.sentence]
    hands.press("Enter")
    hands.settle()
    assert hands.message == words("start.add.added", name="Priya S.")
