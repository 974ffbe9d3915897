"""The grid of a page gives way evenly, and only as far as it must."""

from __future__ import annotations

import pytest

from mavis.reports.grid import GRIDS, ROOMY, Grid, bold_of, roomiest, style_of_row
from mavis.reports.lettering import SMALL, SMALL_BOLD, TABLE, TABLE_BOLD, TEXT, TEXT_BOLD


def _rows(number: int, grid: Grid) -> float:
    return number * grid.row


def test_the_grid_stays_roomy_while_all_fits() -> None:
    """Twenty rows fit on a page of a hundred millimetres without giving way."""
    assert roomiest(lambda grid: _rows(20, grid), 100.0) == ROOMY


def test_the_grid_gives_way_no_further_than_it_must() -> None:
    """The grid that is chosen fits, and the next roomier one does not."""
    chosen = roomiest(lambda grid: _rows(22, grid), 100.0)

    assert chosen is not None
    before = GRIDS[GRIDS.index(chosen) - 1]
    assert _rows(22, chosen) <= 100.0 < _rows(22, before)


def test_nothing_is_squeezed_past_what_can_be_read() -> None:
    """When not even the dense grid holds the rows, there is none."""
    assert roomiest(lambda grid: _rows(26, grid), 100.0) is None


@pytest.mark.parametrize("grid", GRIDS, ids=lambda grid: f"{grid.tightness:.1f}")
def test_rows_keep_room_for_their_type(grid: Grid) -> None:
    """A row is never lower than the line of its type, nor set below 8.5 points."""
    assert 4.0 <= grid.row <= 4.87
    assert grid.table.leading <= grid.row
    assert SMALL.leading <= grid.listed
    assert grid.table.size >= 8.5


def test_low_rows_are_set_in_smaller_type() -> None:
    """Text of a high row keeps its size; below 4.6 mm all is 8.5 points, and bold stays as large as the rest."""
    assert style_of_row(4.87) == TABLE
    assert style_of_row(4.87, TEXT) == TEXT
    assert style_of_row(4.59, TEXT) == SMALL
    assert [bold_of(style) for style in (SMALL, TABLE, TEXT)] == [SMALL_BOLD, TABLE_BOLD, TEXT_BOLD]
