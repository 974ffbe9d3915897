"""The clinical record of the night on paper: a line for each subject, or subjects run together where a page is full."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from mavis.reports.clinical_lines import ClinicalLine, clinical_lines
from mavis.reports.lettering import SMALL, SMALL_BOLD, Line, Run, width, wrap, wrap_runs
from mavis.reports.page import begin_section
from mavis.reports.sheet import LEFT, TEXT_WIDTH
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.domain.counting.summary import ShiftSummary
    from mavis.reports.grid import Grid
    from mavis.reports.sheet import Sheet

NAME_ROOM = 31.5
"""Millimetres of the column of names: each name of the record fits, with a gap."""
_NAME_GAP = 1.5
_BASELINE = 3.3
_UNDER = 0.6


class Form(Enum):
    """How the lines stand, from roomy to dense: one a subject, one paragraph a group, all in one paragraph."""

    LISTED = auto()
    GROUPED = auto()
    RUN_IN = auto()


@dataclass(frozen=True, slots=True)
class ClinicalBlock:
    """The lines of a night in one of the forms."""

    lines: tuple[ClinicalLine, ...]
    form: Form = Form.LISTED

    def height(self, grid: Grid) -> float:
        """Millimetres from the end of what stands above it to its last line."""
        heading = 0.0 if self.form is Form.RUN_IN else grid.heading
        return self._gap(grid) + heading + sum(self._heights(grid)) + _UNDER

    def draw(self, sheet: Sheet, grid: Grid) -> None:
        """Draw it from ``sheet.y`` down, or on the next page when this one has no room, and move ``y`` to its end."""
        if sheet.room() < self.height(grid):
            sheet.turn()
        else:
            sheet.y += self._gap(grid)
        if self.form is not Form.RUN_IN:
            begin_section(sheet, words("clinical_counts.print.heading"), grid)
        with sheet.tagged(Tag.LIST):
            if self.form is Form.LISTED:
                for line in self.lines:
                    self._draw_line(sheet, line, grid)
            for paragraph in self._paragraphs():
                self._draw_paragraph(sheet, paragraph, grid)
        sheet.y += _UNDER

    def _gap(self, grid: Grid) -> float:
        return grid.between(5.3, 1.6 if self.form is Form.RUN_IN else 2.4)

    def _leading(self, grid: Grid) -> float:
        return grid.between(4.1, 3.6)

    def _between(self, grid: Grid) -> float:
        return grid.between(0.6, 0.0)

    def _heights(self, grid: Grid) -> Iterable[float]:
        """The height of each line or paragraph."""
        listed = self.form is Form.LISTED
        found = [len(_wrapped(line)) for line in self.lines] if listed else map(len, self._paragraphs())
        return (self._between(grid) + lines * self._leading(grid) for lines in found)

    def _draw_line(self, sheet: Sheet, line: ClinicalLine, grid: Grid) -> None:
        broken = _wrapped(line)
        with sheet.tagged(Tag.ITEM), sheet.tagged(Tag.BODY):
            sheet.text(LEFT, sheet.y + _BASELINE, line.name, SMALL_BOLD)
            for number, text in enumerate(broken):
                sheet.text(LEFT + _beside(line), sheet.y + _BASELINE + number * self._leading(grid), text, SMALL)
        sheet.y += self._between(grid) + len(broken) * self._leading(grid)

    def _paragraphs(self) -> list[list[Line]]:
        """What runs together, line by line; nothing when each subject has a line of its own."""
        if self.form is Form.LISTED:
            return []
        if self.form is Form.RUN_IN:
            head = Run(f"{words('clinical_counts.print.heading')}. ", SMALL_BOLD)
            return [wrap_runs([head, *_run_together(self.lines)], TEXT_WIDTH)]
        return [wrap_runs(_run_together(lines), TEXT_WIDTH) for _, lines in groupby(self.lines, attrgetter("group"))]

    def _draw_paragraph(self, sheet: Sheet, lines: list[Line], grid: Grid) -> None:
        with sheet.tagged(Tag.ITEM), sheet.tagged(Tag.BODY):
            for line in lines:
                sheet.line(LEFT, sheet.y + _BASELINE, line)
                sheet.y += self._leading(grid)
        sheet.y += self._between(grid)


def clinical_blocks(summary: ShiftSummary) -> tuple[ClinicalBlock, ...]:
    """The ways to print it, the roomiest first."""
    lines = clinical_lines(summary)
    return tuple(ClinicalBlock(lines, form) for form in Form)


def _run_together(lines: Iterable[ClinicalLine]) -> list[Run]:
    return [run for line in lines for run in (Run(f"{line.name}: ", SMALL_BOLD), Run(f"{line.text} ", SMALL))]


def _wrapped(line: ClinicalLine) -> list[str]:
    return wrap(line.text, SMALL, TEXT_WIDTH - _beside(line))


def _beside(line: ClinicalLine) -> float:
    """How far from the edge the text begins: in its column, and never on the name."""
    return max(NAME_ROOM, width(line.name, SMALL_BOLD) + _NAME_GAP)
