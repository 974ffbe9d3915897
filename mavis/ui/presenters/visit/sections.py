"""Which section of a visit follows another, and which ones a visit asks for by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.presentation import Presentation, Substance
from mavis.ui.presenters.visit.question import Section

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

_DRINK = frozenset({Presentation.ALCOHOL_INTOXICATION})
_DANGER = frozenset(
    {
        Presentation.ASSAULT,
        Presentation.SEXUAL_ASSAULT,
        Presentation.DOMESTIC_ABUSE,
        Presentation.SUSPECTED_SPIKING,
    }
)
_CHILD = frozenset({AgeBand.UNDER_16, AgeBand.FROM_16})


def asks_for(visit: Visit, section: Section) -> bool:
    """Whether a visit asks for a section: drink for *Alcohol*, harm by others or a child for *Safety*; else always."""
    needs = frozenset(visit.needs)
    if section is Section.ALCOHOL:
        return bool(needs & _DRINK) or Substance.ALCOHOL in visit.substances or visit.abi is not None
    if section is Section.SAFETY:
        blocks = (visit.assault, visit.spiking, visit.safeguarding, visit.refusal, visit.capacity)
        recorded = bool(visit.referrals) or any(block is not None for block in blocks)
        return bool(needs & _DANGER) or visit.age_band in _CHILD or recorded
    return True


def after_the_head(section: Section, visit: Visit) -> Section:
    """Where to go on from name and looks: where one came from, and from arrival to triage as long as it is not set."""
    return Section.TRIAGE if section is Section.ARRIVAL and visit.triage is None else section


def after_the_list(section: Section, visit: Visit) -> Section:
    """Where to go on once somebody known was taken from the list: the needs come first, as long as there is none."""
    return after_the_head(section, visit) if visit.needs else section


def next_section(section: Section, visit: Visit) -> Section:
    """The section that Enter leads to: the next one that the visit asks for; the last stays the last.

    Whoever is so far that they have talked about alcohol is led over nothing that comes after it.
    """
    order = list(Section)
    if section is Section.ALCOHOL:
        return Section.SAFETY
    later = order[order.index(section) + 1 :]
    return next((each for each in later if asks_for(visit, each)), order[-1])
