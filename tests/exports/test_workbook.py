"""The workbook: read back cell by cell, it is what Counts holds, and nothing in it runs, hides or is cut."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell

from mavis.domain.counting.periods import Grain, Month
from mavis.domain.errors import UserError
from mavis.domain.sharing.counts_table import Audience, CountsTable
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.exports.counts_schema import cells
from mavis.exports.registry import write
from mavis.exports.workbook import sheets, workbook_bytes
from tests.exports.tables import table
from tests.nights import records, season, shift, visit
from tests.untraced import untraced

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ABOUT = "About these figures"
SHARED = [
    ABOUT,
    "Summary",
    "By month",
    "Weekday and hour",
    "Avoided",
    "Beat areas",
    "Clinical",
    "Counts",
    "Dictionary",
]
YEAR = (Month(2019, 1), Month(2019, 12))


def _book(counts: CountsTable) -> Workbook:
    return load_workbook(io.BytesIO(workbook_bytes(counts)))


def _names(counts: CountsTable) -> list[str]:
    """The names of the sheets, none of which is read."""
    return load_workbook(io.BytesIO(workbook_bytes(counts)), read_only=True).sheetnames


@cache
def _restricted() -> CountsTable:
    winter = season(5, date(2019, 1, 5), 8)
    return replace(table(Audience.CONTROLLER, winter), visits=winter.visits)


@cache
def _restricted_book() -> Workbook:
    """Read only, by every test that looks at one of its sheets."""
    return _book(_restricted())


def _rows(book: Workbook, tab: str) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in book[tab].iter_rows(min_row=5)]


def test_the_sheets_come_in_their_order() -> None:
    """A partner's workbook has no list of visits; a restricted one says Restricted on its lists."""
    assert _names(table()) == SHARED
    assert _restricted_book().sheetnames == [*SHARED, "Restricted Visits", "Restricted Tallies"]


def test_every_sheet_is_laid_out_alike() -> None:
    """Title in A1, note in A2, head in row 4, which stays in sight and is printed on each page; nothing is hidden."""
    book = _restricted_book()
    for sheet in book.worksheets:
        headed = sheet.title != ABOUT
        assert sheet["A1"].font.bold
        assert isinstance(sheet["A2"].value, str)
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in {None, 1}
        assert "RESTRICTED: Harbour bus" in str(sheet.HeaderFooter.oddFooter)
        assert str(sheet.HeaderFooter.oddFooter).endswith("&R&8 Page &P of &N")
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes in ({"A5", "B5"} if headed else {"A4"})
        assert (sheet.auto_filter.ref is not None) is headed
        assert (sheet.print_title_rows == "$4:$4") is headed


def test_nothing_in_it_runs_links_or_hides() -> None:
    """No formula, macro, link, comment, pivot or outside part."""
    content = workbook_bytes(_restricted())
    with ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        text = "".join(archive.read(name).decode("utf-8") for name in names if name.endswith((".xml", ".rels")))

    assert not [name for name in names if re.search(r"vba|comment|pivot|externalLink|hyperlink", name)]
    assert not re.search(r"<f[ >]|<hyperlink|TargetMode=.External|state=.hidden", text)
    assert not re.search(r"<(row|col|sheet) [^>]*hidden", text)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_counts_are_the_rows_of_the_table(audience: Audience) -> None:
    """Numbers are numbers, codes and periods are text, and * stays *."""
    counts = table(audience)
    found = _rows(_book(counts), "Counts")
    expected = [
        (*texts[:5], int(texts[5]) if texts[5].isdigit() else texts[5] or None, *texts[6:])
        for texts in map(cells, counts.rows)
    ]

    assert found == expected


def test_a_partner_s_workbook_shows_no_count_of_one_to_seven_people() -> None:
    """Not in Counts, and not in any sheet made from it; nights and hours are no people."""
    counts = table(Audience.PARTNER, season(9, date(2019, 1, 5), 51, 3), YEAR, totals=True)
    book = _book(counts)
    small = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in book.worksheets
        if sheet.title not in {"Counts", "Dictionary", ABOUT}
        for row in sheet.iter_rows(min_row=5)
        for cell in row
        if isinstance(cell, Cell)
        and isinstance(cell.value, int)
        and 1 <= cell.value <= 7
        and "%" not in cell.number_format
        and not _is_of_the_bus(sheet, cell)
    ]

    assert small == []


def test_the_clinical_sheet_shows_what_counts_holds() -> None:
    """Each measure under its own name, its parts under it, and each share is of the measure."""
    rows = _rows(_restricted_book(), "Clinical")
    true = {row.key: row.shown.value for row in _restricted().rows}
    period = next(key.period for key in true)
    held = {(key.measure, key.dimension, key.category): n for key, n in true.items() if key.period == period}
    found = {row[:3]: row[3:5] for row in rows}
    referrals = held["referrals", "all", "all"] or 0
    closed = held["referrals", "state", "closed"] or 0

    assert found["Referrals", None, "All"][0] == referrals
    assert found["Referrals", "How far", "Closed"] == (closed, round(closed / referrals, 3))
    assert found["Assaults", "Police told", "Not known"][0] == held["assaults", "police", "not_known"]
    assert found["Visits", "Worst NEWS2", "Not taken"][0] == held["visits", "news2", "not_taken"]
    assert not [row for row in rows if row[2] != "Not known" and row[2] != "All" and set(row[3::2]) == {0}]


def _is_of_the_bus(sheet: Worksheet, cell: Cell) -> bool:
    head, first = str(sheet[f"{cell.column_letter}4"].value), str(sheet[f"A{cell.row}"].value)
    return head.startswith(("Nights", "Open hours", "Visits an open hour")) or first == "The bus"


def test_a_rate_is_made_from_what_is_shown() -> None:
    """Rounded visits over open hours, half up, one decimal; a hidden count gives a hidden rate."""
    few = records([shift(date(2019, 1, 5)), shift(date(2019, 2, 2))], [visit(date(2019, 1, 5), n) for n in range(13)])
    rows = _rows(_book(table(Audience.PARTNER, few)), "By month")

    assert rows[0] == ("Jan", 15, 1, 6, 2.5)
    hidden = records([shift(date(2019, 1, 5))], [visit(date(2019, 1, 5))])
    assert _rows(_book(table(Audience.PARTNER, hidden)), "By month")[0] == ("Jan", "*", 1, 6, "*", None, None)


def test_a_chart_of_hidden_figures_has_a_column_of_its_own() -> None:
    """There the hidden figure is an empty cell, which leaves a gap; as text it would be drawn as 0."""
    nights = [date(2019, 1, 5), date(2019, 2, 2)]
    drawn = records(map(shift, nights), [visit(nights[0], n) for n in range(12)] + [visit(nights[1])])
    content = workbook_bytes(table(Audience.PARTNER, drawn))
    sheet = load_workbook(io.BytesIO(content))["By month"]
    with ZipFile(io.BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()

    assert [sheet.cell(row, 7).value for row in (5, 6)] == [1.7, None]
    assert "$G$5:$G$6" in chart
    assert "dispBlanksAs" not in chart  # a gap is what blanks leave unless something else is asked for
    assert '<c:min val="0"/>' in chart


def test_this_year_stands_beside_the_last() -> None:
    """Newest first, a row a month, the whole years as totals, and dashes for the year before."""
    with untraced():  # many thousand rows
        two = season(3, date(2018, 1, 6), 104)
        counts = table(Audience.CONTROLLER, two, (Month(2018, 1), Month(2019, 12)), totals=True)
        content = workbook_bytes(counts)
    book = load_workbook(io.BytesIO(content), read_only=True)  # the sheets that are looked at, of many thousand rows
    with ZipFile(io.BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    head = [cell.value for cell in book["By month"][4]]
    rows = _rows(book, "By month")

    assert head[:3] == ["Month", "Visits 2019", "Visits 2018"]
    assert " ".join(row[0] for row in rows) == "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec All"
    assert rows[-1][1] == sum(row[1] for row in rows[:-1])
    assert [cell.value for cell in book["Summary"][4]][2:5:2] == ["2018", "2019"]
    assert "<c:v>2019</c:v>" in chart.partition("<c:lineChart>")[0]
    assert "<c:v>2018</c:v>" in chart.partition("<c:lineChart>")[2]


@pytest.mark.parametrize(("grain", "tab"), [(Grain.QUARTER, "By quarter"), (Grain.YEAR, "By year")])
def test_a_coarser_table_has_its_own_sheet(grain: Grain, tab: str) -> None:
    """Quarters and years stand where months would."""
    counts = table(Audience.PARTNER, season(3, date(2019, 1, 5), 51), YEAR, grain, totals=True)

    assert tab in _names(counts)


def test_nights_alone_have_no_sheet_of_months() -> None:
    """A table of one night has an overview of that night."""
    counts = table(Audience.CONTROLLER, season(5, date(2019, 1, 5), 1), grain=Grain.NIGHT)
    book = _book(counts)

    assert not {"By month", "Weekday and hour"} & set(book.sheetnames)
    assert book["Summary"]["C4"].value == "Sat 5 Jan 2019"


def test_two_buses_are_told_apart() -> None:
    """Each site has its own columns."""
    night = date(2019, 1, 5)
    both = records(
        [shift(night), shift(night, site="bus2")],
        [visit(night), visit(night, 2, site="bus2"), visit(night, 3, site="bus2")],
    )
    book = _book(table(Audience.CONTROLLER, both, (Month(2019, 1), Month(2019, 1))))

    assert [cell.value for cell in book["By month"][4]][1:3] == ["Visits 2019, bus2", "Visits 2019, bus1"]
    assert _rows(book, "By month")[0][1:3] == (2, 1)


def test_no_area_was_written_down() -> None:
    """Then there is no sheet of nothing."""
    night = date(2019, 1, 5)

    assert "Beat areas" not in _names(table(Audience.CONTROLLER, records([shift(night)], [visit(night)])))


def test_visits_are_listed_by_night_with_true_dates() -> None:
    """Dates are dates, codes and times are text."""
    found = _rows(_restricted_book(), "Restricted Visits")

    assert len(found) == len(_restricted().visits)
    assert isinstance(found[0][0], datetime)
    assert re.fullmatch(r"A\d+", found[0][1])
    assert re.fullmatch(r"\d\d:\d\d", found[0][2])


def test_tallies_tell_not_counted_from_nought() -> None:
    """A row a night."""
    found = _rows(_restricted_book(), "Restricted Tallies")
    values = {cell for row in found for cell in row[2:]}

    assert len(found) == 8
    assert {"not counted", 0, 3} <= values


def test_text_from_people_is_guarded() -> None:
    """A scheme that calls itself a formula is text with an apostrophe."""
    book = _book(replace(table(), scheme="=1+1"))

    assert book["Summary"]["A1"].value == "'=1+1: summary, Jan 2019 to Feb 2019"
    assert book["Summary"]["A1"].data_type == "s"


def test_figures_that_do_not_add_up_are_named_first() -> None:
    """A restricted workbook still comes out, and says so at the top."""
    counts = _restricted()
    wrong = replace(counts, counts=replace(counts.counts, faults=(counts.rows[0].key,)))

    assert _book(wrong)[ABOUT]["A4"].value == "These figures do not add up"


@pytest.mark.parametrize(("rule", "meaning"), [("nearest_5", "1 to 7 people"), ("hide_1_to_4", "1 to 4 people")])
def test_the_star_is_explained_by_the_rule_in_force(rule: str, meaning: str) -> None:
    """On the first sheet and above the summary."""
    book = _book(table(rule=SmallNumberRule(rule)))
    about = {row[0].value: str(row[1].value) for row in book[ABOUT].iter_rows(min_row=4)}

    assert about["*"].startswith(meaning)
    assert meaning in str(book["Summary"]["A2"].value)
    assert ("Rounding" in about) is (rule == "nearest_5")


def test_the_same_counts_give_the_same_bytes() -> None:
    """Nothing in the file depends on when or where it is written, but for the time that the counts were made."""
    assert workbook_bytes(table()) == workbook_bytes(table())


def test_a_folder_gets_a_name_and_another_kind_is_refused(tmp_path: Path) -> None:
    """The name says months and audience."""
    written = write(table(), "xlsx", tmp_path)

    assert [path.name for path in written.files] == ["counts-2019-01-2019-02-partner.xlsx"]
    with pytest.raises(UserError, match="workbook_path"):
        write(table(), "xlsx", tmp_path / "counts.csv")


def test_rows_that_the_data_package_leaves_out_are_told() -> None:
    """Whole years come along in a workbook of months: the note says so, and one without them says nothing."""
    for totals in (True, False):
        plans = sheets(table(months=YEAR, totals=totals))
        note = next(plan.note for plan in plans if plan.tab == "Counts")
        assert ("whole years" in note) is totals
