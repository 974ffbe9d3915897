"""The end of the end-of-shift summary: tallies, handover notes, crew, what is still to put right, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.summing_up.put_right import left_open
from mavis.reports.lettering import (
    SMALL,
    SMALL_BOLD,
    TABLE,
    TABLE_ITALIC,
    TEXT,
    runs,
    wrap,
)
from mavis.reports.page import begin_section, keep
from mavis.reports.phrases import codes, hours_and_minutes, moment
from mavis.reports.shapes import draw_tick_box
from mavis.reports.sheet import GUTTER, LEFT, RIGHT, ROW_RULE, TEXT_WIDTH
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.counting.summary import ShiftSummary, ToPutRight
    from mavis.domain.reference import ReferenceData
    from mavis.reports.grid import Grid
    from mavis.reports.sheet import Sheet

_THIRD = (TEXT_WIDTH - 2 * GUTTER) / 3
_HALF = (TEXT_WIDTH - GUTTER) / 2
_NOTE_LEADING, _BULLET = 4.35, 4.0
_NOTES_BESIDE_CREW = 12
_CODES_SHOWN = 24
_BOX, _LINES_IN_A_COLUMN = 5.1, 2
_SIGN_OFF_TOP = 249.0
_SIGN_OFF_LINES = ((18.0, 88.0), (92.0, 122.0), (128.0, 195.0))


def draw_closing(sheet: Sheet, summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> None:
    """Draw from the tallies on, all on one page; notes too long to stand beside the crew come before, on their own."""
    notes = _notes_beside_crew(summary)
    if notes is None:
        _draw_long_notes(sheet, summary.shift.handover_notes, grid)
    if sheet.y + _together_height(summary, reference, grid) > floor(summary):
        sheet.turn()
    else:
        sheet.y += _gap(grid)
    _draw_tallies(sheet, _tally_tables(summary, reference, grid), grid)
    sheet.y += _gap(grid)
    _draw_notes_and_crew(sheet, summary, notes, grid)
    sheet.y += _before_put_right(grid)
    _draw_put_right(sheet, summary, reference, grid)


def floor(summary: ShiftSummary) -> float:
    """How far down a page the closing may reach, in mm: to the signatures, unless changes since signing follow it."""
    return _SIGN_OFF_TOP + 31.0 if summary.amendments else _SIGN_OFF_TOP


def closing_height(summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> float:
    """Millimetres from what comes before it to the end of what is still to put right, all on one page."""
    together = _together_height(summary, reference, grid)
    if _notes_beside_crew(summary) is not None:
        return together
    lines = sum(map(len, note_lines(summary.shift.handover_notes, TEXT_WIDTH)))
    return _gap(grid) + grid.heading + lines * _NOTE_LEADING + together


def _together_height(summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> float:
    """What stays on one page: tallies, notes that are short, crew, and what is still to put right."""
    tallies = max((table.height() for table in _tally_tables(summary, reference, grid)), default=0.0)
    notes = sum(map(len, _notes_beside_crew(summary) or [])) * _NOTE_LEADING
    crew = _crew_table(summary, grid).height() - _crew_up(grid)
    parts = (tallies + grid.between(5.0, 3.8), max(notes, crew))
    return sum(_gap(grid) + grid.heading + part for part in parts) + _put_right_height(summary, reference, grid)


def _notes_beside_crew(summary: ShiftSummary) -> list[list[str]] | None:
    """The notes in lines when they are short enough to stand beside the crew."""
    notes = note_lines(summary.shift.handover_notes, _HALF)
    return notes if sum(map(len, notes)) <= _NOTES_BESIDE_CREW else None


def _gap(grid: Grid) -> float:
    return grid.between(5.3, 2.4)


def _crew_up(grid: Grid) -> float:
    """How far the crew table, whose head stands beside the heading of its section, rises."""
    return grid.between(2.2, 4.2)


def _before_put_right(grid: Grid) -> float:
    return grid.between(3.8, 2.4)


def note_lines(text: str, room: float) -> list[list[str]]:
    """The paragraphs of the notes, each in its lines beside the bullet."""
    paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()]
    return [wrap(paragraph, TEXT, room - _BULLET - 1.0) for paragraph in paragraphs]


def _draw_long_notes(sheet: Sheet, text: str, grid: Grid) -> None:
    """Notes that take a lot of room, over the whole width and as many pages as they need."""
    keep(sheet, grid.heading + 3 * _NOTE_LEADING, _gap(grid))
    begin_section(sheet, words("print.notes.heading"), grid)
    with sheet.tagged(Tag.LIST):
        for paragraph in note_lines(text, TEXT_WIDTH):
            _draw_note(sheet, paragraph)


def _draw_note(sheet: Sheet, lines: list[str]) -> None:
    with sheet.tagged(Tag.ITEM), sheet.tagged(Tag.BODY):
        for number, line in enumerate(lines):
            if sheet.room() < _NOTE_LEADING:
                sheet.turn()
                _draw_notes_continued(sheet)
            baseline = sheet.y + _NOTE_LEADING - 0.4
            if number == 0:
                with sheet.artifact():
                    sheet.text(LEFT, baseline, words("print.notes.bullet"), TEXT)
            sheet.text(LEFT + _BULLET, baseline, line, TEXT)
            sheet.y += _NOTE_LEADING


def _draw_notes_continued(sheet: Sheet) -> None:
    with sheet.artifact():
        continued = words("print.continued", what=words("print.notes.heading"))
        sheet.text(LEFT, sheet.y + 4.2, continued, SMALL_BOLD)
    sheet.y += 6.0


def _tally_tables(summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> list[Table]:
    """The tallies in three columns, the largest first, those that nobody counted last."""
    names = {kind.code: kind.on_paper for kind in reference.tallies}
    kept = sorted(summary.shift.tallies, key=lambda tally: (tally[1] is None, -(tally[1] or 0)))
    rows = [Row((Cell(names.get(code, code)), _tally_cell(count))) for code, count in kept]
    each = -(-len(rows) // 3)
    columns = (Column("", _THIRD - 18.4, gap=1.0), Column("", 18.4, Side.RIGHT, gap=1.2))
    thirds = (tuple(rows[start : start + each]) for start in range(0, len(rows), max(1, each)))
    return [Table(columns, third, grid.table, grid.row) for third in thirds]


def _tally_cell(count: int | None) -> Cell:
    return Cell(words("print.tallies.not_counted"), TABLE_ITALIC) if count is None else Cell(str(count))


def _draw_tallies(sheet: Sheet, tables: list[Table], grid: Grid) -> None:
    begin_section(sheet, words("print.tallies.heading"), grid)
    top = lowest = sheet.y
    for number, table in enumerate(tables):
        sheet.y = top
        draw_table(sheet, table, LEFT + number * (_THIRD + GUTTER))
        lowest = max(lowest, sheet.y)
    said = runs("print.tallies.rule", SMALL, SMALL_BOLD) if tables else runs("print.tallies.none", TEXT, TEXT)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.y = sheet.paragraph(LEFT, lowest + 3.8, said, TEXT_WIDTH)


def _draw_notes_and_crew(sheet: Sheet, summary: ShiftSummary, notes: list[list[str]] | None, grid: Grid) -> None:
    top = lowest = sheet.y
    if notes is not None:
        begin_section(sheet, words("print.notes.heading"), grid, x1=LEFT + _HALF)
        if notes:
            with sheet.tagged(Tag.LIST):
                for paragraph in notes:
                    _draw_note(sheet, paragraph)
        else:
            _say(sheet, LEFT, words("print.notes.none"))
        lowest, sheet.y = sheet.y, top
    x = LEFT + _HALF + GUTTER if notes is not None else LEFT
    begin_section(sheet, words("print.crew.heading"), grid, x0=x, x1=x + _HALF)
    if summary.shift.crew:
        sheet.y -= _crew_up(grid)
        draw_table(sheet, _crew_table(summary, grid), x)
    else:
        _say(sheet, x, words("print.crew.none"))
    sheet.y = max(sheet.y, lowest)


def _say(sheet: Sheet, x: float, text: str) -> None:
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(x, sheet.y + 3.9, text, TEXT)
    sheet.y += 5.0


def _crew_table(summary: ShiftSummary, grid: Grid) -> Table:
    crew = summary.shift.crew
    rows = [
        Row((Cell(label(time.duty)), Cell(str(time.people)), Cell(hours_and_minutes(time.minutes)))) for time in crew
    ]
    people, minutes = sum(time.people for time in crew), sum(time.minutes for time in crew)
    rows.append(
        Row((Cell(words("print.summary.all_crew")), Cell(str(people)), Cell(hours_and_minutes(minutes))), total=True)
    )
    columns = (
        Column("", _HALF - 40.0),
        Column(words("print.crew.people"), 20.0, Side.RIGHT, gap=0.0),
        Column(words("print.crew.hours"), 20.0, Side.RIGHT, gap=1.2),
    )
    return Table(columns, tuple(rows), grid.table, grid.between(4.6, 4.0))


def _put_right_items(summary: ShiftSummary, reference: ReferenceData) -> list[str]:
    return [_put_right(gap, reference) for gap in summary.to_put_right if gap.codes]


def _put_right(gap: ToPutRight, reference: ReferenceData) -> str:
    names = {kind.code: kind.on_paper for kind in reference.tallies} if gap.kind == "tally_not_counted" else {}
    which = codes([names.get(code, code) for code in gap.codes], _CODES_SHOWN)
    return words(f"print.to_put_right.{gap.kind}", codes=which)


def _left_open_lines(summary: ShiftSummary) -> list[str]:
    """What is open all the same, so that nothing above reads as if all were settled; in lines."""
    told = [words(f"print.left_open.{kind}", codes=codes(of, _CODES_SHOWN)) for kind, of in left_open(summary.visits)]
    return wrap(" ".join(told), TEXT, TEXT_WIDTH) if told else []


def _boxes(items: list[str]) -> tuple[int, float]:
    """How many columns of boxes there are, and how wide each is: what takes least room with two lines for an item."""
    ways = ((3, _THIRD), (2, _HALF), (1, TEXT_WIDTH))
    short = [(columns, wide) for columns, wide in ways if max(_lines(items, wide), default=1) <= _LINES_IN_A_COLUMN]
    return min(short or ways[-1:], key=lambda way: _boxes_height(items, *way))


def _boxes_height(items: list[str], columns: int, wide: float) -> float:
    lines = _lines(items, wide)
    deepest = [max(lines[start : start + columns]) for start in range(0, len(lines), columns)]
    return sum(1.2 + n * _NOTE_LEADING for n in deepest or [1])


def _lines(items: list[str], wide: float) -> list[int]:
    return [len(wrap(item, TEXT, wide - _BOX)) for item in items]


def _put_right_height(summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> float:
    items = _put_right_items(summary, reference)
    told = len(_left_open_lines(summary)) * _NOTE_LEADING
    return _before_put_right(grid) + grid.heading + _boxes_height(items, *_boxes(items)) + told + 2.0


def _draw_put_right(sheet: Sheet, summary: ShiftSummary, reference: ReferenceData, grid: Grid) -> None:
    begin_section(sheet, words("print.to_put_right.heading"), grid)
    items = _put_right_items(summary, reference)
    if items:
        columns, wide = _boxes(items)
        with sheet.tagged(Tag.LIST):
            for start in range(0, len(items), columns):
                _draw_boxes(sheet, items[start : start + columns], wide)
    else:
        _say(sheet, LEFT, words("print.to_put_right.none"))
    _draw_left_open(sheet, _left_open_lines(summary))


def _draw_left_open(sheet: Sheet, lines: list[str]) -> None:
    if not lines:
        return
    with sheet.tagged(Tag.PARAGRAPH):
        for line in lines:
            sheet.text(LEFT, sheet.y + 3.9, line, TEXT)
            sheet.y += _NOTE_LEADING


def _draw_boxes(sheet: Sheet, items: list[str], wide: float) -> None:
    lines = [wrap(item, TEXT, wide - _BOX) for item in items]
    for number, broken in enumerate(lines):
        x = LEFT + number * (wide + GUTTER)
        with sheet.tagged(Tag.ITEM), sheet.tagged(Tag.BODY):
            draw_tick_box(sheet, x, sheet.y + 3.9)
            for line, text in enumerate(broken):
                sheet.text(x + _BOX, sheet.y + 3.9 + line * _NOTE_LEADING, text, TEXT)
    sheet.y += 1.2 + max(map(len, lines)) * _NOTE_LEADING


def draw_sign_off(sheet: Sheet, summary: ShiftSummary) -> None:
    """Draw the signatures and the full chain head at the foot of the page, where there must be room for them."""
    sheet.y = _SIGN_OFF_TOP
    begin_section(sheet, words("print.signed.heading"))
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, 258.4, words("print.signed.read"), TABLE)
    shift = summary.shift
    signed = (shift.signed_by, moment(shift.signed_at) if shift.signed_at else "", "")
    asked = ("print.signed.by", "print.signed.when", "print.signed.coordinator")
    for (x0, x1), name, key in zip(_SIGN_OFF_LINES, signed, asked, strict=True):
        with sheet.tagged(Tag.PARAGRAPH):
            lines = wrap(name, SMALL, x1 - x0)[:2]
            for number, line in enumerate(lines):
                sheet.text(x0, 267.6 - (len(lines) - 1 - number) * 3.7, line, SMALL)
            sheet.text(x0, 272.6, words(key), SMALL)
        sheet.rule(x0, x1, 269.0, 2 * ROW_RULE)
    head = summary.stamp.chain_head
    whole = " ".join(head[start : start + 16] for start in range(0, len(head), 16))
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, 278.6, words("print.signed.chain", chain=whole), SMALL)
    sheet.y = RIGHT


def sign_off_fits(sheet: Sheet) -> bool:
    """Whether the page still has room for the signatures at its foot."""
    return sheet.y <= _SIGN_OFF_TOP
