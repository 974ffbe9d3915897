"""The lesson of a training folder, its clock that runs ahead, and what is never thrown away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.services.training import Lesson, Training, check_training_folder
from mavis.system.paths import DataFolder, training_name
from tests.builders import SATURDAY_NIGHT, SettableClock

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A training folder with nothing in it."""
    made = DataFolder(tmp_path / "Mavis").training
    made.root.mkdir()
    return made


def test_a_lesson_outlives_a_restart(folder: DataFolder) -> None:
    """The step, and how far the clock runs ahead, are there when training is opened again."""
    training = Training(folder, SettableClock())
    training.keep(ready=True, step="tally")
    training.let_pass(31)

    again = Training(folder, SettableClock())

    assert again.lesson == Lesson(ready=True, step="tally", minutes_ahead=31)
    assert again.now() == SATURDAY_NIGHT + timedelta(minutes=31)


@pytest.mark.parametrize("text", ["", "[]", '{"step": 3}', '{"minutes_ahead": true}', "{"])
def test_a_damaged_lesson_begins_anew(folder: DataFolder, text: str) -> None:
    """What somebody changed by hand is no reason to fall over."""
    folder.lesson.write_text(text, encoding="utf-8")

    assert Training(folder, SettableClock()).lesson == Lesson()


def test_a_fresh_start_throws_only_training_away(folder: DataFolder) -> None:
    """Files and folders go; the lesson stands at its beginning."""
    training = Training(folder, SettableClock())
    training.keep(step="undo", minutes_ahead=31)
    folder.backups.mkdir()
    (folder.backups / "old.db").write_text("x", encoding="utf-8")
    folder.database.write_text("x", encoding="utf-8")

    training.clear()

    assert [path.name for path in folder.root.iterdir()] == [folder.lesson.name]
    assert training.lesson == Lesson()


def test_what_training_did_not_make_is_never_thrown_away(folder: DataFolder) -> None:
    """A folder of that name with other files in it is refused, and they stay."""
    mine = folder.root / "holiday.txt"
    mine.write_text("mine", encoding="utf-8")

    with pytest.raises(UserError, match="training_folder_taken"):
        Training(folder, SettableClock()).clear()
    assert mine.read_text(encoding="utf-8") == "mine"


def test_a_link_to_the_real_folder_is_refused(tmp_path: Path) -> None:
    """Whoever links the two together gets no training, and loses nothing."""
    real = DataFolder(tmp_path / "Mavis")
    real.root.mkdir()
    real.lesson.write_text("{}", encoding="utf-8")
    real.training.root.symlink_to(real.root, target_is_directory=True)

    with pytest.raises(UserError, match="training_folder_taken"):
        check_training_folder(real.training)


def test_a_real_folder_is_never_cleared(tmp_path: Path) -> None:
    """Even where a training file strayed into it."""
    real = DataFolder(tmp_path / "Mavis")
    real.root.mkdir()
    real.lesson.write_text("{}", encoding="utf-8")
    real.database.write_text("records", encoding="utf-8")

    with pytest.raises(UserError, match="training_folder_taken"):
        Training(real, SettableClock()).clear()
    assert real.database.read_text(encoding="utf-8") == "records"


def test_the_training_folder_lies_beside_the_real_one(tmp_path: Path) -> None:
    """Never inside it; and it is its own training folder."""
    real = DataFolder(tmp_path / "Mavis")

    assert real.training.root == tmp_path / "Mavis-training"
    assert real.training.training == real.training
    assert (real.is_training, real.training.is_training) == (False, True)


def test_a_moved_training_folder_is_still_known(tmp_path: Path) -> None:
    """Its numbers are made up under any name."""
    moved = DataFolder(tmp_path / "Saturday")
    moved.root.mkdir()
    moved.lesson.write_text("{}", encoding="utf-8")

    assert moved.is_training


def test_a_file_name_says_training_once(tmp_path: Path) -> None:
    """A file is marked, a marked one and a folder that is there are left alone."""
    assert training_name(tmp_path / "counts.xlsx").name == "TRAINING-counts.xlsx"
    assert training_name(tmp_path / "training-mine.xlsx").name == "training-mine.xlsx"
    assert training_name(tmp_path) == tmp_path
