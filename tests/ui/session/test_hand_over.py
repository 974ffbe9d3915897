"""Another person at an open screen: six keys, their own name on every change after it, and nothing lost or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QStackedWidget
from shiboken6 import isValid

from mavis.domain.errors import StorageError
from mavis.services.pins import TRIES
from mavis.storage.keys import Vault
from mavis.system.wording import words
from mavis.ui.pages.doors.hand_over import HandOverPage
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.rail import RailButton
from tests.programs import FOUR_WORDS
from tests.ui.session.conftest import PIN

if TYPE_CHECKING:
    from tests.ui.windows import Hands

PLANNED_SECONDS = 2.0
KEY_SECONDS = 0.28


def take_over(hands: Hands, keys: str) -> None:
    """Press these keys and wait until another person is here."""
    before = hands.session
    hands.press(keys)
    hands.until(lambda: hands.shown.session not in (None, before) and hands.session.is_ready)
    hands.settle()


def page(hands: Hands) -> HandOverPage:
    """The page of the hand-over.

    Raises:
        LookupError: another page is shown.
    """
    shown = hands.window.page
    if not isinstance(shown, HandOverPage):
        raise LookupError(shown)
    return shown


def try_pin(hands: Hands, pin: str, said: str) -> None:
    """Type a PIN and wait for the sentence at its field."""
    hands.type(pin)
    hands.until(lambda: page(hands).pin.note == said)


def test_six_keys_and_no_key_is_derived(hands: Hands, asha: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """F9, the number of the tile, four digits: 1.7 seconds of keystrokes, and the vault is never asked."""
    asked: list[str] = []
    monkeypatch.setattr(Vault, "unlock", lambda _vault, person, _passphrase: asked.append(person))
    hands.uses = 0
    take_over(hands, "F9 2 2 5 8 0")

    assert hands.uses == 6
    assert hands.uses * KEY_SECONDS <= PLANNED_SECONDS
    assert asked == []
    assert hands.session.session.actor.id == asha
    assert hands.window.page is hands.session.workplace


def test_every_later_change_is_the_new_persons(hands: Hands, asha: str) -> None:
    """Half a name typed before it is Dilys's, what comes after it is Asha's."""
    dilys = hands.session.session.actor.id
    hands.press("N / W r e")
    take_over(hands, "F9 2 2 5 8 0")
    hands.press("1 D F2 N H F2 W")
    hands.settle()
    session = hands.session.session
    wren, other = hands.stored()

    assert (wren.name, wren.entered_by, other.entered_by) == ("Wre", dilys, asha)
    by = {change.field: change.by for change in session.visits.history(session.actor, wren.id)}
    assert (by["name"], by["needs"]) == (dilys, asha)
    assert {change.by for change in session.visits.history(session.actor, other.id)} == {asha}


def test_the_other_lands_on_the_board_and_the_first_finds_their_place_again(hands: Hands, asha: str) -> None:
    """Dilys was in care with half a note; Asha sees the board; Dilys comes back to section, note and caret."""
    dilys = hands.session.session.actor.id
    hands.program.access.unlock(dilys, FOUR_WORDS, "1973").drop()
    hands.press("N 4 Ctrl+T")
    hands.type("Asks for Joan")
    take_over(hands, "F9 2 2 5 8 0")
    assert hands.window.page is hands.session.workplace
    take_over(hands, "F9 1 1 9 7 3")
    hands.type(" and Bill")
    assert hands.page.section is Section.CARE
    hands.press("Esc F2")
    hands.settle()

    assert [note.text for note in hands.stored()[0].notes] == ["Asks for Joan and Bill"]


def test_escape_goes_back_to_the_very_letter(hands: Hands, asha: str) -> None:
    """Nobody took over: the first Escape lets the tile go, the second one leaves, and the name goes on."""
    hands.press("N / W r e")
    hands.press("F9 2 Esc Esc n Enter")
    hands.settle()

    assert hands.window.page is hands.session.room
    assert hands.stored()[0].name == "Wren"


def test_wrong_pins_wait_and_then_only_the_passphrase_helps(
    hands: Hands, asha: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time a sentence; after the fifth the page asks for the passphrase, which brings a new PIN."""
    pins, seconds = hands.program.access.pins, [0.0]
    monkeypatch.setattr(pins, "_stopwatch", lambda: seconds[0])
    hands.press("F9 2")
    for left in range(TRIES - 1, 0, -1):
        try_pin(hands, "0852", words("errors.pin_wrong", left=left))
        try_pin(hands, PIN, words("errors.pin_wait", n=2 ** (TRIES - 1 - left)))
        seconds[0] += 60
    hands.type("0852")
    hands.until(lambda: page(hands).passphrase.note == words("errors.pin_gone"))
    hands.type(FOUR_WORDS)
    page(hands).new_pin.edit.setFocus()
    hands.type("8642")
    take_over(hands, "Enter")

    assert hands.session.session.actor.id == asha
    assert pins.digits(asha) == 4


def test_a_wrong_passphrase_is_told_and_nothing_changes(hands: Hands, asha: str) -> None:
    """Dilys is still here."""
    dilys = hands.session.session.actor.id
    hands.program.access.pins.forget_all()
    hands.press("F9 2")
    hands.type("four plain brown cows")
    hands.press("Enter")
    hands.until(lambda: page(hands).passphrase.note == words("errors.passphrase_wrong"))
    hands.press("Esc Esc")

    assert hands.session.session.actor.id == dilys
    assert hands.window.page is hands.session.workplace


def test_a_full_disk_hands_nothing_over(hands: Hands, asha: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Dilys typed is not on the disk yet: Escape calls the hand-over off, and the words are hers."""
    session = hands.session.session
    dilys = session.actor.id
    hands.press("N")
    hands.settle()

    def full(*_anything: object, **_more: object) -> None:
        raise StorageError("disk_full", free="0 MB")

    with monkeypatch.context() as patch:
        patch.setattr(session.visits, "change", full)
        hands.press("/ W r e")
        hands.press("F9 2 2 5 8 0")
        hands.until(lambda: hands.session.desk.saves.failure is not None)
        while isinstance(hands.window.page, HandOverPage):
            hands.press("Esc")
        assert hands.window.page is hands.session.room
    hands.session.desk.saves.retry()
    hands.until(lambda: not hands.session.desk.saves.waiting)
    assert hands.session.session.actor.id == dilys

    change = next(one for one in session.visits.history(session.actor, hands.stored()[0].id) if one.field == "name")
    assert (change.new, change.by) == ('"Wre"', dilys)


def test_the_page_shows_no_record_and_says_who_cannot_come_in(hands: Hands, asha: str) -> None:
    """No name of a visitor; Ruth and Dev are aboard without a passphrase, and Dilys can give them one."""
    hands.press("N / W r e Enter F9")
    shown = page(hands)
    texts = [one.text() for one in shown.findChildren(QLabel)] + [one.text() for one in shown.findChildren(QLineEdit)]

    assert words("unlock.keyless", names="Ruth E., Dev P.", helpers="Dilys") in texts
    assert not any("Wre" in text for text in texts)
    assert [tile.view.digit for tile in shown.people.tiles] == ["1", "2"]


def test_arrows_and_alt_pick_from_within_a_field(hands: Hands, asha: str) -> None:
    """Down from the passphrase of one to the PIN of the next; Alt and a digit goes straight there."""
    hands.press("F9 1 Down")
    assert page(hands).people.current == asha
    hands.press("Alt+1")
    assert page(hands).people.current != asha
    take_over(hands, "Alt+2 2 5 8 0")

    assert hands.session.session.actor.id == asha


def test_the_lock_forgets_what_was_typed_and_no_pin_opens_it(hands: Hands, asha: str) -> None:
    """Ctrl+L on the page locks; the unlock page takes a passphrase alone."""
    hands.press("F9 2 2 5 Ctrl+L")
    hands.until_locked()
    hands.type(PIN)
    hands.press("Enter")
    hands.until(lambda: not hands.shown.tasks.busy)

    assert hands.shown.session is None


def test_the_pin_is_chosen_with_the_passphrase_at_the_door(locked: Hands) -> None:
    """Passphrase and PIN, Enter; a poor PIN is refused at its field, and the passphrase stays."""
    shown = locked.window.page
    assert isinstance(shown, UnlockPage)
    locked.type(FOUR_WORDS)
    shown.pin.edit.setFocus()
    locked.type("1234")
    locked.press("Enter")
    locked.until(lambda: shown.pin.note == words("errors.pin_simple"))
    shown.pin.edit.selectAll()
    locked.type(PIN)
    locked.press("Enter")
    locked.until(lambda: locked.shown.session is not None and locked.session.is_ready)
    locked.settle()

    assert locked.program.access.pins.digits(locked.session.session.actor.id) == len(PIN)


def test_what_the_other_wrote_stands_when_the_first_comes_back(hands: Hands, asha: str) -> None:
    """Dilys left name and description empty, Asha typed both: Dilys writes over nothing, and it is no step of hers."""
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, "1973").drop()
    hands.press("N D")
    take_over(hands, "F9 2 2 5 8 0")
    hands.press("1 /")
    hands.type("Zelda")
    hands.page.header.label.edit.setFocus()
    hands.type("blue coat")
    take_over(hands, "F9 1 1 9 7 3")

    assert (hands.stored()[0].name, hands.stored()[0].label) == ("Zelda", "blue coat")
    assert (hands.page.header.name.text, hands.page.header.label.text) == ("Zelda", "blue coat")
    assert hands.session.desk.undo_stack.last is None


def test_a_word_taken_out_by_the_other_stays_out(hands: Hands, asha: str) -> None:
    """Dilys typed half a name; Asha emptied it: for Dilys it is empty too."""
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, "1973").drop()
    hands.press("N / W r e")
    take_over(hands, "F9 2 2 5 8 0")
    hands.press("1 /")
    hands.page.header.name.edit.clear()
    take_over(hands, "F9 1 1 9 7 3")

    assert hands.stored()[0].name == ""
    assert hands.page.header.name.text == ""


def test_nobody_is_led_back_into_a_visit_that_was_finished_meanwhile(hands: Hands, asha: str) -> None:
    """Dilys was in the observations; Asha sent them home: Dilys sees the board."""
    hands.program.access.unlock(hands.session.session.actor.id, FOUR_WORDS, "1973").drop()
    hands.press("N D 3")
    take_over(hands, "F9 2 2 5 8 0")
    hands.press("1 7 X Enter")
    hands.settle()
    assert not hands.stored()[0].is_open
    take_over(hands, "F9 1 1 9 7 3")

    assert hands.window.page is hands.session.workplace


def test_by_mouse_within_a_visit_and_back_to_it(hands: Hands, asha: str) -> None:
    """The key icon stands on the rail of a visit too; the message says who is here and leads back to the visit."""
    hands.press("N D 3")
    code = hands.visit.code
    hands.click(hands.button(words("window.place.hand_over")))
    take_over(hands, "2 2 5 8 0")
    assert hands.window.page is hands.session.workplace
    said = words("window.unlocked", name="Asha")
    assert hands.message == f"{said}. {words('window.back_to_visit', code=code)}"
    hands.click(hands.window.status.slot)
    hands.until(lambda: hands.window.page is hands.session.room)

    assert hands.visit.code == code


def test_with_large_text_the_button_is_seen_as_soon_as_somebody_is_picked(hands: Hands, asha: str) -> None:
    """At 150 % the page is longer than the window: field and button both stand in it."""
    hands.window.keeper.set_text_percent(150)
    hands.press("F9 1")
    shown = page(hands)
    button = hands.button(words("unlock.take_over"))
    hands.until(lambda: not button.visibleRegion().isEmpty())

    assert button.visibleRegion().boundingRect() == button.rect()
    assert shown.passphrase.edit.visibleRegion().boundingRect() == shown.passphrase.edit.rect()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_all_sections_of_a_visit_are_seen_whatever_the_size(hands: Hands, percent: int) -> None:
    """The way to take over stands below them, but with the largest text it gives them its room: F9 is still there."""
    hands.press("N D")
    hands.window.keeper.set_text_percent(percent)
    rail = hands.session.room.rail
    hands.until(lambda: rail.button("leaving").visibleRegion().boundingRect() == rail.button("leaving").rect())
    seen = [one for one in rail.findChildren(RailButton) if one.isVisible() and one.view.code == "hand_over"]

    assert bool(seen) is (percent < 200)


def test_the_window_is_never_empty_while_somebody_takes_over(hands: Hands, asha: str) -> None:
    """What is seen turns once: from the tiles, with no PIN in them, to the board of whoever took over."""
    hands.press("N D F9 2")
    (pages,) = [one for one in hands.window.findChildren(QStackedWidget) if one.currentWidget() is page(hands)]
    seen: list[tuple[str, str]] = []

    def note(_at: int) -> None:
        shown = pages.currentWidget()
        typed = [one.text() for one in shown.findChildren(QLineEdit)] if isinstance(shown, HandOverPage) else []
        seen.append((type(shown).__name__, "".join(typed)))

    pages.currentChanged.connect(note)
    tiles = page(hands)
    take_over(hands, "2 5 8 0")
    hands.until(lambda: not isValid(tiles))

    assert seen == [("Workplace", "")]
    assert hands.window.page is hands.session.workplace
