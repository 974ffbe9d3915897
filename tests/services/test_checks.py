"""``mavis verify``: each thing that is looked at, well and not well."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UserError
from mavis.storage.database import Database
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session


def test_all_is_well(program: Program, session: Session) -> None:
    """Five checks, each with a sentence."""
    session.backups.make("close")
    checks = program.verify(session.actor.id, FOUR_WORDS)
    assert [(check.name, check.ok) for check in checks] == [
        ("header", True),
        ("pages", True),
        ("schema", True),
        ("trail", True),
        ("backups", True),
    ]
    assert all(check.detail.endswith(".") for check in checks)


def test_a_trail_that_somebody_changed_is_found(program: Program, session: Session) -> None:
    """The entry is named, and so is the missing backup."""
    with session.store.change(session.actor) as work:
        for _ in range(3):
            work.trail.note("visit_changed", "v1", "body")
        work.commit()
    key = program.access.unlock(session.actor.id, FOUR_WORDS)
    with closing(Database.open(program.paths.database, key)) as database, database.writing() as db:
        db.execute("DROP TRIGGER audit_stays")
        db.execute(_TAMPER)
    checks = {check.name: check for check in program.verify(session.actor.id, FOUR_WORDS)}
    assert [name for name, check in checks.items() if not check.ok] == ["trail", "backups"]
    assert "Entry 4" in checks["trail"].detail


_TAMPER = "UPDATE audit SET actor = 'somebody' WHERE seq = 4"


def test_only_who_may_unlock_may_verify(program: Program, session: Session) -> None:
    """A wrong passphrase is refused as at the door."""
    with pytest.raises(UserError, match="passphrase_wrong"):
        program.verify(session.actor.id, "four plain brown cows")
