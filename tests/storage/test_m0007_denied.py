"""The seventh step: of a referral of an older file nobody knows what was answered with no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.record.safeguarding import ReferralQuestion
from mavis.storage.database import Database
from mavis.storage.database_key import DatabaseKey
from mavis.storage.migrations import all_migrations
from mavis.storage.statements import replace_into
from mavis.storage.visit_parts import OF_VISIT, REFERRALS

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database as Connection


def _add(db: Connection, table: str, **known: str) -> None:
    """A row with what is known, and nothing in the other columns that must hold something."""
    must = {one.name: one.type for one in db[table].columns if one.notnull and one.default_value is None}
    row = {name: "" if kind == "TEXT" else 0 for name, kind in must.items()} | known
    db.execute(replace_into(table, tuple(row)), tuple(row.values()))


def test_a_referral_of_an_older_file_says_neither_yes_nor_no(tmp_path: Path) -> None:
    """It is as open as it was, and looks as if nobody had asked."""
    key, path = DatabaseKey.random(), tmp_path / "mavis.db"
    database = Database.create(path, key, [older for older in all_migrations() if older.name < "m0007"])
    with database.writing() as db:
        _add(db, "shift", id="s1", date="2026-03-14")
        _add(db, "visit", id="v1", shift_id="s1")
        _add(db, "referral", visit_id="v1", id="r1", target="sarc")
    database.close()

    database = Database.open(path, key)
    with database.read() as db:
        (referral,) = REFERRALS.read(db.conn, OF_VISIT, "v1")["v1"]
    database.close()

    assert [referral.answer(asked) for asked in ReferralQuestion] == [None, None, None]
    assert referral.is_waiting
