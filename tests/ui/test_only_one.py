"""Double clicks, held keys and a slow disk never make two of anything: visit, count, note, shift, close, person."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from mavis.domain.access.roles import Role
from mavis.system.wording import label, words
from mavis.ui.widgets.button import HoldButton
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.hold import HOLD_MS
from tests.programs import FOUR_WORDS
from tests.ui.windows import rest

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from tests.ui.windows import Hands

_SLOW_S = 0.3
_REPEATS = 6


def slow_disk(session: Session, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let every change of the store wait a while; returns who asked for one, as it grows."""
    asked: list[str] = []
    change = session.store.change

    def slowly(*given: Any) -> object:
        asked.append("change")
        time.sleep(_SLOW_S)
        return change(*given)

    monkeypatch.setattr(session.store, "change", slowly)
    return asked


def hold(target: QWidget, key: Qt.Key, text: str) -> None:
    """Press a key and hold it: the keyboard sends it again and again until it goes up."""
    modifier = Qt.KeyboardModifier.NoModifier
    for at in range(_REPEATS):
        again = at > 0
        kinds = (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) if again else (QEvent.Type.KeyPress,)
        for kind in kinds:
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text, again))
            QApplication.processEvents()
        target = QApplication.focusWidget() or target
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, key, modifier, text))
    QApplication.processEvents()


def double_click(button: QWidget) -> None:
    """Two clicks as a nervous hand makes them, and a third."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for _ in range(2):
        if button.isVisible():
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.parametrize("by_key", [True, False])
def test_one_visit(hands: Hands, monkeypatch: pytest.MonkeyPatch, by_key: bool) -> None:
    """Held N, or New visit clicked thrice, while the disk is slow."""
    slow_disk(hands.session.session, monkeypatch)
    if by_key:
        hold(hands.focused, Qt.Key.Key_N, "n")
    else:
        double_click(hands.button(words("board.new_visit")))
    hands.settle()

    assert len(hands.stored()) == 1
    assert hands.stored()[0].needs == ()


def test_one_count_for_a_held_key(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """W held down is one water; W pressed three times is three more, however slow the disk."""
    slow_disk(hands.session.session, monkeypatch)
    hold(hands.focused, Qt.Key.Key_W, "w")
    shift = hands.session.desk.shift
    assert shift is not None
    assert hands.session.desk.tallies["water"].count == 1
    hands.press("W W W")
    hands.settle()
    stored = {tally.kind: tally.count for tally in hands.session.session.shifts.tallies(shift.id)}

    assert stored["water"] == 4 == hands.session.desk.tallies["water"].count


def test_one_answer_and_one_note(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """A held W in care is one water; a note that is saved slowly while it is typed is one note."""
    slow_disk(hands.session.session, monkeypatch)
    hands.press("N 4")
    hold(hands.focused, Qt.Key.Key_W, "w")
    hands.press("Ctrl+T")
    for part in ("Asks ", "for ", "Joan"):
        hands.type(part)
        rest(hands, 400)
    hands.press("F2")
    hands.settle()
    (visit,) = hands.stored()

    assert len(visit.care) == 1
    assert [note.text for note in visit.notes] == ["Asks for Joan"]


@pytest.mark.parametrize("by_key", [True, False])
def test_one_shift(before_the_night: Hands, monkeypatch: pytest.MonkeyPatch, by_key: bool) -> None:
    """Enter held, or Begin clicked thrice: one shift is opened, and nobody is asked for a second."""
    hands = before_the_night
    session = hands.session.session
    slow_disk(session, monkeypatch)
    begin = hands.button(words("start.begin"))
    if by_key:
        hold(hands.focused, Qt.Key.Key_Return, "\r")
    else:
        double_click(begin)
    hands.until(lambda: hands.session.desk.shift is not None)
    hands.settle()

    assert len(session.shifts.all_shifts()) == 1
    assert hands.stored() == []


def test_one_helper_at_the_start(before_the_night: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter twice once it is said what somebody new does."""
    hands = before_the_night
    slow_disk(hands.session.session, monkeypatch)
    hands.click(next(one for one in hands.window.findChildren(CheckChip) if one.objectName() == "chip.add"))
    hands.type("Brynh")
    hands.press("Enter Enter S Enter Enter")
    hands.until(lambda: not hands.shown.tasks.busy)

    assert [one.name for one in hands.session.session.crew.roster()].count("Brynh") == 1


def test_one_close(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+Enter held through the slow closing and after it: one sign-off, one summary."""
    session = hands.session.session
    hands.press("F4")
    hands.settle()
    closings: list[str] = []
    close = session.closing.close

    def slowly(*given: Any) -> object:
        closings.append("close")
        time.sleep(_SLOW_S)
        return close(*given)

    monkeypatch.setattr(session.closing, "close", slowly)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, ctrl)
    for _ in range(_REPEATS):
        rest(hands, HOLD_MS // 3)
        again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, ctrl, "\r", True)
        QApplication.sendEvent(hands.focused, again)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, ctrl)
    hands.until(lambda: hands.session.places.closed is not None)
    hands.until(lambda: not hands.shown.tasks.busy)

    assert closings == ["close"]
    assert session.shifts.current() is None


def test_one_person_who_can_unlock(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save clicked thrice while the key is made."""
    slow_disk(hands.session.session, monkeypatch)
    hands.press("F8")
    hands.click(hands.button(words("settings.people.add")))
    hands.type("Brynh")
    for key in ("settings.people.passphrase", "settings.people.again"):
        edits = [one for one in hands.window.findChildren(QLineEdit) if one.isVisible()]
        next(one for one in edits if one.accessibleName() == words(key)).setFocus()
        hands.type(FOUR_WORDS)
    roles = [one for one in hands.window.findChildren(RadioChip) if one.isVisible()]
    hands.click(next(one for one in roles if one.accessibleName().startswith(label(Role.LEAD))))
    double_click(hands.button(words("settings.people.save")))
    hands.until(lambda: not hands.shown.tasks.busy)

    assert [tile.name for tile in hands.program.access.people()] == ["Dilys", "Brynh"]


def test_one_hand_over(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """F9 held and the last digit of the PIN held: one session, one entry in the trail."""
    session = hands.session.session
    person = session.people.add(session.actor, "Asha", Role.LEAD, FOUR_WORDS)
    hands.program.access.unlock(person.id, FOUR_WORDS, "2580").drop()
    asked = slow_disk(session, monkeypatch)
    hold(hands.focused, Qt.Key.Key_F9, "")
    hands.press("2 2 5 8")
    hold(hands.focused, Qt.Key.Key_0, "0")
    hands.until(lambda: hands.shown.session is not None and hands.session.session.actor.id == person.id)
    hands.until(lambda: hands.session.is_ready)

    assert asked == ["change"]


def test_what_cannot_be_taken_back_must_be_held(hands: Hands) -> None:
    """Died, closing the shift and a new recovery code: a click alone does nothing."""
    hands.press("N 7")
    died = hands.chip("leaving.outcome", "died")
    QTest.mousePress(died, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(died, Qt.MouseButton.LeftButton)
    assert hands.visit.outcome is None
    for keys, name in (("F4", "close.close"), ("F8", "settings.recovery.make")):
        hands.press(keys)
        hands.settle()
        (button,) = buttons(hands, name)
        assert isinstance(button, HoldButton), name


def buttons(hands: Hands, name: str) -> list[QAbstractButton]:
    """The seen buttons with these words."""
    found = hands.window.findChildren(QAbstractButton)
    return [one for one in found if one.isVisible() and one.accessibleName() == words(name)]
