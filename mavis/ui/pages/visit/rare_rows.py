"""Which question of a visit owns the letters: all of a section together, or one rare question by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from mavis.system.wording import words
from mavis.ui.keys.letters import ANSWERS
from mavis.ui.keys.letters_rows import ROWS
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.presenters.visit.question import Section
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.scroller import is_in_sight, keep_in_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from mavis.ui.pages.shared.answers import Answers
    from mavis.ui.presenters.visit.questions import Question
    from mavis.ui.widgets.text import SectionHeader


_KEPT = {"leaving.advised": "leaving.outcome"}
"""A question whose answer is alike to those of a rare one, and stands while the rare one is asked."""
NOT_BY_KEY = {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""How the keyboard comes to a row that nobody led it to: with a click, or with the window itself."""


class RareRows:
    """A rare question has letters of its own (``letters_rows.ROWS``); they count once a key has led there.

    A click on an answer leaves the letters where their frames were seen: in the row, or in the rest of the section.
    """

    def __init__(
        self,
        questions: Mapping[str, Question],
        grids: Mapping[str, Answers],
        labels: Mapping[str, SectionHeader],
    ) -> None:
        """Watch over what a form has laid out; the mappings may still grow."""
        self._questions = questions
        self._grids = grids
        self._labels = labels
        self._section = Section.ARRIVAL
        self._letters = True
        self._shut: frozenset[str] = frozenset()
        self.at = ""
        """The rare question that has the keyboard; empty for any other."""
        self._own = ""

    def set_section(self, section: Section, *, letters: bool) -> None:
        """Another section is in use; without ``letters`` a panel below its chips has them."""
        self._section, self._letters = section, letters
        if self.at not in self._rare:
            self.at = self._own = ""
        self._mark()

    @property
    def own(self) -> str:
        """The rare question whose letters count; empty while they are the section's."""
        return self._own

    @property
    def is_unfolded(self) -> bool:
        """Whether the rare questions of the section are shown."""
        return any(not self._grids[name].isHidden() for name in self._rare)

    def shut(self, shut: frozenset[str]) -> None:
        """These questions take no answer: their letters are not framed, and their chips are quiet."""
        if shut == self._shut:
            return
        self._shut = shut
        for name, grid in self._grids.items():
            if isinstance(grid, ChoiceGrid):
                grid.set_shut(name in shut, words("visit.said.is_finished"))
        self._mark()

    def keyboard_at(self, widget: QWidget | None, *, led: bool = False) -> None:
        """The keyboard went to a part of the form, or elsewhere; ``led`` there by a key."""
        at = next((name for name in self._rare if widget is not None and self._grids[name].isAncestorOf(widget)), "")
        own = at if led or at == self._own else ""
        if (at, own) != (self.at, self._own):
            self.at, self._own = at, own
            self._mark()

    def press(self, key: str) -> bool:
        """Use a letter in the rare question that has the letters, else in the section; False when it is nobody's.

        A letter that the rare question does not know gives all letters back to the section; from what was advised it
        does not change how they left.
        """
        if self._own and self._grids[self._own].press_key(key):
            return True
        used = any(self._grids[name].press_key(key) for name in self._common(key))
        if used and self.at:
            give_keys_back(self._grids[self.at])
        return used

    def out_of_sight(self, key: str) -> tuple[str, str] | None:
        """The question and the answer that a letter means elsewhere, where nobody sees it; None when it is seen."""
        own = self._grids[self._own] if self._own else None
        if not self.at or (isinstance(own, ChoiceGrid) and own.chip_for_key(key) is not None):
            return None
        for name in self._common(key):
            grid = self._grids[name]
            chip = grid.chip_for_key(key) if isinstance(grid, ChoiceGrid) else None
            if chip is not None:
                return None if is_in_sight(grid) else (name, chip.view.code)
        return None

    def keeps_to_itself(self, key: str) -> bool:
        """Whether the rare question that has the letters knows this one not, and lets none pass.

        So do the areas, whose letters are the scheme's: there people type the name of a place.
        """
        own = self._grids[self._own] if self._own else None
        return isinstance(own, ChoiceGrid) and not ROWS[self._own] and own.chip_for_key(key) is None

    def go_on(self) -> bool:
        """From a rare question to the next one; False behind the last, and from any other question."""
        shown = self._rare
        later = shown[shown.index(self.at) + 1 :] if self.at else []
        return bool(later) and self._put_keyboard(later[0])

    def walk(self, step: int) -> bool:
        """Give the keyboard to the question of the section below or above the one that has it, the first one at first.

        Rows that are folded away are passed over; False where there is none.
        """
        mine = [name for name, each in self._questions.items() if each.section is self._section]
        shown = [name for name in mine if self._grids[name].isVisible()]
        here = [at for at, name in enumerate(shown) if _has_keyboard(self._grids[name])]
        there = (here[0] if here else -1) + step
        return 0 <= there < len(shown) and self._put_keyboard(shown[there])

    def begin(self) -> bool:
        """Give the keyboard to the first rare question of the section; False when it has none."""
        return bool(self._rare) and self._put_keyboard(self._rare[0])

    def show(self) -> None:
        """Scroll to the question that has the keyboard."""
        if self.at:
            keep_in_view(self._grids[self.at])

    @property
    def _rare(self) -> list[str]:
        return [name for name, each in self._questions.items() if name in ROWS and each.section is self._section]

    def _common(self, key: str) -> list[str]:
        """The questions of the section whose letters count in all of it, where they are asked."""
        mine = [name for name, question in self._questions.items() if question.section is self._section]
        common = [name for name in mine if name not in ROWS or key in ANSWERS.get(name, {}).values()]
        return [name for name in common if name != _KEPT.get(self._own) or not self._stands(name)]

    def _stands(self, question_id: str) -> bool:
        """Whether a question has an answer."""
        return any(chip.isChecked() for chip in self._grids[question_id].findChildren(QAbstractButton))

    def _put_keyboard(self, question_id: str) -> bool:
        grid = self._grids[question_id]
        chips = grid.findChildren(QAbstractButton)
        chip = next((chip for chip in chips if chip.isChecked()), chips[0])
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        self.keyboard_at(chip, led=True)  # also where a click had brought it before
        keep_in_view(grid)
        return True

    def _mark(self) -> None:
        """Frame the keys that count now, and show the bar beside the questions that they belong to."""
        for name, question in self._questions.items():
            live = self._letters and question.section is self._section and self._own in {"", name}
            live = live and name not in self._shut
            all_of_it = live and (self._own == name or name not in ROWS)
            grid = self._grids[name]
            grid.set_live(live)
            if live and not all_of_it:
                for chip in grid.findChildren(QAbstractButton):
                    if isinstance(chip, CheckChip | RadioChip):
                        chip.set_live(chip.view.code in ANSWERS.get(name, {}))
            if name in self._labels:
                self._labels[name].set_live(all_of_it)


def _has_keyboard(grid: Answers) -> bool:
    here = grid.window().focusWidget()
    return here is not None and grid.isAncestorOf(here)
