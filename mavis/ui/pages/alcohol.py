"""Section 5 of a visit: the talk about alcohol, one question a page, left and taken up again at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.pages.alcohol_bodies import ChoicesBody, ScoreBody, SummaryBody, TalkBody, WordsBody
from mavis.ui.pages.alcohol_foot import AlcoholFoot
from mavis.ui.pages.section_panel import SectionPanel
from mavis.ui.pages.visit_form import LABEL_WIDTH
from mavis.ui.presenters.alcohol_pages import SUMMARY, PageKind
from mavis.ui.presenters.alcohol_words import caution_words, how_words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.field import FieldState, Note
from mavis.ui.widgets.focus_ring import RINGLESS
from mavis.ui.widgets.progress_line import ProgressLine
from mavis.ui.widgets.scroller import bring_into_view
from mavis.ui.widgets.text import SectionHeader, TextLabel

if TYPE_CHECKING:
    from mavis.domain.visit import Visit
    from mavis.ui.presenters.alcohol import AlcoholPresenter
    from mavis.ui.theme import ThemeKeeper

_LEAST_HEIGHT = 448
"""The foot keeps its place while the pages above it change."""
_BACKSPACE = "\b"
_BODIES: dict[PageKind, type[TalkBody]] = {
    PageKind.ONE: ChoicesBody,
    PageKind.ANY: ChoicesBody,
    PageKind.TEXT: WordsBody,
    PageKind.SCORE: ScoreBody,
    PageKind.SUMMARY: SummaryBody,
}


class AlcoholPanel(SectionPanel):
    """The question, what is under it, and the foot with the ways on and back."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter) -> None:
        """Lay out the frame; the first page comes with the record."""
        super().__init__()
        self._keeper = keeper
        self._presenter = presenter
        self._shown: tuple[object, ...] = ()
        self._room = 0
        self._live = False
        self.body: TalkBody = TalkBody(keeper, presenter)
        speak_as(self, Role.Grouping)
        self.setProperty(RINGLESS, True)
        self.setAccessibleName(words("visit.section.alcohol"))
        self._build()

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The letters of the page that is asked, and the keys of its foot."""
        return (*self.body.keys, *self.foot.keys)

    @property
    def is_typing(self) -> bool:
        """Whether a field of the page has the keyboard."""
        return self.body.is_typing

    def turn_to(self) -> None:
        """Another visit: the calculator is put away."""
        self._presenter.drinks.is_open = False
        self._shown = ()

    def show_visit(self, visit: Visit) -> None:
        """Show the page that is asked, with what the record holds."""
        if not self._shown or self._shown[0] == visit.id:
            self._presenter.follow()
        self._draw()

    def begin(self) -> None:
        """The section owns the letters; a page to write on takes the keyboard."""
        self._own(live=True)
        self._draw()
        self.body.take_keys()
        QTimer.singleShot(0, self, lambda: bring_into_view(self))  # a panel that is new has no place before

    def press(self, key: str) -> bool:
        """Use a key of the page; Backspace goes back, 0 and 9 leave a question open."""
        if key == _BACKSPACE:
            self.back()
            return True
        if self.foot.press(key) or self.body.press(key):
            return True
        if key and key in "09" and not self._presenter.drinks.is_open:
            used = self._presenter.skip(refused=key == "9")
            self._draw()
            return used
        return False

    def step_back(self) -> bool:
        """Escape: from the calculator to the question."""
        if not self._presenter.drinks.is_open:
            return False
        self._turn_units(shown=False)
        return True

    def back(self) -> None:
        """One page back; from the calculator to the question."""
        self.body.flush()
        if not self.step_back():
            self._presenter.back()
            self._draw()

    def end(self) -> bool:
        """Enter: the next page; True behind the last, and from an offer that nobody answered."""
        if not self.body.end():
            return False
        if self._presenter.drinks.is_open:
            self._turn_units(shown=False)
            return False
        if self._presenter.page == SUMMARY:
            self._presenter.finish()
            return True
        moved = self._presenter.choose_usual() or self._presenter.forward()
        self._draw()
        return not moved

    def leave(self) -> None:
        """The page goes elsewhere; the place in the talk is kept."""
        self.flush()
        self._own(live=False)

    def flush(self) -> None:
        """Save whatever is half typed."""
        self.body.flush()

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
        self._room = room
        self._header.setFixedWidth(self._keeper.px(LABEL_WIDTH))
        self._stage.setMinimumHeight(self._keeper.px(_LEAST_HEIGHT))
        self.foot.fit(self._free)
        self.body.fit(self._free)

    @property
    def _free(self) -> int:
        return self._room - self._keeper.px(LABEL_WIDTH) - Space.CONTROL

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.CONTROL, 0)
        row.setSpacing(0)
        self._header = SectionHeader(self._keeper, words("visit.section.alcohol"), parent=self)
        row.addWidget(self._header)
        self._stage = QWidget(self)
        self._column = column = QVBoxLayout(self._stage)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        self._progress = ProgressLine(self._keeper, self._stage)
        self._title = TextLabel(self._keeper, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        self._how = TextLabel(self._keeper, tone=Tone.MUTED, wrap=True)
        self._caution = Note(self._keeper)
        self.foot = AlcoholFoot(self._keeper, self._presenter, self._stage)
        self.foot.went_back.connect(self.back)
        self.foot.went_on.connect(self.finished)
        self.foot.moved.connect(self._draw)
        self.foot.units_wanted.connect(lambda: self._turn_units(shown=True))
        for part in (self._progress, self._title, self._how, self._caution, self.body):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.foot)
        row.addWidget(self._stage, 1)

    def _own(self, *, live: bool) -> None:
        self._live = live
        self._header.set_live(live)
        self._set_letters()

    def _set_letters(self) -> None:
        for chip in self.body.findChildren(QWidget):
            if isinstance(chip, CheckChip | RadioChip):
                chip.set_live(self._live)

    def _turn_units(self, *, shown: bool) -> None:
        self._presenter.drinks.is_open = shown
        self._draw()

    def _draw(self) -> None:
        """Show the page; another page than before gets a body of its own, and is read out."""
        presenter = self._presenter
        page = presenter.page
        shown = (presenter.visit.id, page.id, presenter.codes, presenter.drinks.is_open)
        if shown != self._shown:
            turned = bool(self._shown)
            self._shown = shown
            self._put_body(turned=turned)
        at, of = presenter.place
        self._header.set_how(words("alcohol.step", at=at, of=of) if of > 1 else "")
        self._progress.set_done(at, of)
        units = presenter.drinks.is_open
        self._title.setText(words("alcohol.units.title") if units else presenter.title)
        how = words("alcohol.units.how") if units else how_words(page)
        self._how.setText(how)
        self._how.setVisible(bool(how))
        caution = caution_words(presenter.visit)
        self._caution.say(FieldState.WARNING, caution)
        self._caution.setVisible(bool(caution) and not units)
        self.body.show_talk()
        self.foot.show_talk()

    def _put_body(self, *, turned: bool) -> None:
        presenter, old = self._presenter, self.body
        focused = self.window().focusWidget()
        had_keys = focused is not None and old.isAncestorOf(focused)
        self.body = self._make_body()
        self.body.moved.connect(self._draw)
        self.body.finished.connect(self.finished)
        self.body.went_back.connect(self.back)
        self._column.replaceWidget(old, self.body)
        self.body.show_talk()
        self.body.fit(self._free)
        self.body.show()
        if had_keys:
            self.setFocus()
        old.hide()
        old.deleteLater()
        self._set_letters()
        if turned and self._live:
            self.body.take_keys()
            bring_into_view(self)
            announce(self, presenter.title)

    def _make_body(self) -> TalkBody:
        presenter = self._presenter
        if presenter.drinks.is_open:
            from mavis.ui.pages.alcohol_drinks import DrinksBody

            return DrinksBody(self._keeper, presenter, self._stage)
        body = _BODIES[presenter.page.kind](self._keeper, presenter, self._stage)
        if isinstance(body, SummaryBody):
            body.wanted.connect(self._change)
        return body

    def _change(self, page_id: str) -> None:
        self._presenter.go_to(page_id)
        self._draw()
