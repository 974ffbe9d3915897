"""What can go wrong and what hides the screen: the veil, the lock, a full disk, a power cut in the middle of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import StorageError
from mavis.ui.show import demo_night as night

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes.stage import Scene, Stage


class _Disk:
    """A disk that is full until somebody makes room."""

    full = True

    def save(self) -> None:
        """Write, or refuse as a full disk does."""
        if self.full:
            raise StorageError("disk_full")


def failing(stage: Stage) -> Iterator[Scene]:
    """Leave the laptop alone, fill its disk, cut its power; ends on the board with everybody still there."""
    stage.leave_alone()
    yield stage.at("veil", "veil")
    stage.act("Space")
    stage.lock()
    yield stage.at("unlock-overdue", "unlock")
    stage.act(f"'{night.OPENS_WITH}'")
    stage.come_in()
    yield from _full_disk(stage)
    stage.act("Ctrl+N D T M 'half a na")
    stage.cut_the_power(minutes=3)
    yield stage.at("unlock-after-crash", "unlock")
    stage.act(f"'{night.OPENS_WITH}'")
    stage.come_in()
    yield stage.at("board-left-open", "board")
    yield stage.at("board-after-crash", "board", after="Esc")


def _full_disk(stage: Stage) -> Iterator[Scene]:
    disk, saves = _Disk(), stage.session.desk.saves
    saves.put(disk.save)
    stage.until(lambda: saves.failure is not None)
    yield stage.at("board-disk-full", "board")
    stage.session.lock()
    yield stage.at("veil-disk-full", "veil")
    stage.act("Space")
    disk.full = False
    stage.window.status.slot.click()
