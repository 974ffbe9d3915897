"""The program is killed in the middle of a word, as by a flat battery: what was typed a second before is there."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words
from mavis.ui.look.tokens import ThemeName
from mavis.ui.pages.board.left_open import LeftOpenPanel
from mavis.ui.pages.visit.quick_line import QuickLineBox
from mavis.ui.show.demo_night import Scene
from mavis.ui.show.player import NightClock, Player
from tests.builders import SATURDAY_NIGHT, SettableClock
from tests.programs import FOUR_WORDS, a_program
from tests.ui.windows import Hands, begin_night

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_PATIENCE_S = 60
_A_SECOND_MS = 1000
_TYPED = "N D H R F 'Wren' Tab 'green hat, one shoe' Enter A 4 W Ctrl+T 'Asks for Joan"


def type_until_killed(folder: Path, parent: Connection) -> None:
    """Open the window, type a visit and half a note, wait a second, say so, and go on typing."""
    program = a_program(folder / "data", SettableClock())
    begin_night(program)
    player = Player(program, NightClock(SATURDAY_NIGHT), folder, ThemeName.DARK)
    player.unlock(FOUR_WORDS)
    player.play(Scene(0, _TYPED))
    player.play(Scene(0, "F2 W W"))
    player.play(Scene(0, "Ctrl+N / 'Moth"))
    player.settle()
    parent.send("typed a second ago")
    while True:
        player.play(Scene(0, "x"))


def _kill_in(act: Callable[[Path, Connection], None], folder: Path) -> None:
    """Have a program of its own do this, and kill it once it says that all was typed a second ago."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=act, args=(folder, there))
    child.start()
    there.close()
    told = here.poll(_PATIENCE_S) and here.recv()
    child.kill()
    child.join()
    assert told == "typed a second ago"


def test_nothing_that_was_typed_a_second_ago_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    """Killed without warning; opened again, all is there, and the board says what is open, how old, and whose."""
    _kill_in(type_until_killed, tmp_path)

    program = a_program(tmp_path / "data")
    session = program.unlock(program.access.people()[0].id, FOUR_WORDS)
    shift = session.shifts.current()
    assert shift is not None
    wren, moth = session.visits.of_shift(session.actor, shift.id)
    water = next(tally.count for tally in session.shifts.tallies(shift.id) if tally.kind == "water")
    session.close()

    hands = Hands(qtbot, program)
    hands.unlock()
    hands.until(lambda: bool(hands.window.findChildren(LeftOpenPanel)))
    (panel,) = hands.window.findChildren(LeftOpenPanel)
    told = [one.accessibleName() for one in panel.findChildren(QAbstractButton)]
    label = words("board.name_hidden")
    assert told == [
        words("unlock.left_open_line", code=code, label=label_, age="0 min", who="Dilys", time="22:00")
        for code, label_ in (("K1", "green hat, one shoe"), ("K2", label))
    ]
    hands.press("1")
    assert hands.window.page is hands.session.room
    hands.until(lambda: not hands.window.findChildren(LeftOpenPanel))
    hands.close()

    assert wren.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
    assert (wren.name, wren.label) == ("Wren", "green hat, one shoe")
    assert [note.text for note in wren.notes] == ["Asks for Joan"]
    assert wren.triage is not None
    assert len(wren.care) == 1
    assert moth.name.startswith("Moth")
    assert water == 2


_LINE = "f 22 drunk lost near Old Col"


def type_a_line_until_killed(folder: Path, parent: Connection) -> None:
    """Open the window, type half a line for a new visit, wait a second, and say so."""
    program = a_program(folder / "data", SettableClock())
    begin_night(program)
    player = Player(program, NightClock(SATURDAY_NIGHT), folder, ThemeName.DARK)
    player.unlock(FOUR_WORDS)
    player.play(Scene(0, f"= '{_LINE}"))
    QTest.qWait(_A_SECOND_MS)
    parent.send("typed a second ago")
    while True:
        QTest.qWait(_A_SECOND_MS)


def test_a_half_typed_line_comes_back_as_a_line(qtbot: QtBot, tmp_path: Path) -> None:
    """Killed in the middle of it; nobody reads it in the folder, and no visit is there that nobody asked for."""
    _kill_in(type_a_line_until_killed, tmp_path)
    for file in (tmp_path / "data").iterdir():
        assert file.is_dir() or b"Old Col" not in file.read_bytes()

    hands = Hands(qtbot, a_program(tmp_path / "data"))
    hands.unlock()
    hands.until(lambda: bool(hands.window.findChildren(QuickLineBox)))
    (box,) = hands.window.findChildren(QuickLineBox)
    assert not hands.stored()
    assert box.tags.tags[0] == words("quick_line.tag.age", said="22", band=words("chips.arrival.age.18_24"))
    hands.type("on")
    assert box.field.text() == f"{_LINE}on"
    hands.press("Enter")
    hands.settle()
    (stored,) = hands.stored()
    hands.close()

    assert stored.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.LOST_OR_SEPARATED)
    assert [note.text for note in stored.notes] == ["near Old Colon"]
