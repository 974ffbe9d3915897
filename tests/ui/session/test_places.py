"""From the close of one night to the start of the next, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mavis.domain.errors import StorageError
from mavis.system.wording import words
from mavis.ui.widgets.still_down import REPEAT_MS
from tests.ui.windows import rest

if TYPE_CHECKING:
    import pytest

    from mavis.domain.access.roles import Actor
    from mavis.domain.shift.shift import Shift
    from mavis.services.closing import ClosedShift
    from tests.ui.windows import Hands

_HELD = Qt.KeyboardModifier.ControlModifier


def test_close_once_then_escape_to_the_next_night(hands: Hands) -> None:
    """The close happens once however often it is held; Escape leaves it, also after visits were open on the page."""
    hands.press("N D 2 A 7 A Enter F4")
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    places = hands.session.places
    hands.until(lambda: places.closed is not None)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    closed = places.closed
    hands.settle()
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.settle()
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    assert places.closed is closed

    hands.press("Esc")
    hands.until(lambda: hands.session.workplace.place == "start")
    assert hands.session.desk.shift is None
    hands.settle()
    assert hands.message == words("start.is_over")


def test_a_further_shift_of_the_night_is_held_to_begin(hands: Hands) -> None:
    """It has the crew of the first; a tap of Enter, as after Done, begins nothing, and holding it begins shift 2."""
    crew = {member.person for member in _shift(hands).crew}
    hands.press("F4")
    hands.settle()
    hold_until_closed(hands)
    hands.press("Esc")
    hands.until(lambda: hands.session.workplace.place == "start")
    hands.settle()
    hands.press("Enter")
    rest(hands, 2 * REPEAT_MS)
    assert (hands.session.desk.shift, hands.message) == (None, words("widgets.hold_longer"))
    assert hands.focused.accessibleName() == words("start.begin_again", number=2)

    QTest.keyPress(hands.focused, Qt.Key.Key_Return)
    hands.until(lambda: hands.session.desk.shift is not None)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return)
    assert {member.person for member in _shift(hands).crew} == crew != set()


def _shift(hands: Hands) -> Shift:
    shift = hands.session.desk.shift
    assert shift is not None
    return shift


def hold_until_closed(hands: Hands) -> None:
    """Hold Ctrl+Enter as X tells of it: up and down again and again, also while the shift is closed and after it."""
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    places = hands.session.places
    for _ in range(1_000):
        if places.closed is not None and not hands.shown.tasks.busy:
            break
        QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
        QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
        rest(hands, 30)
    for _ in range(3):
        QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
        QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    rest(hands, 2 * REPEAT_MS)


def test_enter_that_is_still_held_leaves_the_closed_shift_in_view(hands: Hands) -> None:
    """What is saved and where is what one sees, not the board; nothing is printed by the key that closed."""
    hands.press("F4")
    hands.settle()
    seen: list[str] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, new: seen.append(type(new).__name__))
    hold_until_closed(hands)

    page = hands.session.places.closing.page
    assert page is not None
    assert page.done.isVisible()
    assert page.preview.print_button.hasFocus()
    assert "RailButton" not in seen
    assert hands.message in {words("close.done.counts"), words("close.done.title")}


def test_no_visit_begins_in_a_closed_shift(hands: Hands) -> None:
    """Neither there nor on the way to the next night: N does nothing, and the board is the start of a shift."""
    hands.press("N D F4")
    hands.settle()
    hold_until_closed(hands)
    hands.press("Ctrl+N F2 N Ctrl+N")
    hands.settle()

    session = hands.session
    assert (session.desk.shift, session.desk.visits, session.workplace.place) == (None, {}, "start")
    assert session.workplace.shown == ("close", "last_shift", "people", "settings")
    hands.press("F4")
    assert session.places.closing.page is not None
    assert session.places.closing.page.done.isVisible()


def test_a_close_without_its_backup_can_be_held_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signed off is signed off, so no visit begins; the summary and the backup are made by the second hold."""
    hands.press("N D F4")
    hands.settle()
    closing = hands.session.session.closing
    close = closing.close

    def half(actor: Actor, shift_id: str) -> ClosedShift:
        close(actor, shift_id)
        raise StorageError("disk_full")

    monkeypatch.setattr(closing, "close", half)
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.until(lambda: hands.message.startswith("The disk is full"))
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.settle()
    hands.press("Ctrl+N")
    assert hands.session.desk.visits == {}

    monkeypatch.setattr(closing, "close", close)
    hands.press("F2 F4")
    hold_until_closed(hands)
    assert hands.session.places.closed is not None


def test_a_close_that_is_refused_leaves_the_night_as_it_was(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The visits are on the board again, and the notes can be typed."""
    hands.press("N D F4")
    hands.settle()

    def full(_actor: Actor, _shift_id: str) -> ClosedShift:
        raise StorageError("disk_full")

    monkeypatch.setattr(hands.session.session.closing, "close", full)
    QTest.keyPress(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.until(lambda: hands.message.startswith("The disk is full"))
    QTest.keyRelease(hands.focused, Qt.Key.Key_Return, _HELD)
    hands.settle()

    page = hands.session.places.closing.page
    assert page is not None
    assert page.form.notes.area.isEnabled()
    assert (len(hands.session.desk.visits), hands.session.workplace.shown[0]) == (1, "board")


def test_what_the_store_refuses_is_not_shown_as_kept(hands: Hands) -> None:
    """The shift was signed off behind the window: the visit is gone from the screen, and a sentence says so."""
    session = hands.session
    shift = session.desk.shift
    assert shift is not None
    session.session.shifts.close_shift(session.session.actor, shift.id)
    hands.press("N D 2 A")
    hands.type("/Zoe")
    hands.until(lambda: hands.message.startswith("That was not kept."))
    hands.settle()

    assert (session.desk.visits, session.workplace.place) == ({}, "start")
    assert hands.window.page is session.workplace


def test_the_start_of_a_shift_is_told(before_the_night: Hands) -> None:
    """Not that somebody has unlocked Mavis, which was long before."""
    before_the_night.press("Enter")
    before_the_night.until(lambda: before_the_night.session.workplace.place == "board")
    assert before_the_night.message == words("start.has_begun")
