"""A flat dataclass as columns of a table: which columns, and how each value lies in its cell.

Instants are whole microseconds since 1970 in UTC, so that order and subtraction are the engine's own; dates are ISO
text; codes are the values of their enum; truth is 0 or 1; anything that is not flat is JSON (see codec.py). Not asked
is NULL; not known and refused are codes.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_origin

from mavis.storage.codec import choices, encode, field_types, reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Cell = str | int | None
"""What one cell of the database can hold."""

T = TypeVar("T")

NOT_READ = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What is raised by cells that hold no value of their field: another version wrote them, or a bug."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_cell(instant: datetime) -> int:
    """An aware instant as microseconds since 1970; exact."""
    return (instant - _EPOCH) // _MICROSECOND


def from_cell(cell: int) -> datetime:
    """The UTC instant of a cell."""
    return _EPOCH + timedelta(microseconds=cell)


class Columns(Generic[T]):
    """The columns that some fields of a dataclass are kept in, named as the fields are, with a prefix if need be."""

    def __init__(
        self, record: type[T], without: Iterable[str] = (), prefix: str = "", only: Sequence[str] | None = None
    ) -> None:
        """Work out once how each field is written and read; ``only`` chooses fields and their order."""
        types, left_out = field_types(record), frozenset(without)
        kinds = {name: types[name] for name in (types if only is None else only) if name not in left_out}
        self.record = record
        self.fields = tuple(kinds)
        self.names = tuple(prefix + name for name in kinds)
        self._held: Callable[[T], tuple[Any, ...]] = _getter(self.fields)
        writers = ((place, _writer(kind)) for place, kind in enumerate(kinds.values()))
        self._writers = tuple((place, write) for place, write in writers if write is not _as_it_is)
        readers = ((field, _reader(kind)) for field, kind in kinds.items())
        self._readers = tuple((field, read) for field, read in readers if read is not _as_it_is)

    def cells(self, value: T) -> list[Cell]:
        """The cells of a value, in the order of ``names``."""
        cells = list(self._held(value))
        for place, write in self._writers:
            if cells[place] is not None:
                cells[place] = write(cells[place])
        return cells

    def values(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """The fields and their values, from cells in the order of ``names``."""
        values: dict[str, Any] = dict(zip(self.fields, cells, strict=True))
        for field, read in self._readers:
            cell = values[field]
            if cell is not None:
                values[field] = read(cell)
        return values

    def value(self, cells: Sequence[Cell]) -> T:
        """The dataclass itself, when no field was left out."""
        return self.record(**self.values(cells))


def _getter(fields: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields of a value in one step; the getter of a single field would give it bare."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda value: tuple(getattr(value, field) for field in fields)


def _writer(kind: object) -> Callable[[Any], Cell]:
    """How a value that is not None becomes a cell; all choices of a union must become alike.

    A code that a field cannot hold is a KeyError here, before it is kept: it could not be read again.
    """
    first = choices(kind)[0]
    if first in (str, int):
        return _as_it_is
    if first is bool:
        return int
    if first is datetime:
        return to_cell
    if first is date:
        return date.isoformat
    if isinstance(first, type) and issubclass(first, Enum):
        return {code: str(code.value) for option in choices(kind) for code in option}.__getitem__
    return encode


def _reader(kind: object) -> Callable[[Any], Any]:
    options = choices(kind)
    first = options[0]
    if first in (str, int):
        return _as_it_is
    if first is bool:
        return bool
    if first is datetime:
        return from_cell
    if first is date:
        return date.fromisoformat
    if isinstance(first, type) and issubclass(first, Enum):
        return {code.value: code for option in options for code in option}.__getitem__
    return _json_reader(kind)


def _json_reader(kind: object) -> Callable[[Any], Any]:
    """Most lists that are kept are empty, and nothing need be read then."""
    read, nothing = reader(kind), () if get_origin(choices(kind)[0]) is tuple else None
    return lambda text: nothing if text == "[]" else read(json.loads(text))


def _as_it_is(value: Cell) -> Cell:
    return value
