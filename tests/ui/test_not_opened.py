"""Whatever goes wrong on the way in leads back to the locked page, which says so and lets the person try again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from mavis.domain.errors import StorageError
from mavis.system.wording import words
from mavis.ui.app import catch_bugs
from mavis.ui.pages.doors.unlock import UnlockPage
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.windows import Hands

_WAYS = {
    "the key": "mavis.bootstrap.program.Program.unlock",
    "the pages": "mavis.ui.session.open_session.Desk",
    "the records": "mavis.ui.session.stored_night._read",
    "the place": "mavis.ui.session.open_session.find_place",
}


@pytest.fixture
def opened(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Hands:
    """The window, with the net for bugs that a real start spreads, of somebody who was here and has locked."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(hands.shown)
    hands.press("N /")
    hands.type("Wr")
    hands.lock()
    return hands


def _fails(failure: Exception) -> Callable[..., None]:
    def fail(*_given: object) -> None:
        raise failure

    return fail


def _said(hands: Hands) -> str:
    page = hands.window.page
    return page.passphrase.edit.accessibleDescription() if isinstance(page, UnlockPage) else ""


def _try(hands: Hands) -> None:
    hands.type(FOUR_WORDS)
    QTest.keyClick(hands.focused, Qt.Key.Key_Return)
    hands.until(lambda: bool(_said(hands)))


@pytest.mark.parametrize("way", _WAYS)
def test_a_bug_on_the_way_in_is_told_on_the_locked_page(
    opened: Hands, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """By its kind alone. Once it is gone the same passphrase opens, at the place where the person was.

    A place that cannot be found is not looked for again, or nobody would ever come in.
    """
    with monkeypatch.context() as broken:
        broken.setattr(_WAYS[way], _fails(KeyError("Zaphrina")))
        _try(opened)
    said, session = _said(opened), opened.shown.session
    opened.unlock()

    assert said == words("unlock.not_opened", kind="KeyError")
    assert session is None
    assert [visit.name for visit in opened.stored()] == ["Wr"]
    assert (opened.window.page is opened.session.room) == (way != "the place")


def test_records_that_cannot_be_read_are_told_in_their_own_words(
    opened: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says what to do, where the person looks."""
    monkeypatch.setattr(_WAYS["the records"], _fails(StorageError("database_damaged")))
    _try(opened)

    assert _said(opened) == words("errors.database_damaged")


@pytest.mark.parametrize("way", _WAYS)
def test_the_window_can_be_closed_after_it(opened: Hands, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """By its key, and with the records shut."""
    monkeypatch.setattr(_WAYS[way], _fails(KeyError("Zaphrina")))
    _try(opened)
    QTest.keyClick(opened.focused, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: not isValid(opened.window) or not opened.window.isVisible())

    assert "locked" in opened.program.paths.log.read_text(encoding="utf-8")
