"""The talk about alcohol of one visit: what an answer, a key or a typed word does; every answer is saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import offer, scored_by, talk_of, tell
from mavis.domain.shift.night import night_of
from mavis.domain.visit.brief_intervention import Frames, InterventionStatus
from mavis.system.wording import words
from mavis.ui.presenters.desk.carers import carer_name
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.alcohol import answers
from mavis.ui.presenters.visit.alcohol.drinks import DrinksPresenter
from mavis.ui.presenters.visit.alcohol.pages import CONSENT, NO, OFFER, SUMMARY, WHO, PageKind
from mavis.ui.presenters.visit.alcohol.place import TalkPlace
from mavis.ui.presenters.visit.alcohol.said import said_words, with_referral
from mavis.ui.presenters.visit.alcohol.typed import NotReadableError, typed_value
from mavis.ui.presenters.visit.alcohol.words import title_words
from mavis.ui.presenters.visit.question import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.brief_intervention import BriefIntervention
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage


class AlcoholPresenter:
    """The section *Alcohol* of the visit that is shown."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands."""
        self.desk = desk
        self.place = TalkPlace(visit)
        self.drinks = DrinksPresenter(desk, visit)
        self.is_given = False
        """Whether the visitor has the screen, and turns the pages."""
        self._visit = visit
        self.stopped = ""
        """The id of the visit of whoever stopped just now, until the section is left."""

    @property
    def visit(self) -> Visit:
        """The record as it stands."""
        return self._visit()

    @property
    def talk(self) -> BriefIntervention:
        """The talk as it is recorded."""
        return talk_of(self.visit)

    @property
    def page(self) -> TalkPage:
        """The page that is asked now."""
        return self.place.page

    @property
    def codes(self) -> tuple[str, ...]:
        """The choices of the page; who talked is one of the crew, and first whoever is signed in."""
        if self.page != WHO:
            return self.page.codes
        shift, here = self.desk.shift, self.desk.session.actor.id
        crew = [member.person for member in shift.crew if member.until is None] if shift else []
        return tuple(dict.fromkeys((here, *crew)))

    @property
    def chosen(self) -> frozenset[str]:
        """The choices that the record holds; where only one person can have talked, that one stands chosen."""
        alone = self.page == WHO and len(self.codes) == 1
        return self._held or (frozenset(self.codes) if alone else frozenset())

    @property
    def _held(self) -> frozenset[str]:
        return answers.chosen(self.page, self.visit)

    def name_of(self, person: str) -> str:
        """The short name of somebody of the crew."""
        return carer_name(self.desk, person) or person

    def choose(self, code: str, on: bool) -> None:
        """Choose an answer or take it back; a page with one answer is done by it."""
        page = self.page
        on = on or (page == WHO and code not in self._held)  # who stands chosen by being alone is not taken back
        desk, visit = self.desk, self.visit
        moment = Moment(desk.clock(), desk.session.actor, desk.new_id, desk.reference.flags)
        edit = answers.choose(page, code, on, moment, visit)
        said = said_words(page, code, visit, self.name_of, stands=on)
        self._edit(edit, with_referral(said, visit, edit(visit)), page)
        if on and page.kind is PageKind.ONE and (page, code) != (CONSENT, NO):
            self.place.step(1)  # a no to passing on the name is seen, and Enter goes on: N means more on other pages

    def choose_usual(self) -> bool:
        """Enter: the usual answer to a page that has one and is still open (who talked: whoever is signed in)."""
        usual = {"tool": "audit-c", "who": self.desk.session.actor.id}.get(self.page.id, "")
        if not usual or self._held or usual not in self.codes:
            return False
        self.choose(usual, on=True)
        return True

    def tick_all(self) -> None:
        """Say that every part of the talk was done; the page stays, to be seen, until Enter."""
        self._edit(tell(frames=tuple(Frames)), words("alcohol.said.all_parts"), self.page)

    def skip(self, *, refused: bool) -> bool:
        """Leave a page open because nobody knows or says; a talk that is refused is declined."""
        page = self.page
        if page == OFFER and refused:
            self.choose("no", on=True)
            return True
        if not page.skips or page.kind is not PageKind.ONE:
            return False
        for code in self.chosen:
            self.choose(code, on=False)
        self.place.step(1)
        return True

    def write(self, text: str) -> None:
        """Keep words as they are typed."""
        page = self.page
        said = words(f"alcohol.said.{page.id}")
        self._edit(answers.write(page, text), said, page, thread=f"alcohol {page.id}")

    def type_other(self, text: str) -> str:
        """Take minutes or a day of one's own; returns what is wrong with the words, nothing when they are taken."""
        page = self.page
        try:
            edit, said = typed_value(page, text, night_of(self.visit.arrived_at))
        except NotReadableError as wrong:
            return str(wrong)
        self._edit(edit, said, page, thread=f"alcohol {page.id}")
        return ""

    def stop_early(self) -> None:
        """Say that the person stopped before the end: the talk stays begun, is not counted, and can be gone on with."""
        self.stopped = self.visit.id
        self.desk.tell(Touched(visit=self.visit.id, said=words("alcohol.said.stopped")))

    def finish(self) -> None:
        """Say that the talk is done, when it was begun and not stopped early."""
        stopped, self.stopped = self.stopped == self.visit.id, ""
        if self.talk.status is InterventionStatus.STARTED and not stopped:
            edit = offer(InterventionStatus.COMPLETED, self.desk.clock())
            self._edit(edit, words("alcohol.said.completed"), SUMMARY)

    def _edit(self, edit: VisitEdit, said: str, page: TalkPage, *, thread: str = "") -> None:
        self.place.stay(page)  # the edit is told at once, and the page is drawn anew
        scored = scored_by(self.desk.reference.alcohol, edit)
        self.desk.edit(self.visit.id, scored, said, thread=thread)
        self.place.go_to(page.id)


def go_past(talk: AlcoholPresenter) -> bool:
    """Turn to the next page; a question with choices that nobody answered is told, so that none is passed by a slip."""
    page, is_open = talk.page, not answers.is_answered(talk.page, talk.visit)
    moved = talk.place.step(1)
    if moved and is_open and page.kind in (PageKind.ONE, PageKind.ANY):
        said = words("alcohol.said.left_open", question=title_words(page, talk.visit))
        talk.desk.tell(Touched(visit=talk.visit.id, said=said, not_done=True))
    return moved
