"""The end-of-shift summary: two pages that a coordinator signs, and that say by whom each figure was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.reports.grid import ROOMY, roomiest
from mavis.reports.page import Frame, FramedSheet, Mark
from mavis.reports.phrases import counted, full_date, moment, short_date
from mavis.reports.summary_amended import draw_amendments
from mavis.reports.summary_clinical import ClinicalBlock, clinical_blocks
from mavis.reports.summary_closing import closing_height, draw_closing, draw_sign_off, floor, sign_off_fits
from mavis.reports.summary_counts import counts_grid, draw_counts
from mavis.reports.summary_top import draw_top
from mavis.reports.summary_visits import VisitList, listed
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.counting.summary import ShiftSummary
    from mavis.domain.reference import ReferenceData
    from mavis.reports.grid import Grid


_ROOM_TO_FOLLOW_ON, _GAP = 60.0, 5.3
"""The list of visits follows the breakdowns on a second page when that has so many millimetres left."""


class _Places(NamedTuple):
    """Where things came to stand: on which page the visits and the changes are listed."""

    visits: int = 2
    amendments: int = 3


def draw(summary: ShiftSummary, reference: ReferenceData) -> bytes:
    """The summary as a tagged PDF; the same summary gives the same bytes. Names of tallies and events are data.

    Each page says on which page another part stands. The usual places are tried first; when drawing finds others, it is
    drawn again with those, and the first try is never made a file.
    """
    usual = _Places()
    sheet, places = _drawn(summary, reference, usual)
    if places != usual:
        sheet, _ = _drawn(summary, reference, places)
    return sheet.finish()


def _drawn(summary: ShiftSummary, reference: ReferenceData, places: _Places) -> tuple[FramedSheet, _Places]:
    sheet, grid = _begun(summary, reference, places)
    visits_page, amendments_page = places.visits, places.amendments
    if summary.visits:
        draw_counts(sheet, summary, places.visits, grid)
        visits_page, grid = _list(sheet, summary, reference)
    draw_closing(sheet, summary, reference, grid)
    if summary.amendments:
        sheet.turn()
        amendments_page = sheet.page
        draw_amendments(sheet, summary.amendments)
    if not sign_off_fits(sheet):
        sheet.turn()
    draw_sign_off(sheet, summary)
    return sheet, _Places(visits_page, amendments_page)


def _list(sheet: FramedSheet, summary: ShiftSummary, reference: ReferenceData) -> tuple[int, Grid]:
    """Draw the visits and the clinical record; answers with the page of the visits, and the grid for what follows.

    They stand as roomy as lets the page hold the rest as well; when it cannot, the list runs on.
    """
    follows_on = sheet.page > 1 and sheet.room() > _ROOM_TO_FOLLOW_ON
    if follows_on:
        sheet.y += _GAP
    else:
        sheet.turn()
    page, visits = sheet.page, listed(summary.visits)
    room = floor(summary) - sheet.y
    clinical, grid = _fitting(summary, reference, visits, room)
    visits.draw(sheet, grid, ruled=follows_on)
    clinical.draw(sheet, grid)
    return page, grid


def _fitting(
    summary: ShiftSummary, reference: ReferenceData, visits: VisitList, room: float
) -> tuple[ClinicalBlock, Grid]:
    """The way to print the clinical record, and the grid, with which all fits the room; else the roomiest of both."""
    ways = clinical_blocks(summary)
    for way in ways:

        def height(grid: Grid, way: ClinicalBlock = way) -> float:
            return visits.height(grid) + way.height(grid) + closing_height(summary, reference, grid)

        grid = roomiest(height, room)
        if grid is not None:
            return way, grid
    return ways[0], ROOMY


def _begun(summary: ShiftSummary, reference: ReferenceData, places: _Places) -> tuple[FramedSheet, Grid]:
    """The first page down to the counts; the top is drawn again, tighter, on a night of many different counts."""
    frame = _frame(summary)
    sheet = FramedSheet(frame)
    draw_top(sheet, summary, reference, places.amendments, ROOMY)
    grid = counts_grid(sheet, summary, places.visits) if summary.visits and sheet.page == 1 else ROOMY
    if grid != ROOMY:
        sheet = FramedSheet(frame)
        draw_top(sheet, summary, reference, places.amendments, grid)
    return sheet, grid


def _frame(summary: ShiftSummary) -> Frame:
    title, night = words("print.summary.title"), full_date(summary.shift.date)
    return Frame(
        title=words("print.summary.file", title=title, date=night),
        running_head=words("print.summary.running", title=title, date=night),
        mark=Mark.RESTRICTED,
        foot=(_what(summary), _from_which_data(summary)),
        made_at=summary.stamp.made_at,
        training=summary.stamp.training,
    )


def _what(summary: ShiftSummary) -> tuple[str, ...]:
    facts = {
        "date": short_date(summary.shift.date),
        "visits": counted("visits", len(summary.visits)),
        "by": summary.stamp.made_by,
    }
    kept = sum(count is not None for _, count in summary.shift.tallies)
    more = {"tallies": counted("tallies", kept), "time": moment(summary.stamp.made_at)}
    return (
        words("print.foot.what", site=summary.site_name or summary.scheme, **facts, **more),
        words("print.foot.what_no_site", **facts, **more),
        words("print.foot.what_short", **facts),
    )


def _from_which_data(summary: ShiftSummary) -> tuple[str, ...]:
    stamp = summary.stamp
    chain = " ".join(stamp.chain_head[start : start + 4] for start in range(0, 16, 4))
    facts = {"version": stamp.app_version, "rules": stamp.rules_version, "chain": chain}
    return (
        words("print.foot.data", **facts),
        words("print.foot.data_short", **facts),
        words("print.foot.data_shortest", **facts),
    )
