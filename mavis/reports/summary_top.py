"""The top of the end-of-shift summary: which night, what it came to, and how far the figures can be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.rounding import hours_text
from mavis.domain.shift.shift import begins_late
from mavis.reports.charts import draw_range
from mavis.reports.grid import ROOMY
from mavis.reports.lead import amended, headline, sentences, warning
from mavis.reports.lettering import (
    LEAD,
    LEAD_BOLD,
    SUBTITLE,
    TABLE,
    TABLE_BOLD,
    TEXT,
    TEXT_SEMIBOLD,
    TITLE,
    Run,
    runs,
)
from mavis.reports.page import begin_section, keep
from mavis.reports.phrases import clock, counted, full_date, listed, range_of
from mavis.reports.sheet import LEFT, RIGHT, TEXT_WIDTH, THICK
from mavis.reports.summary_figures import FIGURE_LINE, FIRST_LINE, draw_figures, is_known
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.counting.diversion import BasisSplit
    from mavis.domain.counting.summary import ShiftSummary
    from mavis.domain.reference import ReferenceData
    from mavis.reports.grid import Grid
    from mavis.reports.page import FramedSheet
    from mavis.reports.sheet import Sheet

_HEAD_ROOM = 131.0
_BAR_LEFT, _BAR_LENGTH = 62.0, 95.0
_BEFORE_FIGURES, _BEFORE_JUDGED, _JUDGED_ROW, _BAR_ROW = (6.2, 4.4), (4.9, 3.3), (5.6, 4.7), (8.0, 6.6)
"""Heights that a dense page gives way by: roomy, dense."""


def draw_top(
    sheet: FramedSheet, summary: ShiftSummary, reference: ReferenceData, amendments_page: int, grid: Grid
) -> None:
    """Draw the title, the lead and, when anybody came, the headline figures and how they were judged."""
    _draw_title(sheet, summary, reference)
    _draw_lead(sheet, summary, amendments_page)
    if summary.visits:
        sheet.y += grid.between(*_BEFORE_FIGURES)
        draw_figures(sheet, summary, grid)
        keep(sheet, 34.0, grid.between(*_BEFORE_JUDGED))
        _draw_judged(sheet, summary, grid)


def top_saves(summary: ShiftSummary, grid: Grid) -> float:
    """How many millimetres shorter the top of a night with visits is than on a roomy page."""
    giving = [_BEFORE_FIGURES, FIGURE_LINE, FIRST_LINE, _BEFORE_JUDGED, _JUDGED_ROW, _JUDGED_ROW]
    if _is_mixed(summary.diversion.ed):
        giving.append(_BAR_ROW)
    return ROOMY.heading - grid.heading + sum(roomy - grid.between(roomy, dense) for roomy, dense in giving)


def _draw_title(sheet: FramedSheet, summary: ShiftSummary, reference: ReferenceData) -> None:
    sheet.draw_mark_meaning()
    y = 16.4
    with sheet.tagged(Tag.PARAGRAPH):
        y = sheet.paragraph(LEFT, y, [Run(scheme_and_site(summary), TEXT_SEMIBOLD)], _HEAD_ROOM)
    with sheet.tagged(Tag.TITLE):
        sheet.text(LEFT, y + 8.5, words("print.summary.title"), TITLE)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, y + 15.1, words("print.summary.night", date=full_date(summary.shift.date)), SUBTITLE)
    with sheet.tagged(Tag.PARAGRAPH):
        circumstances = [Run(_circumstances(summary, reference), TABLE)]
        y = sheet.paragraph(LEFT, y + 20.3, circumstances, TEXT_WIDTH)
    sheet.rule(LEFT, RIGHT, y + 3.8, THICK)
    sheet.y = y + 3.8


def scheme_and_site(summary: ShiftSummary) -> str:
    """The scheme, and its bus when it is called otherwise."""
    names = [summary.scheme, summary.site_name]
    return " · ".join(dict.fromkeys(name for name in names if name and (name == names[0] or name not in names[0])))


def _circumstances(summary: ShiftSummary, reference: ReferenceData) -> str:
    shift = summary.shift
    key = "print.summary.open" if shift.closed_at is not None else "print.summary.open_planned"
    parts = [words(key, start=clock(shift.opened_at), end=clock(shift.ended_at), hours=hours_text(shift.open_minutes))]
    if begins_late(shift.planned_start, shift.opened_at):
        parts.append(words("print.summary.planned", start=clock(shift.planned_start), end=clock(shift.planned_end)))
    if summary.last_left is not None:
        parts.append(words("print.summary.last_left", time=clock(summary.last_left)))
    names = {event.code: event.name for event in reference.events}
    parts += [part for part in (shift.parked_at, *(names.get(code, code) for code in shift.events)) if part]
    return " · ".join(parts)


def _draw_lead(sheet: Sheet, summary: ShiftSummary, amendments_page: int) -> None:
    said = [[Run(text, LEAD_BOLD)] for text in (warning(summary), amended(summary, amendments_page)) if text]
    said.append([Run(headline(summary), LEAD_BOLD), *(Run(sentence, LEAD) for sentence in sentences(summary))])
    for first, parts in zip([True, *[False] * len(said)], said, strict=False):
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.y = sheet.paragraph(LEFT, sheet.y + (5.6 if first else 5.1), parts, TEXT_WIDTH)


def _draw_judged(sheet: Sheet, summary: ShiftSummary, grid: Grid) -> None:
    begin_section(sheet, words("print.judged.heading"), grid)
    draw_table(sheet, _judged_table(summary, grid), LEFT, name=words("print.judged.heading"))
    split = summary.diversion.ed
    mixed = _is_mixed(split)
    if mixed:
        _draw_bar(sheet, words("print.figure.ed"), split, grid)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.y = sheet.paragraph(LEFT, sheet.y + 4.1, _caveat(summary, with_bar=mixed), TEXT_WIDTH)


def _judged_table(summary: ShiftSummary, grid: Grid) -> Table:
    widths = {
        "clinician_judged": 24.0,
        "protocol_met": 20.0,
        "stood_down": 29.0,
        "volunteer_judged": 22.0,
        "lowest": 17.0,
        "highest": 18.0,
    }
    heads = [
        Column(words(f"print.judged.{name}"), wide, Side.RIGHT, gap=1.2 if name == "highest" else 0.0)
        for name, wide in widths.items()
    ]
    columns = (Column("", TEXT_WIDTH - sum(widths.values())), *heads)
    known = is_known(summary)
    rows = (
        _judged_row(words("print.figure.ed"), summary.diversion.ed, known=known),
        _judged_row(words("print.figure.ambulance"), summary.diversion.ambulance, known=known),
    )
    return Table(columns, rows, TEXT, pitch=grid.between(*_JUDGED_ROW))


def _judged_row(name: str, split: BasisSplit, *, known: bool) -> Row:
    parts = (split.clinician_judged, split.protocol_met, split.stood_down, split.volunteer_judged)
    bounds = [str(n) if known else words("print.not_known") for n in (split.lowest, split.highest)]
    return Row((Cell(name), *(Cell(str(n)) for n in parts), *(Cell(n, TABLE_BOLD) for n in bounds)))


def _is_mixed(split: BasisSplit) -> bool:
    """Whether some are judged firmly and some by volunteers, which a bar tells apart."""
    return 0 < split.lowest < split.highest


def _draw_bar(sheet: Sheet, name: str, split: BasisSplit, grid: Grid) -> None:
    middle = sheet.y + grid.between(4.6, 4.0)
    with sheet.artifact():
        sheet.text(LEFT, middle + TEXT_SEMIBOLD.cap / 2, name, TEXT_SEMIBOLD)
    says = words("print.judged.chart", what=name, lowest=split.lowest, highest=split.highest)
    place = (_BAR_LEFT, middle, _BAR_LENGTH)
    draw_range(sheet, place, (split.lowest, split.highest, split.highest), range_of(split), says)
    sheet.y += grid.between(*_BAR_ROW)


def _caveat(summary: ShiftSummary, *, with_bar: bool) -> list[Run]:
    count = summary.diversion
    said = [words("print.judged.solid")] if with_bar else []
    said.append(words("print.judged.not_known", n=count.not_known, visits=counted("visits", count.visits)))
    left_out = [
        words(f"print.left_out.{reason}.one" if n == 1 else f"print.left_out.{reason}.other", n=n)
        for reason, n in count.left_out
    ]
    if left_out:
        said.append(words("print.judged.left_out", parts=listed(left_out)))
    if count.sent_to_ed:
        said.append(words("print.judged.success"))
    return [*runs("print.judged.rule", TABLE, TABLE_BOLD), *(Run(sentence, TABLE) for sentence in said)]
