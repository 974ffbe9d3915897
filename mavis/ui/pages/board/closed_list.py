"""Who has left tonight, a row each; under the pointer no row moves, for somebody may be about to click it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.ui.pages.shared.fitting import keep_place
from mavis.ui.widgets.row import ClosedRow, ClosedView
from mavis.ui.widgets.triage import TriageSign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.board.page import ClosedLine


class ClosedList(QWidget):
    """``opened`` carries the id of a visit that is wanted again."""

    opened = Signal(str)

    def __init__(self, keeper: ThemeKeeper, beside: int) -> None:
        """Nobody has left; so many pixels stay free at the right."""
        super().__init__()
        self._keeper = keeper
        self._rows: list[ClosedRow] = []
        self._ids: dict[str, str] = {}
        self._order: list[str] = []
        self._folded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, beside, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def set_folded(self, folded: bool) -> None:
        """Write how somebody left below their code, for a narrow column."""
        self._folded = folded
        for row in self._rows:
            row.set_folded(folded)

    def show_lines(self, closed: Sequence[ClosedLine], *, still: bool) -> None:
        """Show who has left, latest first.

        Where all is to stay ``still`` whoever leaves comes below the rest, and who is back aboard leaves a gap.
        """
        lines = {line.visit_id: line for line in closed}
        self._ids = {line.code: line.visit_id for line in closed}
        held = self._order if still else []
        self._order = [*held, *(visit_id for visit_id in lines if visit_id not in held)]
        for row, line in zip_longest(self._rows[:], (lines.get(visit_id) for visit_id in self._order)):
            if line is not None:
                (row or self._add_row(line)).set_view(_view(line))
        for place, row in enumerate(self._rows):
            in_use = place < len(self._order)
            keep_place(row, kept=in_use)
            row.setVisible(in_use and self._order[place] in lines)

    def open_last(self) -> None:
        """Ask for the visit that was closed last, when there is one."""
        if self._ids:
            self.opened.emit(next(iter(self._ids.values())))

    def _add_row(self, line: ClosedLine) -> ClosedRow:
        row = ClosedRow(self._keeper, _view(line), self)
        row.set_folded(self._folded)
        row.opened.connect(lambda code: self.opened.emit(self._ids[code]))
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)
        return row


def _view(line: ClosedLine) -> ClosedView:
    return ClosedView(line.code, TriageSign(line.triage), line.how, line.time)
