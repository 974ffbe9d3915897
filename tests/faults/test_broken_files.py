"""A broken or hostile import file costs a sentence: no crash, no half import, no long wait, no full memory.

The suite spoils 2,000 files; with MAVIS_SOAK=1 there are 10,000.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.services.past_logs import PastLogs, Place
from mavis.services.register import Register
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.unit_of_work import Store
from mavis.system.matching import load_matcher
from mavis.system.reference import load_reference
from tests.builders import CountingIds, SettableClock
from tests.faults.broken_files import Chance, hostile_files, spoiled, whole_files
from tests.faults.long_form import SOAK
from tests.records import COORDINATOR
from tests.untraced import untraced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.conftest import Figures

FILES = 10_000 if SOAK else 2_000
TURNS = 20
MOST_SECONDS = 2.0
MOST_BYTES = 200_000_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store on a real encrypted file."""
    database = Database.create(tmp_path / "mavis.db", DatabaseKey.random())
    yield Store(database, SettableClock())
    database.close()


@pytest.fixture
def logs(store: Store) -> PastLogs:
    """The service over the store."""
    reference = load_reference()
    return PastLogs(
        store, SettableClock(), CountingIds(), reference.flags, Register(load_matcher), Place("weston", "K")
    )


def _kept(store: Store) -> int:
    with store.look() as view:
        return sum(visits for _night, visits in view.shifts.nights())


def _brought_in(logs: PastLogs, store: Store, path: Path) -> int:
    """How many visits a file brings; they are all there, and all gone again when this returns."""
    try:
        preview = logs.preview(path)
        result = logs.run(COORDINATOR, preview)
    except UserError:
        assert _kept(store) == 0
        return 0
    assert _kept(store) == result.visits == len(preview.visits)
    logs.undo(COORDINATOR, result.import_id)
    assert _kept(store) == 0
    return result.visits


@pytest.mark.parametrize("turn", range(TURNS))
def test_spoiled_files_come_in_whole_or_not_at_all(
    logs: PastLogs, store: Store, tmp_path: Path, turn: int, figures: Figures
) -> None:
    """Cut off, overwritten, doubled, with strange bytes: each is read or refused, and some of either."""
    chance, wholes, path = Chance(turn), whole_files(), tmp_path / "spoiled"
    brought = []
    for _file in range(FILES // TURNS):
        path.write_bytes(spoiled(chance.choice(wholes), chance))
        with untraced() as seconds:
            brought.append(_brought_in(logs, store, path))
            assert seconds() < MOST_SECONDS
    assert 0 in brought
    assert max(brought) > 30
    figures("spoiled import files", files=len(brought), read=len(brought) - brought.count(0), half=0, crashes=0)


@pytest.mark.parametrize(("name", "content"), [pytest.param(*one, id=one[0]) for one in hostile_files()])
def test_hostile_files_cost_little(logs: PastLogs, tmp_path: Path, name: str, content: bytes) -> None:
    """Each is read or refused within 2 s of work and 200 MB; the quicker of two tries counts on a busy machine."""
    path = tmp_path / name
    path.write_bytes(content)
    before = _start_measuring()
    took = []
    for _try in range(2):
        with untraced() as seconds:
            try:
                preview = logs.preview(path)
            except UserError:
                preview = None
            took.append(seconds())
    assert min(took) < MOST_SECONDS
    assert _most_memory() - before < MOST_BYTES
    assert preview is None or preview.as_json()


def test_every_truncation_is_read_or_refused(logs: PastLogs, store: Store, tmp_path: Path) -> None:
    """A file cut off after each of its first bytes, as a broken copy leaves it."""
    path = tmp_path / "cut"
    for whole in whole_files():
        for length in (*range(24), *range(24, len(whole), len(whole) // 12)):
            path.write_bytes(whole[:length])
            _brought_in(logs, store, path)


def _start_measuring() -> int:
    """Forget the highest memory so far, and tell how much is in use (bytes)."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _most_memory()


def _most_memory() -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) * 1024
