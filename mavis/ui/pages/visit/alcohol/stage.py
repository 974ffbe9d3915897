"""The question of the talk about alcohol that is asked now, with what stands under it; a new page takes its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.alcohol.bodies import ChoicesBody, ScoreBody, SummaryBody, TalkBody, WordsBody
from mavis.ui.presenters.visit.alcohol.pages import PageKind
from mavis.ui.presenters.visit.alcohol.words import caution_words, how_words, title_words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.field import FieldState, Note
from mavis.ui.widgets.progress_line import ProgressLine
from mavis.ui.widgets.scroller import bring_into_view
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_BODIES: dict[PageKind, type[TalkBody]] = {
    PageKind.ONE: ChoicesBody,
    PageKind.ANY: ChoicesBody,
    PageKind.TEXT: WordsBody,
    PageKind.SCORE: ScoreBody,
    PageKind.SUMMARY: SummaryBody,
}


class TalkStage(QWidget):
    """How far the talk has come, the question, what helps to ask it, a caution, and the body of the page."""

    finished = Signal()
    """Enter was pressed in the body."""
    went_back = Signal()
    moved = Signal()
    """An answer was given."""
    wanted = Signal(str)
    """An answer is to be changed: the id of its page."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Show no page yet."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._shown: tuple[object, ...] = ()
        self._room = 0
        self._live = False
        self._insisted = False
        speak_as(self, Role.Grouping)
        self.body = TalkBody(keeper, presenter, self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        self._progress = ProgressLine(keeper, self)
        self._title = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        self._how = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        self._caution = Note(keeper)
        for part in (self._progress, self._title, self._how, self._caution, self.body):
            column.addWidget(part)

    @property
    def shows(self) -> str:
        """The id of the visit whose page is shown, empty before the first."""
        return str(self._shown[0]) if self._shown else ""

    def forget(self) -> None:
        """Another visit is shown next."""
        self._shown = ()

    def set_live(self, live: bool) -> None:
        """Frame the letters while the section owns them."""
        self._live = live
        for chip in self.body.findChildren(QWidget):
            if isinstance(chip, CheckChip | RadioChip):
                chip.set_live(live)

    def insist(self) -> bool:
        """Say once that the question is one to answer; False when nothing keeps anybody from going on."""
        if self._insisted or not self._presenter.place.insists:
            return False
        self._insisted = True
        self.draw()
        announce(self, words("alcohol.answer_first"), urgent=True)
        return True

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._room = room
        self.body.fit(room)

    def draw(self) -> None:
        """Show the page; another page than before gets a body of its own, and is read out."""
        presenter = self._presenter
        page, visit, units = presenter.page, presenter.visit, presenter.drinks.is_open
        title = words("alcohol.units.title") if units else title_words(page, visit)
        self._title.setText(title)
        self.setAccessibleName(title)
        shown = (visit.id, page.id, presenter.codes, units)
        if shown != self._shown:
            turned, self._shown = bool(self._shown), shown
            self._put_body(title if turned else "")
        at, of = presenter.place.of_all
        self._progress.set_done(at - 1, max(1, of - 1))  # nothing is done on the first page, and all on the last
        how = words("alcohol.units.how") if units else how_words(page)
        open_still = self._insisted and presenter.place.insists
        caution = words("alcohol.answer_first") if open_still else caution_words(visit)
        self._how.setText(how)
        self._how.setVisible(bool(how))
        self._caution.say(FieldState.WARNING, caution)
        self._caution.setVisible(bool(caution) and not units)
        self.body.show_talk()

    def _put_body(self, title: str) -> None:
        """Put the body of another page in; one that ``title`` turns to is read out and takes the keys it wants."""
        old = self.body
        self._insisted = False
        focused = self.window().focusWidget()
        had_keys = focused is not None and old.isAncestorOf(focused)
        self.body = self._make_body()
        self.body.moved.connect(self.moved)
        self.body.finished.connect(self.finished)
        self.body.went_back.connect(self.went_back)
        self._column.replaceWidget(old, self.body)
        self.body.show_talk()
        self.body.fit(self._room)
        self.body.show()
        if had_keys:
            give_keys_back(self)
        old.hide()
        old.deleteLater()
        self.set_live(self._live)
        if title and self._live:
            self.body.take_keys()
            bring_into_view(self)
            announce(self, title)

    def _make_body(self) -> TalkBody:
        presenter = self._presenter
        if presenter.drinks.is_open:
            from mavis.ui.pages.visit.alcohol.drinks import DrinksBody

            return DrinksBody(self._keeper, presenter, self)
        body = _BODIES[presenter.page.kind](self._keeper, presenter, self)
        if isinstance(body, SummaryBody):
            body.wanted.connect(self.wanted)
        return body
