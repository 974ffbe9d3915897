"""Line by line: what comes in, what stays out and why, what is doubtful."""

from __future__ import annotations

from datetime import date

import pytest

from mavis.domain.errors import UserError
from mavis.domain.record.diversion import WouldHave
from mavis.imports.interpreting import interpret
from mavis.imports.log_field import LogField
from mavis.imports.log_mapping import AfterMidnight
from mavis.imports.preview import ImportPreview, Why
from mavis.imports.proposing import propose
from mavis.imports.reading import table_of
from mavis.imports.words import load_words

HEAD = "Date,Time in,Time out,Age,Problem,Would have gone to\n"
GOOD = "07/01/2017,23:10,23:30,21,drunk,no\n"


def _preview(text: str) -> ImportPreview:
    raw, words = table_of(text.encode()), load_words()
    return interpret(raw, propose(raw, words), words, date(2026, 3, 14))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (",23:10,,21,drunk,no", Why.DATE_MISSING),
        ("someday,23:10,,21,drunk,no", Why.DATE_UNREAD),
        ("32/01/2017,23:10,,21,drunk,no", Why.DATE_UNREAD),
        ("01/25/2017,23:10,,21,drunk,no", Why.DATE_SWAPPED),
        ("07/01/1917,23:10,,21,drunk,no", Why.DATE_OUT_OF_RANGE),
        ("07/01/2027,23:10,,21,drunk,no", Why.DATE_OUT_OF_RANGE),
        ("07/01/0000,23:10,,21,drunk,no", Why.DATE_UNREAD),
        ("31/12/9999,23:10,,21,drunk,no", Why.DATE_OUT_OF_RANGE),
        ("07/01/2017,,23:30,21,drunk,no", Why.TIME_MISSING),
        ("07/01/2017,25:99,,21,drunk,no", Why.TIME_UNREAD),
        ("07/01/2017,11:30,,21,drunk,no", Why.TIME_IN_THE_MORNING),
        ("07/01/2017,23:10,late,21,drunk,no", Why.LEFT_UNREAD),
        ("07/01/2017,23:10,23:00,21,drunk,no", Why.LEFT_TOO_LATE),
        ("25/03/2017,01:30,,21,drunk,no", Why.TIME_NEVER_WAS),
        ("25/03/2017,00:30,01:30,21,drunk,no", Why.LEFT_NEVER_WAS),
        ("07/01/2017,23:10,,21,drunk,no,more,cells", Why.TOO_MANY_CELLS),
        (f"07/01/2017,23:10,,21,{'x' * 5000},no", Why.CELL_TOO_LONG),
        ("07/01/2017,23:10,,21,dr\x07unk,no", Why.STRANGE_SIGNS),
    ],
)
def test_a_bad_line_stays_out_with_its_reason_and_the_rest_comes_in(line: str, why: Why) -> None:
    """The line is named by its number; the good lines around it are not touched."""
    preview = _preview(HEAD + GOOD * 25 + line + "\n" + GOOD)
    assert [(note.row, note.why) for note in preview.quarantined] == [(27, why)]
    assert len(preview.visits) == 26
    assert preview.quarantined[0].reason


def test_dates_that_stay_ambiguous_stay_out() -> None:
    """In a column that mixes both orders only dates with one reading come in."""
    lines = [f"{day},23:10,,21,drunk,no" for day in ("25/01/2017", "01/25/2017", "03/04/2017", "05/05/2017")]
    preview = _preview(HEAD + "\n".join(lines))
    assert [(note.row, note.why) for note in preview.quarantined] == [(4, Why.DATE_AMBIGUOUS)]
    assert [visit.night.isoformat() for visit in preview.visits] == ["2017-01-25", "2017-01-25", "2017-05-05"]


def test_unread_values_are_named_and_kept_and_their_lines_come_in() -> None:
    """Words and ages that nobody knows are listed once with all their lines, and stand in a note."""
    preview = _preview(HEAD + GOOD * 5 + "07/01/2017,23:10,,old,merry,nowt\n" * 2)
    assert [(value.field, value.text, value.rows) for value in preview.unread] == [
        (LogField.AGE, "old", (7, 8)),
        (LogField.NEED, "merry", (7, 8)),
        (LogField.WOULD_HAVE, "nowt", (7, 8)),
    ]
    assert preview.visits[-1].remarks == ("Age: old\nProblem: merry\nWould have gone to: nowt",)
    assert preview.visits[-1].would_have is WouldHave.NOT_KNOWN


def test_totals_are_checked() -> None:
    """A total that fits is passed over in silence, one that does not is a doubt."""
    assert _preview(HEAD + GOOD * 3 + "TOTAL,3\n").doubts == ()
    doubts = _preview(HEAD + GOOD * 3 + "Total,4\n").doubts
    assert [(note.row, note.why) for note in doubts] == [(5, Why.TOTAL_DIFFERS)]
    assert doubts[0].reason.endswith("It says: Total 4")


def test_headings_repeated_on_every_page_are_no_visits() -> None:
    """They are passed over and named."""
    preview = _preview(HEAD + GOOD + HEAD + GOOD)
    assert [(note.row, note.why) for note in preview.skipped] == [(1, Why.HEADING), (3, Why.HEADING)]
    assert len(preview.visits) == 2


def test_a_date_on_a_line_of_its_own_holds_for_those_below() -> None:
    """Each night's date stands once, above its visits."""
    text = HEAD + "".join(f"{day}/01/2017,,,,,\n" + ",23:10,,21,drunk,no\n" * 3 for day in ("07", "14"))
    preview = _preview(text)
    assert preview.mapping.date_below
    assert [visit.night.day for visit in preview.visits] == [7] * 3 + [14] * 3
    assert [note.why for note in preview.skipped] == [Why.HEADING, Why.DATE_LINE, Why.DATE_LINE]


def test_dates_may_stand_beside_the_times() -> None:
    """One column holds both: a visit after midnight belongs to the night before."""
    preview = _preview("Arrived,Left,Problem\n2017-01-07 23:10,2017-01-07 23:30,drunk\n2017-01-08 00:10,,cold\n")
    assert [visit.night.day for visit in preview.visits] == [7, 7]
    assert preview.missing == ()


def test_calendar_dates_are_told_from_night_dates() -> None:
    """Where 00:30 stands beside the new date, it goes back to its night."""
    lines = "".join(f"{d:02}/01/2017,23:10,,21,drunk,no\n{d + 1:02}/01/2017,00:30,,21,cold,no\n" for d in (7, 14, 21))
    preview = _preview(HEAD + lines)
    assert preview.mapping.after_midnight is AfterMidnight.NEXT_DATE
    assert [visit.night.day for visit in preview.visits] == [7, 7, 14, 14, 21, 21]


def test_a_missing_column_is_named() -> None:
    """Without a time nothing can come in, and the preview says what is missing."""
    preview = _preview("Date,Age,Problem\n07/01/2017,21,drunk\n")
    assert preview.missing == (LogField.ARRIVED,)
    assert [note.why for note in preview.quarantined] == [Why.TIME_MISSING]


def test_a_file_that_is_no_log_is_given_up() -> None:
    """When very many different texts mean nothing, the file is refused before it costs more."""
    head = "Date,Time in,Treatment,Outcome,Problem\n"
    lines = [f"07/01/2017,23:10,pat{n},gone{n},merry{n}\n" for n in range(27_000)]
    assert len(_preview(head + "".join(lines[:9_000])).unread) == 27_000
    with pytest.raises(UserError, match="import_not_understood"):
        _preview(head + "".join(lines))


def test_columns_are_known_by_their_contents_alone() -> None:
    """Where no heading is known, blank and double ones included, what stands below tells."""
    text = "our log,,\n\nWhen,Huh,Huh,,Oops\n" + "07/01/2017,23:10,23:30,~30,cold\n" * 4
    preview = _preview(text)
    assert {field.value: heading for field, heading in preview.mapping.columns.items()} == {
        "night": "When",
        "arrived": "Huh",
        "departed": "Huh (3)",
        "age": "(4)",
        "need": "Oops",
    }
    assert len(preview.visits) == 4
    assert len(_preview("When,Huh,Oops\n" + "07/01/2017 23:10,~30,cold\n" * 4).visits) == 4


def test_no_headings_at_all() -> None:
    """A file without a table is refused."""
    with pytest.raises(UserError, match="import_no_heading"):
        _preview("Dear all,\nhere is the log.\n")


def test_preview_for_programs_holds_counts_and_reasons_but_no_visit() -> None:
    """What the command line prints as JSON."""
    told = _preview(HEAD + GOOD + "x,23:10,,21,merry,no\n").as_json()
    assert (told["visits"], told["shifts"]) == (1, 1)
    assert told["quarantined"] == [{"row": 3, "reason": "This is not a date: x"}]
    assert told["unread"] == []
    assert set(told) == {
        "visits",
        "shifts",
        "quarantined",
        "skipped",
        "doubts",
        "unread",
        "unused",
        "missing",
        "mapping",
    }
