"""Scoring the rows of a table, so that a clinician can check Mavis with cases of their own; no records are needed.

A row that cannot be scored keeps its place: its total is empty and ``error`` says why.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.exports.csv_text import csv_bytes
from mavis.imports.text_encoding import decode
from mavis.services.score_sheets import SHEETS, ScoreSheet
from mavis.system.files import write_whole
from mavis.system.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ERROR = "error"
_MOST_BYTES = 20_000_000
_LONGEST_CELL = 10_000


@dataclass(frozen=True, slots=True)
class ScoredTable:
    """How many rows there were, and how many of them have no score."""

    rows: int
    unscored: int


def score_table(kind: str, table: Path, out: Path) -> ScoredTable:
    """Score each row of a CSV file by one of the ``SHEETS``, and write the rows with the answers behind them.

    Raises:
        UserError: the file cannot be read, lacks a column, or holds one already that would be written.
        StorageError: the answer cannot be written; then nothing is.
    """
    head, *rows = _read(table)
    names = [name.strip().casefold() for name in head]
    sheet = SHEETS[kind].for_columns({*names})
    _refuse_unfit(sheet, names)
    answers = [_answer(sheet, dict(zip(names, row, strict=False))) for row in rows]
    width = len(head)
    lines = [[*_filled(row, width), *answer] for row, answer in zip(rows, answers, strict=True)]
    write_whole(out, csv_bytes([*head, *sheet.answers, ERROR], lines))
    return ScoredTable(len(rows), sum(bool(answer[-1]) for answer in answers))


def _read(table: Path) -> list[list[str]]:
    try:
        if table.stat().st_size > _MOST_BYTES:
            raise UserError("import_too_large")
        content = table.read_bytes()
    except OSError as failure:
        raise UserError("score_file_unreadable") from failure
    text, _encoding = decode(content)
    try:
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except csv.Error as failure:
        raise UserError("score_file_unreadable") from failure
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):  # the csv module's own limit can be changed
        raise UserError("score_file_unreadable")
    return rows or [[]]


def _refuse_unfit(sheet: ScoreSheet, names: Sequence[str]) -> None:
    lacking = [name for name in sheet.columns if name not in names]
    if lacking:
        raise UserError("score_columns_missing", columns=", ".join(lacking))
    taken = [name for name in (*sheet.answers, ERROR) if name in names]
    if taken:
        raise UserError("score_columns_taken", columns=", ".join(taken))


def _answer(sheet: ScoreSheet, row: dict[str, str]) -> list[str]:
    """The cells behind a row: its answers, then why there is no score."""
    cells = {name: row.get(name, "").strip() for name in sheet.columns}
    try:
        answers, why_not = sheet.score(cells)
    except UserError as refusal:
        return [*("" for _each in sheet.answers), sentence(refusal)]
    return [*answers, sentence(why_not) if why_not else ""]


def _filled(row: Sequence[str], width: int) -> Iterator[str]:
    yield from row[:width]
    yield from [""] * (width - len(row))
