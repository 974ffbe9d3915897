"""Saves in line: in order, none dropped, and nothing called saved that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from mavis.domain.errors import StorageError, UserError
from mavis.ui.presenters.desk.saving import SaveQueue

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class HeldDoors:
    """Doors that do nothing until the test lets the next job through."""

    def __init__(self) -> None:
        """Nothing is waiting."""
        self.held: list[Callable[[], None]] = []

    def change(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Keep a job for later."""

        def do() -> None:
            try:
                result = job()
            except (StorageError, UserError, KeyError) as failure:
                failed(failure)
            else:
                done(result)

        self.held.append(do)

    query = search = change
    """Keep a question for later."""

    def let_through(self) -> None:
        """Do the job that came first."""
        self.held.pop(0)()


class Disk:
    """Keeps what is saved in order; full as long as the test says so."""

    def __init__(self) -> None:
        """Empty, and not full."""
        self.saved: list[str] = []
        self.full = False

    def save(self, what: str) -> Callable[[], str]:
        """The job that saves it."""

        def job() -> str:
            if self.full:
                raise StorageError("disk_full", free="0 MB")
            self.saved.append(what)
            return what

        return job


def refused() -> str:
    """A job that the store refuses for good.

    Raises:
        UserError: always.
    """
    raise UserError("no_right")


def broken() -> str:
    """A job with a bug in it.

    Raises:
        KeyError: always.
    """
    raise KeyError("bug")


def test_saves_are_made_one_after_the_other_in_order() -> None:
    """The second is not even begun before the first is on the disk; each gets its own result."""
    doors, disk, got = HeldDoors(), Disk(), list[str]()
    line = SaveQueue(doors)
    for what in ("a", "b", "c"):
        line.put(disk.save(what), got.append)
    assert (len(doors.held), line.waiting) == (1, 3)
    for left in (2, 1, 0):
        doors.let_through()
        assert line.waiting == left

    assert disk.saved == got == ["a", "b", "c"]


def test_a_full_disk_keeps_everything_in_line_until_it_is_tried_again() -> None:
    """What came meanwhile waits behind; nothing is lost or doubled."""
    doors, disk = HeldDoors(), Disk()
    line = SaveQueue(doors)
    disk.full = True
    line.put(disk.save("a"))
    doors.let_through()
    line.put(disk.save("b"))
    states = [(line.waiting, line.failure is None, len(doors.held))]
    line.retry()
    doors.let_through()
    states.append((line.waiting, line.failure is None, len(doors.held)))
    disk.full = False
    line.retry()
    doors.let_through()
    doors.let_through()
    states.append((line.waiting, line.failure is None, len(doors.held)))

    assert states == [(2, False, 0), (2, False, 0), (0, True, 0)]
    assert disk.saved == ["a", "b"]


def test_a_save_that_is_refused_is_raised_and_the_line_goes_on() -> None:
    """A refusal will not be cured by waiting."""
    doors, disk = HeldDoors(), Disk()
    line = SaveQueue(doors)
    line.put(refused)
    line.put(disk.save("b"))
    with pytest.raises(UserError, match="no_right"):
        doors.let_through()
    doors.let_through()

    assert disk.saved == ["b"]


def test_a_bug_goes_to_whoever_shows_what_is_kept_and_the_line_goes_on() -> None:
    """A bug is not cured by waiting either, and whoever tells of it may save something at once."""
    doors, disk = HeldDoors(), Disk()
    line = SaveQueue(doors)
    told: list[str] = []

    def tell(failure: Exception) -> None:
        told.append(type(failure).__name__)
        line.put(disk.save("c"))

    line.on_refusal = tell
    line.put(broken)
    line.put(disk.save("b"))
    while doors.held:
        doors.let_through()

    assert (told, disk.saved, line.waiting) == (["KeyError"], ["b", "c"], 0)


def test_the_screen_is_told_of_each_turn() -> None:
    """Waiting, saved; waiting, failed."""
    doors, disk = HeldDoors(), Disk()
    line = SaveQueue(doors)
    told: list[tuple[int, bool]] = []
    line.on_state = lambda: told.append((line.waiting, line.failure is not None))
    line.put(disk.save("a"))
    doors.let_through()
    disk.full = True
    line.put(disk.save("b"))
    doors.let_through()

    assert told == [(1, False), (0, False), (1, False), (1, True)]
