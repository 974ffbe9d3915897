"""Chips in columns: one question with its answers, walked with the arrow keys and left with Tab."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mavis.ui.keys.letters_rows import NUMBER_KEYS
from mavis.ui.keys.modifiers import is_plain
from mavis.ui.look.tokens import Space
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import CheckChip, Chip, ChipView, RadioChip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper

_UPRIGHT = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class ChoiceGrid(QWidget):
    """The answers to one question, to pick one or any of them."""

    _radio: type[RadioChip] = RadioChip
    chosen = Signal(str, bool)
    """A person chose (True) or took back (False) the answer with this code."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        name: str,
        views: Sequence[ChipView],
        *,
        columns: int,
        exclusive: bool,
        own_keys: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Lay the chips out row by row; ``name`` is the question, for a screen reader.

        With ``own_keys`` the keys of the chips count, and are framed, while one of the chips has the keyboard.
        """
        super().__init__(parent)
        self._own_keys = own_keys
        self._keeper = keeper
        self._columns = columns
        self._exclusive = exclusive
        speak_as(self, Role.Grouping)
        self.setAccessibleName(name)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._chips: dict[str, Chip] = {view.code: self._chip(view) for view in views}
        self._lay_out()
        self.set_live(not own_keys)
        keeper.changed.connect(self._space)

    @property
    def chips(self) -> list[Chip]:
        """The chips in order."""
        return list(self._chips.values())

    @property
    def chosen_codes(self) -> tuple[str, ...]:
        """The codes that are chosen now, in the order of the chips."""
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    @property
    def spacing(self) -> int:
        """The pixels between two chips."""
        return self._keeper.px(Space.CONTROL)

    def chip(self, code: str) -> Chip:
        """The chip with a code.

        Raises:
            KeyError: no chip has it.
        """
        return self._chips[code]

    def chip_for_key(self, letter: str) -> Chip | None:
        """The chip that a letter chooses, whatever its case."""
        if not letter:
            return None
        return next((chip for chip in self.chips if chip.view.key.upper() == letter.upper()), None)

    def press_key(self, letter: str) -> bool:
        """Use the chip of a letter as a person would; False when no chip has it."""
        chip = self.chip_for_key(letter)
        if chip is None:
            return False
        if any(other.hasFocus() for other in self.chips):
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
        chip.use_by_key()
        return True

    def set_chosen(self, codes: Collection[str]) -> None:
        """Show which answers are chosen; sends no signal."""
        for code, chip in self._chips.items():
            if chip.isChecked() != (code in codes):
                chip.setChecked(code in codes)
        first = next((chip for chip in self.chips if chip.isChecked()), None)
        if first is not None:
            self._tab_to(first)

    def set_live(self, live: bool) -> None:
        """Frame the key caps while this grid owns the letters."""
        for chip in self.chips:
            chip.set_live(live)

    def set_shut(self, shut: bool, why: str) -> None:
        """Look as if nothing could be chosen, and tell a screen reader ``why``."""
        self.setAccessibleDescription(why if shut else "")
        for chip in self.chips:
            chip.is_shut = shut
            chip.update()

    def set_columns(self, columns: int) -> None:
        """Lay the chips out in another number of columns."""
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go to the neighbouring chip; up and down at an edge are for what lies around the grid.

        Keys of its own choose.
        """
        typed = "" if event.isAutoRepeat() or not is_plain(event) else event.text()
        if self._own_keys and self.press_key(typed):
            return
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }.get(Qt.Key(event.key()))
        here = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = here + step
        if 0 <= there < len(self.chips):
            self.chips[there].setFocus(Qt.FocusReason.OtherFocusReason)
        elif Qt.Key(event.key()) in _UPRIGHT:
            event.ignore()

    def _chip(self, view: ChipView) -> Chip:
        kind = self._radio if self._exclusive else CheckChip
        chip = kind(self._keeper, view, self)
        chip.answered.connect(lambda on: self._answered(view.code, on))
        chip.focus_moved.connect(lambda on: self._focus_moved(chip, on))
        return chip

    def _focus_moved(self, chip: Chip, on: bool) -> None:
        """Remember which chip has the keyboard, so that Tab comes back to it."""
        if on:
            self._tab_to(chip)
        if self._own_keys:
            self.set_live(on)

    def _answered(self, code: str, on: bool) -> None:
        if self._exclusive and on:
            for other, chip in self._chips.items():
                if other != code and chip.isChecked():
                    chip.setChecked(False)
        self.chosen.emit(code, on)

    def _tab_to(self, stop: Chip) -> None:
        for chip in self.chips:
            policy = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
            if chip.focusPolicy() is not policy:
                chip.setFocusPolicy(policy)

    def _lay_out(self) -> None:
        for at, chip in enumerate(self.chips):
            self._layout.addWidget(chip, at // self._columns, at % self._columns)
        for column in range(self._layout.columnCount()):
            self._layout.setColumnStretch(column, 1 if column < self._columns else 0)
        self._space()
        if self.chips:
            self._tab_to(self.chips[0])

    def _space(self) -> None:
        self._layout.setSpacing(self._keeper.px(Space.CONTROL))


def numbered(answers: Iterable[tuple[str, str]], *, stacked: bool = False) -> list[ChipView]:
    """Chips for answers (code, words) without letters of their own: 1 to 9, 0 for the tenth, then letters."""
    return [ChipView(code, text, key=key, stacked=stacked) for (code, text), key in zip(answers, _keys(), strict=False)]


def _keys() -> Iterator[str]:
    yield from NUMBER_KEYS
    yield from repeat("")
