"""The end of the end-of-shift summary: tallies, handover notes, crew, what is still to put right, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.rounding import hours_text
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
from mavis.reports.phrases import codes, moment
from mavis.reports.shapes import draw_tick_box
from mavis.reports.sheet import GUTTER, LEFT, RIGHT, ROW_RULE, TEXT_WIDTH
from mavis.reports.tables import Cell, Column, Row, Side, Table, draw_table
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.reference import ReferenceData
    from mavis.domain.summary import ShiftSummary, ToPutRight
    from mavis.reports.sheet import Sheet

_THIRD = (TEXT_WIDTH - 2 * GUTTER) / 3
_HALF = (TEXT_WIDTH - GUTTER) / 2
_HEADING, _GAP = 6.6, 5.3
_NOTE_LEADING, _BULLET = 4.35, 4.0
_NOTES_BESIDE_CREW = 12
_CODES_SHOWN = 24
_BOX = 5.1
_SIGN_OFF_TOP = 249.0
_SIGN_OFF_LINES = ((18.0, 88.0), (92.0, 122.0), (128.0, 195.0))


def draw_closing(sheet: Sheet, summary: ShiftSummary, reference: ReferenceData, *, signed_here: bool) -> None:
    """Draw from the tallies on, all on one page; notes too long to stand beside the crew come before, on their own.

    ``signed_here`` keeps the foot of the page free for the signatures.
    """
    notes = note_lines(summary.shift.handover_notes, _HALF)
    lines = sum(map(len, notes))
    beside = lines <= _NOTES_BESIDE_CREW
    if not beside:
        _draw_long_notes(sheet, summary.shift.handover_notes)
    tallies = _tally_tables(summary, reference)
    middle = max(_HEADING + lines * _NOTE_LEADING if beside else 0.0, _HEADING - 2.2 + _crew_table(summary).height())
    height = sum(
        (
            _HEADING + max((table.height() for table in tallies), default=0.0) + 5.0,
            _GAP + middle,
            _put_right_height(summary, reference),
        )
    )
    floor = _SIGN_OFF_TOP if signed_here else _SIGN_OFF_TOP + 31.0
    if sheet.y + _GAP + height > floor:
        sheet.turn()
    else:
        sheet.y += _GAP
    _draw_tallies(sheet, tallies)
    sheet.y += _GAP
    _draw_notes_and_crew(sheet, summary, notes if beside else None)
    sheet.y += 3.8
    _draw_put_right(sheet, summary, reference)


def note_lines(text: str, room: float) -> list[list[str]]:
    """The paragraphs of the notes, each in its lines beside the bullet."""
    paragraphs = [paragraph for paragraph in text.splitlines() if paragraph.strip()]
    return [wrap(paragraph, TEXT, room - _BULLET - 1.0) for paragraph in paragraphs]


def _draw_long_notes(sheet: Sheet, text: str) -> None:
    """Notes that take a lot of room, over the whole width and as many pages as they need."""
    keep(sheet, _HEADING + 3 * _NOTE_LEADING, _GAP)
    begin_section(sheet, words("print.notes.heading"))
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


def _tally_tables(summary: ShiftSummary, reference: ReferenceData) -> list[Table]:
    """The tallies in three columns, the largest first, those that nobody counted last."""
    names = {kind.code: kind.on_paper for kind in reference.tallies}
    kept = sorted(summary.shift.tallies, key=lambda tally: (tally[1] is None, -(tally[1] or 0)))
    rows = [Row((Cell(names.get(code, code)), _tally_cell(count))) for code, count in kept]
    each = -(-len(rows) // 3)
    columns = (Column("", _THIRD - 18.4, gap=1.0), Column("", 18.4, Side.RIGHT, gap=1.2))
    return [Table(columns, tuple(rows[start : start + each])) for start in range(0, len(rows), max(1, each))]


def _tally_names(reference: ReferenceData) -> dict[str, str]:
    return {kind.code: kind.on_paper for kind in reference.tallies}


def _tally_cell(count: int | None) -> Cell:
    return Cell(words("print.tallies.not_counted"), TABLE_ITALIC) if count is None else Cell(str(count))


def _draw_tallies(sheet: Sheet, tables: list[Table]) -> None:
    begin_section(sheet, words("print.tallies.heading"))
    top = lowest = sheet.y
    for number, table in enumerate(tables):
        sheet.y = top
        draw_table(sheet, table, LEFT + number * (_THIRD + GUTTER))
        lowest = max(lowest, sheet.y)
    said = runs("print.tallies.rule", SMALL, SMALL_BOLD) if tables else runs("print.tallies.none", TEXT, TEXT)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.y = sheet.paragraph(LEFT, lowest + 3.8, said, TEXT_WIDTH)


def _draw_notes_and_crew(sheet: Sheet, summary: ShiftSummary, notes: list[list[str]] | None) -> None:
    top = lowest = sheet.y
    if notes is not None:
        begin_section(sheet, words("print.notes.heading"), x1=LEFT + _HALF)
        if notes:
            with sheet.tagged(Tag.LIST):
                for paragraph in notes:
                    _draw_note(sheet, paragraph)
        else:
            _say(sheet, LEFT, words("print.notes.none"))
        lowest, sheet.y = sheet.y, top
    x = LEFT + _HALF + GUTTER if notes is not None else LEFT
    begin_section(sheet, words("print.crew.heading"), x0=x, x1=x + _HALF)
    if summary.shift.crew:
        sheet.y -= 2.2
        draw_table(sheet, _crew_table(summary), x)
    else:
        _say(sheet, x, words("print.crew.none"))
    sheet.y = max(sheet.y, lowest)


def _say(sheet: Sheet, x: float, text: str) -> None:
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(x, sheet.y + 3.9, text, TEXT)
    sheet.y += 5.0


def _crew_table(summary: ShiftSummary) -> Table:
    crew = summary.shift.crew
    rows = [Row((Cell(label(time.duty)), Cell(str(time.people)), Cell(hours_text(time.minutes)))) for time in crew]
    people, minutes = sum(time.people for time in crew), sum(time.minutes for time in crew)
    rows.append(Row((Cell(words("print.summary.all_crew")), Cell(str(people)), Cell(hours_text(minutes))), total=True))
    columns = (
        Column("", _HALF - 40.0),
        Column(words("print.crew.people"), 20.0, Side.RIGHT, gap=0.0),
        Column(words("print.crew.hours"), 20.0, Side.RIGHT, gap=1.2),
    )
    return Table(columns, tuple(rows), TABLE, pitch=4.6)


def _put_right_items(summary: ShiftSummary, reference: ReferenceData) -> list[str]:
    return [_put_right(gap, reference) for gap in summary.to_put_right if gap.codes]


def _put_right(gap: ToPutRight, reference: ReferenceData) -> str:
    names = {kind.code: kind.on_paper for kind in reference.tallies} if gap.kind == "tally_not_counted" else {}
    which = codes([names.get(code, code) for code in gap.codes], _CODES_SHOWN)
    return words(f"print.to_put_right.{gap.kind}", codes=which)


def _grid(items: list[str]) -> tuple[int, float]:
    """How many columns of boxes there are, and how wide each is: three when each item fits on a line or two."""
    fits = all(len(wrap(item, TEXT, _THIRD - _BOX)) <= 2 for item in items)
    return (3, _THIRD) if fits else (1, TEXT_WIDTH)


def _put_right_height(summary: ShiftSummary, reference: ReferenceData) -> float:
    items = _put_right_items(summary, reference)
    columns, wide = _grid(items)
    lines = [len(wrap(item, TEXT, wide - _BOX)) for item in items]
    deepest = [max(lines[start : start + columns]) for start in range(0, len(lines), columns)]
    return 3.8 + _HEADING + sum(1.2 + n * _NOTE_LEADING for n in deepest or [1]) + 2.0


def _draw_put_right(sheet: Sheet, summary: ShiftSummary, reference: ReferenceData) -> None:
    begin_section(sheet, words("print.to_put_right.heading"))
    items = _put_right_items(summary, reference)
    if not items:
        _say(sheet, LEFT, words("print.to_put_right.none"))
        return
    columns, wide = _grid(items)
    with sheet.tagged(Tag.LIST):
        for start in range(0, len(items), columns):
            _draw_boxes(sheet, items[start : start + columns], wide)


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
    asked = ("print.signed.lead", "print.signed.when", "print.signed.coordinator")
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
