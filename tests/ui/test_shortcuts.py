"""The table of keys: no key means two things in one place, and every key has its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mavis.domain.care import CareKind
from mavis.domain.outcome import Outcome
from mavis.system.wording import all_words
from mavis.ui import letters as letter_table
from mavis.ui.shortcuts import TABLE, Place, install, key_list, keys_of, letters, shortcuts
from tests.ui.looks import activate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("place", Place)
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    """Neither in the place nor together with the keys that count everywhere or in the whole visit."""
    around = [] if place is Place.EVERYWHERE else list(shortcuts(Place.EVERYWHERE))
    keys = Counter(row.keys for row in [*shortcuts(place), *around])

    assert [key for key, count in keys.items() if count > 1] == []


def test_letters_of_a_section_are_none_of_the_visit_s_digits() -> None:
    """A section may use 0 for its own "not known", and no other key of the whole visit."""
    of_the_visit = {row.keys for row in shortcuts(Place.VISIT)} - {"0"}
    of_sections = {row.keys for row in TABLE if row.action in letters()}

    assert of_the_visit & of_sections == set()


def test_every_key_is_one_that_qt_knows_and_has_words() -> None:
    """A sequence that Qt cannot read would never fire; an action without words would leave a hole in the F1 list."""
    assert [row.keys for row in TABLE if QKeySequence(row.keys).isEmpty()] == []
    assert [row.label for row in TABLE if row.label not in all_words()] == []


def test_every_outcome_and_every_kind_of_care_has_a_letter() -> None:
    """The codes are the domain's; no answer of these two can be reached by mouse only."""
    assert set(letter_table.ANSWERS["leaving.outcome"]) == {outcome.value for outcome in Outcome}
    assert set(letter_table.ANSWERS["care.given"]) == {kind.value for kind in CareKind}


def test_arrival_uses_all_26_letters() -> None:
    """As the design says: nothing is left over."""
    assert sorted(row.keys for row in shortcuts(Place.ARRIVAL)) == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_reference_letters_join_the_answers() -> None:
    """The red flags bring their own."""
    assert letters({"triage.flag.fit": "S"})["triage.flag.fit"] == "S"
    assert letters()["leaving.outcome.taxi"] == "X"


def test_a_key_is_found_by_its_action() -> None:
    """For key caps; an action that nobody wrote is an error."""
    assert keys_of("everywhere.lock") == "Ctrl+L"
    with pytest.raises(KeyError):
        keys_of("everywhere.nothing")


def test_the_list_says_what_each_key_does() -> None:
    """In the order of the table, in words."""
    listed = key_list(Place.EVERYWHERE, Place.BOARD)

    assert listed[0] == ("F1", all_words()["shortcuts.everywhere.keys"])
    assert ("N", all_words()["shortcuts.board.new_visit"]) in listed


def test_an_installed_key_acts_and_typing_a_letter_does_not(qtbot: QtBot) -> None:
    """N opens a visit from the page, but is a letter in a field."""
    page = QWidget()
    qtbot.addWidget(page)
    field = QLineEdit(page)
    acted: list[str] = []
    install(page, Place.BOARD, {"new_visit": lambda: acted.append("new")})
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    activate(qtbot, page)
    page.setFocus()

    QTest.keyClick(page, Qt.Key.Key_N)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_N)

    assert acted == ["new"]
    assert field.text() == "n"


def test_an_act_without_a_row_is_an_error(qtbot: QtBot) -> None:
    """A slip in an action's id is found at the start, not by a key that does nothing."""
    page = QWidget()
    qtbot.addWidget(page)

    with pytest.raises(KeyError):
        install(page, Place.BOARD, {"nothing": page.hide})
