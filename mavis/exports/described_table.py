"""A CSV file with a manifest beside it that says what each column means, how many rows there are, and their hash."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mavis.domain.errors import UserError
from mavis.exports.csv_text import csv_bytes
from mavis.system.files import write_whole
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Described(Generic[Record]):
    """One column: its name, its Table Schema type, and its cell of a record."""

    name: str
    type: str
    cell: Callable[[Record], str]


@dataclass(frozen=True, slots=True)
class About:
    """What the manifest says of a table: its name, what it is for, and where the meaning of its columns is worded."""

    name: str
    description: str
    columns: str
    training: bool = False


def write_described(
    columns: Sequence[Described[Record]], records: Iterable[Record], out: Path, about: About
) -> tuple[Path, ...]:
    """Write a row for each record, and the manifest; ``about.columns`` is the stem of the wording keys.

    Raises:
        UserError: the name is not that of a CSV file.
        StorageError: the disk refuses; what was there before is untouched.
    """
    if out.suffix.lower() != ".csv":
        raise UserError("visits_path")
    rows = [[column.cell(record) for column in columns] for record in records]
    table = csv_bytes([column.name for column in columns], rows)
    manifest = out.with_suffix(".datapackage.json")
    write_whole(out, table)
    text = json.dumps(_manifest(columns, out.name, table, len(rows), about), indent=2)
    write_whole(manifest, f"{text}\n".encode())
    return (out, manifest)


def _manifest(columns: Sequence[Described[Record]], path: str, table: bytes, rows: int, about: About) -> dict[str, Any]:
    fields = [
        {"name": column.name, "type": column.type, "description": words(f"{about.columns}.{column.name}")}
        for column in columns
    ]
    return {
        "profile": "tabular-data-package",
        "name": f"training-mavis-{about.name}" if about.training else f"mavis-{about.name}",
        "description": words("training.package") if about.training else about.description,
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": about.name,
                "path": path,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{sha256(table).hexdigest()}",
                "rows": rows,
                "schema": {"fields": fields, "missingValues": [""]},
            }
        ],
    }
