"""The program around the window: bugs are shown as bugs, refusals in words, and the look follows the settings."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING
from weakref import ref

import pytest
from PySide6.QtCore import QEvent

from mavis.domain.errors import UserError
from mavis.system.collecting import leave_out_what_is_there
from mavis.system.settings import Theme
from mavis.system.wording import words
from mavis.ui import app
from mavis.ui.app import catch_bugs, run
from mavis.ui.look.tokens import ThemeName
from tests.programs import a_program, a_session
from tests.ui.windows import Hands, at_the_window, begin_night

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from mavis.ui.main_window import MainWindow
    from tests.builders import SettableClock


def test_a_bug_is_named_without_quoting_anything(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind of the error, never its text, which might hold a name."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(hands.shown)
    sys.excepthook(KeyError, KeyError("Zaphrina"), None)

    assert words("window.bug", kind="KeyError") in hands.message
    assert "Zaphrina" not in hands.message
    assert "Zaphrina" not in hands.program.paths.log.read_text(encoding="utf-8")


def test_a_refusal_is_said_in_its_own_words(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit that the store refuses is no bug."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_bugs(hands.shown)
    sys.excepthook(UserError, UserError("no_open_shift"), None)

    assert words("errors.no_open_shift") in hands.message


def test_the_window_wears_what_the_settings_say(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> None:
    """Amber at 125 %, from the first window on."""
    program = a_program(tmp_path / "data", clock)
    program.preferences.change(theme=Theme.AMBER, text_percent=125)
    hands = Hands(qtbot, program)
    theme = hands.window.keeper.theme
    hands.close()

    assert (theme.name, theme.text_percent) == (ThemeName.AMBER_NIGHT, 125)


def test_a_coordinators_idle_times_are_kept(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> None:
    """Veil after twenty seconds when the settings say so."""
    program = a_program(tmp_path / "data", clock)
    program.preferences.change(veil_seconds=20)
    begin_night(program)
    hands = Hands(qtbot, program)
    hands.unlock()
    hands.idle.advance(seconds=20)
    hands.session.guard.look()
    veiled = hands.window.veiled
    hands.close()

    assert veiled


@pytest.mark.parametrize(("damage", "key"), [(b"{}", "keys_damaged"), (None, "keys_missing")])
def test_who_cannot_unlock_is_told_why(
    qapp: QApplication,
    tmp_path: Path,
    clock: SettableClock,
    monkeypatch: pytest.MonkeyPatch,
    damage: bytes | None,
    key: str,
) -> None:
    """Without its keys Mavis opens all the same, says what brings them back, and offers no new beginning."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = a_program(tmp_path / "data", clock)
    a_session(program).close()
    keys = program.paths.root / "keys.json"
    keys.unlink() if damage is None else keys.write_bytes(damage)
    said: list[str] = []

    def look_and_close(window: MainWindow) -> None:
        said.append(window.status.slot.accessibleName())
        window.close()

    at_the_window(qapp, look_and_close)
    run(program, lambda _way: program)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")

    assert [line.startswith(words(f"errors.{key}")) for line in said] == [True]


def test_the_program_runs_until_its_window_is_closed(
    qapp: QApplication, tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 0, and another Mavis may start in the same folder."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    shown: list[bool] = []

    def look_and_close(window: MainWindow) -> None:
        shown.append(window.isVisible())
        window.close()

    at_the_window(qapp, look_and_close)
    status = run(a_program(tmp_path / "data", clock), lambda _way: a_program(tmp_path / "data", clock))
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")
    a_program(tmp_path / "data", clock).close()

    assert (status, shown) == (0, [True])


def test_what_a_session_left_behind_is_gone_soon_after_the_lock(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is open no key waits for a search through all of it; once it has gone it is searched through."""
    monkeypatch.setattr(app, "_PAINTED_MS", 300)
    hands.unlock()
    session = ref(hands.session)
    leave_out_what_is_there()

    hands.lock()
    hands.until(lambda: session() is None)
    gc.freeze()

    assert session() is None
