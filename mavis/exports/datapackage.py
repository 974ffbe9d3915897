"""Counts for machines: a Data Package, that is one CSV file and a manifest that proves it whole."""

from __future__ import annotations

import io
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mavis.domain.errors import UserError
from mavis.domain.sharing.counts_table import Audience
from mavis.exports.counts_schema import COLUMNS, cells, table_schema
from mavis.exports.csv_text import csv_bytes
from mavis.system.files import make_folder, write_whole
from mavis.system.wording import words

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mavis.domain.sharing.counts_table import CountsTable

MANIFEST = "datapackage.json"
TABLE = "counts.csv"
FORMAT_VERSION = 2


def write_datapackage(counts: CountsTable, out: Path) -> tuple[Path, ...]:
    """Write the package: one file when the name ends in .zip, else a folder; the manifest is written last.

    Raises:
        UserError: the name is that of another kind of file.
        StorageError: the disk refuses; what was there before is untouched.
    """
    table = csv_bytes(COLUMNS, map(cells, counts.rows))
    manifest = manifest_bytes(counts, table)
    if out.suffix.lower() == ".zip":
        write_whole(out, _zipped({TABLE: table, MANIFEST: manifest}, counts.stamp.made_at))
        return (out,)
    folder = out.parent if out.name == MANIFEST else out
    if folder.suffix and not folder.is_dir():
        raise UserError("counts_path")
    make_folder(folder)
    write_whole(folder / TABLE, table)
    write_whole(folder / MANIFEST, manifest)
    return (folder / TABLE, folder / MANIFEST)


def manifest_bytes(counts: CountsTable, table: bytes) -> bytes:
    """What stands in datapackage.json for a table of these bytes."""
    return (json.dumps(_manifest(counts, table), indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _manifest(counts: CountsTable, table: bytes) -> dict[str, Any]:
    asked, stamp = counts.asked, counts.stamp
    return {
        "profile": "tabular-data-package",
        **_named(counts),
        "created": stamp.made_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "mavis": {
            "format": FORMAT_VERSION,
            "version": stamp.app_version,
            "rules": stamp.rules_version,
            "audience": asked.audience.value,
            "small_numbers": asked.rule.value if asked.audience is Audience.PARTNER else "shown",
            "grain": asked.grain.value,
            "first": str(asked.first),
            "last": str(asked.last),
            "chain_head": stamp.chain_head,
            "training": stamp.training,
            "does_not_add_up": [" ".join(map(str, (f.period, f.measure, f.dimension))) for f in counts.counts.faults],
        },
        "resources": [
            {
                "profile": "tabular-data-resource",
                "name": "counts",
                "path": TABLE,
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "bytes": len(table),
                "hash": f"sha256:{sha256(table).hexdigest()}",
                "rows": len(counts.rows),
                "schema": table_schema(),
            }
        ],
    }


def _named(counts: CountsTable) -> dict[str, str]:
    """Name, title and description; in training each of them says that the people are made up."""
    asked = counts.asked
    name = f"mavis-counts-{asked.first}-{asked.last}-{asked.audience}"
    title = words("counts.package.title", scheme=counts.scheme, first=asked.first, last=asked.last)
    description = _description(counts)
    if counts.stamp.training:
        name, title = f"training-{name}", words("training.paper_title", title=title)
        description = f"{words('training.package')} {description}"
    return {"name": name, "title": title, "description": description}


def _description(counts: CountsTable) -> str:
    if counts.restricted:
        return words("counts.package.restricted")
    return words(f"counts.package.shared_{counts.asked.rule}")


def _zipped(files: dict[str, bytes], made_at: datetime) -> bytes:
    """A zip whose bytes depend on the files and the time alone."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            entry = ZipInfo(name, made_at.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return stream.getvalue()
