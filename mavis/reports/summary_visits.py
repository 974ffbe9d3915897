"""The visits of the night by code, on as many pages as they take: times, triage, needs, care, no names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.clinical.triage_advice import main_need_first
from mavis.domain.counting.facts import came_again
from mavis.domain.record.diversion import WouldHave
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.lettering import SMALL, SMALL_BOLD, Run, wrap
from mavis.reports.page import begin_section
from mavis.reports.phrases import clock, in_a_row, short
from mavis.reports.sheet import LEFT, TEXT_WIDTH
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.counting.facts import VisitFacts
    from mavis.domain.record.identity import AgeBand
    from mavis.reports.grid import Grid
    from mavis.reports.sheet import Sheet

_LINES_AT_MOST, _TO_NOTE = 2, 4.2


@dataclass(frozen=True, slots=True)
class VisitList:
    """The rows of the list, and what its signs mean."""

    rows: tuple[Row, ...]
    note: str

    def height(self, grid: Grid) -> float:
        """Millimetres that it takes on one page."""
        more_lines = len(wrap(self.note, SMALL, TEXT_WIDTH)) - 1
        under = _TO_NOTE + more_lines * SMALL.leading
        return grid.heading - _head_up(grid) + self._table(grid).height() + under

    def draw(self, sheet: Sheet, grid: Grid, *, ruled: bool) -> None:
        """Draw it from ``sheet.y`` down, on as many pages as it takes; ``ruled`` with a rule above its heading."""
        heading = words("print.visits.heading")
        begin_section(sheet, heading, grid, ruled=ruled)
        sheet.y -= _head_up(grid)
        draw_table(sheet, self._table(grid), LEFT, name=heading)
        if sheet.room() < _TO_NOTE + 3.8 * len(wrap(self.note, SMALL, TEXT_WIDTH)):
            sheet.turn()
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.y = sheet.paragraph(LEFT, sheet.y + _TO_NOTE, [Run(self.note, SMALL)], TEXT_WIDTH)

    def _table(self, grid: Grid) -> Table:
        return Table(_columns(), self.rows, SMALL, grid.listed)


def listed(visits: tuple[VisitFacts, ...]) -> VisitList:
    """The visits in the order in which people arrived."""
    ordered = sorted(visits, key=lambda visit: (visit.arrived_at, visit.code))
    note = words("print.visits.note")
    if any(visit.would_have not in (None, WouldHave.NOT_KNOWN) and not visit.basis_chosen for visit in visits):
        note = f"{note} {words('print.visits.note_no_basis')}"
    if any(visit.gender is None for visit in visits):
        note = f"{note} {words('print.visits.note_sex')}"
    again = came_again(ordered)
    if again:
        note = f"{note} {words('print.visits.note_again', code=next(iter(again.values())))}"
    return VisitList(tuple(_row(visit, again.get(visit.id, "")) for visit in ordered), note)


def _head_up(grid: Grid) -> float:
    """How far the head of a dense list rises beside the heading, whose words end well left of its upper line."""
    return grid.between(0.0, 2.4)


def _columns() -> tuple[Column, ...]:
    return (
        Column(words("print.visits.code"), 8.5, gap=0.3),
        Column(words("print.visits.in"), 10.0, Side.RIGHT, gap=0.4),
        Column(words("print.visits.out"), 10.4, Side.RIGHT, gap=0.4),
        Column(words("print.visits.minutes"), 10.0, Side.RIGHT, gap=2.0),
        Column(words("print.visits.age"), 17.3, gap=0.8),
        Column(words("print.visits.sex"), 7.3, gap=0.5),
        Column(words("print.visits.triage"), 14.0, gap=0.8),
        Column(words("print.visits.needs"), 26.5, gap=1.0),
        Column(words("print.visits.care"), 28.9, gap=1.0),
        Column(words("print.visits.left"), 27.9, gap=1.0),
        Column(words("print.visits.without"), 16.2, gap=0.0),
    )


def _row(visit: VisitFacts, earlier: str) -> Row:
    """One visit; ``earlier`` is the code of the same person's first visit of the night, if this is another one."""
    columns = _columns()
    minutes = visit.minutes
    left = visit.departed_at
    ordered = main_need_first(visit.needs, visit.main_need)
    back = [words("print.visits.again", code=earlier)] if earlier else []
    needs = in_a_row([*back, *(short("presentation", need, label(need)) for need in ordered)])
    care = [short("care_kind", kind, label(kind)) for kind in visit.care]
    return Row(
        (
            Cell(visit.code, SMALL_BOLD),
            Cell(clock(visit.arrived_at)),
            Cell(words("print.visits.none") if left is None else clock(left)),
            Cell(words("print.visits.none") if minutes is None else str(minutes)),
            Cell(_age(visit.age_band)),
            Cell(words(f"print.visits.gender_{visit.gender or 'not_known'}")),
            _triage_cell(visit.triage),
            _listed_cell(needs, columns[7]),
            _listed_cell(care, columns[8]),
            Cell(_how_they_left(visit)),
            Cell(_without_the_bus(visit)),
        )
    )


def _age(band: AgeBand | None) -> str:
    return words("print.not_known") if band is None else short("age_band", band, label(band))


def _triage_cell(triage: TriageCategory | None) -> Cell:
    if triage is None:
        return Cell(words("print.visits.not_recorded"))
    red = triage is TriageCategory.RED
    return Cell(label(triage), SMALL_BOLD if red else None, inverse=red)


def _listed_cell(names: list[str], column: Column) -> Cell:
    """As many names as two lines hold, and how many more there are."""
    if not names:
        return Cell(words("print.visits.none"))
    for shown in range(len(names), -1, -1):
        parts = names[:shown] + ([words("print.visits.more", n=len(names) - shown)] if shown < len(names) else [])
        lines = wrap(", ".join(parts), SMALL, column.room)
        if len(lines) <= _LINES_AT_MOST:
            return Cell(", ".join(parts), lines=tuple(lines))
    raise ValueError(column.width)


def _how_they_left(visit: VisitFacts) -> str:
    if visit.outcome is None:
        return words("print.visits.still_open")
    return short("outcome", visit.outcome, label(visit.outcome))


def _without_the_bus(visit: VisitFacts) -> str:
    """What would have happened, and the letter of the basis that is told of it."""
    if visit.would_have is None:
        return words("print.not_known")
    what = short("would_have", visit.would_have, label(visit.would_have))
    if visit.told_basis is None:
        return what
    return words("print.visits.judged", what=what, basis=words(f"print.visits.basis_{visit.told_basis}"))
