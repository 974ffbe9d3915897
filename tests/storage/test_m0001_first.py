"""The first schema holds every field of the record and answers the questions that are asked of it by an index."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from mavis.domain.visit.visit import Visit
from mavis.storage.visit_parts import PARTS

if TYPE_CHECKING:
    from mavis.storage.database import Database


def test_every_table_checks_its_types(records: Database) -> None:
    """A number never becomes text unnoticed; the tables of the search index are the engine's own."""
    with records.read() as db:
        loose = db.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict").fetchall()
    index = {name for (name,) in loose if name.startswith(("person_word", "person_vocabulary"))}
    assert {name for (name,) in loose} - index == {"sqlite_schema", "_sqlite_migrations"}


def test_every_field_of_a_visit_has_its_place(records: Database) -> None:
    """A column of the visit's row, or a table of its own."""
    with records.read() as db:
        columns = set(db["visit"].columns_dict)
        tables = set(db.table_names())
    nested = {"triage", "diversion"}
    lists = {part.field: part.table for part in PARTS}
    assert {field.name for field in fields(Visit)} - columns - nested == set(lists)
    assert set(lists.values()) <= tables
