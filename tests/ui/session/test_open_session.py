"""An open session: what is kept when it locks, what covers the screen, and what happens when the disk fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from mavis.domain.errors import StorageError
from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words
from mavis.ui.keys.blind_keys import BlindKeys
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.pages.doors.veil import Veil
from mavis.ui.pages.help.key_list import KeyList
from mavis.ui.presenters.visit.questions import Section
from tests.programs import FOUR_WORDS, a_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.builders import SettableClock
    from tests.ui.windows import Hands

CANARIES = ("Zaphrina", "violet turban", "behind the kiosk", "asks for her budgie")


def type_canaries(hands: Hands) -> None:
    """Fill name, description, place and note of a new visit with words that stand nowhere else; the note stays open."""
    hands.press("N")
    for key, text in zip(("visit.name", "visit.label", "visit.place"), CANARIES, strict=False):
        next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == words(key)).setFocus()
        hands.type(text)
    hands.press("Ctrl+T")
    hands.type(CANARIES[3])


def texts() -> Iterator[str]:
    """Every word that any widget, menu or list of the application holds, shown or not."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for widget in QApplication.allWidgets():
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.windowTitle())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        if isinstance(widget, QPlainTextEdit):
            yield widget.toPlainText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        yield from (action.text() for action in widget.findChildren(QAction))
        for name in ("view", "_view", "_views", "_words", "_text"):
            yield repr(getattr(widget, name, ""))
        for model in widget.findChildren(QAbstractItemModel):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield from (str(model.index(row, 0).data(role)) for row in range(model.rowCount()))


def found(canaries: tuple[str, ...] = CANARIES) -> set[str]:
    """Those of the words that some widget holds."""
    everything = "\n".join(texts())
    return {word for word in canaries if word in everything}


def test_no_widget_holds_a_word_of_a_record_after_the_lock(hands: Hands) -> None:
    """All four are on the page before, none anywhere after; nor the code, nor in the message bar."""
    type_canaries(hands)
    hands.press("Esc S /")
    assert found() == set(CANARIES)
    hands.lock()

    assert found((*CANARIES, "K1")) == set()
    assert isinstance(hands.window.page, UnlockPage)


def test_within_a_visit_one_click_locks(hands: Hands) -> None:
    """The padlock at the foot of the rail needs no keyboard."""
    hands.press("N D")
    hands.click(hands.button(words("window.place.lock")))
    hands.until(lambda: isinstance(hands.window.page, UnlockPage))


def test_all_that_was_half_typed_is_back_after_unlocking(hands: Hands) -> None:
    """Name, description, place and note."""
    type_canaries(hands)
    hands.lock()
    hands.unlock()
    hands.press("1")

    visit = hands.visit
    kept = (visit.name, visit.label, visit.found_location, visit.notes[0].text)
    assert kept == CANARIES
    fields = {one.accessibleName(): one.text() for one in hands.page.findChildren(QLineEdit)}
    assert fields[words("visit.name")] == CANARIES[0]
    assert fields[words("visit.place")] == CANARIES[2]


def test_the_database_is_closed_while_locked(hands: Hands) -> None:
    """Whoever takes the laptop finds an encrypted file and no key."""
    session = hands.session.session
    hands.press("N Esc")
    hands.lock()

    with pytest.raises(StorageError):
        session.shifts.current()


def test_the_locked_screen_keeps_overdue_codes_without_names(hands: Hands, clock: SettableClock) -> None:
    """K1 is overdue and was called Wren."""
    hands.press("N D R F")
    hands.type("Wren")
    hands.press("Down A Esc")
    clock.advance(minutes=40)
    hands.lock()
    shown = [label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()]

    assert words("window.overdue", code="K1", minutes=25) in shown
    assert not any("Wren" in text for text in shown)


def test_the_veil_after_a_minute_and_any_key_lifts_it(hands: Hands) -> None:
    """The key does nothing else: no visit begins, nothing is locked, nothing gets the keyboard that had it not."""
    hands.press("N / W r e")
    name = hands.focused
    for key in ("N", "Ctrl+N", "Tab", "Ctrl+L", "Esc", "F2"):
        cover(hands, seconds=60)
        hands.press(key)
        assert not hands.window.veiled, key
        assert hands.focused is name, key

    assert len(hands.session.desk.visits) == 1
    assert hands.window.page is hands.session.room


def test_keys_typed_blind_at_a_hidden_page_tick_nothing(hands: Hands) -> None:
    """No field had the caret: nothing that follows the first letter is an answer, until they stop for a moment."""
    hands.press("N 2")
    before = hands.visit
    cover(hands, seconds=60)
    hands.press("4 W J Enter Tab N")
    assert hands.message == words("window.typed_blind")
    assert (hands.visit, hands.page.section) == (before, Section.TRIAGE)
    hands.until(lambda: not hands.window.findChildren(BlindKeys))
    assert hands.message == words("window.keys_count")
    hands.press("W")

    assert hands.visit.flags


@pytest.mark.parametrize("keys", ["Esc W", "Space W", "W Ctrl+N", "W F2 N"])
def test_a_key_that_only_shows_the_page_holds_nothing_up(hands: Hands, keys: str) -> None:
    """Escape, as the screen says, and Space; and what is pressed with Ctrl, or an F key, is meant."""
    hands.press("N 2")
    cover(hands, seconds=60)
    hands.press(keys)

    assert hands.visit.flags or len(hands.session.desk.visits) == 2


def cover(hands: Hands, seconds: int) -> None:
    """Let nobody touch the laptop for so long."""
    for _ in range(0, seconds, 20):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()
    assert hands.window.veiled


def test_the_veil_hides_the_page_and_says_who_is_overdue(hands: Hands, clock: SettableClock) -> None:
    """It covers the whole window, at any size."""
    hands.press("N D R F")
    hands.type("Wren")
    hands.press("Down A Esc")
    clock.advance(minutes=40)
    cover(hands, seconds=60)
    (veil,) = hands.window.findChildren(Veil)
    hands.window.resize(1500, 800)

    assert veil.geometry() == hands.window.rect()
    hit = hands.window.childAt(700, 400)
    assert hit is not None
    assert hit is veil or veil.isAncestorOf(hit)
    assert words("window.overdue", code="K1", minutes=25) in [label.text() for label in veil.findChildren(QLabel)]


def test_a_click_lifts_the_veil_and_presses_nothing(hands: Hands) -> None:
    """Where New visit would be."""
    button = hands.button(words("board.new_visit"))
    cover(hands, seconds=60)
    (veil,) = hands.window.findChildren(Veil)
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton, pos=button.mapTo(hands.window, button.rect().center()))

    assert not hands.window.veiled
    assert not hands.session.desk.visits


def test_five_minutes_without_a_touch_lock(hands: Hands) -> None:
    """And what was half typed is there afterwards."""
    hands.press("N / W r e n")
    for _ in range(15):
        hands.idle.advance(seconds=20)
        hands.session.guard.look()
    hands.until_locked()
    hands.unlock()

    assert [visit.name for visit in hands.stored()] == ["Wren"]


def test_a_laptop_that_slept_is_locked(hands: Hands) -> None:
    """The lid was shut for an hour."""
    hands.idle.advance(hours=1)
    hands.session.guard.look()
    hands.until_locked()


def test_closing_the_window_saves_and_locks(hands: Hands, clock: SettableClock) -> None:
    """A word half typed when somebody closes the window is there next time, and another Mavis may start."""
    hands.press("N / W r e n")
    folder = hands.program.paths.root
    hands.window.close()
    again = a_program(folder, clock)
    session = again.unlock(again.access.people()[0].id, FOUR_WORDS)
    shift = session.shifts.current()
    names = [visit.name for visit in session.visits.of_shift(session.actor, shift.id)] if shift else []
    session.close()
    again.close()

    assert names == ["Wren"]


def test_f1_shows_the_keys_of_the_page_and_any_key_hides_them(hands: Hands) -> None:
    """On the board those of the board, in a visit those of the section; Escape and a shortcut do nothing else."""
    for before, wanted, key in (("F2", "shortcuts.board.new_visit", "F8"), ("N 4", "chips.care.given.water", "Esc")):
        hands.press(before)
        page = hands.window.page
        hands.press("F1")
        (shown,) = (one for one in hands.window.findChildren(KeyList) if one.isVisible())
        assert words(wanted) in [label.text() for label in shown.findChildren(QLabel)]
        hands.press(key)
        assert not shown.isVisible()
        assert hands.window.page is page
    assert len(hands.session.desk.visits) == 1


def test_a_letter_on_the_sheet_of_keys_is_used_at_once(hands: Hands) -> None:
    """It was just learned there: N begins a visit from the board, and D answers in it; in a field it is no word."""
    hands.press("F2 F1 N")
    assert hands.window.page is hands.session.room
    hands.press("F1 D")
    assert hands.visit.needs == (Presentation.ALCOHOL_INTOXICATION,)
    hands.press("/ F1 Z")

    assert not [one for one in hands.window.findChildren(KeyList) if one.isVisible()]
    assert not hands.page.header.name.text


def test_the_keys_are_shown_by_mouse_too(hands: Hands) -> None:
    """The hint in the status line is a button."""
    hands.click(hands.button(words("widgets.status.keys")))

    assert [one for one in hands.window.findChildren(KeyList) if one.isVisible()]


def test_undo_in_the_message_bar_by_key_and_by_mouse(hands: Hands) -> None:
    """Two needs, both taken back; the bar says what was undone."""
    hands.press("N D H")
    hands.click(hands.window.status.slot)
    hands.until(lambda: len(hands.visit.needs) == 1)
    hands.press("Ctrl+Z")
    assert hands.visit.needs == ()
    assert hands.message.startswith(words("undo.undone_on", code="K1", done=""))
    hands.settle()

    assert hands.stored()[0].needs == ()


def test_no_shift_no_visit(hands: Hands, qtbot: QtBot) -> None:
    """Without an open shift Ctrl+N and F4 do nothing."""
    hands.session.desk.fill(None, (), ())
    before = hands.window.page
    hands.press("Ctrl+N F4")
    qtbot.wait(50)

    assert hands.window.page is before
    assert not hands.session.desk.visits


def test_held_shortcuts_do_not_repeat(hands: Hands) -> None:
    """Ctrl+N held down is one visit."""
    shortcuts = [*hands.window.findChildren(QShortcut)]

    assert shortcuts
    assert not any(one.autoRepeat() for one in shortcuts)


def test_a_lock_before_the_night_is_read_leaves_nothing_behind(locked: Hands) -> None:
    """Ctrl+L at once after Enter."""
    locked.type("four plain brown horses")
    locked.press("Enter")
    locked.until(lambda: locked.shown.session is not None)
    locked.session.lock()
    locked.until_locked()

    assert isinstance(locked.window.page, UnlockPage)


def test_nothing_but_labels_of_the_window_survives(hands: Hands) -> None:
    """Pages, rooms and panels of the session are gone, not only hidden."""
    hands.press("N Esc")
    hands.lock()
    list(texts())
    kinds = {type(widget).__name__ for widget in hands.window.findChildren(QWidget)}

    assert kinds.isdisjoint({"BoardPage", "VisitPage", "VisitRoom", "Workplace", "FindVisit", "KeyList"})


def test_settings_that_could_not_be_read_are_told_once(locked: Hands) -> None:
    """Whoever unlocks first hears that the usual ones are used; the laptop works on."""
    locked.program.preferences.unusable = ("device_letter",)
    locked.unlock()
    assert locked.message.startswith(words("window.settings_unusable"))
    locked.lock()
    locked.unlock()
    assert words("window.settings_unusable") not in locked.message


def test_no_step_outlives_the_lock_and_undo_says_so(hands: Hands) -> None:
    """A step holds what was on record, so that the lock throws it away; the answer stays, and the key is not silent."""
    hands.press("N D")
    hands.lock()
    hands.unlock()
    hands.press("Ctrl+Z")
    assert hands.message == words("undo.nothing_undone")
    assert hands.visit.needs
    hands.press("Ctrl+Y")
    assert hands.message == words("undo.nothing_again")
