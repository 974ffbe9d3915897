"""The clinical record of the night on paper: a line for each subject, or all run together where a page is full."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.reports.clinical_lines import ClinicalLine, clinical_lines
from mavis.reports.lettering import SMALL, SMALL_BOLD, Line, Run, width, wrap, wrap_runs
from mavis.reports.page import begin_section
from mavis.reports.sheet import LEFT, TEXT_WIDTH
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.summary import ShiftSummary
    from mavis.reports.grid import Grid
    from mavis.reports.sheet import Sheet

_NAME_ROOM = 29.0
_UNDER = 0.6


@dataclass(frozen=True, slots=True)
class ClinicalBlock:
    """The lines of a night; ``run_in`` lets them follow each other in one paragraph, heading and all."""

    lines: tuple[ClinicalLine, ...]
    run_in: bool = False

    def height(self, grid: Grid) -> float:
        """Millimetres from the end of what stands above it to its last line."""
        if self.run_in:
            return self._gap(grid) + len(self._paragraph()) * self._leading(grid) + _UNDER
        rows = sum(self._row_height(line, grid) for line in self.lines)
        return self._gap(grid) + grid.heading + rows + _UNDER

    def draw(self, sheet: Sheet, grid: Grid) -> None:
        """Draw it from ``sheet.y`` down, or on the next page when this one has no room, and move ``y`` to its end."""
        if sheet.room() < self.height(grid):
            sheet.turn()
        else:
            sheet.y += self._gap(grid)
        if self.run_in:
            self._draw_paragraph(sheet, grid)
        else:
            begin_section(sheet, words("clinical_counts.print.heading"), grid)
            with sheet.tagged(Tag.LIST):
                for line in self.lines:
                    self._draw_line(sheet, line, grid)
        sheet.y += _UNDER

    def _gap(self, grid: Grid) -> float:
        return grid.between(5.3, 1.6 if self.run_in else 2.4)

    def _leading(self, grid: Grid) -> float:
        return grid.between(4.1, 3.6)

    def _row_height(self, line: ClinicalLine, grid: Grid) -> float:
        return grid.between(0.5, 0.0) + len(_wrapped(line)) * self._leading(grid)

    def _draw_line(self, sheet: Sheet, line: ClinicalLine, grid: Grid) -> None:
        with sheet.tagged(Tag.ITEM), sheet.tagged(Tag.BODY):
            sheet.text(LEFT, sheet.y + 3.3, line.name, SMALL_BOLD)
            for number, text in enumerate(_wrapped(line)):
                sheet.text(LEFT + _NAME_ROOM, sheet.y + 3.3 + number * self._leading(grid), text, SMALL)
        sheet.y += self._row_height(line, grid)

    def _paragraph(self) -> list[Line]:
        parts = [Run(f"{words('clinical_counts.print.heading')}. ", SMALL_BOLD)]
        for line in self.lines:
            parts += [Run(f"{line.name}: ", SMALL_BOLD), Run(f"{line.text} ", SMALL)]
        return wrap_runs(parts, TEXT_WIDTH)

    def _draw_paragraph(self, sheet: Sheet, grid: Grid) -> None:
        with sheet.tagged(Tag.PARAGRAPH):
            for line in self._paragraph():
                sheet.line(LEFT, sheet.y + 3.3, line)
                sheet.y += self._leading(grid)


def clinical_blocks(summary: ShiftSummary) -> tuple[ClinicalBlock, ClinicalBlock]:
    """The ways to print it: a line for each subject, and all run together, which takes least room."""
    lines = clinical_lines(summary)
    return ClinicalBlock(lines), ClinicalBlock(lines, run_in=True)


def _wrapped(line: ClinicalLine) -> list[str]:
    return wrap(line.text, SMALL, TEXT_WIDTH - max(_NAME_ROOM, width(line.name, SMALL_BOLD)))
