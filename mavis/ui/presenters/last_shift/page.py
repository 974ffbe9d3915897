"""The visits of the shift that was closed last: a line each, those that fit what is typed, and one of them in full.

They are to look at. Nothing here changes a visit: after the close that is an amendment, with a reason.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.access.roles import Right, may
from mavis.domain.clinical.triage_advice import main_need_first
from mavis.domain.record.identity import AgeBand, Gender
from mavis.system.wording import label, words
from mavis.ui.presenters.desk.edit_words import inside, opening
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.last_shift.answers import all_answers
from mavis.ui.presenters.shared.times import clock_text, night_text
from mavis.ui.presenters.visit.timeline.events import timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.last_shift.answers import Answered
    from mavis.ui.presenters.visit.timeline.happening import Happening

    _Found = tuple[Shift | None, tuple[Visit, ...]]


class VisitLine(NamedTuple):
    """A visit in the list: its id, code and looks without a name, and what came of it."""

    visit_id: str
    who: str
    detail: str


class PastVisit(NamedTuple):
    """A visit in full: its code and who it was, the facts without a time, everything that has one, and all answers."""

    title: str
    facts: str
    happenings: tuple[Happening, ...]
    answers: tuple[Answered, ...]


class LastShift:
    """Holds the shift that was over last, once it is read, and the lines that fit what is typed."""

    def __init__(self, desk: Desk, shown: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """``shown`` is called when there are other lines."""
        self._desk = desk
        self._shown = shown
        self._failed = failed
        self._typed = ""
        self._visits: dict[str, Visit] = {}
        self._names: dict[str, str] = {}
        self.shift: Shift | None = None
        self.is_read = False
        self.back = 0
        """How many shifts before the last one."""

    @property
    def may_go_back(self) -> bool:
        """Whether the shifts before the last may be looked at: by those who may put their visits right."""
        return may(self._desk.session.actor.role, Right.AMEND)

    def read(self, back: int = 0) -> None:
        """Read the last shift as the store has it now, or the one so many shifts before it."""
        session = self._desk.session

        def read() -> _Found:
            return session.visits.of_last_shift(session.actor, back) or (None, ())

        self._desk.doors.query(read, partial(self._take, back), self._failed)

    def step(self, by: int) -> None:
        """Go to the shift before the one that is shown, 1, or to the one after it, -1; never beyond the last one."""
        self.read(max(0, self.back + by))

    def find(self, text: str) -> None:
        """Keep to the visits that fit what is typed by code, name or looks."""
        self._typed = text
        self._shown()

    @property
    def title(self) -> str:
        """What the page is called: which night it was, once that is read."""
        if self.shift is None:
            return words("last_shift.title")
        key = "last_shift.title_before" if self.back else "last_shift.title_of"
        return words(key, night=night_text(self.shift.date))

    @property
    def nothing(self) -> str:
        """Why there are no lines; empty while there are, or while nothing is read."""
        if not self.is_read or self.lines:
            return ""
        if self.shift is None:
            return words("last_shift.nothing_yet")
        return words("last_shift.none" if self._visits else "last_shift.nobody")

    @property
    def lines(self) -> tuple[VisitLine, ...]:
        """The visits that fit, by arrival; a name is matched and not shown."""
        wanted = self._typed.strip().casefold()
        return tuple(
            _line(visit, self._back_as(visit))
            for visit in self._visits.values()
            if wanted in f"{visit.code} {visit.name} {visit.label}".casefold()
        )

    def _back_as(self, visit: Visit) -> str:
        """The code of the first visit of that night by the same person; empty when this is the first."""
        known = visit.person_id
        first = next((one for one in self._visits.values() if known is not None and one.person_id == known), visit)
        return "" if first.id == visit.id else first.code

    def visit(self, visit_id: str) -> PastVisit:
        """One of the visits in full."""
        visit = self._visits[visit_id]
        found = timeline(visit, lambda person: self._names.get(person, ""), None, visit.departed_at or visit.arrived_at)
        title = words("last_shift.row", code=visit.code, who=visit.name or visit.label or words("last_shift.no_name"))
        readable = may(self._desk.session.actor.role, Right.READ_SENSITIVE)
        answers = all_answers(visit, self._desk, self._names, readable=readable)
        return PastVisit(title, self._facts(visit), tuple(found), answers)

    def _facts(self, visit: Visit) -> str:
        told = ", ".join(filter(None, (visit.label if visit.name else "", *_age_and_gender(visit))))
        carer = self._names.get(visit.looked_after_by, "")
        facts = [
            words("last_shift.visit.who", who=opening(told)) if told else "",
            words("last_shift.visit.needs", needs=_needs(visit)) if visit.needs else "",
            words("last_shift.visit.found", place=visit.found_location) if visit.found_location else "",
            words("last_shift.visit.looked_after", who=carer.removesuffix(".")) if carer else "",
            opening(words("last_shift.no_outcome")) + "." if visit.is_open else "",
        ]
        return " ".join(filter(None, facts))

    def _take(self, back: int, found: _Found) -> None:
        if back and found[0] is None:
            self._desk.tell(Touched(said=words("last_shift.no_earlier"), not_done=True))
            return
        self.is_read, self.back = True, back
        self.shift, visits = found
        self._visits = {visit.id: visit for visit in visits}
        aboard = {member.person: member.name for member in self.shift.crew} if self.shift else {}
        self._names = aboard | self._desk.names
        self._shown()


def _line(visit: Visit, back_as: str) -> VisitLine:
    hidden = words("last_shift.name_hidden" if visit.name else "last_shift.no_name")
    if back_as:
        hidden = words("last_shift.back_again", code=back_as)
    who = words("last_shift.row", code=visit.code, who=visit.label or hidden)
    category = label(visit.triage.category) if visit.triage else ""
    parts = (category, opening(_needs(visit)), opening(_how(visit)))
    return VisitLine(visit.id, who, " · ".join(filter(None, parts)))


def _age_and_gender(visit: Visit) -> Iterator[str]:
    """What is known of them; that somebody would not say is nothing to know them by."""
    if isinstance(visit.age_band, AgeBand):
        yield words("last_shift.visit.aged", band=inside(label(visit.age_band)))
    if isinstance(visit.gender, Gender):
        yield inside(label(visit.gender))


def _needs(visit: Visit) -> str:
    needs = main_need_first(visit.needs, visit.main_need)
    return _listed(label(need) for need in needs) or words("last_shift.no_needs")


def _how(visit: Visit) -> str:
    if visit.outcome is None:
        return words("last_shift.no_outcome")
    how = words(f"board.left_by.{visit.outcome.value}")
    return words("last_shift.left", how=how, time=clock_text(visit.departed_at)) if visit.departed_at else how


def _listed(texts: Iterable[str]) -> str:
    return words("returning.and").join(inside(text) for text in texts)
