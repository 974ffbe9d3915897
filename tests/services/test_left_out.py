"""Whoever cannot be read keeps nobody else from a list: all others are in it, and the one goes by a number."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.alcohol import tell
from mavis.domain.edits.safeguarding import refer
from mavis.domain.edits.visit import give_name
from mavis.domain.errors import UnreadableError
from mavis.domain.people.visiting import link_to
from mavis.domain.record.safeguarding import Referral, ReferralTarget
from mavis.storage.database import Database
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit
    from tests.builders import SettableClock

pytestmark = pytest.mark.usefixtures("caplog")

BAD_PERSON = "UPDATE person SET gender = 'bogus' WHERE id = ?"
BAD_VISIT = "UPDATE visit SET age_band = 'bogus' WHERE id = ?"


def spoil(program: Program, change: str, *ids: str) -> None:
    """Write behind the back of the program what a bug or another version might."""
    key = program.access.unlock(program.access.people()[0].id, FOUR_WORDS)
    with closing(Database.open(program.paths.database, key)) as database, database.writing() as db:
        for one in ids:
            db.execute(change, (one,))


def named(session: Session, name: str) -> Visit:
    """A visit of somebody who said who they are."""
    visit = session.visits.open_visit(session.actor)
    return session.visits.change(session.actor, visit.id, give_name(name))


def _left_out(session: Session) -> list[tuple[str, str]]:
    return [(one.kind, one.number) for one in session.left_out]


def test_all_others_are_found_and_compared(session: Session, shift: Shift, program: Program) -> None:
    """The list says which number is left out, once; who asks for that one alone is told that nobody is lost."""
    kept = {named(session, name).id for name in ("Philippa Fanshawe", "Philippa Fanshaw")}
    bad = named(session, "Philippa Fanshawes").id
    spoil(program, BAD_PERSON, bad)

    for _ in range(2):
        assert {one.person.id for one in session.visitors.find(session.actor, "fanshawe")} == kept
        (pair,) = session.duplicates.likely(session.actor)
    assert {pair.one.id, pair.other.id} == kept
    assert _left_out(session) == [("person", "3")]
    with pytest.raises(UnreadableError, match="person_unreadable"):
        session.visitors.person(session.actor, bad)
    assert shift.is_open


def test_a_part_of_somebody_is_not_shown_as_all_of_them(session: Session, shift: Shift, program: Program) -> None:
    """Two records are one person; an alert of one that cannot be read must not seem to be none."""
    one, other = (named(session, name).id for name in ("Kate Webb", "Cath Webb"))
    session.duplicates.merge(session.actor, one, other)
    spoil(program, BAD_PERSON, other)
    assert session.visitors.find(session.actor, "webb") == ()
    assert _left_out(session) == [("person", "1, 2")]
    assert shift.is_open


def test_the_other_nights_of_somebody_are_shown(session: Session, shift: Shift, program: Program) -> None:
    """A visit of theirs that cannot be read goes by its code and its night."""
    first = named(session, "Kate Webb")
    second = named(session, "Kate")
    second = session.visits.change(session.actor, second.id, link_to(session.visitors.person(session.actor, first.id)))
    spoil(program, BAD_VISIT, first.id)
    assert [visit.id for visit in session.visitors.nights(session.actor, first.id, "review")] == [second.id]
    assert session.visitors.met(session.actor, second) is not None
    assert _left_out(session) == [("visit", f"{first.code} ({shift.date})")]


def test_lists_of_the_week_show_all_others(
    session: Session, shift: Shift, program: Program, clock: SettableClock
) -> None:
    """Open referrals, and people to ask again."""
    visits = [named(session, name) for name in ("Kate Webb", "Jo Hale")]
    for visit in visits:
        made = Referral(f"r-{visit.id}", ReferralTarget.SARC, clock(), session.actor.id)
        session.visits.change(session.actor, visit.id, refer(made))
        session.visits.change(session.actor, visit.id, tell(follow_up=date(2026, 3, 10)))
    bad, good = visits
    spoil(program, "UPDATE referral SET target = 'bogus' WHERE visit_id = ?", bad.id)
    spoil(program, 'UPDATE visit SET abi = \'{"follow_up": "0 soon"}\' WHERE id = ?', bad.id)
    assert [one.visit_id for one in session.referrals.open(session.actor)] == [good.id]
    assert [one.visit_id for one in session.follow_ups.due(session.actor)] == [good.id]
    assert _left_out(session) == [("visit", f"{bad.code} ({shift.date})")]


@pytest.mark.parametrize("bad", [BAD_PERSON, BAD_VISIT])
def test_all_others_are_forgotten(
    session: Session, shift: Shift, program: Program, clock: SettableClock, bad: str
) -> None:
    """Somebody of whom a part cannot be read stays wholly, and is due again when they can be read."""
    lost, _gone = (named(session, name) for name in ("Kate Webb", "Jo Hale"))
    session.closing.close(session.actor, shift.id)
    clock.advance(minutes=13 * 31 * 24 * 60)
    spoil(program, bad, lost.id)

    taken = session.retention.strip(session.actor, session.retention.preview(session.actor))
    assert (taken.people, taken.visits) == (1, 1)
    assert session.visitors.find(session.actor, "hale") == ()
    assert len(session.left_out) == 1
    spoil(program, bad.replace("'bogus'", "NULL"), lost.id)
    assert [one.person.id for one in session.visitors.find(session.actor, "webb")] == [lost.id]
    due = session.retention.preview(session.actor)
    assert (due.people, due.visits) == (1, 1)
    session.retention.strip(session.actor, due)
    assert session.retention.preview(session.actor).is_empty
