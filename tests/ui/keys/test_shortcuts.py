"""The table of keys: no key means two things on a page, every key has its words, and the sheet of F1 is whole."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from mavis.domain.record.care import CareKind
from mavis.domain.record.outcome import Outcome
from mavis.system.reference import load_reference
from mavis.system.wording import all_words, words
from mavis.ui.keys import letters as letter_table
from mavis.ui.keys.letters_rows import ROWS, row_letters
from mavis.ui.keys.shortcuts import (
    LOCKED,
    Place,
    install,
    is_shortcut,
    key_group,
    keys_of,
    letters,
    shortcuts,
    single_keys,
    table,
)
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.questions import flag_letters, questions
from mavis.ui.presenters.visit.safety.assault import assault_part
from mavis.ui.presenters.visit.safety.capacity import capacity_part
from mavis.ui.presenters.visit.safety.refusal import refusal_part
from mavis.ui.presenters.visit.safety.spiking import spiking_part
from tests.ui.looks import activate

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SECTIONS = {section.value for section in Section}


def all_keys(place: Place) -> list[str]:
    """Every key that counts on a page, with those around it, of its sheet and of the reference data."""
    reference = load_reference()
    found = [key for row in shortcuts(place) for key in single_keys(row.keys)]
    if place not in (Place.EVERYWHERE, *LOCKED):
        found += [row.keys for row in shortcuts(Place.EVERYWHERE)]
    if place.value in SECTIONS:
        own = set(found)
        found += [row.keys for row in shortcuts(Place.VISIT) if row.keys not in own & {"0"}]
    if place is Place.TRIAGE:
        found += flag_letters(reference.flags).values()
    if place is not Place.HELP:
        found.append(keys_of("help.manual"))
    if place is Place.BOARD:
        found += [kind.key for kind in reference.tallies if kind.key]
    return found


@pytest.mark.parametrize("place", Place)
def test_no_key_means_two_things_on_a_page(place: Place) -> None:
    """Nor together with the keys that count everywhere, in the whole visit, or come from the reference data.

    A section may use 0 for its own "not known".
    """
    assert [key for key, count in Counter(all_keys(place)).items() if count > 1] == []


def test_every_key_is_one_that_qt_knows_and_has_words() -> None:
    """A sequence that Qt cannot read would never fire; an action without words would leave a hole in the sheet."""
    singles = [key for row in table() for key in single_keys(row.keys)]

    assert [key for key in singles if QKeySequence(key).isEmpty()] == []
    assert [row.label for row in table() if row.label not in all_words()] == []


def test_every_outcome_and_every_kind_of_care_has_a_letter() -> None:
    """The codes are the domain's; no answer of these two can be reached by mouse only."""
    assert set(letter_table.ANSWERS["leaving.outcome"]) == {outcome.value for outcome in Outcome}
    assert set(letter_table.ANSWERS["care.given"]) == {kind.value for kind in CareKind}


def test_every_answer_of_a_visit_has_a_key() -> None:
    """Of each question of the page and of each part of safety; no answer is for the mouse alone."""
    reference = load_reference()
    known = letters(flag_letters(reference.flags))
    asked = list(questions(reference.flags, tuple(area.code for area in reference.beat_areas)))
    for part in (assault_part(()), spiking_part(), refusal_part(()), capacity_part()):
        asked += part.questions
    bare = [
        f"{question.id}.{code}"
        for question in asked
        for code in question.codes
        if f"{question.id}.{code}" not in known | row_letters(question.id, question.codes)
    ]
    assert bare == []


def test_within_a_row_with_letters_of_its_own_no_key_stands_twice() -> None:
    """Nor does one mean a section, or a key of the whole visit besides 0 and 9."""
    taken = {row.keys for row in (*shortcuts(Place.VISIT), *shortcuts(Place.EVERYWHERE))} - {"0", "9"}
    for name in ROWS:
        keys = list(row_letters(name, [str(at) for at in range(26)]).values())
        assert sorted(set(keys)) == sorted(keys), name
        assert not taken & set(keys)


def test_arrival_uses_all_26_letters() -> None:
    """As the design says: nothing is left over, so that the key of the main need is a sign."""
    assert sorted(row.keys for row in shortcuts(Place.ARRIVAL)) == list("*ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def test_reference_letters_join_the_answers() -> None:
    """The red flags bring their own."""
    assert letters({"triage.flag.fit": "S"})["triage.flag.fit"] == "S"
    assert letters()["leaving.outcome.taxi"] == "X"


def test_a_key_is_found_by_its_action() -> None:
    """For key caps; an action that nobody wrote is an error."""
    assert keys_of("everywhere.lock") == "Ctrl+L"
    with pytest.raises(KeyError):
        keys_of("everywhere.nothing")


@pytest.mark.parametrize("place", Place)
def test_the_sheet_is_whole_and_speaks_of_enter(place: Place) -> None:
    """Each key of the place stands in it with its words; nobody's keyboard says Return, and nine digits are a span."""
    group = key_group(place, [("W", "Water")])
    said = " ".join(keys for keys, _ in group.rows)

    assert group.title == words(f"shortcuts.place.{place.value}")
    assert len(group.rows) == len(shortcuts(place)) + 1
    assert group.rows[-1] == ("W", "Water")
    assert "Return" not in said
    assert "1 2 3 4 5 6 7 8 9" not in said


def test_a_row_of_keys_is_many_keys() -> None:
    """A span, the letters of the crew, and one key with a modifier."""
    assert single_keys("1-9") == tuple("123456789")
    assert single_keys(letter_table.CREW_KEYS) == tuple("QWERTYUIOP")
    assert single_keys("Ctrl+K") == ("Ctrl+K",)


def a_page(qtbot: QtBot, acted: list[str]) -> QWidget:
    """A page that hears N for a new visit."""
    page = QWidget()
    qtbot.addWidget(page)
    install(page, Place.BOARD, {"new_visit": lambda: acted.append("new")})
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return page


def test_an_installed_key_acts_and_typing_a_letter_does_not(qtbot: QtBot) -> None:
    """N opens a visit from the page, but is a letter in a field."""
    acted: list[str] = []
    page = a_page(qtbot, acted)
    field = QLineEdit(page)
    activate(qtbot, page)
    page.setFocus()

    QTest.keyClick(page, Qt.Key.Key_N)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_N)

    assert acted == ["new"]
    assert field.text() == "n"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_is_both_of_its_keys(qtbot: QtBot, key: Qt.Key) -> None:
    """The large one, and the one beside the figures."""
    acted: list[str] = []
    page = QWidget()
    qtbot.addWidget(page)
    install(page, Place.CLOSE, {"close": lambda: acted.append("closed")})
    activate(qtbot, page)
    QTest.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)

    assert acted == ["closed"]


def test_an_act_without_a_row_is_an_error(qtbot: QtBot) -> None:
    """A slip in an action's id is found at the start, not by a key that does nothing."""
    page = QWidget()
    qtbot.addWidget(page)

    with pytest.raises(KeyError):
        install(page, Place.BOARD, {"nothing": page.hide})


@pytest.mark.parametrize(
    ("key", "modifiers", "is_one"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier, False),
    ],
)
def test_which_keys_are_shortcuts(key: Qt.Key, modifiers: Qt.KeyboardModifier, is_one: bool) -> None:
    """Those that may be used while something lies over the page, and no letters."""
    assert is_shortcut(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) is is_one
