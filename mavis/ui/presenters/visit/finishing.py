"""Finishing a visit while somebody would call 999 for it: the same key asks once more, and then does as it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.left_flagged import left_in_emergency
from mavis.system.wording import words
from mavis.ui.presenters.shared.names import few

if TYPE_CHECKING:
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit


class Finishing:
    """Asks once about each state of a record; whoever changes something and finishes then is asked anew."""

    def __init__(self, rules: FlagRules) -> None:
        """Nothing was asked yet."""
        self._rules = rules
        self._asked: Visit | None = None

    def asks(self, visit: Visit) -> str:
        """What is to be answered by finishing once more; empty when nothing is, or it was asked already."""
        if self._asked == visit or not left_in_emergency(visit, self._rules):
            return ""
        self._asked = visit
        return self.sentence(visit)

    def sentence(self, visit: Visit) -> str:
        """What was asked about the record as it stands, for the foot of the page; empty when nothing was."""
        if self._asked != visit:
            return ""
        key = "visit.emergency.called" if visit.ambulance_requested_at else "visit.emergency.open"
        return words(key, names=few([rule.name for rule in left_in_emergency(visit, self._rules)]))
