"""The vertical grid of a page: how tightly rows, headings and gaps stand, all loosened or tightened as one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.reports.lettering import SMALL, SMALL_BOLD, TABLE, TABLE_BOLD, TEXT, TEXT_BOLD, Style

if TYPE_CHECKING:
    from collections.abc import Callable

_STEPS = 10
_SMALL_BELOW = 4.6
"""Rows lower than this, in mm, are set in the smallest type, 8.5 points."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Heights in mm between a roomy and a dense page; ``tightness`` runs from 0 to 1."""

    tightness: float = 0.0

    def between(self, roomy: float, dense: float) -> float:
        """A height that gives way as far as the whole page does."""
        return roomy + (dense - roomy) * self.tightness

    @property
    def row(self) -> float:
        """One row of a breakdown or of the tallies."""
        return self.between(4.87, 4.0)

    @property
    def listed(self) -> float:
        """One row of the list of visits."""
        return self.between(4.72, 4.0)

    @property
    def heading(self) -> float:
        """From the rule of a section to its content."""
        return self.between(6.6, 5.2)

    @property
    def table(self) -> Style:
        """The type of a row: smaller where rows are low."""
        return style_of_row(self.row)


ROOMY = Grid()
GRIDS = tuple(Grid(step / _STEPS) for step in range(_STEPS + 1))
"""From roomy to dense."""


def style_of_row(height: float, roomy: Style = TABLE) -> Style:
    """The type for rows of a height in mm: ``roomy``, or 8.5 points in low rows."""
    return roomy if height >= _SMALL_BELOW else SMALL


def bold_of(style: Style) -> Style:
    """The bold type of the same size."""
    return {SMALL: SMALL_BOLD, TABLE: TABLE_BOLD, TEXT: TEXT_BOLD}.get(style, TABLE_BOLD)


def roomiest(height: Callable[[Grid], float], room: float) -> Grid | None:
    """The least tight grid in which a content fits the room in mm; None when it fits in none.

    ``height`` says how many mm the content takes on a grid, and never more on a tighter one.
    """
    if height(ROOMY) <= room:
        return ROOMY
    if height(GRIDS[-1]) > room:
        return None
    return GRIDS[bisect_left(GRIDS, True, key=lambda grid: height(grid) <= room)]
