"""A note of a visit: opened, ended, broken off and gone on with, by keys and by a click in the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from mavis.system.wording import words
from mavis.ui.widgets.timeline import TimelineList

if TYPE_CHECKING:
    from tests.ui.windows import Hands


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
