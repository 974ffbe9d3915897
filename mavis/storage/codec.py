"""Domain values as JSON and back, by their types alone: what a block, a list or an old value of a visit is stored as.

``decode(kind, encode(value)) == value`` for frozen dataclasses, enums, aware datetimes, dates, tuples, None, text,
whole numbers and truth values, however they lie in each other. Instants are written in UTC.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_PLAIN = (str, int, bool, NoneType)


def encode(value: object) -> str:
    """The value as one line of JSON; equal values give equal text.

    Raises:
        TypeError: a kind of value that no record holds.
    """
    return _JSON.encode(_plain(value))


def decode(kind: object, text: str) -> object:
    """The value of a type (or of a union of types) from its JSON text.

    Raises:
        ValueError: the text does not hold such a value.
    """
    return reader(kind)(json.loads(text))


def decode_field(record: type, field: str, text: str) -> object:
    """The value of one field of a dataclass: what the history of a record holds."""
    return decode(field_types(record)[field], text)


def field_types(record: type) -> dict[str, Any]:
    """The type of each field of a dataclass, in order."""
    hints = get_type_hints(record)
    return {field.name: hints[field.name] for field in fields(record)}


def choices(kind: object) -> tuple[Any, ...]:
    """The types that a union is made of, without None; a plain type is its own only choice."""
    if get_origin(kind) in (Union, UnionType):
        return tuple(choice for choice in get_args(kind) if choice is not NoneType)
    return (kind,)


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(type(value).__name__)


@cache
def reader(kind: object) -> Callable[[Any], Any]:
    """What turns plain JSON into a value of the type; it raises ValueError as ``decode`` does."""
    if get_origin(kind) in (Union, UnionType):
        return _union_reader(kind)
    if get_origin(kind) is tuple:
        item = reader(get_args(kind)[0])
        return lambda plain: tuple(item(one) for one in plain)
    record = cast("type[Any]", kind)
    if is_dataclass(record):
        return _record_reader(record)
    if issubclass(record, Enum):
        return record
    return _SIMPLE_READERS[record]


def _union_reader(kind: object) -> Callable[[Any], Any]:
    readers = [reader(choice) for choice in choices(kind)]

    def read(plain: object) -> object:
        if plain is None:
            return None
        for one in readers[:-1]:
            try:
                return one(plain)
            except ValueError:
                continue
        return readers[-1](plain)

    return read


def _record_reader(record: type[Any]) -> Callable[[Any], Any]:
    readers = {name: reader(kind) for name, kind in field_types(record).items()}

    def read(plain: object) -> object:
        if not isinstance(plain, dict) or plain.keys() - readers.keys():
            raise ValueError(record.__name__)
        return record(**{name: readers[name](item) for name, item in plain.items()})

    return read


def _is(kind: type) -> Callable[[Any], Any]:
    def read(plain: object) -> object:
        if type(plain) is not kind:
            raise ValueError(kind.__name__)
        return plain

    return read


_SIMPLE_READERS: dict[type, Callable[[Any], Any]] = {
    str: _is(str),
    int: _is(int),
    bool: _is(bool),
    datetime: lambda plain: datetime.fromisoformat(plain).astimezone(UTC),
    date: date.fromisoformat,
}
