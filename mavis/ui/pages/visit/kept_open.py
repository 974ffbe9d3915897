"""What keeps a visit from being finished: a time that cannot be, or words where letters say how somebody left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.words_at_the_end import WordsAtTheEnd

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.pages.visit.foot import VisitFoot
    from mavis.ui.pages.visit.panels import VisitPanels
    from mavis.ui.pages.visit.side import VisitSide
    from mavis.ui.presenters.visit.page import VisitPresenter

_SINCE = "visit.here_since"


class TypedParts(Protocol):
    """Where times and words are typed on the page of a visit."""

    panels: VisitPanels
    side: VisitSide
    foot: VisitFoot
    presenter: VisitPresenter

    @property
    def section(self) -> Section:
        """The section that owns the letters."""


class KeptOpen:
    """Asked before a visit is finished; it says why not, and leads to what is to be put right."""

    def __init__(self, page: TypedParts, lead_to: Callable[[str], None]) -> None:
        """``lead_to`` puts the keyboard on a question of the page."""
        self._page = page
        self._lead_to = lead_to
        self._typed = WordsAtTheEnd(page.presenter.desk)

    def holds(self) -> bool:
        """Whether the visit is not finished yet; the time in question has the keyboard, words are asked about once."""
        name = self.say_untaken()
        if name == _SINCE:
            self._page.side.type_into(self._page.side.since)
        elif name:
            self._lead_to(name)
        return bool(name) or self._typed.asks(self._page.presenter.visit)

    def say_untaken(self) -> str:
        """Say which time is still the old one, for what was typed cannot be; its name, empty when all are taken."""
        page = self._page
        times = {"leaving.left_at": page.foot.left_at.not_taken, _SINCE: page.side.since.not_taken}
        untaken = {name: said for name, said in (times | page.panels.not_taken).items() if said}
        for name, said in list(untaken.items())[:1]:
            page.presenter.desk.tell(Touched(visit=page.presenter.visit_id, said=said, not_done=True))
            return name
        return ""

    def watch(self, event: QKeyEvent, act: Callable[[QKeyEvent], bool]) -> bool:
        """Let a key act, and remember it as a part of words where it was pressed on *Leaving* and stayed there."""
        page, presenter = self._page, self._page.presenter
        if page.section is not Section.LEAVING:
            self._typed.forget()
            return act(event)
        before, last = presenter.visit, presenter.desk.undo_stack.last
        used = act(event)
        if event.text() and event.text().isprintable() and page.section is Section.LEAVING:
            self._typed.add(before, presenter.visit, last, event.timestamp(), used=used)
        return used
