"""How one layout of spreadsheet becomes visits, and the TOML file in which people keep and correct it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import wrap
from typing import TYPE_CHECKING, TypeVar

from mavis.domain.errors import UserError
from mavis.imports.log_field import CODED, LogField
from mavis.imports.words import known_code, plain
from mavis.system.files import file_failure, write_whole
from mavis.system.wording import words

if TYPE_CHECKING:
    from pathlib import Path

_Code = TypeVar("_Code", bound=StrEnum)
_MOST_BYTES = 1_000_000
_LINE = 116


class DateOrder(StrEnum):
    """Which number of a date such as 03/04/2017 is the day, decided once for the whole column."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNDECIDED = "undecided"


class AfterMidnight(StrEnum):
    """Which date stands beside 00:30: that of the evening before, or the one on the calendar."""

    SAME_NIGHT = "same_night"
    NEXT_DATE = "next_date"


@dataclass(frozen=True, slots=True)
class LogMapping:
    """Which heading answers which question, how dates are written, and what the words of coded cells mean.

    ``meanings`` holds, for a coded field, the text of a cell in its plain form with its codes and marks (see words.py).
    ``date_below`` says that a date stands only once and holds for the lines below it.
    """

    columns: Mapping[LogField, str]
    date_order: DateOrder = DateOrder.DAY_FIRST
    after_midnight: AfterMidnight = AfterMidnight.SAME_NIGHT
    date_below: bool = False
    meanings: Mapping[LogField, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """The same content as the file, for a program to read."""
        return {
            "columns": {one.value: heading for one, heading in self.columns.items()},
            "dates": {
                "order": self.date_order.value,
                "after_midnight": self.after_midnight.value,
                "date_below": self.date_below,
            },
            **{one.value: {text: list(codes) for text, codes in found.items()} for one, found in self.meanings.items()},
        }


def mapping_text(mapping: LogMapping, unused: Sequence[str] = ()) -> str:
    """The mapping as TOML, with a word of explanation and the headings of unused columns on top."""
    fields = words("imports.mapping_fields", fields=" ".join(LogField))
    lines = [*words("imports.mapping_file").splitlines(), fields, *_unused(unused)]
    return "\n".join([*(f"# {line}" for line in lines), *_tables(mapping.as_json())]) + "\n"


def save_mapping(mapping: LogMapping, path: Path, unused: Sequence[str] = ()) -> None:
    """Write the mapping file, whole or not at all; the headings of unused columns are named in it.

    Raises:
        StorageError: the disk refuses.
    """
    write_whole(path, mapping_text(mapping, unused).encode("utf-8"))


def load_mapping(path: Path) -> LogMapping:
    """Read a mapping file that people may have changed.

    Raises:
        UserError: missing, no TOML, or a word in it that Mavis does not know.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES)
        return mapping_of(content.decode("utf-8-sig"))
    except (FileNotFoundError, IsADirectoryError) as failure:
        raise UserError("import_file_missing") from failure
    except OSError as failure:
        raise file_failure(failure) from failure
    except UnicodeDecodeError as failure:
        raise UserError("import_mapping_not_read") from failure


def mapping_of(text: str) -> LogMapping:
    """The mapping in a TOML text.

    Raises:
        UserError: no TOML, or a word in it that Mavis does not know.
    """
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        raise UserError("import_mapping_not_read") from failure
    if not all(isinstance(part, dict) for part in table.values()):
        raise UserError("import_mapping_not_read")
    dates = table.get("dates", {})
    return LogMapping(
        columns={_known(LogField, name, "columns"): str(heading) for name, heading in table.get("columns", {}).items()},
        date_order=_known(DateOrder, dates.get("order", DateOrder.DAY_FIRST), "dates"),
        after_midnight=_known(AfterMidnight, dates.get("after_midnight", AfterMidnight.SAME_NIGHT), "dates"),
        date_below=dates.get("date_below") is True,
        meanings={one: dict(_meanings(one, table[one])) for one in CODED if one in table},
    )


def _meanings(one: LogField, table: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text, codes in table.items():
        listed = [codes] if isinstance(codes, str) else codes
        if not isinstance(listed, list):
            raise UserError("import_mapping_word_wrong", part=one.value)
        yield plain(text), tuple(known_code(one, str(code)) for code in listed)


def _known(codes: type[_Code], text: str, part: str) -> _Code:
    try:
        return codes(text)
    except ValueError as failure:
        raise UserError("import_mapping_word_wrong", part=part) from failure


def _unused(headings: Sequence[str]) -> list[str]:
    if not headings:
        return []
    return [words("imports.mapping_unused", headings=", ".join(_quoted(" ".join(one.split())) for one in headings))]


def _tables(tables: Mapping[str, object]) -> Iterator[str]:
    for name, table in tables.items():
        if isinstance(table, dict):
            yield ""
            yield f"[{name}]"
            if name in CODED:
                yield from (f"# {line}" for line in wrap(" ".join(CODED[LogField(name)]), _LINE))
            for key, value in table.items():
                yield f"{_quoted(key) if name in CODED else key} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(_quoted(str(one)) for one in value)}]"
    return _quoted(str(value))


def _quoted(text: str) -> str:
    """A TOML string; its escapes are those of JSON, and one more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
