"""The formats that counts can be written in; a new one is a line here and a module beside it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.domain.sharing.counts_table import CountsTable

_WRITERS = {
    "datapackage": ("mavis.exports.datapackage", "write_datapackage"),
    "xlsx": ("mavis.exports.workbook", "write_workbook"),
}


@dataclass(frozen=True, slots=True)
class WrittenExport:
    """What was written: each file, and the number of rows of the tidy table in it."""

    files: tuple[Path, ...]
    rows: int


def write(counts: CountsTable, form: str, out: Path) -> WrittenExport:
    """Write counts as ``datapackage`` or ``xlsx``; the writer's library is loaded only now.

    Raises:
        KeyError: there is no such format.
        UserError: the name does not fit the format.
        StorageError: the disk refuses.
    """
    module, name = _WRITERS[form]
    writer: Callable[[CountsTable, Path], tuple[Path, ...]] = getattr(import_module(module), name)
    return WrittenExport(writer(counts, out), len(counts.rows))
