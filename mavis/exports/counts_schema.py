"""The columns of the tidy table as Table Schema and as cells: the one place that knows the format (ADR 0004)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mavis.domain.counting.counted import Measure, Unit
from mavis.domain.counting.questions import Dimension
from mavis.domain.sharing.disclosure import ShownStatus
from mavis.system.wording import words

if TYPE_CHECKING:
    from enum import StrEnum

    from mavis.domain.sharing.counts_table import CountRow
    from mavis.domain.sharing.disclosure import Shown

COLUMNS = ("period", "site", "measure", "dimension", "category", "value", "unit", "status")
KEY = COLUMNS[:5]
HIDDEN_MARK = "*"
PERIOD_PATTERN = r"\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?|night \d{4}-\d{2}-\d{2}"
VALUE_PATTERN = r"\*|0|[1-9][0-9]*"


def cells(row: CountRow) -> tuple[str, ...]:
    """The cells of one row, in the order of the columns."""
    key = row.key
    return (
        key.period,
        key.site,
        str(key.measure),
        str(key.dimension),
        str(key.category),
        value_text(row.shown),
        row.unit.value,
        row.shown.status.value,
    )


def value_text(shown: Shown) -> str:
    """A whole number; ``*`` when hidden; empty when nobody kept count or there are too few nights."""
    if shown.value is not None:
        return str(shown.value)
    return HIDDEN_MARK if shown.status is ShownStatus.HIDDEN else ""


def table_schema() -> dict[str, Any]:
    """The Table Schema of the tidy table; ``value`` is text, because ``*`` is one of its values."""
    return {
        "fields": [
            _field("period", pattern=PERIOD_PATTERN),
            _field("site"),
            _field("measure", enum=_codes(Measure)),
            _field("dimension", enum=_codes(Dimension)),
            _field("category"),
            {"name": "value", "type": "string", "description": meaning("value"), "constraints": _value()},
            _field("unit", enum=_codes(Unit)),
            _field("status", enum=_codes(ShownStatus)),
        ],
        "missingValues": [""],
        "primaryKey": list(KEY),
    }


def meaning(column: str) -> str:
    """What a column holds, in words."""
    return words(f"counts.column.{column}")


def _field(name: str, **constraints: object) -> dict[str, Any]:
    return {
        "name": name,
        "type": "string",
        "description": meaning(name),
        "constraints": {"required": True, **constraints},
    }


def _value() -> dict[str, Any]:
    return {"pattern": VALUE_PATTERN}


def _codes(codes: type[StrEnum]) -> list[str]:
    return [code.value for code in codes]
