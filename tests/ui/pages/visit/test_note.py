"""A note of a visit: opened, ended, broken off and gone on with, by keys and by a click in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mavis.domain.record.care import CareKind
from mavis.system.wording import words
from mavis.ui.widgets.timeline import TimelineList
from tests.programs import a_program
from tests.ui.windows import Hands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.builders import SettableClock


def test_a_note_by_its_key_and_back_to_the_page(hands: Hands) -> None:
    """Ctrl+T opens it, Tab leaves it, and the words are in the timeline and the store."""
    hands.press("N Ctrl+T")
    assert isinstance(hands.focused, QPlainTextEdit)
    hands.type("Waits for her sister")
    hands.press("Tab")
    hands.press("Ctrl+T")
    hands.press("Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert [note.text for note in visit.notes] == ["Waits for her sister"]


def test_enter_at_the_end_of_a_note_is_no_part_of_it(hands: Hands) -> None:
    """Within the words a new line stays one."""
    hands.press("N Ctrl+T")
    hands.type("glass")
    hands.press("Enter")
    hands.type("in foot ")
    hands.press("Enter Enter Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert [note.text for note in visit.notes] == ["glass\nin foot"]


def test_two_notes_stay_two(hands: Hands) -> None:
    """What is written after the first one was closed is another note."""
    hands.press("N Ctrl+T")
    hands.type("first")
    hands.press("Esc 1 Ctrl+T")
    hands.type("second")
    hands.press("Esc")
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["first", "second"]


def test_a_half_note_is_finished_when_somebody_comes_back_to_the_visit(hands: Hands) -> None:
    """Somebody new came aboard in the middle of a word; it goes on there, or later from the button of the note."""
    hands.press("N Ctrl+T")
    hands.type("cut left pa")
    hands.press("Ctrl+N Ctrl+Tab")
    assert hands.visit.code == "K1"
    hands.type("lm on glass, cle")
    hands.page.setFocus()
    hands.press("Ctrl+N Ctrl+Tab")
    hands.button(words("visit.finish_note"))
    hands.press("Ctrl+T")
    hands.type("aned and dressed")
    hands.press("Esc")
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["cut left palm on glass, cleaned and dressed"]
    hands.button(words("visit.add_note"))


def test_a_click_on_ones_own_note_opens_it(hands: Hands) -> None:
    """Also one that was ended long ago; spaces around the words are no part of it. Other events open nothing."""
    hands.press("N Ctrl+T")
    hands.type(" waits for her sister ")
    hands.press("Esc Ctrl+T")
    hands.type("calm")
    hands.press("Esc")
    _click_on(hands, "waits for her sister")
    assert hands.focused.property("plainText") == "waits for her sister"
    hands.type(" Joan")
    hands.press("Esc")
    _click_on(hands, words("screens.timeline.arrived"))
    assert not isinstance(hands.focused, QPlainTextEdit)
    hands.settle()

    assert sorted(note.text for note in hands.stored()[0].notes) == ["calm", "waits for her sister Joan"]


def test_the_arrow_keys_and_enter_open_a_note_of_the_timeline(hands: Hands) -> None:
    """All that a click does is done by keys."""
    hands.press("N Ctrl+T")
    hands.type("calm")
    hands.press("Esc")
    hands.page.side.findChildren(TimelineList)[0].setFocus()
    hands.press("Down Up Enter")

    assert hands.focused.property("plainText") == "calm"


def _click_on(hands: Hands, said: str) -> None:
    (shown,) = hands.page.side.findChildren(TimelineList)
    model = shown.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    place = next(shown.visualRect(row) for row in rows if said in str(row.data()))
    middle = QPoint(place.width() // 2, place.center().y())
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QApplication.processEvents()


def test_a_half_note_waits_through_a_lock(hands: Hands) -> None:
    """Also that of a visit which nobody saw at the lock; an ended one does not wait."""
    hands.press("N Ctrl+T")
    hands.type("cut left palm on glass, cle")
    hands.press("Ctrl+N Ctrl+T")
    hands.type("calm")
    hands.press("Esc F2")
    hands.lock()
    hands.unlock()
    hands.press("2")
    assert hands.visit.code == "K2"
    hands.button(words("visit.add_note"))
    hands.press("Ctrl+Tab")
    hands.button(words("visit.finish_note"))
    hands.press("Ctrl+T")
    hands.type("aned")
    hands.press("Esc")
    hands.settle()

    first = next(visit for visit in hands.stored() if visit.code == "K1")
    assert [note.text for note in first.notes] == ["cut left palm on glass, cleaned"]


def test_a_note_that_was_broken_off_is_gone_on_with_after_a_start(
    hands: Hands, qtbot: QtBot, clock: SettableClock
) -> None:
    """Mavis ended in the middle of a word: the button says so, and its key goes on behind the last letter."""
    hands.press("N Ctrl+N Ctrl+T")
    hands.type("cut left pa")
    folder = hands.program.paths.root
    hands.window.close()
    again = Hands(qtbot, a_program(folder, clock))
    again.unlock()
    again.press("2")
    again.button(words("visit.finish_note"))
    again.press("Ctrl+T")
    again.type("lm")
    again.press("Esc")
    again.settle()
    kept = [note.text for visit in again.stored() for note in visit.notes]
    again.close()

    assert kept == ["cut left palm"]


def test_a_new_note_is_written_and_an_old_one_changed(hands: Hands) -> None:
    """The message says which of the two it was."""
    hands.press("N Ctrl+T")
    hands.type("first")
    hands.press("Esc")
    assert hands.message.startswith(words("visit.said.new_note"))

    presenter = hands.page.presenter
    presenter.note.end()
    presenter.note.take_up(hands.visit.notes[0].id)
    presenter.note.write("first and more")
    assert hands.message.startswith(words("visit.said.note"))


def test_up_in_an_empty_note_takes_the_last_one_to_correct_it(hands: Hands) -> None:
    """As Up does with the last observations; the field says so, and with words in it Up is an arrow."""
    hands.press("N Ctrl+T")
    assert words("visit.note_hint_last") not in hands.focused.property("placeholderText")
    hands.press("Up")
    hands.type("Waits for her sistr")
    hands.press("Esc Ctrl+T")
    assert hands.focused.property("placeholderText") == words("visit.note_hint_last")
    hands.press("Up Backspace")
    hands.type("er")
    hands.press("Esc")
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["Waits for her sister"]


def test_an_empty_note_closes_when_somebody_goes_on_elsewhere(hands: Hands) -> None:
    """By Tab, by a key of a field and by a click; not while the commands lie over the page, nor with words in it."""
    for way in ("Tab", "Shift+Tab", "Ctrl+B Esc"):
        hands.press("N Ctrl+T")
        hands.press(way)
        assert not hands.page.side.note.is_open, way
    hands.press("Ctrl+T Ctrl+K Esc")
    assert hands.focused is hands.page.side.note.area
    hands.type("calm")
    hands.press("Tab")

    assert hands.page.side.note.is_open


def test_the_last_note_is_found_by_command(hands: Hands) -> None:
    """Ctrl+K knows it by its name."""
    hands.press("N Ctrl+T")
    hands.type("calm")
    hands.press("Esc Ctrl+K")
    hands.type(words("shortcuts.visit.correct_note"))
    hands.press("Enter")

    assert hands.focused.property("plainText") == "calm"


def test_other_care_asks_what_was_done(hands: Hands) -> None:
    """The words go into the note and tick no other care."""
    hands.press("N 4 Z")
    assert hands.focused is hands.page.side.note.area
    assert hands.page.side.note.area.placeholderText() == words("visit.note_hint_care")
    hands.type("ankle bandaged")
    hands.press("Esc")
    hands.settle()

    (visit,) = hands.stored()
    assert [given.kind for given in visit.care] == [CareKind.OTHER]
    assert [note.text for note in visit.notes] == ["ankle bandaged"]


@pytest.mark.parametrize("back", ["Ctrl+Z", "Esc Z"])
def test_other_care_that_is_taken_back_asks_nothing(hands: Hands, back: str) -> None:
    """The empty note closes, and the next letter is an answer again."""
    hands.press(f"N 4 Z {back}")
    assert not hands.visit.care
    assert not hands.page.side.note.is_open
    hands.press("W Ctrl+T")
    assert hands.page.side.note.area.placeholderText() == words("visit.note_hint")
    assert [given.kind for given in hands.visit.care] == [CareKind.WATER]


def test_a_click_takes_other_care_back_as_well_and_leaves_words(hands: Hands) -> None:
    """What was written stays written."""
    hands.press("N 4 Z")
    hands.click(hands.chip("care.given", "other"))
    assert not hands.page.side.note.is_open
    hands.press("Z")
    hands.type("ankle")
    hands.click(hands.chip("care.given", "other"))
    assert not hands.visit.care
    hands.press("Esc")
    hands.settle()
    assert [note.text for note in hands.stored()[0].notes] == ["ankle"]
