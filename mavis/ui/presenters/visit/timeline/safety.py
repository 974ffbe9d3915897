"""What the timeline tells of an assault, a spiking, a refusal of care, and of somebody's power to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.clinical.agreed_later import agreed_later
from mavis.domain.record.answers import known
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside, opening
from mavis.ui.presenters.visit.timeline.happening import Happening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.domain.visit.visit import Visit


def safety_happenings(visit: Visit, name_of: Callable[[str], str]) -> Iterator[Happening]:
    """What was done to the person when a time is known, then what they decided; ``name_of`` names one of the crew."""
    yield from _harm(visit)
    refusal, capacity = visit.refusal, visit.capacity
    if refusal is not None:
        later = agreed_later(visit)
        named = ((inside(label(each)), each in later) for each in refusal.refused)
        what = _row(*(words("safety.happened.at_first", what=each) if taken else each for each, taken in named))
        said = words("safety.happened.refusal", what=what) if what else words("safety.happened.refusal_only")
        seen = words("safety.happened.seen_by", who=refusal.witnessed_by) if refusal.witnessed_by else ""
        yield Happening(refusal.at, "note", said, _row(refusal.advised, name_of(refusal.by), seen, apart=" · "))
    if capacity is not None and capacity.can_decide is not None:
        said = words("safety.happened.capacity", answer=label(capacity.can_decide).lower())
        yield Happening(capacity.at, "speech", said, _row(capacity.decision, name_of(capacity.by), apart=" · "))


def _harm(visit: Visit) -> Iterator[Happening]:
    assault, spiking = visit.assault, visit.spiking
    if assault is not None and assault.at is not None:
        place = known(assault.place)
        detail = _row(*(inside(label(each)) for each in assault.methods), inside(label(place)) if place else "")
        yield Happening(assault.at, "warning", words("safety.happened.assault"), opening(detail))
    if spiking is not None and spiking.happened_at is not None:
        route = known(spiking.route)
        detail = _row(label(route) if route else "", spiking.which_symptoms)
        yield Happening(spiking.happened_at, "bottle", words("safety.happened.spiking"), detail)


def _row(*parts: str, apart: str = ", ") -> str:
    return apart.join(part for part in parts if part)
