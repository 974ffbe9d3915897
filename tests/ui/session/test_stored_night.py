"""A save that fails for good: the screen shows what is kept, says so, and gives the words back to their writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from mavis.domain.errors import StorageError, UserError
from mavis.system.wording import words
from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.presenters.shared.failures import told
from tests.programs import FOUR_WORDS
from tests.ui.session.conftest import PIN
from tests.ui.session.test_hand_over import take_over

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.windows import Hands

_WORDS = "says he fell"
_WHY = words("window.not_kept", why=words("window.why_bug", kind="KeyError"))


@pytest.fixture
def aboard(hands: Hands) -> Hands:
    """The window at a visit with a need."""
    hands.press("N D")
    hands.settle()
    return hands


def _failing(failure: Exception) -> Callable[..., None]:
    def change(*_given: object, **_more: object) -> None:
        raise failure

    return change


def _write_note(hands: Hands) -> None:
    hands.press("Ctrl+T")
    hands.type(_WORDS)
    hands.press("Ctrl+Return")


def test_after_a_bug_the_screen_shows_what_is_kept(aboard: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that is not on the disk is not on the page, and the line says so."""
    kept = aboard.visit
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(KeyError("Zaphrina")))
        aboard.press("M")
        aboard.until(lambda: aboard.message.startswith(_WHY))
        aboard.settle()

    assert aboard.visit == kept
    assert [aboard.visit] == aboard.stored()
    assert aboard.message == _WHY
    assert "failure KeyError" in aboard.program.paths.log.read_text(encoding="utf-8")


@pytest.mark.parametrize("failure", [KeyError("Zaphrina"), UserError("not_allowed")])
def test_words_that_could_not_be_kept_wait_in_the_note(
    aboard: Hands, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    """The button says that a note waits; it opens with the words, and keeps them now."""
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(failure))
        _write_note(aboard)
        aboard.until(lambda: words("window.words_wait") in aboard.message)
        aboard.settle()
    notes = aboard.visit.notes
    offered = aboard.page.side.note.add.accessibleName()
    aboard.press("Ctrl+T")
    written = aboard.page.side.note.area.toPlainText()
    aboard.press("Ctrl+Return")
    aboard.settle()

    assert (notes, offered, written) == ((), words("visit.finish_note"), _WORDS)
    assert [note.text for note in aboard.stored()[0].notes] == [_WORDS]
    assert aboard.page.side.note.add.accessibleName() == words("visit.add_note")


def test_what_is_refused_later_is_told_although_the_records_could_not_be_read(
    aboard: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One reading that fails silences none of the next."""
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(UserError("not_allowed")))
        broken.setattr("mavis.ui.session.stored_night._read", _failing(StorageError("database_damaged")))
        aboard.press("M")
        aboard.until(lambda: aboard.message == words("errors.database_damaged"))
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(KeyError("Zaphrina")))
        aboard.press("C")
        aboard.until(lambda: aboard.message == _WHY)


def test_words_that_could_not_be_kept_wait_through_a_lock(aboard: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are on no record, so the sealed mark has them until they are written again."""
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(UserError("not_allowed")))
        _write_note(aboard)
        aboard.until(lambda: words("window.words_wait") in aboard.message)
        aboard.settle()
    aboard.lock()
    aboard.unlock()
    aboard.press("Ctrl+T")
    assert aboard.page.side.note.area.toPlainText() == _WORDS


@pytest.mark.parametrize("failure", [KeyError("Zaphrina"), UserError("not_allowed")])
def test_what_fails_on_the_way_out_is_told_and_waits(
    aboard: Hands, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    """Mavis locks all the same, says so on the locked page, and gives the words back to whoever typed them."""
    why = words("window.not_kept", why=told(failure, "window.why_bug"))
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(failure))
        aboard.press("/")
        aboard.type("Wr")
        aboard.lock()
    page = aboard.window.page
    assert isinstance(page, UnlockPage)
    assert page.passphrase.edit.accessibleDescription() == f"{why} {words('window.words_wait')}"
    aboard.unlock()
    aboard.until(lambda: aboard.message == words("window.words_wait_in", codes="K1"))
    assert aboard.visit.name == ""
    aboard.press("Esc Ctrl+T")
    assert aboard.page.side.note.area.toPlainText() == "Wr"
    aboard.press("Ctrl+Return")
    aboard.settle()

    assert [note.text for note in aboard.stored()[0].notes] == ["Wr"]


def test_what_is_refused_just_before_the_lock_waits_as_well(aboard: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody had read the message yet, for it was not there."""
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(UserError("not_allowed")))
        _write_note(aboard)
        aboard.session.lock()
        aboard.until_locked()
    aboard.unlock()
    aboard.press("Ctrl+T")

    assert aboard.page.side.note.area.toPlainText() == _WORDS


def test_what_could_not_be_kept_later_waits_below_what_waits_already(
    aboard: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note and a name, each refused, and neither in the place of the other."""
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(UserError("not_allowed")))
        _write_note(aboard)
        aboard.until(lambda: words("window.words_wait") in aboard.message)
        aboard.press("/")
        aboard.type("Wren")
        aboard.lock()
    aboard.unlock()
    aboard.press("Esc Ctrl+T")

    assert aboard.page.side.note.area.toPlainText() == f"{_WORDS}\nWren"


@pytest.mark.parametrize("late", [False, True])
def test_what_fails_at_the_hand_over_waits_for_its_writer(
    aboard: Hands, asha: str, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    """Asha is told that something of Dilys's was not kept, and not what; Dilys finds it in the note.

    It is refused while the page is open, or ``late``, as the last that Dilys does.
    """
    dilys = aboard.session.session.actor.id
    aboard.program.access.unlock(dilys, FOUR_WORDS, "1973").drop()
    with monkeypatch.context() as broken:
        broken.setattr(aboard.session.session.visits, "change", _failing(UserError("not_allowed")))
        aboard.press("/")
        aboard.type("Wren")
        if late:
            aboard.session.handing_over.open(asha)
            taken = aboard.program.take_over(aboard.session.session, asha, PIN)
            aboard.session.hand_on(taken)
            aboard.until(lambda: aboard.session.is_ready and aboard.session.session is taken)
        else:
            take_over(aboard, "F9 2 2 5 8 0")
    assert aboard.session.session.actor.id == asha
    assert aboard.message.startswith(words("window.waits_for", name="Dilys"))
    assert not [one for one in aboard.window.findChildren(QWidget) if "Wren" in one.accessibleName()]
    take_over(aboard, "F9 1 1 9 7 3")
    aboard.until(lambda: aboard.message == words("window.words_wait_in", codes="K1"))
    aboard.press("Esc Ctrl+T")

    assert aboard.page.side.note.area.toPlainText() == "Wren"
