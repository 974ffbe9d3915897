"""The target for oxygen of the person on the page: only a clinician records it, and only with it scale 2 counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.access.roles import Right, may
from mavis.domain.edits import visit as edits
from mavis.domain.record.observation import OxygenTarget
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk


class OxygenTargetPresenter:
    """Whether SpO2 belongs at 88-92 %, by the word of a clinician."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record that is on the page."""
        self._desk = desk
        self._visit = visit

    @property
    def is_set(self) -> bool:
        """Whether a clinician recorded it."""
        return self._visit().oxygen_target is not None

    @property
    def may_set(self) -> bool:
        """Whether whoever is signed in may record it."""
        return may(self._desk.session.actor.role, Right.SET_OXYGEN_TARGET)

    def set(self, *, on: bool) -> None:
        """Record it in one's own name, or take it back; sets that were taken before keep their scores."""
        if self.may_set:
            target = OxygenTarget(self._desk.session.actor.id, self._desk.clock()) if on else None
            said = words("observations.said_target" if on else "observations.said_no_target")
            self._desk.edit(self._visit().id, edits.answer(oxygen_target=target), said)
