"""Where somebody is in the talk about alcohol: page by page, remembered for each visit, found again after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import talk_of
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.ui.presenters.visit.alcohol.answers import is_answered
from mavis.ui.presenters.visit.alcohol.pages import asked_pages, path

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage


class TalkPlace:
    """The page that is asked now, and the ways from it."""

    def __init__(self, visit: Callable[[], Visit]) -> None:
        """``visit`` gives the record as it stands."""
        self._visit = visit
        self._places: dict[str, str] = {}
        self._seen: tuple[str, frozenset[str]] = ("", frozenset())

    @property
    def page(self) -> TalkPage:
        """Where somebody was in this visit, else the page behind the last answer."""
        visit = self._visit()
        pages, wanted = path(visit), self._places.get(visit.id)
        return next((page for page in pages if page.id == wanted), None) or _to_resume(visit)

    @property
    def insists(self) -> bool:
        """Whether the page is one to answer, and nobody has."""
        return self.page.insists and not is_answered(self.page, self._visit())

    @property
    def of_all(self) -> tuple[int, int]:
        """Which page of how many this is."""
        pages = path(self._visit())
        return pages.index(self.page) + 1, len(pages)

    @property
    def of_asked(self) -> tuple[int, int]:
        """Which question of the questionnaire this is, of how many; behind the last one, one more."""
        asked = tuple(asked_pages(talk_of(self._visit())))
        return (asked.index(self.page) if self.page in asked else len(asked)) + 1, len(asked)

    def go_to(self, page_id: str) -> None:
        """Ask this page, for example from the list of answers."""
        self._places[self._visit().id] = page_id

    def stay(self, page: TalkPage) -> None:
        """Stay on a page while its answer changes, whatever the record says meanwhile."""
        self.go_to(page.id)
        self._seen = ("", frozenset())

    def step(self, step: int) -> bool:
        """One page on (1) or back (-1); False where there is none."""
        pages = path(self._visit())
        there = pages.index(self.page) + step
        if 0 <= there < len(pages):
            self.go_to(pages[there].id)
        return 0 <= there < len(pages)

    def follow(self) -> None:
        """Look where the record is: an answer that was undone elsewhere is asked for again."""
        visit = self._visit()
        pages = path(visit)
        answered = frozenset(page.id for page in pages if is_answered(page, visit))
        known, before = self._seen
        gone = [page.id for page in pages if page.id in before - answered] if known == visit.id else []
        if gone:
            self.go_to(gone[0])
        self._seen = (visit.id, answered)


def _to_resume(visit: Visit) -> TalkPage:
    pages = path(visit)
    if talk_of(visit).status is not InterventionStatus.STARTED:
        return pages[-1]
    last = max(at for at, page in enumerate(pages) if is_answered(page, visit))
    return pages[min(last + 1, len(pages) - 1)]
