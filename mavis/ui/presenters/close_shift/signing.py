"""The act of closing: after all that was typed is saved, and again when a step of it failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.errors import MavisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.shift.shift import Shift
    from mavis.services.closing import ClosedShift
    from mavis.ui.presenters.desk.tonight import Desk


class Signing:
    """Knows the shift that is signed off, which the desk holds no more from the moment that begins."""

    def __init__(self, desk: Desk) -> None:
        """Nothing is closed yet."""
        self._desk = desk
        self.is_running = False
        self.shift: Shift | None = None
        """The shift as it was when its closing began last."""

    @property
    def is_over(self) -> bool:
        """Whether the shift is signed off for good, as far as is known, even when a later step failed."""
        return self.shift is not None and not self.is_running and self._desk.shift is None

    def begin(
        self, done: Callable[[ClosedShift], None], failed: Callable[[Exception], None], begun: Callable[[], None]
    ) -> None:
        """Wait until all is saved, then close; ``begun`` comes between the two, and the desk may be emptied then."""
        saves = self._desk.saves
        if saves.failure is not None:
            failed(saves.failure)
            return

        def sign(_saved: None) -> None:
            self.shift = self._desk.shift or self.shift
            if self.shift is not None:
                self.is_running = True
                saves.put(self._job(self.shift.id), take, fail)
                begun()

        def take(result: ClosedShift | MavisError) -> None:
            self.is_running = False
            if isinstance(result, MavisError):
                failed(result)
            else:
                done(result)

        def fail(failure: Exception) -> None:
            self.is_running = False
            failed(failure)

        saves.put(_nothing, sign)

    def _job(self, shift_id: str) -> Callable[[], ClosedShift | MavisError]:
        session = self._desk.session

        def close() -> ClosedShift | MavisError:
            try:
                return session.closing.close(session.actor, shift_id)
            except MavisError as failure:  # the line of saves must not wait for what is tried again by hand
                return failure

        return close


def _nothing() -> None:
    """Everything before is saved."""
