"""What stands under a question of the talk about alcohol: choices, a line to write, a score, the list of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.letters import ASKED_KEYS, CREW_KEYS, TALK
from mavis.ui.look.tokens import Space, Tone, Weight
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.presenters.visit.alcohol.answers import text_of
from mavis.ui.presenters.visit.alcohol.pages import PageKind, path
from mavis.ui.presenters.visit.alcohol.words import (
    answer_hint,
    answer_words,
    answered_rows,
    counts_words,
    score_words,
    title_words,
)
from mavis.ui.widgets.answer_row import AnswerRow, AnswerView
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.score_panel import ScorePanel, ScoreView
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_COLUMN, _MOST_COLUMNS = 224, 3


class TalkBody(QWidget):
    """One kind of page; each verb does nothing unless the kind says what."""

    finished = Signal()
    """Enter was pressed in it: the page is done."""
    moved = Signal()
    """An answer was given, and perhaps another page is asked now."""
    went_back = Signal()
    """Backspace was pressed in an empty field of it."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Stand under the question that the presenter asks now."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.CONTROL)

    @property
    def is_typing(self) -> bool:
        """Whether a field has the keyboard."""
        return False

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The letters of the page, each with what it does."""
        return ()

    def show_talk(self) -> None:
        """Show what the record holds."""

    def press(self, key: str) -> bool:
        """Use a letter; False when it has no meaning here."""
        return False

    def take_keys(self) -> bool:
        """Take the keyboard when the page is to be typed; False leaves it where it is."""
        return False

    def end(self) -> bool:
        """Enter: True when the page may be left, False when something must be put right first."""
        return True

    def flush(self) -> None:
        """Save whatever is half typed."""

    def fit(self, room: int, *, over: int = 0) -> None:
        """Lay out for so many pixels; as it stands the page is ``over`` pixels higher than what is seen of it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a choice ends the page, as everywhere in a visit; Backspace in an empty field goes back."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if is_enter(event):
            self.finished.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace and watched.property("text") == "":
            self.went_back.emit()
            return True
        return False


class ChoicesBody(TalkBody):
    """The answers to a question below each other, and beside some a field for a value of one's own."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Lay the choices out."""
        super().__init__(keeper, presenter, parent)
        page = self._page = presenter.page
        self._most = page.columns
        views = [self._view(page, at, code) for at, code in enumerate(presenter.codes)]
        self.grid = ChoiceGrid(
            keeper,
            title_words(presenter.page, presenter.visit),
            views,
            columns=page.columns,
            exclusive=page.kind is PageKind.ONE,
            parent=self,
        )
        self.grid.chosen.connect(self._choose)
        for chip in self.grid.chips:
            chip.installEventFilter(self)
        self._column.addWidget(self.grid)
        self.other: Field | None = None
        if page.other:
            self.other = Field(keeper, words(f"alcohol.other.{page.id}"), noted=False, inset=True, parent=self)
            self.other.edit.installEventFilter(self)
            self._column.addWidget(self.other)

    @property
    def is_typing(self) -> bool:
        """Whether a value of one's own is typed."""
        return self.other is not None and self.other.edit.hasFocus()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The letters of the choices."""
        views = [chip.view for chip in self.grid.chips]
        return tuple((view.key, view.words) for view in views if view.key)

    def show_talk(self) -> None:
        """Show which choices the record holds."""
        self.grid.set_chosen(self._presenter.chosen)

    def press(self, key: str) -> bool:
        """Choose by letter, or go to the field."""
        if self.grid.press_key(key):
            return True
        if key == "O" and self.other is not None:
            self.other.edit.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def end(self) -> bool:
        """Take the typed value; words that cannot be read stay, and say what to type."""
        if self.other is None or not self.other.is_typed or not self.other.text.strip():
            return True
        wrong = self._presenter.type_other(self.other.text)
        self.other.set_state(FieldState.ERROR if wrong else FieldState.PLAIN, wrong)
        if not wrong:
            self.other.hold()
        return not wrong

    def flush(self) -> None:
        """Save a typed value that can be read."""
        if self._presenter.page == self._page:
            self.end()

    def fit(self, room: int, *, over: int = 0) -> None:
        """As many beside each other as fit, up to what the page wants; one more where the way on is out of sight."""
        step = self.grid.chips[0].sizeHint().height() + self.grid.spacing
        most = self._page.columns
        usual, now = (_rows(self.grid, room, columns) for columns in (most, self._most))
        self._most = most + (over + (usual - now) * step > 0)
        self.grid.set_columns(_columns(self.grid, room, self._most))

    def _choose(self, code: str, on: bool) -> None:
        """To choose once more what is chosen already is to be content with it; only ticks come off like that."""
        if on or self._page.kind is PageKind.ANY:
            self._presenter.choose(code, on)
        else:
            self._presenter.place.step(1)
        self.moved.emit()

    def _view(self, page: TalkPage, at: int, code: str) -> ChipView:
        presenter = self._presenter
        keys = ASKED_KEYS if page.question is not None else CREW_KEYS
        key = TALK[page.id][code] if page.id in TALK else keys[at : at + 1]
        said = answer_words(page, code, presenter.visit, presenter.name_of)
        return ChipView(code, said, key=key, second=answer_hint(page, code))


def _columns(grid: ChoiceGrid, room: int, most: int) -> int:
    widest = max(chip.minimumSizeHint().width() for chip in grid.chips)
    return max(1, min(most, (room + grid.spacing) // (widest + grid.spacing)))


def _rows(grid: ChoiceGrid, room: int, most: int) -> int:
    return -(-len(grid.chips) // _columns(grid, room, most))


class WordsBody(TalkBody):
    """A line to write in, saved as it is typed."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Show what was written before."""
        super().__init__(keeper, presenter, parent)
        self._page = presenter.page
        self.line = Field(keeper, title_words(presenter.page, presenter.visit), noted=False, inset=True, parent=self)
        self._typing = Typing(self._write, self.line.edit)
        self.line.typed.connect(self._typing.typed)
        self.line.edit.installEventFilter(self)
        self._column.addWidget(self.line)

    @property
    def is_typing(self) -> bool:
        """Whether the line has the keyboard."""
        return self.line.edit.hasFocus()

    def show_talk(self) -> None:
        """Show what is written, unless somebody is writing."""
        if not self.is_typing:
            self.line.set_text(text_of(self._page, self._presenter.visit))

    def take_keys(self) -> bool:
        """Be ready to be typed in, behind what is written."""
        self.line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.edit.end(False)
        return True

    def end(self) -> bool:
        """Save the words."""
        self.flush()
        return True

    def flush(self) -> None:
        """Save the words."""
        self._typing.flush()

    def _write(self, text: str) -> None:
        if self._presenter.page == self._page:
            self._presenter.write(text)


class ScoreBody(TalkBody):
    """The score in plain words."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Show the score."""
        super().__init__(keeper, presenter, parent)
        self.score = ScorePanel(keeper, self)
        self._column.addWidget(self.score)

    def show_talk(self) -> None:
        """Show what the answers come to."""
        found = score_words(self._presenter.talk, self._presenter.desk.reference.alcohol)
        self.score.set_view(ScoreView(found.number, found.headline, found.meaning, found.detail, found.tone))


class SummaryBody(TalkBody):
    """What the talk counts as, and every answer with the way to change it."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Lay nothing out before the record is shown."""
        super().__init__(keeper, presenter, parent)
        self._counts = TextLabel(keeper, weight=Weight.TITLE, wrap=True, parent=self)
        self._column.addWidget(self._counts)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.GROUP)
        self._grid.setVerticalSpacing(0)
        self._column.addLayout(self._grid)
        self._views: tuple[AnswerView, ...] = ()
        self._columns = _MOST_COLUMNS
        self.rows: list[AnswerRow] = []

    wanted = Signal(str)
    """An answer is to be changed: the id of its page."""

    def show_talk(self) -> None:
        """Show the answers."""
        presenter = self._presenter
        counts, sentence = counts_words(presenter.talk)
        self._counts.setText(sentence)
        self._counts.set_tone(Tone.GREEN if counts else Tone.MUTED)
        rows = answered_rows(presenter.visit, path(presenter.visit), presenter.name_of)
        views = tuple(AnswerView(row.page_id, row.asked, row.answer, row.is_open) for row in rows)
        if views != self._views:
            self._views = views
            self._fill()

    def fit(self, room: int, *, over: int = 0) -> None:
        """As many columns as have room."""
        columns = max(1, min(_MOST_COLUMNS, room // self._keeper.px(_COLUMN)))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _fill(self) -> None:
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [AnswerRow(self._keeper, view, self) for view in self._views]
        for row in self.rows:
            row.opened.connect(self.wanted)
            row.show()
        self._place()

    def _place(self) -> None:
        for at, row in enumerate(self.rows):
            self._grid.addWidget(row, at // self._columns, at % self._columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
