"""Reads a Data Package of counts back, and refuses it when anything is not as it was written.

Nothing in a file is believed: sizes are bounded before they are read, and every row is checked against the schema.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from mavis.domain.errors import UserError
from mavis.domain.sharing.disclosure import ShownStatus
from mavis.exports.counts_schema import COLUMNS, HIDDEN_MARK, KEY, table_schema
from mavis.exports.datapackage import FORMAT_VERSION, MANIFEST, TABLE
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

MOST_BYTES = 100_000_000
"""Far more than every count of ten years; a larger file is not read."""

_UNREADABLE = (OSError, EOFError, KeyError, RuntimeError, BadZipFile, zlib.error)

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class CountsPackage:
    """A package that is whole: its rows by column name, and what its manifest says of itself."""

    rows: tuple[Row, ...]
    about: dict[str, Any]


def read_datapackage(path: Path) -> CountsPackage:
    """Read a package from its folder, its manifest or its zip.

    Raises:
        UserError: it is missing, too large, of another format, or anything in it was changed.
    """
    manifest = _parsed(_content(path, MANIFEST))
    table = _content(path, TABLE)
    resource = _resource(manifest)
    _require(
        resource.get("bytes") == len(table) and resource.get("hash") == f"sha256:{sha256(table).hexdigest()}", "hash"
    )
    rows = tuple(_rows(table))
    _require(resource.get("rows") == len(rows), "rows")
    _check_rows(rows)
    return CountsPackage(rows, manifest["mavis"])


def _content(path: Path, name: str) -> bytes:
    try:
        if path.suffix.lower() == ".zip":
            with ZipFile(path) as archive:
                _require(archive.getinfo(name).file_size <= MOST_BYTES, "size")
                return archive.read(name)
        file = (path.parent if path.name == MANIFEST else path) / name
        _require(file.stat().st_size <= MOST_BYTES, "size")
        return file.read_bytes()
    except _UNREADABLE as failure:
        raise _changed("missing") from failure


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError) as failure:
        raise _changed("manifest") from failure
    if not isinstance(manifest, dict) or not isinstance(manifest.get("mavis"), dict):
        raise _changed("manifest")
    _require(manifest["mavis"].get("format") == FORMAT_VERSION, "format")
    return manifest


def _resource(manifest: dict[str, Any]) -> dict[str, Any]:
    resources = manifest.get("resources")
    if not isinstance(resources, list) or len(resources) != 1 or not isinstance(resources[0], dict):
        raise _changed("manifest")
    _require(_bare(resources[0].get("schema")) == _bare(table_schema()), "schema")
    return resources[0]


def _bare(schema: object) -> object:
    """A schema without its descriptions, which may be in another language."""
    if isinstance(schema, dict):
        return {name: _bare(value) for name, value in schema.items() if name != "description"}
    return [_bare(value) for value in schema] if isinstance(schema, list) else schema


def _rows(table: bytes) -> Iterable[Row]:
    try:
        lines = list(csv.reader(io.StringIO(table.decode("utf-8"), newline=""), strict=True))
    except (ValueError, csv.Error) as failure:
        raise _changed("rows") from failure
    _require(lines[:1] == [list(COLUMNS)] and all(len(line) == len(COLUMNS) for line in lines), "rows")
    return (dict(zip(COLUMNS, line, strict=True)) for line in lines[1:])


def _check_rows(rows: tuple[Row, ...]) -> None:
    """Each cell fits its column, each value its status, and no key comes twice."""
    fits = {field["name"]: _fits(field) for field in table_schema()["fields"]}
    for row in rows:
        _require(all(fit(row[name]) for name, fit in fits.items()) and _says_what_it_is(row), "rows")
    _require(len({tuple(row[name] for name in KEY) for row in rows}) == len(rows), "key")


def _fits(field: dict[str, Any]) -> Callable[[str], bool]:
    limits = field["constraints"]
    if "enum" in limits:
        return frozenset(limits["enum"]).__contains__
    pattern = re.compile(limits.get("pattern", ".+"))
    return lambda cell: bool(pattern.fullmatch(cell)) or (cell == "" and not limits.get("required"))


def _says_what_it_is(row: Row) -> bool:
    """``*`` only when hidden, empty only when not counted or too little is known, a number only otherwise."""
    status = row["status"]
    if row["value"] == HIDDEN_MARK:
        return status == ShownStatus.HIDDEN
    if row["value"] == "":
        return status in {ShownStatus.NOT_COUNTED, ShownStatus.NOT_ENOUGH_DATA}
    return status in {ShownStatus.EXACT, ShownStatus.ROUNDED}


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise _changed(what)


def _changed(what: str) -> UserError:
    return UserError("counts_changed", what=words(f"counts.changed.{what}"))
