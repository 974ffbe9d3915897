"""The scrolling middle of a visit: every question as chips; the section in use owns the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.letters_rows import row_letters
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.answers import Answers, answers_to, fit_columns, how_to_answer, width_of
from mavis.ui.pages.shared.fitting import LABEL_WIDTH, stack
from mavis.ui.pages.visit.main_need import MainNeedButton
from mavis.ui.pages.visit.rare_rows import RareRows
from mavis.ui.presenters.visit.questions import Question, Section
from mavis.ui.spoken import Role, speak_as, speak_unfolded
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.scroller import is_in_sight
from mavis.ui.widgets.text import Divider, SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper

_LARGE_COLUMNS = 3
_OUTCOME = "leaving.outcome"
"""It keeps its columns with large text where they fit, so that below a banner the ways to A&E are seen whole."""
UNANSWERED = {"0": "not_known", "9": "refused"}
_LEADING = {"arrival.need", "triage.category", "observations.awake", "care.given", "leaving.outcome"}
_BESIDE = {"arrival.gender": "arrival.age", "triage.flag": "triage.category"}

_APART = {"leaving.would_have"}
"""Questions of another kind than those above them: a line stands between."""


class VisitForm(QWidget):
    """Shows one visit's answers; tells which were chosen by touch or by letter and never changes the record itself."""

    chosen = Signal(str, str, bool)
    """Question id, code, chosen (True) or taken back (False)."""

    sought = Signal(str, str)
    """Question id and code: a key would give this answer to a question out of sight, which has to be seen first."""

    told = Signal(str)
    """What a key would have done, in words: it did nothing."""

    section_touched = Signal(str)

    def __init__(
        self,
        keeper: ThemeKeeper,
        questions: Sequence[Question],
        letters: Mapping[str, str],
        chip_words: Callable[[str, str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Lay every question out once; ``letters`` maps ``question.code`` to its key, ``chip_words`` names a chip."""
        super().__init__(parent)
        self._keeper = keeper
        self._letters = dict(letters)
        for question in questions:
            self._letters |= row_letters(question.id, question.codes)
        self._chip_words = chip_words
        on_screen = sorted(questions, key=lambda question: question.folded)  # what unfolds stands below the rest
        self._questions = {question.id: question for question in on_screen}
        self.main_need = MainNeedButton(keeper, self)
        self.grids: dict[str, Answers] = {}
        self._labels: dict[str, SectionHeader] = {}
        self._sections: dict[Section, QWidget] = {}
        self._folds: dict[Section, list[QWidget]] = {}
        self._unfolders: dict[Section, Button] = {}
        self._pairs: list[tuple[QBoxLayout, str, str]] = []
        self.rare = RareRows(self._questions, self.grids, self._labels)
        self._live = Section.ARRIVAL
        self.has_letters = True
        """Whether the chips of the section in use own its letters; a panel below them can have them instead."""
        self._build()
        self.set_section(Section.ARRIVAL)

    @property
    def section(self) -> Section:
        """The section that owns the letters."""
        return self._live

    def section_widget(self, section: Section) -> QWidget:
        """The part of the form that holds a section, to scroll to."""
        return self._sections[section]

    def add_part(self, section: Section, part: QWidget) -> None:
        """Put a part of its own under the questions of a section, or where they would be when it asks none.

        A section without questions begins with the part that it was given last.
        """
        order = list(Section)
        above = [self._sections[each] for each in order[: order.index(section) + 1] if each in self._sections]
        self._column.insertWidget(self._column.indexOf(above[-1]) + 1, part)
        if not any(question.section is section for question in self._questions.values()):
            self._sections[section] = part

    def set_section(self, section: Section, *, letters: bool = True) -> None:
        """Give the letters to a section: to its chips, or without ``letters`` to the panel below them."""
        self._live, self.has_letters = section, letters
        self.rare.set_section(section, letters=letters)
        for name, more in self._unfolders.items():
            more.set_live(name is section)
        self.main_need.set_live(section is Section.ARRIVAL)

    def rest(self) -> None:
        """A field has the letters: no key of the form counts until ``set_section``."""
        for quiet in (*self.grids.values(), *self._labels.values(), *self._unfolders.values(), self.main_need):
            quiet.set_live(False)

    @property
    def rare_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the rare question whose letters count, each with what it does; none for any other."""
        name = self.rare.own
        codes = self._questions[name].codes if name else ()
        lettered = [(self._letters.get(f"{name}.{code}", ""), code) for code in codes]
        return tuple((letter, self._chip_words(name, code)) for letter, code in lettered if letter)

    def show_visit(self, visit: Visit, advice: str, *, beside: bool = True, shut: frozenset[str] = frozenset()) -> None:
        """Show what the record holds, and ``beside`` the categories which one is advised; a person chooses.

        The questions that are ``shut`` take no answer, and look so. Rare questions with an answer unfold in the section
        in use alone, for elsewhere that would move what is below.
        """
        self.main_need.show_visit(visit, shut="arrival.need" in shut)
        self.rare.shut(shut)
        self.grids["triage.category"].setAccessibleDescription(advice)
        for question in self._questions.values():
            held = question.chosen(visit)
            self.grids[question.id].set_chosen(held)
            if question.folded and question.section is self._live and held.intersection(question.codes):
                self.unfold(question.section, shown=True)
            if question.id in self._labels:
                unanswered = next((code for code in UNANSWERED.values() if code in held), "")
                how = words(f"visit.unanswered.{unanswered}") if unanswered else _how(question)
                advised = beside and question.id == "triage.category"
                self._labels[question.id].set_how(f"{how}\n\n{advice}" if advised else how)

    def press(self, key: str, visit: Visit) -> bool:
        """Use a letter, or 0 and 9 for an answer that nobody has; False when the section in use has no such key.

        A letter at a rare question answers no other one out of sight, and at the areas no other one at all.
        """
        if key.isalpha() and self.rare.keeps_to_itself(key):
            self.told.emit(words("visit.said.not_in_row", letter=key))
            return True
        if away := self.rare.out_of_sight(key):
            self.sought.emit(*away)
            return True
        if self.rare.press(key):
            return True
        mine = [question for question in self._questions.values() if question.section is self._live]
        return key in UNANSWERED and self._answer_unknown(mine, UNANSWERED[key], visit)

    def fit(self, room: int) -> None:
        """Lay the chips out for a room of so many pixels: fewer beside each other where the text is large."""
        label = self._keeper.px(LABEL_WIDTH)
        for header in self._labels.values():
            header.setFixedWidth(label)
        free = room - label - Space.CONTROL
        most_beside = _LARGE_COLUMNS if self._keeper.theme.is_large else room
        paired = {question_id for _pair, *both in self._pairs for question_id in both}
        widths = {each: width_of(self.grids[each], self._questions[each].columns) for each in paired}
        self.main_need.fit(free)
        for pair, first, second in self._pairs:
            beside = widths[first] + Space.CONTROL + widths[second] <= free
            stack(pair, not beside)
        for question in self._questions.values():
            first = _BESIDE.get(question.id, "")
            narrow = first and self._questions[first].columns == 1
            taken = widths[first] + Space.CONTROL if narrow else 0
            keeps = question.stacked or question.id == _OUTCOME
            most = question.columns if keeps else min(question.columns, most_beside)
            fit_columns(self.grids[question.id], most, free - taken)

    def unfold(self, section: Section, *, shown: bool) -> None:
        """Show or hide the questions of a section that are rarely asked; the button says how to reach their letters."""
        for widget in self._folds.get(section, []):
            widget.setVisible(shown)
        if section in self._unfolders:
            self._unfolders[section].set_words(words("visit.fewer" if shown else f"visit.more.{section.value}"))
            speak_unfolded(self._unfolders[section], shown)

    def _answer_unknown(self, mine: Sequence[Question], code: str, visit: Visit) -> bool:
        """Answer the question with the keyboard, else the next open one in sight; lead to what is out of sight.

        Nor is another one answered past a rare question that has the keyboard and takes no such answer.
        """
        here, at = self.window().focusWidget() or self, self.rare.at
        asked = [each for each in mine if each.takes_unknown and self.grids[each.id].isVisibleTo(self)]
        focused = [question for question in asked if self.grids[question.id].isAncestorOf(here)]
        open_ones = [question for question in asked if not question.chosen(visit)]
        behind = mine[[question.id for question in mine].index(at) :] if at else ()
        some = focused or [question for question in open_ones if question in behind] or open_ones or asked
        seen = [question for question in some if is_in_sight(self.grids[question.id])] if focused or not at else []
        if seen:
            self.chosen.emit(seen[0].id, code, code not in seen[0].chosen(visit))
        elif some:
            self.sought.emit(some[0].id, code)
        return bool(some)

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.CONTROL, 0)
        column.setSpacing(Space.GROUP)
        for section in Section:
            mine = [question for question in self._questions.values() if question.section is section]
            if mine:
                self._sections[section] = self._build_section(section, mine)
                column.addWidget(self._sections[section])
        column.addStretch(1)

    def _build_section(self, section: Section, mine: Sequence[Question]) -> QWidget:
        holder = QWidget(self)
        speak_as(holder, Role.Grouping)
        holder.setAccessibleName(words(f"visit.section.{section.value}"))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(Space.CONTROL)
        grid.setColumnStretch(1, 1)
        self._folds[section] = []
        for question in (question for question in mine if not question.folded):
            self._add_row(grid, question, mine)
        folded = [question for question in mine if question.folded]
        if folded:
            self._add_fold(grid, section, folded)
        return holder

    def _add_row(self, grid: QGridLayout, question: Question, mine: Sequence[Question]) -> None:
        if question.id in _BESIDE:
            self._make_grid(question)
            return
        if question.id in _APART:
            line = QVBoxLayout()
            line.setContentsMargins(0, Space.CONTROL, 0, Space.CONTROL)
            line.addWidget(Divider(self._keeper, self))
            grid.addLayout(line, grid.rowCount(), 0, 1, 2)
        row = grid.rowCount()
        grid.addWidget(self._label(question), row, 0)
        beside = next((other for other in mine if _BESIDE.get(other.id) == question.id), None)
        if beside is None:
            grid.addWidget(self._make_grid(question), row, 1)
            return
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(Space.CONTROL)
        self._pairs.append((pair, question.id, beside.id))
        first = 0 if question.columns == 1 else question.columns
        pair.addWidget(self._make_grid(question), first, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self._make_grid(beside), beside.columns, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(pair, row, 1)

    def _add_fold(self, grid: QGridLayout, section: Section, folded: Sequence[Question]) -> None:
        more = Button(self._keeper, words(f"visit.more.{section.value}"), keys=keys_of("visit.more"), parent=self)
        speak_as(more, Role.Button)
        more.used.connect(lambda: self.unfold(section, shown=self._folds[section][0].isHidden()))
        more.used.connect(lambda: self.section_touched.emit(section.value))
        if section is Section.ARRIVAL:
            grid.addLayout(self.main_need.beside(more), grid.rowCount(), 1)
        else:
            grid.addWidget(more, grid.rowCount(), 1)
        self._unfolders[section] = more
        for question in folded:
            row = grid.rowCount()
            label, chips = self._label(question), self._make_grid(question)
            grid.addWidget(label, row, 0)
            grid.addWidget(chips, row, 1)
            self._folds[section] += [label, chips]
        self.unfold(section, shown=False)

    def _label(self, question: Question) -> SectionHeader:
        label = SectionHeader(
            self._keeper,
            words(f"visit.question.{question.id}"),
            _how(question),
            minor=question.id not in _LEADING,
            parent=self,
        )
        label.setFixedWidth(self._keeper.px(LABEL_WIDTH))
        self._labels[question.id] = label
        return label

    def _make_grid(self, question: Question) -> Answers:
        if question.id in self.grids:
            return self.grids[question.id]

        def chosen(code: str, on: bool) -> None:
            if question.section is not self._live:
                self.section_touched.emit(question.section.value)
            self.chosen.emit(question.id, code, on)

        self.grids[question.id] = grid = answers_to(self._keeper, question, self._letters, self._chip_words, self)
        grid.chosen.connect(chosen)
        return grid


def _how(question: Question) -> str:
    """How to answer, under the questions that lead a section and the rare ones, which are read by themselves."""
    return how_to_answer(question, minor=question.id not in _LEADING and not question.folded)
