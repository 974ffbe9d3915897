"""What somebody said no to at first, and then went with all the same: how they left shows it (domain.md 2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.care import Refused
from mavis.domain.record.outcome import Outcome

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_SHOWN_BY = {
    Refused.AMBULANCE: frozenset({Outcome.AMBULANCE_CONVEYED}),
    Refused.HOSPITAL: frozenset({Outcome.AMBULANCE_CONVEYED, Outcome.OWN_TRANSPORT_TO_ED}),
}


def agreed_later(visit: Visit) -> frozenset[Refused]:
    """What they refused that their way of leaving shows they took in the end; the refusal itself stays on record."""
    refused = visit.refusal.refused if visit.refusal is not None else ()
    return frozenset(each for each in refused if visit.outcome in _SHOWN_BY.get(each, ()))
