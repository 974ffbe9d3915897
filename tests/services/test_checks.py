"""``mavis verify``: each thing that is looked at, well and not well."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import give_name
from mavis.domain.errors import UserError
from mavis.storage.database import Database
from mavis.system.wording import words
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session


def test_all_is_well(program: Program, session: Session) -> None:
    """Eight checks, each with a sentence."""
    session.backups.make("close")
    checks = program.verify(session.actor.id, FOUR_WORDS)
    assert [(check.name, check.ok) for check in checks] == [
        ("header", True),
        ("pages", True),
        ("schema", True),
        ("trail", True),
        ("shifts", True),
        ("visits", True),
        ("people", True),
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


@pytest.mark.parametrize(
    ("kind", "spoil", "which"),
    [
        ("visits", "UPDATE visit SET age_band = 'bogus' WHERE code = 'K2'", "K2 (2026-03-14)"),
        ("shifts", "UPDATE shift SET incidents = 'bogus'", "2026-03-14"),
        (
            "people",
            "UPDATE person SET gender = 'bogus' WHERE aliases LIKE '%Zaphrina%'",
            "2",
        ),
    ],
)
def test_a_record_that_cannot_be_read_is_named_by_its_number(
    program: Program, session: Session, kind: str, spoil: str, which: str
) -> None:
    """And by nothing else: no name is told, and none is in the log; the other kinds are well."""
    session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
    for name in ("Ada", "Zaphrina", "Wren"):
        visit = session.visits.open_visit(session.actor)
        session.visits.change(session.actor, visit.id, give_name(name))
    session.backups.make("close")
    key = program.access.unlock(session.actor.id, FOUR_WORDS)
    with closing(Database.open(program.paths.database, key)) as database, database.writing() as db:
        db.execute(spoil)
    checks = {check.name: check for check in program.verify(session.actor.id, FOUR_WORDS)}

    assert [name for name, check in checks.items() if not check.ok] == [kind]
    assert checks[kind].detail == words(f"errors.unread.{kind}", n=1, which=which)
    assert "Zaphrina" not in program.paths.log.read_text(encoding="utf-8")
