"""The Data Package: valid by its own schema, whole or refused, and the same bytes for the same counts."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING
from zipfile import ZipFile

import frictionless
import pytest

from mavis.domain.errors import UserError
from mavis.domain.sharing.counts_table import Audience
from mavis.exports.counts_schema import COLUMNS, KEY, cells
from mavis.exports.csv_text import guarded
from mavis.exports.datapackage import MANIFEST, TABLE, write_datapackage
from mavis.exports.package_reader import read_datapackage
from mavis.exports.registry import write
from tests.exports.tables import table
from tests.nights import season

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _package(tmp_path: Path, audience: Audience = Audience.PARTNER, name: str = "counts") -> Path:
    write_datapackage(table(audience), tmp_path / name)
    return tmp_path / name


@pytest.mark.parametrize("audience", list(Audience))
def test_an_independent_reader_finds_the_package_valid(tmp_path: Path, audience: Audience) -> None:
    """Schema, key, bytes, hash and rows hold for a library that knows nothing of Mavis."""
    report = frictionless.validate(str(_package(tmp_path, audience) / MANIFEST))

    assert report.flatten(["type", "note"]) == []
    assert report.tasks[0].stats["rows"] == len(table(audience).rows)


def test_an_independent_reader_finds_a_changed_figure(tmp_path: Path) -> None:
    """The check above can fail."""
    folder = _package(tmp_path)
    changed = (folder / TABLE).read_bytes().replace(b",0,people,exact\n", b",3,people,exact\n", 1)
    (folder / TABLE).write_bytes(changed)

    assert not frictionless.validate(str(folder / MANIFEST)).valid


@pytest.mark.parametrize("name", ["counts", "counts.zip", "counts/datapackage.json"])
def test_what_was_written_is_read_back(tmp_path: Path, name: str) -> None:
    """As a folder, a manifest's name or a zip."""
    counts = table()
    written = write(counts, "datapackage", tmp_path / name)
    package = read_datapackage(tmp_path / name)

    assert written.rows == len(package.rows)
    assert all(path.is_file() for path in written.files)
    assert [tuple(row.values()) for row in package.rows] == [cells(row) for row in counts.rows]
    assert package.about["audience"] == "partner"
    assert package.about["small_numbers"] == "nearest_5"


def test_the_scheme_s_own_package_says_that_nothing_is_hidden(tmp_path: Path) -> None:
    """Exact counts are restricted and say so."""
    folder = _package(tmp_path, Audience.CONTROLLER)
    manifest = json.loads((folder / MANIFEST).read_bytes())

    assert manifest["mavis"]["small_numbers"] == "shown"
    assert manifest["description"].startswith("Restricted")
    assert {row["status"] for row in read_datapackage(folder).rows} <= {"exact", "rounded", "not_counted"}


def test_a_partner_s_package_holds_no_night_and_no_code(tmp_path: Path) -> None:
    """Months only, and nothing of a single visit."""
    rows = read_datapackage(_package(tmp_path)).rows
    text = (tmp_path / "counts" / TABLE).read_text()

    assert {row["period"] for row in rows} == {"2019-01", "2019-02"}
    assert not any(visit.code in text.split(",") for visit in season(5, date(2019, 1, 5), 8).visits)


def test_the_same_counts_give_the_same_bytes(tmp_path: Path) -> None:
    """The time of making is part of the counts, so even the zip is the same."""
    for name in ("one.zip", "two.zip"):
        write_datapackage(table(), tmp_path / name)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == [TABLE, MANIFEST]


def _swap_rows(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([lines[0], lines[2], lines[1], *lines[3:]])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(",people,exact", ",people,rounded", 1),
        lambda text: text[:-1],
        lambda text: text + text.splitlines(keepends=True)[-1],
        lambda text: text.replace("period", "Period", 1),
        lambda text: text.replace("*", "3", 1),
        _swap_rows,
    ],
)
def test_a_changed_table_is_refused(tmp_path: Path, change: Callable[[str], str]) -> None:
    """Any change of the table is found by its hash."""
    folder = _package(tmp_path)
    (folder / TABLE).write_text(change((folder / TABLE).read_text()), newline="")

    with pytest.raises(UserError, match="counts_changed"):
        read_datapackage(folder)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",0,people,exact", ",*,people,exact"),
        (",0,people,exact", ",,people,exact"),
        (",0,people,exact", ",0,people,hidden"),
        (",0,people,exact", ",00,people,exact"),
        (",0,people,exact", ",-1,people,exact"),
        (",0,people,exact", ",0,folk,exact"),
        ("2019-01,", "2019-13,"),
        ("2019-01,bus1", "2019-01,"),
        ("age_band,18_24", "age_band,25_34"),
        ("period,site", "site,period"),
        ("2019-02,bus1,visits,all,all", '"2019-02,bus1,visits,all,all'),
    ],
)
def test_a_table_that_lies_is_refused_even_with_a_new_hash(tmp_path: Path, old: str, new: str) -> None:
    """Whoever writes the hash anew still cannot bring in a row that the format forbids."""
    folder = _package(tmp_path)
    content = (folder / TABLE).read_text().replace(old, new, 1).encode()
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["resources"][0] |= {"bytes": len(content), "hash": f"sha256:{sha256(content).hexdigest()}"}
    (folder / TABLE).write_bytes(content)
    (folder / MANIFEST).write_text(json.dumps(manifest))

    with pytest.raises(UserError, match="counts_changed"):
        read_datapackage(folder)


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[",
        b"[" * 200_000,
        b"{}",
        b'{"mavis": {"format": 99}}',
        b'{"mavis": {"format": 1}, "resources": []}',
        b"\xff",
    ],
)
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, manifest: bytes) -> None:
    """Damaged, deep or foreign: a sentence, never a crash."""
    folder = _package(tmp_path)
    (folder / MANIFEST).write_bytes(manifest)

    with pytest.raises(UserError, match="counts_changed"):
        read_datapackage(folder)


def test_another_schema_is_refused(tmp_path: Path) -> None:
    """A package whose columns mean something else is not this format."""
    folder = _package(tmp_path)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["resources"][0]["schema"]["primaryKey"] = ["period"]
    (folder / MANIFEST).write_text(json.dumps(manifest))

    with pytest.raises(UserError, match="counts_changed"):
        read_datapackage(folder)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip"])
def test_a_missing_package_is_refused(tmp_path: Path, name: str) -> None:
    """A sentence, not a traceback."""
    with pytest.raises(UserError, match="counts_changed"):
        read_datapackage(tmp_path / name)


def test_a_zip_that_is_none_is_refused(tmp_path: Path) -> None:
    """Every truncation of a zip is found."""
    write_datapackage(table(), tmp_path / "whole.zip")
    content = (tmp_path / "whole.zip").read_bytes()
    for end in range(0, len(content), max(1, len(content) // 40)):
        (tmp_path / "part.zip").write_bytes(content[:end])
        with pytest.raises(UserError, match="counts_changed"):
            read_datapackage(tmp_path / "part.zip")


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A package is a folder or a zip."""
    with pytest.raises(UserError, match="counts_path"):
        write_datapackage(table(), tmp_path / "counts.pdf")


@pytest.mark.parametrize("start", ["=1+1", "+44", "-1", "@x", "\t=1", "\r=1"])
def test_no_cell_starts_a_formula(start: str) -> None:
    """A spreadsheet shows it as text."""
    assert guarded(start) == f"'{start}"
    assert guarded(f"a{start}") == f"a{start}"


def test_the_key_is_unique_and_the_columns_are_those_of_the_format() -> None:
    """The first five columns name a figure; no figure comes twice."""
    rows = [cells(row) for row in table(Audience.CONTROLLER).rows]

    assert COLUMNS == ("period", "site", "measure", "dimension", "category", "value", "unit", "status")
    assert COLUMNS[:5] == KEY
    assert len({row[:5] for row in rows}) == len(rows)
