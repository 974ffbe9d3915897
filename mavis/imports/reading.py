"""Reading a spreadsheet log from a file into rows of text, whatever program saved it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from mavis.domain.errors import UserError
from mavis.imports.raw_table import MOST_BYTES, RawTable
from mavis.imports.separated import rows_of_text
from mavis.imports.text_encoding import decode
from mavis.imports.workbook import rows_of_workbook
from mavis.system.files import file_failure

if TYPE_CHECKING:
    from pathlib import Path

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_log(path: Path) -> RawTable:
    """The rows of a CSV file or workbook; what it is, is told by its first bytes and not by its name.

    Raises:
        UserError: missing, empty, too large, locked with a password, or no table at all.
        StorageError: the disk does not answer.
    """
    return table_of(_content(path))


def table_of(content: bytes) -> RawTable:
    """The rows of a file that has been read into memory.

    Raises:
        UserError: as ``read_log``.
    """
    if len(content) > MOST_BYTES:
        raise UserError("import_too_large")
    if content.startswith(_OLD_OFFICE):
        raise UserError("import_old_workbook")
    digest = hashlib.sha256(content).hexdigest()
    if content.startswith(_ZIP):
        return RawTable(digest, "xlsx", "", "", rows_of_workbook(content))
    text, encoding = decode(content)
    rows, separator = rows_of_text(text)
    return RawTable(digest, "csv", encoding, separator, rows)


def _content(path: Path) -> bytes:
    """The bytes of the file, and never more than one beyond the limit."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, ValueError) as failure:
        raise UserError("import_file_missing") from failure
    except OSError as failure:
        raise file_failure(failure) from failure
