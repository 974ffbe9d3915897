"""The doors to slow work: changes go in order, questions may overtake, long searches keep out of the way of both.

All answer on the GUI thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Doors(Protocol):
    """What a presenter needs to have work done away from the window."""

    def change(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that writes, after all changes before it."""

    def query(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that only reads."""

    def search(
        self, job: Callable[[], Result], done: Callable[[Result], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do a job that reads for a long time; no question waits for it."""
