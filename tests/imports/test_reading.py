"""Reading files as programs save them: encodings, separators, quotes, workbooks, and what is no log at all."""

from __future__ import annotations

import csv
import zipfile
from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mavis.domain.errors import StorageError, UserError
from mavis.imports.raw_table import MOST_BYTES, MOST_ROWS
from mavis.imports.reading import read_log, table_of
from mavis.imports.workbook import cell_text

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "Date,Time in,Name\n07/01/2017,23:32,Zoë Café\n08/01/2017,00:04,=1+1\n"
ROWS = (("Date", "Time in", "Name"), ("07/01/2017", "23:32", "Zoë Café"), ("08/01/2017", "00:04", "=1+1"))


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"],
)
def test_every_usual_encoding(encoding: str) -> None:
    """Zoë stays Zoë, with and without a byte order mark."""
    assert table_of(TABLE.encode(encoding)).rows == ROWS


def test_bytes_that_windows_1252_does_not_know_are_read_somehow() -> None:
    """An old code page: every line arrives, the accents as well as they can be told."""
    raw = table_of(TABLE.replace("ë", "ì").encode("cp850"))
    assert len(raw.rows) == 3
    assert raw.rows[2] == ROWS[2]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_usual_separator_and_line_end(separator: str, line_end: str) -> None:
    """The separator that cuts lines evenly is the one."""
    raw = table_of(TABLE.replace(",", separator).replace("\n", line_end).encode())
    assert (raw.rows, raw.separator) == (ROWS, separator)


def test_quotes_hold_separators_and_new_lines_together() -> None:
    """A quoted cell is one cell, and row numbers count as a spreadsheet does."""
    raw = table_of(b'a;b;c\n"1;2";"x\ny";"say ""no"""\n\n7;8;9\n')
    assert raw.rows == (("a", "b", "c"), ("1;2", "x\ny", 'say "no"'), (), ("7", "8", "9"))


def _workbook(rows: list[list[object]], empty_first: bool = False) -> bytes:
    book = openpyxl.Workbook()
    if empty_first:
        book.create_sheet("Log")
    for row in rows:
        book.worksheets[-1].append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_workbook_cells_become_what_one_would_type() -> None:
    """Dates, times and whole numbers; text that begins with = or 0 stays text; the fullest sheet counts."""
    night = datetime(2017, 1, 7, tzinfo=UTC).replace(tzinfo=None)
    content = _workbook([["Date", "Time"], [night, time(23, 32)], [night, 21.0], ["00405", None]], empty_first=True)
    raw = table_of(content)
    assert (raw.form, raw.rows) == (
        "xlsx",
        (("Date", "Time"), ("2017-01-07", "23:32"), ("2017-01-07", "21"), ("00405",)),
    )


def test_cells_of_every_kind() -> None:
    """Moments, lengths of time and truth values have a text, too."""
    moment = datetime(2017, 1, 7, 23, 32, tzinfo=UTC)
    assert cell_text(moment) == "2017-01-07 23:32"
    assert cell_text(timedelta(hours=23, minutes=5)) == "23:05"
    assert [cell_text(cell) for cell in (True, 2.5, float("nan"), None)] == ["True", "2.5", "nan", ""]


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "import_old_workbook"),
        (b"PK\x03\x04 no archive", "import_workbook_damaged"),
        (_zip({"hello.txt": b"no workbook"}), "import_workbook_damaged"),
        (_zip({"xl/workbook.xml": b"<!DOCTYPE a [<!ENTITY b 'b'>]><a>&b;</a>"}), "import_workbook_damaged"),
        (_zip({"xl/sheet.xml": bytes(30_000_000)}), "import_workbook_too_large"),
        (_zip({f"{n}.xml": b"" for n in range(400)}), "import_workbook_too_large"),
        (_zip({"xl/sheet.xml": b"<w>" + b"<c/>" * 200_000}), "import_workbook_too_large"),
        (b"\x00\x01\x02\x03" * 50, "import_not_a_log"),
        (b"\xff\xfe\x00\xd8", "import_not_a_log"),
        (b"a" * (MOST_BYTES + 1), "import_too_large"),
        (b"a,b\n" * (MOST_ROWS + 1), "import_too_large"),
        (b"," * 700_000, "import_too_large"),
        (b'a,"' + b"x" * 200_000, "import_not_a_log"),
    ],
)
def test_what_is_no_log_has_its_sentence(content: bytes, sentence: str) -> None:
    """Old, damaged, locked, hostile or simply too large."""
    with pytest.raises(UserError, match=sentence):
        table_of(content)


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """A wrong name and a folder; and a name that the disk refuses."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UserError, match="import_file_missing"):
            read_log(path)
    with pytest.raises(StorageError):
        read_log(tmp_path / ("x" * 300))


def test_file_is_known_by_its_digest(tmp_path: Path) -> None:
    """The digest is that of the bytes, not of the name."""
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_bytes(TABLE.encode())
    assert read_log(tmp_path / "one.csv") == read_log(tmp_path / "two.csv")
    assert len(read_log(tmp_path / "one.csv").sha256) == 64


def test_a_quote_that_never_ends_is_no_log_whatever_csv_allows() -> None:
    """Another part of the program may have raised the limit of the csv module."""
    before = csv.field_size_limit(10_000_000)
    try:
        with pytest.raises(UserError, match="import_not_a_log"):
            table_of(b'a,"' + b"x" * 200_000)
    finally:
        csv.field_size_limit(before)
