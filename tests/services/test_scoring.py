"""Scoring a table of cases: each kind with its columns, and rows that keep their place whatever stands in them."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import StorageError, UserError
from mavis.services.score_sheets import SHEETS
from mavis.services.scoring import score_table

if TYPE_CHECKING:
    from pathlib import Path


def _scored(folder: Path, kind: str, *lines: str) -> list[dict[str, str]]:
    table, out = folder / "cases.csv", folder / "scored.csv"
    table.write_text("\n".join([*lines, ""]), encoding="utf-8")
    score_table(kind, table, out)
    with out.open(encoding="utf-8", newline="") as written:
        return list(csv.DictReader(written))


_NEWS2 = "respiration,spo2,spo2_scale,oxygen,systolic,pulse,acvpu,temperature"


@pytest.mark.parametrize(
    ("kind", "head", "row", "answers"),
    [
        ("news2", _NEWS2, "18,97,1,air,120,88,A,36.8", {"total": "0", "risk": "low", "monitoring": "12-hourly"}),
        ("news2", _NEWS2, "10,93,1,air,98,112,V,35.8", {"total": "11", "risk": "high", "monitoring": "continuous"}),
        ("news2", _NEWS2, "25,97,,air,120,88,a,37", {"total": "3", "risk": "low-medium", "monitoring": "hourly"}),
        ("news2", _NEWS2, "18,89,2,oxygen,120,88,A,36.8", {"total": "2", "risk": "low", "monitoring": "4-6-hourly"}),
        ("gcs", "eye,verbal,motor", "4,5,6", {"total": "15", "severity": "mild"}),
        ("gcs", "eye,verbal,motor", "2,2,4", {"total": "8", "severity": "severe"}),
        ("audit-c", "q1,q2,q3", "2,2,1", {"total": "5", "positive": "yes"}),
        ("audit-c", "q1,q2,q3", "0,,", {"total": "0", "positive": "no"}),
        ("fast", "q1,q2,q3,q4", "1,0,0,2", {"total": "3", "positive": "yes"}),
        ("audit", "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "2,2,2,2,2,2,2,2,2,2", {"total": "20", "positive": "yes"}),
        ("audit-pc", "q1,q2,q3,q4,q5", "1,1,1,1,0", {"total": "4", "positive": "no"}),
        ("audit-pc", "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "4,0,4,0,0,4,4,4,4,0", {"total": "4", "positive": "no"}),
        ("audit-pc", "q10,q1,q2,q4,q5", "2,1,1,1,0", {"total": "5", "positive": "yes"}),
        ("m-sasq", "q1", "2", {"total": "2", "positive": "yes"}),
        ("units", "ml,abv", "568,5", {"units": "2.8"}),
        ("units", "ml,abv", "250,13.5", {"units": "3.4"}),
    ],
)
def test_each_kind(tmp_path: Path, kind: str, head: str, row: str, answers: dict[str, str]) -> None:
    """The answers stand behind the columns that were given."""
    found = _scored(tmp_path, kind, head, row)[0]

    assert answers.items() <= found.items()
    assert found["error"] == ""


@pytest.mark.parametrize(
    ("kind", "head", "row", "why"),
    [
        ("news2", _NEWS2, ",97,1,air,120,88,A,36.8", "respiration missing"),
        ("news2", _NEWS2, "18,101,1,air,120,88,A,36.8", "SpO2"),
        ("news2", _NEWS2, "18,97,3,air,120,88,A,36.8", "scale"),
        ("news2", _NEWS2, "18,97,1,water,120,88,A,36.8", "air, oxygen"),
        ("news2", _NEWS2, "18,97,1,air,120,88,A,36.85", "temperature"),
        ("news2", _NEWS2, "NaN,97,1,air,120,88,A,36.8", "respiration"),
        ("news2", _NEWS2, "1e9,97,1,air,120,88,A,36.8", "Breaths"),
        ("units", "ml,abv", "1e99999999,4", "ml"),
        ("units", "ml,abv", "440,1e-9999999", "abv"),
        ("gcs", "eye,verbal,motor", "4,NT,6", "could not be tested"),
        ("gcs", "eye,verbal,motor", "4,,6", "verbal missing"),
        ("gcs", "eye,verbal,motor", "0,5,6", "Eye"),
        ("gcs", "eye,verbal,motor", "5,5,6", "Eye"),
        ("audit-c", "q1,q2,q3", "1,,2", "q2 missing"),
        ("audit-c", "q1,q2,q3", "1,5,2", "Question 2"),
        ("audit", "q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", "0,0,0,0,0,0,0,0,1,0", "Question 9"),
        ("audit-pc", "q1,q2,q4,q5,q10", "0,0,0,0,1", "Question 10 can only be answered with 0, 2, 4"),
        ("audit-pc", "q1,q2,q4,q5,q10", "0,0,0,,2", "q5 missing"),
        ("units", "ml,abv", "568,", "abv missing"),
        ("units", "ml,abv", "0,5", "ml"),
    ],
)
def test_a_row_without_a_score_says_why(tmp_path: Path, kind: str, head: str, row: str, why: str) -> None:
    """Its total is empty, and the rows around it are scored as if it were not there."""
    found = _scored(tmp_path, kind, head, row)

    assert len(found) == 1
    assert why in found[0]["error"]
    assert found[0][SHEETS[kind].answers[0]] == ""


def test_rows_keep_their_place_and_their_own_columns(tmp_path: Path) -> None:
    """Empty, short and long rows too; a cell that a spreadsheet would run is made safe."""
    found = _scored(tmp_path, "units", "case,ML,abv", "=1+1,568,5", "", "b", "c,25,40,more")

    assert [row["case"] for row in found] == ["'=1+1", "", "b", "c"]
    assert [row["units"] for row in found] == ["2.8", "", "", "1.0"]
    assert [bool(row["error"]) for row in found] == [False, True, True, False]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"eye,verbal\n4,5\n", "score_columns_missing"),
        (b"", "score_columns_missing"),
        (b"eye,verbal,motor,total\n4,5,6,15\n", "score_columns_taken"),
        (b'eye,verbal,motor\n"' + b"x" * 200_000, "score_file_unreadable"),
        (b"\x00\x01\x02", "import_not_a_log"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(tmp_path: Path, content: bytes, key: str) -> None:
    """Nothing is written then."""
    table, out = tmp_path / "cases.csv", tmp_path / "scored.csv"
    table.write_bytes(content)
    with pytest.raises(UserError, match=key):
        score_table("gcs", table, out)
    assert not out.exists()


def test_files_that_cannot_be_had(tmp_path: Path) -> None:
    """A table that is not there is the person's to put right; a place that cannot be written is the disk's."""
    table = tmp_path / "cases.csv"
    with pytest.raises(UserError, match="score_file_unreadable"):
        score_table("gcs", table, tmp_path / "scored.csv")
    table.write_text("eye,verbal,motor\n4,5,6\n", encoding="utf-8")
    with pytest.raises(StorageError):
        score_table("gcs", table, tmp_path / "no" / "folder" / "scored.csv")


def test_a_huge_table_is_refused(tmp_path: Path) -> None:
    """Nobody checks so many cases; the file is not even read."""
    table = tmp_path / "cases.csv"
    with table.open("wb") as sparse:
        sparse.truncate(20_000_001)
    with pytest.raises(UserError, match="import_too_large"):
        score_table("gcs", table, tmp_path / "scored.csv")
