"""What a sheet of the workbook holds, before anything is drawn: one table with its title, its note and its columns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mavis.exports.figures import Cell

HEAD_ROW = 3
"""Where the head of every table stands, counted from 0: row 4."""

FIRST_ROW = 4
"""Where the rows of a headed table begin."""


class Kind(Enum):
    """How the cells of a column are written."""

    TEXT = "text"
    STRONG = "strong"
    WRAPPED = "wrapped"
    COUNT = "count"
    RATE = "rate"
    FINE_RATE = "fine_rate"
    PERCENT = "percent"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, how its cells are written, and its width in digits of the ordinary font."""

    head: str
    kind: Kind = Kind.TEXT
    width: float = 12


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """A chart under the table: the first series stands as columns, the others as dashes across them.

    ``series`` are places of columns, counted from 0; ``alternative`` says in words what the chart shows.
    """

    title: str
    series: tuple[int, ...]
    names: tuple[str, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet. The last ``totals`` rows are totals; ``headed`` is False for a list that needs no head."""

    tab: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: int = 0
    headed: bool = True
    restricted: bool = False
    chart: ChartPlan | None = None
