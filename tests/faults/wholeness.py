"""What must be true of a data folder after any fault: nothing lost, nothing half done, nothing damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from mavis.storage.backup import backups, check_backup
from mavis.storage.verify import verify_file
from tests.programs import FOUR_WORDS, cheap_vault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.faults.deeds import Unlocked


def faults_of(mavis: Unlocked) -> list[str]:
    """Each thing that is not whole: in the records, the trail, the backups and the papers. There should be none."""
    folder, session = mavis.program.paths, mavis.session
    key = cheap_vault(folder.root).unlock(session.actor.id, FOUR_WORDS)
    try:
        found = [check.detail for check in verify_file(folder.database, key) if not check.ok]
        found += [backup.path.name for backup in backups(folder.backups) if check_backup(backup, key) < 1]
    finally:
        key.drop()
    if not session.trail.verify().ok:
        found.append("the trail is broken")
    return found + half_papers(folder.root)


def half_papers(folder: Path) -> list[str]:
    """The names of the prints, packages and workbooks that are not whole, of all that have their name already."""
    prints = folder.glob("summaries/*.pdf")
    half = [path.name for path in prints if not path.read_bytes().rstrip().endswith(b"%%EOF")]
    return half + [
        path.name for path in (*folder.glob("outbox/*.zip"), *folder.glob("workbooks/*.xlsx")) if _torn(path)
    ]


def left_over(folder: Path) -> list[str]:
    """The names of files that were begun and never took their place; a disk that refuses must leave none."""
    return sorted(path.name for path in folder.rglob("*.part"))


def lost(mavis: Unlocked, visits: Iterable[str], taps: Iterable[str], shift_id: str) -> list[str]:
    """The ids of acknowledged visits that are not whole, and a word when the taps do not add up."""
    whole = {
        visit.id
        for visit in mavis.session.visits.of_shift(mavis.session.actor, shift_id)
        if visit.label and len(visit.care) == 2
    }
    water = next(tally.count for tally in mavis.session.shifts.tallies(shift_id) if tally.kind == "water")
    return [*(set(visits) - whole), *(["taps"] if (water or 0) < len({*taps}) else [])]


def _torn(path: Path) -> bool:
    try:
        with ZipFile(path) as packed:
            return packed.testzip() is not None
    except BadZipFile:
        return True
