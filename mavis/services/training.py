"""Training: a folder of its own where everybody is made up, how far a learner has come, and a clock that runs ahead.

Nothing here knows the folder of the real records; ``DataFolder.training`` is beside it, and all paths start there.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass, fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.errors import UserError
from mavis.system.files import file_failure, write_whole

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mavis.system.clock import Clock
    from mavis.system.paths import DataFolder


@dataclass(frozen=True, slots=True)
class Lesson:
    """How far a learner has come.

    ``ready`` is False until all made-up people are there. ``step`` is the step of the guide, empty before the first;
    ``resting`` says that the guide was put aside. The clock of training runs ``minutes_ahead`` of the real one.
    """

    ready: bool = False
    step: str = ""
    resting: bool = False
    minutes_ahead: int = 0


class Training:
    """The lesson of one training folder, kept in it, so that a learner can stop and go on another day."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        """Read the lesson; a folder without one, or with a damaged one, begins anew. ``clock`` is the real one."""
        self.folder = folder
        self._clock = clock
        self.lesson = _read(folder.lesson)

    def keep(self, **changes: Any) -> Lesson:
        """Change the lesson and write it at once, for example ``keep(step="tally")``.

        Raises:
            StorageError: the disk refuses; nothing is changed.
        """
        changed = replace(self.lesson, **changes)
        if changed != self.lesson:
            self._put(changed)
        return changed

    def now(self) -> datetime:
        """The present instant of the training night."""
        return self._clock() + timedelta(minutes=self.lesson.minutes_ahead)

    def let_pass(self, minutes: int) -> None:
        """Let some minutes of the training night pass at once.

        Raises:
            StorageError: the disk refuses; no time has passed.
        """
        self.keep(minutes_ahead=self.lesson.minutes_ahead + minutes)

    def clear(self) -> None:
        """Throw everything in the training folder away, for a fresh start; the folder itself and its lock stay.

        Raises:
            UserError: the folder was not made by training, so nothing in it is touched.
            StorageError: the disk refuses.
        """
        check_training_folder(self.folder)
        try:
            for path in self.folder.root.iterdir():
                if path not in {self.folder.lock, self.folder.lesson}:
                    _remove(path)
        except OSError as failure:
            raise file_failure(failure) from failure
        self._put(Lesson())

    def _put(self, lesson: Lesson) -> None:
        write_whole(self.folder.lesson, json.dumps(asdict(lesson)).encode("utf-8"))
        self.lesson = lesson


def check_training_folder(folder: DataFolder) -> None:
    """Refuse a folder that holds anything that training did not make; an empty one is fine.

    Raises:
        UserError: it is a link to somewhere else, or holds other files.
    """
    if folder.root.is_symlink() or folder.training != folder:
        raise UserError("training_folder_taken")
    others = [path for path in folder.root.iterdir() if path != folder.lock]
    if others and not folder.lesson.is_file():
        raise UserError("training_folder_taken")


def _read(path: Path) -> Lesson:
    try:
        plain = json.loads(path.read_bytes())
        known = {name: plain[name] for name in (field.name for field in fields(Lesson)) if name in plain}
        lesson = Lesson(**known)
    except (OSError, ValueError, TypeError):
        return Lesson()
    return lesson if _is_whole(lesson) else Lesson()


def _is_whole(lesson: Lesson) -> bool:
    """Whether each value is of its kind; the file may have been changed by hand."""
    return all(type(getattr(lesson, field.name)) is type(field.default) for field in fields(Lesson))


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
