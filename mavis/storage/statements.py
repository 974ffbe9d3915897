"""SQL sentences that are put together from names of tables and columns; every value goes in as a parameter."""

from __future__ import annotations

from functools import cache


@cache
def insert_into(table: str, columns: tuple[str, ...]) -> str:
    """Add a row."""
    return " ".join(["INSERT INTO", table, _row(columns)])


@cache
def replace_into(table: str, columns: tuple[str, ...]) -> str:
    """Add a row, or put it in the place of the one with the same key."""
    return " ".join(["INSERT OR REPLACE INTO", table, _row(columns)])


@cache
def update(table: str, columns: tuple[str, ...], key: str) -> str:
    """Change some columns of the row with the key, which is the last parameter."""
    assignments = ", ".join(f"{_quoted(column)} = ?" for column in columns)
    return " ".join(["UPDATE", table, "SET", assignments, "WHERE", key, "= ?"])


@cache
def select(columns: tuple[str, ...], table: str, rest: str = "", worked_out: tuple[str, ...] = ()) -> str:
    """Read columns of a table, then what is worked out; the rest is what stands behind the table's name."""
    read = (*(f"{table}.{_quoted(column)}" for column in columns), *worked_out)
    return " ".join(["SELECT", ", ".join(read), "FROM", table, rest])


@cache
def delete_from(table: str, rest: str) -> str:
    """Take rows away; the rest says which."""
    return " ".join(["DELETE FROM", table, rest])


def _row(columns: tuple[str, ...]) -> str:
    return f"({', '.join(map(_quoted, columns))}) VALUES ({', '.join('?' * len(columns))})"


def _quoted(column: str) -> str:
    return f'"{column}"'
