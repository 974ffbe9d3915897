"""Section 5 of a visit: the talk about alcohol, one question a page, left and taken up again at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.pages.visit.alcohol.foot import AlcoholFoot
from mavis.ui.pages.visit.alcohol.stage import TalkStage
from mavis.ui.pages.visit.section_panel import SectionPanel
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.alcohol.pages import SUMMARY
from mavis.ui.presenters.visit.alcohol.talk import go_past
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.scroller import bring_into_view, scroller_of
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.alcohol.bodies import TalkBody
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_LEAST_HEIGHT = 448
"""The foot keeps its place while the pages above it change."""
_BACKSPACE = "\b"


class AlcoholPanel(SectionPanel):
    """The page that is asked, and the foot with the ways on and back."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, give_screen: Callable[[], None]) -> None:
        """Lay out the frame; ``give_screen`` lets the visitor answer by themselves."""
        super().__init__()
        self._keeper = keeper
        self._room = 0
        self.presenter = presenter
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("visit.section.alcohol"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.CONTROL, 0)
        row.setSpacing(0)
        self._header = SectionHeader(keeper, words("visit.section.alcohol"), parent=self)
        self._right = QWidget(self)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        self.stage = TalkStage(keeper, presenter, self._right)
        self.stage.finished.connect(self.finished)
        self.stage.went_back.connect(self.back)
        self.stage.moved.connect(self._draw)
        self.stage.wanted.connect(self.open)
        self.foot = AlcoholFoot(keeper, presenter, self._right)
        self.foot.went_back.connect(self.back)
        self.foot.went_on.connect(self.finished)
        self.foot.moved.connect(self._draw)
        self.foot.units_wanted.connect(lambda: self._turn_units(shown=True))
        self.foot.screen_given.connect(give_screen)
        self.rests_beside_words = self.foot
        column.addWidget(self.stage)
        column.addStretch(1)
        column.addWidget(self.foot)
        row.addWidget(self._header)
        row.addWidget(self._right, 1)

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The letters of the page that is asked, and the keys of its foot."""
        return (*self.stage.body.keys, *self.foot.keys)

    @property
    def is_typing(self) -> bool:
        """Whether a field of the page has the keyboard."""
        return self.stage.body.is_typing

    @property
    def in_use(self) -> str:
        """The page that is asked, unless the visitor is about to turn it: then the record says how far they came."""
        return "" if self.presenter.is_given else self.presenter.page.id

    def open(self, name: str) -> None:
        """Ask the page of this name, such as ``goal``."""
        self.presenter.place.go_to(name)
        self._draw()
        self.stage.body.take_keys()

    def turn_to(self) -> None:
        """Another visit: the calculator is put away."""
        self.presenter.drinks.is_open = False
        self.stage.forget()

    def show_visit(self, visit: Visit) -> None:
        """Show the page that is asked, with what the record holds."""
        if self.stage.shows in ("", visit.id):
            self.presenter.place.follow()
        self._draw()

    def begin(self) -> None:
        """The section owns the letters; a page to write on takes the keyboard."""
        self._own(live=True)
        self._draw()
        self.stage.body.take_keys()
        QTimer.singleShot(0, self, lambda: bring_into_view(self))  # a panel that is new has no place before

    def press(self, key: str) -> bool:
        """Use a key of the page; Backspace goes back, 0 and 9 leave a question open."""
        if key == _BACKSPACE:
            self.back()
            return True
        if self.foot.press(key) or self.stage.body.press(key):
            return True
        if key and key in "09" and not self.presenter.drinks.is_open:
            used = self.presenter.skip(refused=key == "9")
            self._draw()
            return used
        if key.isalpha():
            self.presenter.desk.tell(Touched(said=words("alcohol.said.no_answer", key=key), not_done=True))
        return False

    def step_back(self) -> bool:
        """Escape: from the calculator to the question."""
        if not self.presenter.drinks.is_open:
            return False
        self._turn_units(shown=False)
        return True

    def back(self) -> None:
        """One page back; from the calculator to the question."""
        self.flush()
        if not self.step_back():
            self.presenter.place.step(-1)
            self._draw()

    def end(self, by: int = 1) -> bool:
        """Enter: the next page; True behind the last, and from an offer that nobody answered.

        A question of consent or fitness that nobody answered says so first, and the next Enter leaves it open.
        """
        presenter = self.presenter
        if presenter.stopped == presenter.visit.id:
            self.flush()
            presenter.finish()
            return True
        if not self.stage.body.end() or self.step_back() or self.stage.insist():
            return False
        if presenter.page == SUMMARY:
            presenter.finish()
            return True
        moved = presenter.choose_usual() or go_past(presenter)
        self._draw()
        return not moved

    def leave(self) -> None:
        """The page goes elsewhere; the place in the talk is kept."""
        self.flush()
        self._own(live=False)

    def flush(self) -> None:
        """Save whatever is half typed."""
        self.stage.body.flush()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        label = self._keeper.px(LABEL_WIDTH)
        self._header.setFixedWidth(label)
        self._right.setMinimumHeight(self._keeper.px(_LEAST_HEIGHT))
        for part in (self.stage, self.foot):
            part.fit(room - label - 2 * Space.CONTROL)
        self._room = room - label - 2 * Space.CONTROL
        _stand_closer(self._right, self.stage.body, self._room)

    def _own(self, *, live: bool) -> None:
        self._header.set_live(live)
        self.stage.set_live(live)

    def _turn_units(self, *, shown: bool) -> None:
        self.presenter.drinks.is_open = shown
        self._draw()

    def _draw(self) -> None:
        self.stage.draw()
        self.foot.show_talk()
        _stand_closer(self._right, self.stage.body, self._room)
        at, of = self.presenter.place.of_all
        self._header.set_how(words("alcohol.step", at=at, of=of) if of > 1 else "")


def _stand_closer(column: QWidget, body: TalkBody, room: int) -> None:
    """Where a banner leaves too little height the answers stand closer, so that the way on below them is seen."""
    around, layout = scroller_of(column), column.layout()
    if around is not None and layout is not None and room:
        needed = layout.totalHeightForWidth(room) + Space.CONTROL
        body.fit(room, over=needed - around.viewport().height())
