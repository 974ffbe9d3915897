"""The talk about alcohol of one visit: which page is asked, what an answer does, and where it is taken up again.

Every answer is saved at once. Where somebody is in the talk is remembered for each visit; after a crash the page behind
the last answer is the one to go on with.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.alcohol_edits import offer, talk_of, tell
from mavis.domain.brief_intervention import Frames, InterventionStatus
from mavis.domain.night import night_of
from mavis.system.wording import words
from mavis.ui.presenters import alcohol_answers as answers
from mavis.ui.presenters.alcohol_drinks import DrinksPresenter
from mavis.ui.presenters.alcohol_pages import FOLLOW_UP, LENGTH, OFFER, SUMMARY, TOOL, WHO, PageKind, asked_pages, path
from mavis.ui.presenters.alcohol_words import answer_words, day_words, title_words
from mavis.ui.presenters.edit_words import chosen_words
from mavis.ui.presenters.start_days import typed_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.brief_intervention import BriefIntervention
    from mavis.domain.visit import Visit
    from mavis.domain.visit_edits import VisitEdit
    from mavis.ui.presenters.alcohol_pages import TalkPage
    from mavis.ui.presenters.desk import Desk

_LONGEST_TALK = 240
"""Minutes; more is a slip."""
_A_YEAR = timedelta(days=366)


class AlcoholPresenter:
    """The section *Alcohol* of the visit that is shown."""

    def __init__(self, desk: Desk, visit: Callable[[], Visit], give_screen: Callable[[], None] = lambda: None) -> None:
        """``visit`` gives the record as it stands."""
        self.desk = desk
        self._visit = visit
        self._places: dict[str, str] = {}
        self._seen: tuple[str, frozenset[str]] = ("", frozenset())
        self._stopped: set[str] = set()
        self.give_screen = give_screen
        """Lets the visitor answer by themselves."""
        self.drinks = DrinksPresenter(desk, visit)

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
        """The page that is asked now: where somebody was, else the one behind the last answer."""
        pages, wanted = path(self.visit), self._places.get(self.visit.id)
        return next((page for page in pages if page.id == wanted), None) or self._to_resume()

    @property
    def place(self) -> tuple[int, int]:
        """Which page of how many this is."""
        pages = path(self.visit)
        return pages.index(self.page) + 1, len(pages)

    @property
    def asked_place(self) -> tuple[int, int]:
        """Which question of the questionnaire this is, of how many; behind the last one, one more."""
        asked = tuple(asked_pages(self.talk))
        return (asked.index(self.page) if self.page in asked else len(asked)) + 1, len(asked)

    @property
    def codes(self) -> tuple[str, ...]:
        """The choices of the page; who talked is one of the crew, and first whoever is signed in."""
        return self._crew() if self.page == WHO else self.page.codes

    @property
    def chosen(self) -> frozenset[str]:
        """The choices that the record holds."""
        return answers.chosen(self.page, self.visit)

    def name_of(self, person: str) -> str:
        """The short name of somebody of the crew."""
        return self.desk.names.get(person, person)

    def follow(self) -> None:
        """Look where the record is: an answer that was undone elsewhere is asked for again."""
        pages, visit = path(self.visit), self.visit
        answered = frozenset(page.id for page in pages if answers.is_answered(page, visit))
        known, before = self._seen
        gone = [page.id for page in pages if page.id in before - answered] if known == visit.id else []
        if gone:
            self._places[visit.id] = gone[0]
        self._seen = (visit.id, answered)

    def go_to(self, page_id: str) -> None:
        """Ask this page, for example from the list of answers."""
        self._places[self.visit.id] = page_id

    def forward(self) -> bool:
        """On to the next page; False from the last one, and from an offer that nobody answered."""
        return self._step(1)

    def back(self) -> bool:
        """One page back; False from the first."""
        return self._step(-1)

    def choose(self, code: str, on: bool) -> None:
        """Choose an answer or take it back; a page with one answer is done by it."""
        page = self.page
        self._edit(answers.choose(page, code, on, self.desk.clock(), self.visit), self._said(page, code, on), page)
        if on and page.kind is PageKind.ONE:
            self._step_from(page)

    def choose_usual(self) -> bool:
        """Enter: the usual answer to a page that has one and is still open (who talked: whoever is signed in)."""
        usual = {"tool": "audit-c", "who": self.desk.session.actor.id}.get(self.page.id, "")
        if not usual or self.chosen or usual not in self.codes:
            return False
        self.choose(usual, on=True)
        return True

    def begin_to_ask(self) -> None:
        """From the choice of a questionnaire on to its first question."""
        if self.page == TOOL and not self.choose_usual():
            self.forward()

    def tick_all(self) -> None:
        """Say that every part of the talk was done, and go on."""
        page = self.page
        self._edit(tell(frames=tuple(Frames)), words("alcohol.said.all_parts"), page)
        self._step_from(page)

    def skip(self, *, refused: bool) -> bool:
        """Leave a page open because nobody knows or says; a talk that is refused is declined."""
        page = self.page
        if page == OFFER and refused:
            self.choose("no", on=True)
            return True
        if not page.skips or page.kind is not PageKind.ONE:
            return False
        for code in self.chosen:
            self._edit(
                answers.choose(page, code, False, self.desk.clock(), self.visit), self._said(page, code, False), page
            )
        self._step_from(page)
        return True

    def write(self, text: str) -> None:
        """Keep words as they are typed."""
        page = self.page
        said = words(f"alcohol.said.{page.id}")
        self._edit(answers.write(page, text), said, page, thread=f"alcohol {page.id}")

    def type_other(self, text: str) -> str:
        """Take minutes or a day of one's own; returns what is wrong with the words, nothing when they are taken."""
        page = self.page
        if page == LENGTH:
            return self._type_minutes(text)
        return self._type_day(text) if page == FOLLOW_UP else ""

    def finish(self) -> None:
        """Say that the talk is done, when it was begun and not stopped early."""
        stopped = self.visit.id in self._stopped
        self._stopped.discard(self.visit.id)
        if self.talk.status is InterventionStatus.STARTED and not stopped:
            edit = offer(InterventionStatus.COMPLETED, self.desk.clock())
            self._edit(edit, words("alcohol.said.completed"), SUMMARY)

    def stop_early(self) -> None:
        """Say that the person stopped before the end: the talk stays begun and is not counted."""
        self._stopped.add(self.visit.id)

    def _type_minutes(self, text: str) -> str:
        if not text.strip().isdigit() or not 0 < int(text) <= _LONGEST_TALK:
            return words("alcohol.wrong.minutes", most=_LONGEST_TALK)
        said = words("alcohol.said.minutes", minutes=int(text))
        self._edit(tell(minutes=int(text)), said, LENGTH, thread="alcohol minutes")
        return ""

    def _type_day(self, text: str) -> str:
        night = night_of(self.visit.arrived_at)
        day = typed_day(text, night + _A_YEAR / 2)
        if day is None or not night < day <= night + _A_YEAR:
            return words("alcohol.wrong.day")
        said = words("alcohol.said.day", day=day_words(day))
        self._edit(tell(follow_up=day), said, FOLLOW_UP, thread="alcohol day")
        return ""

    def _edit(self, edit: VisitEdit, said: str, page: TalkPage, *, thread: str = "") -> None:
        self._places[self.visit.id] = page.id  # the edit is told at once, and the page is drawn anew
        self._seen = ("", frozenset())
        self.desk.edit(self.visit.id, edit, said, thread=thread)

    def _said(self, page: TalkPage, code: str, on: bool) -> str:
        answer = answer_words(page, code, self.visit, self.name_of)
        group = "part" if page.kind is PageKind.ANY else "asked" if page.question else page.id
        return chosen_words(f"alcohol.{group}", code, answer, stands=on)

    def _step_from(self, page: TalkPage) -> None:
        self._places[self.visit.id] = page.id
        self._step(1)

    def _step(self, step: int) -> bool:
        pages = path(self.visit)
        there = pages.index(self.page) + step
        if 0 <= there < len(pages):
            self._places[self.visit.id] = pages[there].id
        return 0 <= there < len(pages)

    def _to_resume(self) -> TalkPage:
        pages, visit = path(self.visit), self.visit
        if talk_of(visit).status is not InterventionStatus.STARTED:
            return pages[-1]
        last = max(at for at, page in enumerate(pages) if answers.is_answered(page, visit))
        return pages[min(last + 1, len(pages) - 1)]

    def _crew(self) -> tuple[str, ...]:
        shift, here = self.desk.shift, self.desk.session.actor.id
        crew = [member.person for member in shift.crew if member.until is None] if shift else []
        return tuple(dict.fromkeys((here, *crew)))

    @property
    def title(self) -> str:
        """The question of the page, for whoever reads it out."""
        return title_words(self.page, self.visit)
