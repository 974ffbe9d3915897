"""One file of reference data, read entry by entry; what is wrong with it is told by file, entry and field."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from mavis.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Value = TypeVar("Value")
Code = TypeVar("Code", bound=StrEnum)

_CODE = re.compile(r"[a-z0-9_]{1,40}")
_LONGEST_TEXT = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference file; reading a field that is missing or wrong raises ``UserError``."""

    file: str
    name: str
    fields: dict[str, object]

    def wrong(self, field: str) -> UserError:
        """The failure that names this file, entry and field."""
        return UserError("reference_entry", file=self.file, entry=self.name, field=field)

    def code(self) -> str:
        """The code: small letters, digits and underscores."""
        return self._checked("code", str, lambda text: _CODE.fullmatch(text) is not None)

    def text(self, field: str, default: str | None = None) -> str:
        """A short text that is not empty, or the default of a field that may be left out."""
        if field not in self.fields and default is not None:
            return default
        return self._checked(field, str, lambda text: 0 < len(text.strip()) <= _LONGEST_TEXT and text.isprintable())

    def number(self, field: str) -> int:
        """A whole number from 0."""
        return self._checked(field, int, lambda number: number >= 0 and not isinstance(number, bool))

    def yes(self, field: str, default: bool) -> bool:
        """True or false."""
        return self._checked(field, bool, lambda _: True) if field in self.fields else default

    def member(self, field: str, codes: type[Code]) -> Code:
        """A code of a code list."""
        known = {code.value: code for code in codes}
        return known[self._checked(field, str, known.__contains__)]

    def members(self, field: str, codes: type[Code]) -> frozenset[Code]:
        """Codes of a code list, none when the field is left out."""
        if field not in self.fields:
            return frozenset()
        known = {code.value: code for code in codes}
        listed = self._checked(field, list, lambda many: all(isinstance(one, str) and one in known for one in many))
        return frozenset(known[one] for one in listed)

    def _checked(self, field: str, kind: type[Value], good: Callable[[Value], bool]) -> Value:
        value = self.fields.get(field)
        if not isinstance(value, kind) or not good(value):
            raise self.wrong(field)
        return value


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """A whole file: its own fields, such as a version, and its entries."""

    head: Entry
    entries: tuple[Entry, ...]

    def records(self, make: Callable[[Entry], Value]) -> tuple[Value, ...]:
        """A record of each entry that is not switched off with ``on = false``, in the order of the file."""
        return tuple(make(entry) for entry in self.entries if entry.yes("on", default=True))


def read_reference(path: Path, list_name: str, known: frozenset[str]) -> ReferenceFile:
    """Read a file that holds a list of entries, each with a code of its own and no field but the known ones.

    Raises:
        UserError: the file is missing or no TOML, or an entry is not as it should be.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as failure:
        raise UserError("reference_file", file=path.name) from failure
    listed = table.pop(list_name, None)
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise UserError("reference_file", file=path.name)
    entries = tuple(Entry(path.name, _name(one, place), one) for place, one in enumerate(listed, start=1))
    _check(entries, known | {"code", "on"})
    return ReferenceFile(Entry(path.name, list_name, table), entries)


def _name(fields: dict[str, object], place: int) -> str:
    code = fields.get("code")
    return code if isinstance(code, str) and _CODE.fullmatch(code) else f"number {place}"


def _check(entries: tuple[Entry, ...], known: frozenset[str]) -> None:
    codes: set[str] = set()
    for entry in entries:
        if entry.code() in codes:
            raise entry.wrong("code")
        codes.add(entry.code())
        for field in entry.fields.keys() - known:
            raise entry.wrong(field if _CODE.fullmatch(field) else "field")
