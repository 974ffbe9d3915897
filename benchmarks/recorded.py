"""What Mavis told the engine, taken down and played again without Mavis: the floor of each storage figure."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database as Connection

_LITERAL = re.compile(r"[xX]'([0-9a-fA-F]*)'|'((?:[^']|'')*)'|(?<![\w.])(-?\d+)(?![\w.])")
Value = str | int | bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its values apart, as an engine likes it best."""

    sql: str
    values: tuple[Value, ...]

    @property
    def writes(self) -> bool:
        """Whether it changes rows."""
        return self.sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "REPLACE"))


@contextmanager
def taken_down(connection: Connection) -> Iterator[list[Statement]]:
    """Take down every statement that the connection runs until the block ends."""
    found: list[Statement] = []
    connection.conn.set_trace_callback(lambda sql: found.append(_apart(sql)))
    try:
        yield found
    finally:
        connection.conn.set_trace_callback(None)


def play(connection: Connection, statements: list[Statement]) -> None:
    """Run the writing statements again, in one durable transaction."""
    raw = connection.conn
    raw.execute("BEGIN IMMEDIATE")
    for statement in statements:
        raw.execute(statement.sql, statement.values)
    raw.execute("COMMIT")


def read(connection: Connection, statements: list[Statement]) -> int:
    """Run the reading statements again and fetch every row."""
    return sum(len(connection.conn.execute(one.sql, one.values).fetchall()) for one in statements)


def _apart(sql: str) -> Statement:
    values: list[Value] = []

    def take(literal: re.Match[str]) -> str:
        blob, text, number = literal.groups()
        if blob is not None:
            values.append(bytes.fromhex(blob))
        elif number is not None:
            values.append(int(number))
        else:
            values.append(text.replace("''", "'"))
        return "?"

    return Statement(_LITERAL.sub(take, sql), tuple(values))
