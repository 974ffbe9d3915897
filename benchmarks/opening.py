"""From the key in hand to what the board shows, with 50,000 visits in the file, and the memory of a board that waits.

The floor opens the file as SQLCipher does, with the raw key, and asks for the crew, the open shift, its visits and its
counters by the same queries. To make a key out of a passphrase is dear on purpose and is left out on both sides. What
stands on the screen then is measured by itself, for the floor has none.
"""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks import answering
from benchmarks.evening import OPENS_WITH, WallClock, the_program, the_session
from benchmarks.hands import Hands
from benchmarks.memory import Memory
from benchmarks.recorded import read, taken_down
from benchmarks.table import Row, compared, in_turn, limited, seconds
from mavis.storage import engine

if TYPE_CHECKING:
    from sqlite_utils import Database as Connection

    from benchmarks.recorded import Statement
    from mavis.bootstrap import Program, Session
    from mavis.storage.database_key import DatabaseKey

_connect = engine.connect
_TARGET = 2.0
_MEMORY_MB = 90.0
_IDLE_SECONDS = 2.0
_PATIENCE_SECONDS = 120
_ROOT = Path(__file__).parent.parent


_WAITING = """
import sys
import time
from datetime import datetime
from pathlib import Path
from mavis.bootstrap import open_program
from mavis.ui.app import WindowProgram
from mavis.ui.look.style import application
folder, now, opens_with, idle = sys.argv[1:]
app = application()
program = open_program(Path(folder), clock=lambda: datetime.fromisoformat(now))
shown = WindowProgram(program, app)
shown.begin()
shown.window.page.unlock_wanted.emit(program.access.people()[0].id, opens_with, "")
def wait(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
while shown.session is None or not shown.session.is_ready:
    wait(0.01)
wait(float(idle))
from benchmarks.memory import memory
held = memory()
print(held.resident, held.alone)
shown.close()
"""
"""Mavis alone, as it runs: unlocked, at the board, and still."""


def measure(folder: Path, pairs: int) -> list[Row]:
    """Rows for the records behind the board, and for the memory at the board."""
    place = folder / "opening"
    answering.prepare(place)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        painted = other.submit(_open_window, place).result()
    _held(place)  # the first process compiles the libraries, and keeps what that took
    held = _held(place)
    records = _records(place, pairs, f"the board is painted {painted:.0f} ms after the passphrase is right")
    return [records, limited("idle memory, board with 20 visits", held.resident, "MB", _MEMORY_MB, held.said)]


def _records(place: Path, pairs: int, beside: str) -> Row:
    program = the_program(place, WallClock(answering.LATER))
    person = program.access.people()[0].id
    key = program.access.unlock(person, OPENS_WITH)
    queries = _queries(program)

    def floor() -> float:
        return seconds(partial(_read_raw, program.paths.database, key, queries))

    def mavis() -> float:
        opened: list[Session] = []
        with patch.object(program.access, "unlock", return_value=key.copy()):
            taken = seconds(lambda: opened.append(_read_night(program, person)))
        opened.pop().close()
        return taken

    row = compared("unlock to the records of the board, 50,000 visits", *in_turn(floor, mavis, pairs, warm=2), _TARGET)
    program.close()
    return replace(row, beside=beside)


def _read_night(program: Program, person: str) -> Session:
    """What an open session asks before its board is shown."""
    session = program.unlock(person, OPENS_WITH)
    _ask(session)
    return session


def _ask(session: Session) -> None:
    session.crew.roster()
    shift = session.shifts.current()
    if shift is None or len(session.visits.of_tonight(session.actor, shift.id).visits) != answering.ABOARD:
        raise LookupError(shift)
    session.shifts.tallies(shift.id)


def _queries(program: Program) -> list[Statement]:
    """What Mavis asks the engine for the board, taken down from the reader that signing in has left behind.

    Raises:
        LookupError: it asked through another connection, and the floor would have nothing to do.
    """
    readers: list[Connection] = []

    def connect(path: Path, key: DatabaseKey, mode: engine.Mode) -> Connection:
        opened = _connect(path, key, mode)
        if mode == "ro":
            readers.append(opened)
        return opened

    with patch.object(engine, "connect", connect):
        session = the_session(program)
    with taken_down(readers[-1]) as statements:
        _ask(session)
    session.close()
    queries = [one for one in statements if one.sql.lstrip().upper().startswith(("SELECT", "WITH"))]
    if not queries:
        raise LookupError(statements)
    return queries


def _read_raw(path: Path, key: DatabaseKey, queries: list[Statement]) -> None:
    raw = _connect(path, key, "ro")
    read(raw, queries)
    raw.close()


def _open_window(place: Path) -> float:
    """Milliseconds from the right passphrase to the painted board."""
    hands = Hands(the_program(place, WallClock(answering.LATER)))
    hands.use(f"'{OPENS_WITH}'")
    painted = seconds(lambda: hands.unlock(""))
    hands.leave()
    return 1000 * painted


def _held(place: Path) -> Memory:
    """The memory of a process that has loaded nothing but Mavis, when its board has stood still for a while."""
    command = [sys.executable, "-c", _WAITING, str(place), answering.LATER.isoformat(), OPENS_WITH, str(_IDLE_SECONDS)]
    said = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True, timeout=_PATIENCE_SECONDS)
    return Memory(*map(float, said.stdout.split()))
