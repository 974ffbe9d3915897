"""The units calculator: the usual drinks as tiles, one of one's own by size and strength, and the total above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.pages.visit.alcohol.bodies import TalkBody
from mavis.ui.presenters.visit.alcohol.drinks import size_words
from mavis.ui.presenters.visit.alcohol.words import units_words
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.drink_tile import DrinkTile, DrinkView
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.score_panel import ScorePanel, ScoreView

if TYPE_CHECKING:
    from mavis.domain.scores.usual_drinks import UsualDrink
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_MOST_COLUMNS = 3


class DrinksBody(TalkBody):
    """Counts drinks; stands in the place of the answers until it is done."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Lay the tiles out."""
        super().__init__(keeper, presenter, parent)
        self._drinks = presenter.drinks
        self.total = ScorePanel(keeper, self)
        self._column.addWidget(self.total)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.CONTROL)
        self._column.addLayout(self._grid)
        self._columns = _MOST_COLUMNS
        self._kinds: tuple[UsualDrink, ...] = ()
        self.tiles: dict[str, DrinkTile] = {}
        self._less: dict[str, Button] = {}
        self._cells: dict[str, QWidget] = {}
        self._column.addLayout(self._build_own())

    @property
    def is_typing(self) -> bool:
        """Whether a drink of one's own is typed."""
        return self.size_field.edit.hasFocus() or self.percent.edit.hasFocus()

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The letters of the drinks, and the signs that count on."""
        letters = tuple((kind.key, kind.name) for kind in self._kinds if kind.key)
        return (*letters, ("+", words("alcohol.units.plus")), ("-", words("alcohol.units.minus")))

    def show_talk(self) -> None:
        """Show how many of each were told, and the total."""
        if self._drinks.kinds != self._kinds:
            self._kinds = self._drinks.kinds
            self._fill()
        for kind in self._kinds:
            count = self._drinks.count(kind)
            self.tiles[kind.code].set_view(DrinkView(kind.code, kind.name, size_words(kind), kind.key, count))
            self._less[kind.code].setEnabled(count > 0)
        found = units_words(self._presenter.talk)
        self.total.set_view(ScoreView(found.number, found.headline, found.meaning, found.detail, found.tone))

    def press(self, key: str) -> bool:
        """A letter adds one and takes the keyboard to its tile; O goes to a drink of one's own."""
        kind = next((kind for kind in self._kinds if key and kind.key == key), None)
        if kind is not None:
            self._count(kind.code, 1)
            self.tiles[kind.code].setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == "O":
            self.size_field.edit.setFocus(Qt.FocusReason.TabFocusReason)
        return kind is not None or key == "O"

    def end(self) -> bool:
        """Add the drink that is typed; words that cannot be read stay, and say what to type."""
        if not self.size_field.text.strip() and not self.percent.text.strip():
            return True
        self._add_own()
        return False

    def fit(self, room: int, *, over: int = 0) -> None:
        """As many tiles beside each other as fit with all their words."""
        if not self.tiles:
            return
        widest = max(tile.sizeHint().width() for tile in self.tiles.values())
        widest += next(iter(self._less.values())).sizeHint().width() + 2 * Space.CONTROL
        columns = max(1, min(_MOST_COLUMNS, (room + Space.CONTROL) // widest))
        stack(self._rows, columns == 1)
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _build_own(self) -> QBoxLayout:
        keeper = self._keeper
        self._rows = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.CONTROL)
        self.size_field = Field(keeper, words("alcohol.units.millilitres"), noted=False, inset=True, parent=self)
        self.percent = Field(keeper, words("alcohol.units.percent"), noted=False, inset=True, parent=self)
        for field in (self.size_field, self.percent):
            field.edit.is_figure = True
            field.edit.installEventFilter(self)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        add = Button(keeper, words("alcohol.units.add_own"), icon=IconName.PLUS, parent=self)
        add.used.connect(self._add_own)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _add_own(self) -> None:
        wrong = self._drinks.add_own(self.size_field.text, self.percent.text)
        self.size_field.set_state(FieldState.ERROR if wrong else FieldState.PLAIN, wrong)
        if not wrong:
            for field in (self.size_field, self.percent):
                field.set_text("")
            self.size_field.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _count(self, code: str, step: int) -> None:
        self._drinks.add(next(kind for kind in self._kinds if kind.code == code), step)

    def _fill(self) -> None:
        for cell in self._cells.values():
            cell.hide()
            cell.deleteLater()
        self.tiles, self._less, self._cells = {}, {}, {}
        for kind in self._kinds:
            self._cells[kind.code] = self._cell(kind)
        self._place()

    def _cell(self, kind: UsualDrink) -> QWidget:
        cell = QWidget(self)
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CONTROL)
        tile = DrinkTile(self._keeper, DrinkView(kind.code, kind.name, size_words(kind), kind.key), cell)
        tile.counted.connect(self._count)
        tile.installEventFilter(self)
        less = Button(self._keeper, "", icon=IconName.MINUS, parent=cell)
        less.setAccessibleName(words("alcohol.units.one_less", name=kind.name))
        less.used.connect(lambda: self._count(kind.code, -1))
        row.addWidget(tile, 1)
        row.addWidget(less)
        self.tiles[kind.code], self._less[kind.code] = tile, less
        return cell

    def _place(self) -> None:
        for at, cell in enumerate(self._cells.values()):
            self._grid.addWidget(cell, at // self._columns, at % self._columns)
            cell.show()
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
