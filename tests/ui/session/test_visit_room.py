"""Several visits at once, times, words half typed, and fingers that press too often."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words
from mavis.ui.pages.board.find_visit import FindVisit
from mavis.ui.pages.shared.typing import PAUSE_MS
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.tab_strip import VisitTab

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def edit(hands: Hands, name: str) -> QLineEdit:
    """The field of the visit page that a screen reader calls so."""
    return next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == words(name))


def test_ctrl_tab_goes_round_everybody_on_the_bus(hands: Hands) -> None:
    """Three visits, each with its own section when it comes round again."""
    hands.press("N Ctrl+N Ctrl+N 4")
    first = hands.visit.code
    codes = []
    for _ in range(3):
        hands.press("Ctrl+Tab")
        codes.append(hands.visit.code)

    assert sorted(codes) == ["K1", "K2", "K3"]
    assert codes[-1] == first
    assert hands.page.section is Section.CARE


def test_a_tab_opens_by_click(hands: Hands) -> None:
    """The strip shows both; one click goes over."""
    hands.press("N Ctrl+N")
    other = next(tab for tab in hands.window.findChildren(VisitTab) if tab.objectName() == "tab.K1")
    hands.click(other)

    assert hands.visit.code == "K1"


def test_words_half_typed_stay_with_their_visit(hands: Hands, clock: SettableClock) -> None:
    """A name and a time typed in one tab never reach the visit of the next tab."""
    hands.press("N")
    came = hands.visit.arrived_at
    clock.advance(minutes=9)
    hands.press("Ctrl+N /")
    hands.type("Wren")
    hands.press("Ctrl+Tab")
    assert edit(hands, "visit.name").text() == ""
    edit(hands, "visit.here_since").setFocus()
    hands.press("Ctrl+Tab Ctrl+Tab Esc")
    hands.settle()

    first, second = hands.stored()
    assert (first.name, second.name) == ("", "Wren")
    assert (first.arrived_at, second.arrived_at) == (came, came + timedelta(minutes=9))


def test_a_time_typed_late_is_the_true_time(hands: Hands) -> None:
    """2120 typed at ten: here since 21:20, and entered late."""
    hands.press("N")
    field = edit(hands, "visit.here_since")
    field.setFocus()
    field.selectAll()
    hands.type("2120")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert visit.arrived_at == hands.program.clock() - timedelta(minutes=40)
    assert visit.entered_late
    assert field.text() == "21:20"


def test_letters_after_a_time_go_to_the_page_again(hands: Hands) -> None:
    """Enter takes the time and gives the keyboard back: the next letter chooses, and nothing is typed into the time."""
    hands.press("N")
    field = edit(hands, "visit.here_since")
    field.setFocus()
    field.selectAll()
    hands.type("2120")
    hands.press("Enter D")
    hands.settle()

    (visit,) = hands.stored()
    assert not field.hasFocus()
    assert field.text() == "21:20"
    assert visit.needs == (Presentation.ALCOHOL_INTOXICATION,)


def test_five_minutes_earlier_by_a_button(hands: Hands) -> None:
    """Twice: ten minutes, and not late."""
    hands.press("N")
    button = hands.button(words("visit.here_since_earlier", minutes=5))
    hands.click(button)
    hands.click(button)

    assert hands.visit.arrived_at == hands.program.clock() - timedelta(minutes=10)
    assert not hands.visit.entered_late


@pytest.mark.parametrize("typed", ["2560", "soon", "2359"])
def test_a_time_that_cannot_be_is_said_and_kept(hands: Hands, qtbot: QtBot, typed: str) -> None:
    """No such time, or not yet: the words stay, the record too, and the sentence says what to type."""
    hands.press("N")
    field = edit(hands, "visit.here_since")
    field.setFocus()
    field.selectAll()
    hands.type(typed)
    hands.press("Tab")
    qtbot.wait(1_100)

    assert hands.visit.arrived_at == hands.program.clock()
    assert field.text() == typed
    assert field.accessibleDescription() == words("visit.time_wrong")


def test_who_looks_after_somebody_is_one_of_the_crew(hands: Hands) -> None:
    """The crew of tonight is in the list, and the choice is saved."""
    hands.press("N")
    box = hands.page.side.findChild(QWidget, "carer")
    assert box is not None
    box.setFocus()
    hands.press("Space R Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert hands.session.desk.names[visit.looked_after_by] == "Ruth E."


def test_whoever_is_signed_in_can_look_after_somebody(hands: Hands) -> None:
    """Though nobody ticked them as crew; the record never names another than the list."""
    hands.press("N")
    box = hands.page.side.findChild(QComboBox, "carer")
    assert box is not None
    assert [box.itemText(at) for at in range(1, box.count())] == ["Ruth E.", "Dev P.", "Dilys"]
    box.setFocus()
    hands.press("Space")
    hands.type("Di")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert hands.session.desk.names[visit.looked_after_by] == box.currentText() == "Dilys"


def test_every_word_typed_is_stored_within_a_second(hands: Hands, qtbot: QtBot) -> None:
    """Name, description, place and note, each without leaving its field."""
    hands.press("N")
    for key, wanted in (("visit.name", "name"), ("visit.label", "label"), ("visit.place", "found_location")):
        edit(hands, key).setFocus()
        hands.type("Ash tree")
        qtbot.wait(900)
        assert getattr(hands.stored()[0], wanted) == "Ash tree"
    hands.press("Ctrl+T")
    hands.type("Shoes lost")
    qtbot.wait(900)

    assert hands.stored()[0].notes[0].text == "Shoes lost"
    assert PAUSE_MS <= 150


def test_a_held_key_makes_one_visit_and_answers_once(hands: Hands) -> None:
    """The keyboard repeats N on the board and D on the page; only the first of each counts."""
    hands.press("N")
    for _ in range(6):
        repeat(hands, Qt.Key.Key_N, "n")
    assert hands.visit.needs == ()
    hands.press("D")
    for _ in range(6):
        repeat(hands, Qt.Key.Key_D, "d")
    hands.settle()

    assert [visit.needs for visit in hands.stored()] == [(Presentation.ALCOHOL_INTOXICATION,)]


def repeat(hands: Hands, key: Qt.Key, text: str) -> None:
    """Send what a keyboard sends while a key is held down."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, autorep=True)
        QApplication.sendEvent(hands.focused, event)
    QApplication.processEvents()


def test_a_double_click_makes_one_visit(hands: Hands) -> None:
    """The second click finds the board gone."""
    button = hands.button(words("board.new_visit"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    hands.settle()

    assert len(hands.stored()) == 1


def test_find_opens_a_visit_in_five_keys(hands: Hands) -> None:
    """/ and three letters and Enter; Escape on the way changes nothing."""
    hands.press("N D R F")
    hands.type("Linnet")
    hands.press("Esc N Esc")
    hands.uses = 0
    hands.press("/ l i n Enter")

    assert hands.uses == 5
    assert hands.visit.name == "Linnet"
    hands.press("F2 /")
    (finder,) = (one for one in hands.window.findChildren(FindVisit) if one.isVisible())
    hands.press("Esc")
    assert not finder.isVisible()
    assert hands.window.page is hands.session.workplace


def test_ctrl_enter_and_escape_end_a_note_and_give_the_keys_back(hands: Hands) -> None:
    """Ctrl+Enter keeps it and goes on; Escape keeps it and stays; the next letters are answers again."""
    hands.press("N 2 Ctrl+T")
    hands.type("Waits")
    hands.press("Ctrl+Return")
    assert [note.text for note in hands.visit.notes] == ["Waits"]
    assert hands.page.section is Section.OBSERVATIONS
    hands.press("Esc 4 Ctrl+T")
    hands.type("Calm")
    hands.press("Esc W")

    assert [note.text for note in hands.visit.notes] == ["Waits", "Calm"]
    assert [given.kind.value for given in hands.visit.care] == ["water"]


def test_a_new_visit_is_a_button_beside_the_tabs(hands: Hands) -> None:
    """Somebody else comes aboard while a visit is shown; where the tabs need the room a plus is left."""
    hands.press("N")
    hands.click(hands.button(words("board.new_visit")))
    assert hands.visit.code == "K2"
    hands.press("Ctrl+N Ctrl+N Ctrl+N Ctrl+N")
    hands.click(hands.button(words("board.new_visit")))

    assert hands.visit.code == "K7"


def test_no_tab_changes_its_place(hands: Hands) -> None:
    """However pressing somebody becomes: the tabs stand as people came, and so they are gone through by key."""
    hands.press("N 2 G Ctrl+N 2 G Ctrl+N 2 R")
    tabs = sorted((tab for tab in hands.window.findChildren(VisitTab) if tab.isVisible()), key=VisitTab.x)

    assert [tab.view.code for tab in tabs] == ["K1", "K2", "K3"]
    hands.press("Ctrl+Tab")
    assert hands.visit.code == "K1"


def test_a_message_of_a_visit_names_it_while_another_is_on_the_screen(hands: Hands) -> None:
    """What Undo would take back is not on the page then; back there, and with the next message, the code is gone."""
    hands.press("N D Esc N H")
    said = hands.message
    hands.press("Ctrl+Tab")
    assert hands.message == f"K2: {said}"
    hands.press("Ctrl+Tab")
    assert hands.message == said
