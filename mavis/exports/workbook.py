"""Counts for people: an XLSX workbook, one table a sheet, ready to read, filter and print (print.md section 9)."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import xlsxwriter

from mavis.domain.errors import UserError
from mavis.domain.shift.night import day_of
from mavis.exports.cell_formats import Formats
from mavis.exports.clinical_sheets import clinical_sheet
from mavis.exports.drawn_sheet import DrawnSheet
from mavis.exports.figures import day_name
from mavis.exports.list_sheets import about_sheet, counts_sheet, dictionary_sheet, tallies_sheet, visits_sheet
from mavis.exports.overview_sheets import avoided_sheet, beat_areas_sheet, summary_sheet
from mavis.exports.time_sheets import time_sheet, weekday_hour_sheet
from mavis.system.collecting import not_collecting
from mavis.system.files import write_whole
from mavis.system.paths import training_name
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mavis.domain.sharing.counts_table import CountsTable
    from mavis.exports.sheet_plan import SheetPlan

_NOTHING_IS_GUESSED: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_workbook(table: CountsTable, out: Path) -> tuple[Path, ...]:
    """Write the workbook, whole or not at all; a folder gets it under a name that says what it is.

    Raises:
        UserError: the name is not that of a workbook.
        StorageError: the disk refuses; an older file is untouched.
    """
    asked = table.asked
    path = out / f"counts-{asked.first}-{asked.last}-{asked.audience}.xlsx" if out.is_dir() else out
    path = training_name(path) if table.stamp.training else path
    if path.suffix.lower() != ".xlsx":
        raise UserError("workbook_path")
    write_whole(path, workbook_bytes(table))
    return (path,)


def sheets(table: CountsTable) -> tuple[SheetPlan, ...]:
    """Every sheet that has something to show, in order; a restricted workbook lists visits and tallies too.

    In training the title of each says that its people are made up.
    """
    plans = (
        about_sheet(table),
        summary_sheet(table),
        time_sheet(table),
        weekday_hour_sheet(table),
        avoided_sheet(table),
        beat_areas_sheet(table),
        clinical_sheet(table),
        counts_sheet(table),
        dictionary_sheet(),
        *((visits_sheet(table), tallies_sheet(table)) if table.restricted else ()),
    )
    shown = tuple(plan for plan in plans if plan is not None)
    if not table.stamp.training:
        return shown
    return tuple(replace(plan, title=words("training.paper_title", title=plan.title)) for plan in shown)


def workbook_bytes(table: CountsTable) -> bytes:
    """The file; the same table gives the same bytes."""
    stream = io.BytesIO()
    with not_collecting(), xlsxwriter.Workbook(stream, _NOTHING_IS_GUESSED) as book:
        _draw(book, table, sheets(table))
    return stream.getvalue()


def _draw(book: xlsxwriter.Workbook, table: CountsTable, plans: Sequence[SheetPlan]) -> None:
    book.set_properties(
        {
            "title": plans[0].title,
            "comments": plans[1].note,
            "created": table.stamp.made_at.replace(tzinfo=None),
        }
    )
    book.set_size(24000, 14000)
    formats = Formats(book)
    mark = words("counts.mark.restricted" if table.restricted else "counts.mark.shared")
    mark = words("training.paper") if table.stamp.training else mark
    footer = words("counts.footer.left", mark=mark, scheme=table.scheme, made=day_name(day_of(table.stamp.made_at)))
    for plan in plans:
        sheet = book.add_worksheet(plan.tab)
        DrawnSheet(book, sheet, formats, plan).draw(footer)
