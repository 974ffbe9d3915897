"""A part of *Safety and referrals* that is described as data: a header that says what matters now, then its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.enter_key import is_enter
from mavis.ui.keys.letters_rows import ROWS, row_letters
from mavis.ui.keys.shortcuts import keys_in, letters
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.answers import Answers, answers_to, fit_columns, how_to_answer
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.form import UNANSWERED
from mavis.ui.pages.visit.rare_rows import NOT_BY_KEY
from mavis.ui.pages.visit.safety.line_row import LineRow
from mavis.ui.pages.visit.safety.part import SafetyPart
from mavis.ui.pages.visit.safety.part_rows import SomebodyRow, WhenRow
from mavis.ui.presenters.visit.question import Question
from mavis.ui.presenters.visit.safety.part import Line, Somebody, When
from mavis.ui.presenters.visit.safety.part_presenter import PartPresenter, chip_words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip import Chip
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.scroller import is_in_sight, keep_in_view, lay_out_now
from mavis.ui.widgets.text import SectionHeader, TextLabel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.safety.part_row import PartRow
    from mavis.ui.presenters.visit.safety.part import Row


class QuestionPart(SafetyPart):
    """Shows one part and hands every answer to its presenter."""

    def __init__(self, keeper: ThemeKeeper, presenter: PartPresenter) -> None:
        """Lay the rows out once."""
        super().__init__()
        self._keeper = keeper
        self.presenter = presenter
        self.name = presenter.part.name
        self._keys = keys_in(self.name)
        for question in presenter.part.questions:
            self._keys |= row_letters(question.id, question.codes)
        self.grids: dict[str, Answers] = {}
        self.rows: dict[str, PartRow] = {}
        self._parts: dict[str, Answers | PartRow] = {}
        self._labels: dict[str, SectionHeader] = {}
        self.at = self._own = ""
        self._live = False
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words(f"chips.safety.part.{self.name}"))
        self._build()

    @property
    def is_typing(self) -> bool:
        """Whether a line or a time has the keyboard."""
        return any(row.is_typing for row in self.rows.values())

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the row that has letters of its own and the keyboard, each with what it does."""
        own = [question for question in self.presenter.part.questions if question.id == self._own]
        return tuple((self._keys[f"{row.id}.{code}"], chip_words(row.id, code)) for row in own for code in row.codes)

    def set_live(self, live: bool) -> None:
        """Show whether the letters are its own: a row of words takes them all, one with letters of its own those."""
        self._live = live
        opens = letters()[f"safety.part.{self.name}"]
        self._labels[""].set_how("" if live else words("safety.press_first", key=opens))
        self._labels[""].set_live(live and not self._own)
        for name, part in self._parts.items():
            counts = live and (name == self._own or not (self._own or name in ROWS))
            part.set_live(counts)
            if name in self._labels:
                self._labels[name].set_live(counts)
            if live and not counts and name not in ROWS and self._own in self.grids:
                _frame_others(part, set(ROWS[self._own].values()))

    def turn_to(self) -> None:
        """Another visit is shown from now on."""
        self.presenter.turn_to()
        for row in self.rows.values():
            row.turn_to()

    def show_visit(self, visit: Visit) -> None:
        """Show what the record holds, and what the part says of it."""
        told = self.presenter.told
        for label, text in ((self._headline, told.headline), (self._more, told.more)):
            label.setText(text)
            label.setVisible(bool(text))
        self._headline.set_tone(Tone.AMBER if told.pressing else Tone.PLAIN)
        for question in self.presenter.part.questions:
            held = question.chosen(visit)
            self.grids[question.id].set_chosen(held)
            unanswered = next((code for code in UNANSWERED.values() if code in held), "")
            how = words(f"visit.unanswered.{unanswered}") if unanswered else how_to_answer(question)
            self._labels[question.id].set_how(how)
        for row in self.rows.values():
            row.show_row()

    def begin(self, asked: str = "") -> None:
        """Whoever comes back finds the keyboard on the row that is asked, or else on the first question that is open.

        In a part without answers, or with all of them, Enter leads to the first row; until then the letters answer
        whichever question they belong to.
        """
        self.at = ""
        waiting = f"{self.name}.{asked}" if asked else self.presenter.part.taken_up_at(self.presenter.visit)
        if waiting:
            self._go_to(waiting)

    def press(self, key: str) -> bool:
        """Use the letter of an answer or of a row, or 0 and 9 for an answer that nobody has.

        A letter that the row with letters of its own does not know gives all letters back to the part. Where such a row
        may be meant and the answer is scrolled away, the letter shows it first, and answers when it is pressed again.
        """
        if key in UNANSWERED:
            return press_unknown(self.presenter, self.grids, UNANSWERED[key])
        action = _action_for(key, self._keys, self._own)
        if not action:
            return False
        if action in self.rows:
            self.rows[action].setFocus(Qt.FocusReason.TabFocusReason)
            keep_in_view(self.rows[action])
            return True
        name, _, code = action.rpartition(".")
        row, led = self._parts[name], self._own in self.grids
        alike = [grid for other, grid in self.grids.items() if key in ROWS.get(other, {}).values()]
        waits = not _is_seen(row, code) and (led or any(is_in_sight(grid) for grid in alike))
        if led and name != self._own:
            give_keys_back(self)
        if waits:
            keep_in_view(row)
            self.presenter.look_first(name, code)
            return True
        self.at = name
        row.press_key(key)
        if name in self.grids:
            self._show_next(name)
        return True

    def end(self, by: int = 1) -> bool:
        """Enter: on to the row below the one that was used last, wherever it lies; True behind the last row.

        Words in the last row are kept first, and the next Enter goes on: nobody who types on answers what comes next.
        """
        self.flush()
        order = [row.id for row in self.presenter.part.rows]
        there = (order.index(self.at) if self.at in order else -1) + by
        if 0 <= there < len(order):
            self._go_to(order[there])
            return False
        last = self.rows.get(self.at)
        if by > 0 and isinstance(last, LineRow) and not last.end():
            self.kept.emit()
            return False
        give_keys_back(self)
        return True

    def flush(self) -> None:
        """Save whatever is half typed."""
        for row in self.rows.values():
            row.flush()

    def fit(self, room: int) -> None:
        """Fewer chips and buttons beside each other where the text is large."""
        label = self._keeper.px(LABEL_WIDTH)
        for header in self._labels.values():
            header.setFixedWidth(label)
        free = room - label - Space.CONTROL
        for question in self.presenter.part.questions:
            fit_columns(self.grids[question.id], question.columns, free)
        for row in self.rows.values():
            row.fit(free)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The row with the keyboard is the one in use; Enter on a chip goes on, as everywhere on the page."""
        if isinstance(event, QFocusEvent) and isinstance(watched, QWidget):
            self.at = next((name for name, part in self._parts.items() if part.isAncestorOf(watched)), self.at)
            self._own = self.at if self._takes_all(event) else ""
            self.set_live(self._live)
        if is_enter(event):
            if isinstance(watched, Chip) and not event.isAutoRepeat():
                self.finished.emit()
            return isinstance(watched, Chip)
        return super().eventFilter(watched, event)

    def _takes_all(self, event: QFocusEvent) -> bool:
        """Whether the row in use has all letters now.

        A click on an answer leaves the letters where their frames were seen: in the row, or in the rest of the part.
        """
        here = QApplication.focusWidget()
        stays = self._own == self.at and here is not None and self._parts[self.at].isAncestorOf(here)
        led_to = event.gotFocus() and self.at in ROWS and event.reason() not in NOT_BY_KEY
        return stays or led_to or (event.gotFocus() and isinstance(self.rows.get(self.at), LineRow))

    def _go_to(self, row_id: str) -> None:
        """Put the keyboard on a row, on the answer that is chosen, and bring all of the row into view."""
        self.at, row = row_id, self._parts[row_id]
        chips = row.findChildren(QAbstractButton) if row_id in self.grids else []
        chosen = next((chip for chip in chips if chip.isChecked()), chips[0] if chips else row)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        keep_in_view(row)

    def _show_next(self, row_id: str) -> None:
        """Bring the question behind one that was answered by key into view, or else the row behind it.

        Out of sight it would never be asked.
        """
        order = list(self._parts)
        behind = order[order.index(row_id) + 1 :]
        for there in ([name for name in behind if name in self.grids] or behind)[:1]:
            lay_out_now()
            keep_in_view(self._parts[there])

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(Space.CONTROL)
        grid.setColumnStretch(1, 1)
        self._labels[""] = SectionHeader(self._keeper, self.accessibleName(), parent=self)
        self._headline = TextLabel(self._keeper, size=Size.LABEL, weight=Weight.TITLE, wrap=True)
        self._more = TextLabel(self._keeper, wrap=True)
        told = QVBoxLayout()
        told.setSpacing(Space.TINY)
        told.addWidget(self._headline)
        told.addWidget(self._more)
        grid.addWidget(self._labels[""], 0, 0)
        grid.addLayout(told, 0, 1)
        for row in self.presenter.part.rows:
            self._add(grid, row)

    def _add(self, grid: QGridLayout, row: Row) -> None:
        at = grid.rowCount()
        if isinstance(row, Question):
            title = words(f"visit.question.{row.id}")
            self._labels[row.id] = SectionHeader(self._keeper, title, how_to_answer(row), minor=True, parent=self)
            grid.addWidget(self._labels[row.id], at, 0)
            self.grids[row.id] = self._parts[row.id] = chips = answers_to(
                self._keeper, row, self._keys, chip_words, self
            )
            chips.chosen.connect(lambda code, on: self._chosen(row.id, code, on))
            _watch(self, chips)
            grid.addWidget(chips, at, 1)
            return
        self.rows[row.id] = made = _make_row(self, row, self._keeper, self._keys)
        made.touched.connect(self.touched)
        self._parts[row.id] = made
        _watch(self, made)
        grid.addWidget(made, at, 1)

    def _chosen(self, question_id: str, code: str, on: bool) -> None:
        self.touched.emit()
        self.at = question_id
        self.presenter.choose(question_id, code, on)
        keep_in_view(self.grids[question_id])


def _make_row(part: QuestionPart, row: Line | When | Somebody, keeper: ThemeKeeper, keys: Mapping[str, str]) -> PartRow:
    if isinstance(row, Line):
        return LineRow(keeper, part.presenter, row, keys.get(row.id, ""), part)
    if isinstance(row, When):
        return WhenRow(keeper, part.presenter, row, keys, part)
    return SomebodyRow(keeper, part.presenter, row, part)


def _action_for(key: str, keys: Mapping[str, str], own: str) -> str:
    """What a letter does: the answer ``row.code``, or the row of words that it leads to; empty for nothing.

    The row in use, ``own``, is asked first; no other row with letters of its own is meant.
    """
    meant = {action: action.rpartition(".")[0] for action, letter in keys.items() if key and letter == key}
    mine = [action for action, row in meant.items() if row == own]
    return next(iter(mine or [action for action, row in meant.items() if row not in ROWS]), "")


def _is_seen(row: Answers | PartRow, code: str) -> bool:
    return is_in_sight(row.chip(code) if isinstance(row, ChoiceGrid) else row)


def _frame_others(part: QWidget, taken: set[str]) -> None:
    """Frame the letters of a row that the row in use does not take: they answer, too, and give all letters back."""
    for each in part.findChildren(QWidget):
        if isinstance(each, Chip):
            each.set_live(each.view.key not in taken)
        elif isinstance(each, Button):
            each.set_live(each.keys not in taken)


def _watch(part: QuestionPart, row: QWidget) -> None:
    """Have the part see where the keyboard is in a row."""
    for inside in row.findChildren(QWidget):
        inside.installEventFilter(part)


def press_unknown(presenter: PartPresenter, grids: Mapping[str, Answers], code: str) -> bool:
    """Answer what nobody knows, and show the next question; one out of sight is shown first, and answered then."""
    here = QApplication.focusWidget()
    focused = next((name for name, grid in grids.items() if here and grid.isAncestorOf(here)), "")
    hidden = [name for name, grid in grids.items() if not is_in_sight(grid)]
    asked = presenter.answer_unknown(code, focused, hidden)
    if not asked:
        return False
    keep_in_view(grids[asked])
    later = list(grids)[list(grids).index(asked) + 1 :]
    if asked not in hidden and later:
        keep_in_view(grids[later[0]])
    return True
