"""Looking through a packed workbook before it is opened: nothing in it may cost more than a log of one bus would."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.parsers import expat

from mavis.domain.errors import UserError

MOST_PARTS = 300
MOST_UNPACKED = 24_000_000
MOST_ATTRIBUTES = 500_000
MOST_CELLS = 130_000
MOST_TEXTS = 60_000
MOST_IN_CELLS = 350_000
MOST_OTHERS = 12_000
"""Bytes, attributes, cells, shared texts, what stands in them, and the rest: 10,000 visits in 12 columns fit."""
_MOST_IN_ONE = 40
_WIDEST_ROW = 300
_DEEPEST = 40
_OF_CELLS = frozenset({"row", "v", "f", "is", "t", "r"})


def refuse_bombs(content: bytes) -> None:
    """Let an ordinary workbook pass; what is no archive at all is for the reader to say.

    Raises:
        UserError: too large, or built so that reading it would take long.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise _too_large()
        meter = _Meter()
        for part in parts:
            meter.read(archive.read(part))


class _Meter:
    """Counts what stands in the parts, and stops at the first thing that is one too many."""

    def __init__(self) -> None:
        self._attributes = MOST_ATTRIBUTES
        self._left = {"c": MOST_CELLS, "si": MOST_TEXTS}
        self._in_cells = MOST_IN_CELLS
        self._others = MOST_OTHERS
        self._in_row = 0
        self._depth = 0

    def read(self, part: bytes) -> None:
        """Count one part; a picture, or a part that is damaged, is counted as far as it can be read."""
        self._attributes -= part.count(b"=")
        if self._attributes < 0:
            raise _too_large()
        self._depth = 0
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse
        try:
            parser.Parse(part, True)
        except expat.ExpatError:
            return

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        self._depth += 1
        self._in_row = 0 if kind == "row" else self._in_row + (kind == "c")
        if kind in self._left:
            self._left[kind] -= 1
        elif kind in _OF_CELLS:
            self._in_cells -= 1
        else:
            self._others -= 1
        if (
            min(self._others, self._in_cells, *self._left.values()) < 0
            or self._depth > _DEEPEST
            or self._in_row > _WIDEST_ROW
            or len(attributes) > _MOST_IN_ONE
        ):
            raise _too_large()

    def _end(self, _name: str) -> None:
        self._depth -= 1


def _refuse(*_declaration: object) -> None:
    """No spreadsheet program declares a document type, and only that lets a small file grow without end."""
    raise UserError("import_workbook_damaged")


def _too_large() -> UserError:
    return UserError("import_workbook_too_large")
