"""Who of tonight's visitors was here before: asked behind the scenes, and again when the record says something new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.people.returning import AdviceDue, is_about_drink, offered_at
from mavis.domain.people.visiting import is_own
from mavis.domain.shift.night import night_of
from mavis.system.wording import sentence, words
from mavis.ui.presenters.board.sign import Sign
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.shared.times import clock_text, date_text

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit
    from mavis.services.visitors import Met
    from mavis.ui.presenters.desk.tonight import Desk


class Returners:
    """Keeps what the desk knows of returning visitors up to date."""

    def __init__(self, desk: Desk) -> None:
        """Listen to the desk for as long as it lives."""
        self._desk = desk
        self._asked: dict[str, tuple[object, ...]] = {}
        self._failed: set[str] = set()
        """Whom the records could not tell of: asked for again with the next change, and not because that was said."""
        desk.subscribe(self._touched)

    def _touched(self, touched: Touched) -> None:
        visits = self._desk.visits
        ids = (touched.visit,) if touched.visit else tuple(visits)
        if not touched.said:
            for visit_id in self._failed.intersection(ids):
                self._failed.remove(visit_id)
                self._asked.pop(visit_id, None)
        for visit_id in ids:
            if visit_id in visits:
                self._ask(visits[visit_id])

    def _ask(self, visit: Visit) -> None:
        """Ask the records once for each state of a visit that makes a difference."""
        state = (visit.person_id, is_about_drink(visit), offered_at(visit) is not None)
        if visit.person_id is None or is_own(visit) or self._asked.get(visit.id) == state:
            return
        self._asked[visit.id] = state
        session = self._desk.session
        self._desk.doors.query(
            lambda: session.visitors.met(session.actor, visit),
            lambda met: self._take(visit.id, met),
            lambda failure: self._fail(visit.id, failure),
        )

    def _fail(self, visit_id: str, failure: Exception) -> None:
        self._failed.add(visit_id)
        self._desk.tell(Touched(said=sentence(failure), not_done=True))

    def _take(self, visit_id: str, met: Met | None) -> None:
        if met is not None and self._desk.met.get(visit_id) != met:
            self._desk.met[visit_id] = met
            self._desk.tell(Touched(visit=visit_id))


def met_in(desk: Desk, visit: Visit) -> Met | None:
    """What is known of the person of a visit; None for somebody who is not linked, or not asked about yet."""
    linked = visit.person_id is not None and not is_own(visit)
    return desk.met.get(visit.id) if linked else None


def alerts(desk: Desk, visit: Visit) -> list[str]:
    """What the crew must know before they go near somebody, as it is in force tonight."""
    met = met_in(desk, visit)
    return [alert.reason for alert in met.person.alerts_on(night_of(desk.clock()))] if met else []


def returning_signs(desk: Desk, visit: Visit) -> list[Sign]:
    """The signs for the card: an alert, brief advice that is due, seen before."""
    met = met_in(desk, visit)
    if met is None:
        return []
    signs = [Sign("warning", reason, "red") for reason in alerts(desk, visit)[:1]]
    if met.returning.advice is AdviceDue.DUE:
        signs.append(Sign("speech_lines", words("returning.card.advice_due"), "amber"))
    if met.returning.is_reattendance:
        signs.append(Sign("returning", words("returning.card.again_tonight")))
    elif met.returning.is_repeat:
        signs.append(Sign("returning", words("returning.card.seen")))
    return signs


def looks_before(desk: Desk, visit: Visit) -> str:
    """How the person of a visit looked when they were last here, tonight or on another night; empty when unknown."""
    met = met_in(desk, visit)
    if met is None:
        return ""
    earlier = met.returning.last_tonight
    return (earlier.label if earlier else "") or met.person.description


def story(met: Met) -> str:
    """How often the person was here, and when last."""
    found = met.returning
    said = [_tonight(found.last_tonight)] if found.last_tonight is not None else []
    if found.is_repeat and found.last_seen is not None:
        said.append(words("returning.story.seen", n=found.nights, last=date_text(found.last_seen)))
    elif not said:
        said.append(words("returning.story.known"))
    return " ".join(said)


def _tonight(earlier: Visit) -> str:
    """When they were here earlier tonight, and as which visit."""
    start, end = clock_text(earlier.arrived_at), earlier.departed_at
    if end is None:
        return words("returning.story.tonight_open", code=earlier.code, start=start)
    return words("returning.story.tonight", code=earlier.code, start=start, end=clock_text(end))


def advice(met: Met) -> str:
    """When brief advice was last offered; nothing where it is due, which the way to it says, or not asked for."""
    found = met.returning
    if found.advice is not AdviceDue.OFFERED_BEFORE or found.last_offered is None:
        return ""
    return words("returning.advice.offered_before", offered=date_text(found.last_offered))
