"""Which parts *Safety and referrals* has, and which of them a visit asks for by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.domain.visit.visit import Visit

CHILD = frozenset({AgeBand.UNDER_16, AgeBand.FROM_16})
"""Under 18 is a child."""


def _assault(visit: Visit) -> bool:
    return visit.assault is not None or Presentation.ASSAULT in visit.needs


def _spiking(visit: Visit) -> bool:
    return visit.spiking is not None or Presentation.SUSPECTED_SPIKING in visit.needs


def _refusal(visit: Visit) -> bool:
    return visit.refusal is not None or Outcome.LEFT_AGAINST_ADVICE is visit.outcome


def _capacity(visit: Visit) -> bool:
    return visit.capacity is not None


def _safeguarding(visit: Visit) -> bool:
    harmed = {Presentation.SEXUAL_ASSAULT, Presentation.DOMESTIC_ABUSE} & set(visit.needs)
    kept = any(note.about is not None for note in visit.notes)
    return kept or visit.safeguarding is not None or bool(harmed) or visit.age_band in CHILD


def _referrals(visit: Visit) -> bool:
    return bool(visit.referrals)


PARTS: Mapping[str, Callable[[Visit], bool]] = {
    "assault": _assault,
    "spiking": _spiking,
    "refusal": _refusal,
    "capacity": _capacity,
    "safeguarding": _safeguarding,
    "referrals": _referrals,
}
"""The parts in the order of the page, by name, and whether a visit asks for each: it needs it or holds some of it."""


def asked_for(visit: Visit) -> set[str]:
    """The names of the parts that a visit asks for by itself."""
    return {name for name, asks in PARTS.items() if asks(visit)}


def still_to_ask(visit: Visit) -> str:
    """Which parts are asked for and have nothing written yet, by their names in order; empty for none."""
    waiting = [name for name, asks in PARTS.items() if asks(visit) and not getattr(visit, name)]
    named = ", ".join(words(f"chips.safety.part.{name}") for name in waiting)
    return words("safety.still_to_ask", what=named) if named else ""


def safety_note(visit: Visit) -> str:
    """What the rail says of the section: that a part asked for holds nothing yet; else how many hold something."""
    if still_to_ask(visit):
        return words("safety.rail.asked")
    blocks = (visit.assault, visit.spiking, visit.refusal, visit.capacity, visit.safeguarding, visit.referrals or None)
    written = sum(block is not None for block in blocks)
    return words("safety.rail.written", count=written) if written else ""
