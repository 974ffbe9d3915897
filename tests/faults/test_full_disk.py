"""A disk that is full or fails, from any write of a save on: a clear sentence, nothing lost, and on when it is well.

Each deed is done again and again, and each time the trouble begins one write later, until the deed ends before it.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from tests.faults.deeds import a_log, set_up, unlocked
from tests.faults.long_form import SOAK
from tests.faults.other_mavis import ENDED, other_mavis
from tests.faults.strain import FAILING, FAILING_ONCE, FULL, strain
from tests.faults.wholeness import faults_of, half_papers, left_over, lost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.faults.conftest import Figures
    from tests.faults.other_mavis import OtherMavis

TROUBLES = {"full": FULL, "failing": FAILING, "failing once": FAILING_ONCE}
SENTENCES = {"full": ["refused disk_full", "refused disk_failed"]}
ORDERS = {
    "settings.json": "prefer 12{}",
    "keys.json": "new_passphrase {}",
    "counts.zip": "export",
    "counts.xlsx": "export",
}
"""The deed that writes a file anew."""
SLOW = TROUBLES if SOAK else ["full"]
"""What takes a tenth of a second or more for each write meets one kind of trouble alone in the short form."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that was set up."""
    return set_up(tmp_path)


def strained(mavis: OtherMavis, folder: Path, trouble: str, order: str) -> Iterator[str]:
    """Have the deed done with trouble from its first write on, from its second, and so on; tells what was said.

    In the order, ``{}`` stands for the number of the turn. It ends with the first turn that met no trouble.
    """
    sentences, spared = SENTENCES.get(trouble, ["refused disk_failed"]), list[str]()
    for turn in itertools.count(1):
        with strain(mavis.pid, folder.parent, TROUBLES[trouble], spared) as met:
            said = mavis.do(*order.format(turn).split())
        if not met.hits:
            return
        assert said in sentences or not _failed(said)
        yield said
        spared = met.calls[:turn]


def _failed(said: str) -> bool:
    return said.startswith("refused") or said == ENDED


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_save_on_a_bad_disk(folder: Path, trouble: str, figures: Figures) -> None:
    """What was refused is saved once by the same Mavis when the disk is well again; what was said to be saved stays."""
    saved: dict[str, list[str]] = {"visit": [], "tap": []}
    with other_mavis(folder) as mavis:
        shift_id = mavis.do("start", "0")
        for deed, acknowledged in saved.items():
            for turn, _ in enumerate(strained(mavis, folder, trouble, f"{deed} {deed}-{{}}"), 1):
                acknowledged.append(mavis.do(deed, f"{deed}-{turn}"))
    with unlocked(folder) as again:
        gone, faults = lost(again, saved["visit"], saved["tap"], shift_id), faults_of(again)
        water = next(tally.count for tally in again.session.shifts.tallies(shift_id) if tally.kind == "water")
    assert not any(map(_failed, saved["visit"] + saved["tap"]))
    assert (gone, faults) == ([], [])
    assert water == len(saved["tap"]) + 1
    assert len(saved["visit"]) > 20
    runs = len(saved["visit"]) + len(saved["tap"])
    figures(f"disk {trouble} at each write of a save", runs=runs, lost=len(gone), damaged=len(faults))


@pytest.mark.parametrize("trouble", SLOW)
def test_a_crash_on_a_bad_disk(folder: Path, trouble: str, figures: Figures) -> None:
    """A save that was refused is not half there after a crash either; it is saved by the next Mavis."""
    saved: list[str] = []
    shift_id, spared = "", list[str]()
    for turn in itertools.count(1):
        with other_mavis(folder) as mavis:
            shift_id = shift_id or mavis.do("start", "0")
            if turn > 1:
                saved.append(mavis.do("visit", f"visit-{turn - 1}"))
            with strain(mavis.pid, folder.parent, TROUBLES[trouble], spared) as met:
                mavis.do("visit", f"visit-{turn}")
        spared = met.calls[:turn]
        if not met.hits:
            break
    with unlocked(folder) as again:
        gone, faults = lost(again, saved, [], shift_id), faults_of(again)
    assert (gone, faults) == ([], [])
    assert len(saved) > 20
    figures(f"disk {trouble} at each write of a save, then kill -9", runs=len(saved), lost=0, damaged=0)


@pytest.mark.parametrize("trouble", SLOW)
def test_closing_on_a_bad_disk(folder: Path, trouble: str, figures: Figures) -> None:
    """No half print, package, workbook or backup, and no shift half closed; then all of them are there."""
    runs = 0
    with other_mavis(folder) as mavis:
        shift_id = mavis.do("start", "0")
        mavis.do("visit", "visit-0")
        for _ in strained(mavis, folder, trouble, f"close {shift_id}"):
            runs += 1
            assert (half_papers(folder), left_over(folder)) == ([], [])
        assert mavis.do("close", shift_id) == shift_id
    with unlocked(folder) as again:
        assert faults_of(again) == []
        assert again.session.shifts.current() is None
        assert again.session.backups.newest() is not None
        assert len(again.session.counts.not_sent()) == 1
    assert len(list((folder / "summaries").iterdir())) == 1
    assert runs > 40
    figures(f"disk {trouble} at each write of closing", runs=runs, half=0, damaged=0)


@pytest.mark.parametrize("trouble", TROUBLES)
def test_an_import_on_a_bad_disk(folder: Path, trouble: str, figures: Figures) -> None:
    """Nothing of it comes in as long as the disk refuses; then all of it does."""
    runs, log = 0, a_log(folder.parent)
    with other_mavis(folder) as mavis:
        for said in strained(mavis, folder, trouble, f"bring_in {log}"):
            runs += 1
            assert said.startswith("refused")
            assert mavis.do("imported") == "0 0"
        assert mavis.do("imported") == "1 70"
    with unlocked(folder) as again:
        assert faults_of(again) == []
    figures(f"disk {trouble} at each write of an import", runs=runs, half=0, damaged=0)


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("name", ORDERS)
def test_a_file_on_a_bad_disk(folder: Path, name: str, trouble: str, figures: Figures) -> None:
    """The old file stands, whole, and nothing is left beside it; only the last wait of all comes after the new one."""
    path = folder / name
    order = f"{ORDERS[name]} {path}" if ORDERS[name] == "export" else ORDERS[name]
    with other_mavis(folder) as mavis:
        mavis.do(*order.format(0).split())
        stood = [path.read_bytes()]
        for said in strained(mavis, folder, trouble, order):
            assert _failed(said)
            stood.append(path.read_bytes())
            assert (half_papers(folder), left_over(folder)) == ([], [])
    with unlocked(folder) as again:
        assert faults_of(again) == []
        assert again.program.preferences.unusable == ()
    kept = {hash(content) for content in stood[:-1]}
    assert len(stood) > 4
    assert len(kept) == 1
    figures(f"disk {trouble} at each write of {name}", runs=len(stood) - 1, half=0)


@pytest.mark.parametrize("trouble", SLOW)
def test_locking_on_a_bad_disk(folder: Path, trouble: str, figures: Figures) -> None:
    """Locking moves what was saved into the database file; where that fails it stays in the journal, and is read."""
    saved: list[str] = []
    shift_id, spared = "", list[str]()
    for turn in itertools.count(1):
        with other_mavis(folder) as mavis:
            shift_id = shift_id or mavis.do("start", "0")
            saved.append(mavis.do("visit", f"visit-{turn}"))
            with strain(mavis.pid, folder.parent, TROUBLES[trouble], spared) as met:
                mavis.do("lock")
        spared = met.calls[:turn]
        if not met.hits:
            break
    with unlocked(folder) as again:
        gone, faults = lost(again, saved, [], shift_id), faults_of(again)
    assert (gone, faults) == ([], [])
    assert len(saved) > 5
    figures(f"disk {trouble} at each write of locking", runs=len(saved), lost=0, damaged=0)
