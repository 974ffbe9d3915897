"""Lines that are half typed: one for each person of a shift, sealed, and gone without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError
from mavis.services.half_lines import HalfLine, HalfLines
from mavis.storage.database_key import DatabaseKey
from mavis.storage.sealing import seal, unseal

if TYPE_CHECKING:
    from pathlib import Path

RUTH = HalfLine("ruth", "saturday", "", "f 22 drunk")
DEV = HalfLine("dev", "saturday", "K1", "cold")


def lines_in(folder: Path, key: DatabaseKey) -> HalfLines:
    """The lines of a folder, under a key."""
    return HalfLines(folder / "lines", lambda text: seal(key, text), lambda sealed: unseal(key, sealed))


def test_each_person_has_one_line_until_it_is_forgotten(tmp_path: Path) -> None:
    """A later one takes the place of the earlier; nobody reads it in the file; with the last the file goes."""
    lines = lines_in(tmp_path, DatabaseKey.random())
    assert lines.all() == ()
    lines.forget("ruth")
    for line in (RUTH, DEV, RUTH._replace(text="f 22 drunk lost")):
        lines.keep(line)
    assert lines.all() == (DEV, RUTH._replace(text="f 22 drunk lost"))
    assert b"drunk" not in (tmp_path / "lines").read_bytes()
    lines.forget("dev")
    lines.forget("ruth")

    assert not list(tmp_path.iterdir())


def test_the_lines_of_an_earlier_shift_go_with_the_first_of_the_next(tmp_path: Path) -> None:
    """Nobody goes on with a line of last week."""
    lines = lines_in(tmp_path, DatabaseKey.random())
    lines.keep(RUTH)
    lines.keep(DEV._replace(shift="sunday"))

    assert lines.all() == (DEV._replace(shift="sunday"),)


def test_lines_of_other_records_are_none(tmp_path: Path) -> None:
    """As after a restore from another laptop."""
    lines_in(tmp_path, DatabaseKey.random()).keep(RUTH)

    assert lines_in(tmp_path, DatabaseKey.random()).all() == ()


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """As a failure of the disk, so that the save waits and is tried again."""
    with pytest.raises(StorageError):
        lines_in(tmp_path / "gone", DatabaseKey.random()).keep(RUTH)
