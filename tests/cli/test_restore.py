"""The verb that brings back what is damaged or gone: from the newest sound backup, and never over sound records."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mavis.system.wording import words

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Mavis


@pytest.fixture
def data(set_up: Mavis, tmp_path: Path) -> Path:
    """The folder of a Mavis that was set up, with one backup."""
    assert set_up("verify")[0] == 0
    return tmp_path / "data"


def _damage(file: Path) -> bytes:
    whole = file.read_bytes()
    file.write_bytes(whole[:6000] + bytes([whole[6000] ^ 1]) + whole[6001:])
    return file.read_bytes()


def test_sound_records_are_left_alone(mavis: Mavis, data: Path) -> None:
    """Going back by mistake would lose a night."""
    before = (data / "mavis.db").read_bytes()
    status, said = mavis("restore")
    assert (status, said["error"]) == (1, words("errors.records_are_sound"))
    assert (data / "mavis.db").read_bytes() == before


def test_damaged_records_come_back_and_are_kept(mavis: Mavis, data: Path) -> None:
    """The newest backup takes their place; what was there before lies in the folder that is told."""
    damaged = _damage(data / "mavis.db")
    assert mavis("shifts")[0] == 3 or mavis("verify")[0] == 3
    status, said = mavis("restore")
    assert (status, said["keys"]) == (0, False)
    assert (data / said["kept"] / "mavis.db").read_bytes() == damaged
    assert mavis("verify")[0] == 0
    assert mavis("restore")[0] == 1


def test_another_laptop_needs_the_backups_alone(mavis: Mavis, data: Path) -> None:
    """Keys and records of a laptop that is lost come back from a copy of its backups."""
    for lost in (*data.glob("mavis.db*"), data / "keys.json"):
        lost.unlink()
    status, said = mavis("restore", as_json=False)
    assert (status, words("cli.keys_restored") in said) == (0, True)
    assert mavis("verify")[0] == 0


def test_a_damaged_backup_is_passed_over(mavis: Mavis, data: Path) -> None:
    """The one before it is sound; where none is, nothing is changed."""
    first = next((data / "backups").glob("*.db"))
    second = first.with_name("20990101T000000Z-000099.db")
    shutil.copyfile(first, second)
    _damage(second)
    damaged = _damage(data / "mavis.db")
    whole = first.read_bytes()
    _damage(first)
    status, said = mavis("restore")
    assert (status, said["error"]) == (3, words("errors.backups_damaged"))
    assert (data / "mavis.db").read_bytes() == damaged
    first.write_bytes(whole)
    assert mavis("restore")[1]["backup"] == first.name


def test_without_a_backup_nothing_is_touched(mavis: Mavis, data: Path) -> None:
    """The sentence says what is missing."""
    shutil.rmtree(data / "backups")
    damaged = _damage(data / "mavis.db")
    status, said = mavis("restore")
    assert (status, said["error"]) == (3, words("errors.no_backup_here"))
    assert (data / "mavis.db").read_bytes() == damaged
