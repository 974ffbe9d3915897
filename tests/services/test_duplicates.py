"""The review of possible duplicates: what it holds, who may see it, and merges that leave no trace when undone."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.edits.visit import answer, give_name, judge, leave
from mavis.domain.errors import UserError
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift
    from mavis.services.duplicates import Duplicate


def _person(session: Session, name: str, band: AgeBand = AgeBand.FROM_25) -> str:
    visit = session.visits.open_visit(session.actor)
    session.visits.change(session.actor, visit.id, give_name(name))
    return session.visits.change(session.actor, visit.id, answer(age_band=band)).id


def _likely(session: Session) -> tuple[Duplicate, ...]:
    return session.duplicates.likely(session.actor)


def _ids(session: Session) -> list[set[str]]:
    return [{pair.one.id, pair.other.id} for pair in _likely(session)]


def test_the_likeliest_pair_comes_first_with_its_nights(session: Session, shift: Shift) -> None:
    """A rare name written twice before a name that sounds alike; nobody is merged by it."""
    same = {_person(session, "Philippa Fanshawe"), _person(session, "Philippa Fanshaw")}
    _person(session, "Robert Smith", AgeBand.FROM_65)
    first, *_rest = _likely(session)
    assert {first.one.id, first.other.id} == same
    assert [night.shift_date for night in first.nights] == [shift.date]
    assert first.match.reasons
    with session.store.look() as view:
        assert view.people.merges() == ()


def test_a_look_at_the_list_is_in_the_trail(session: Session, shift: Shift) -> None:
    """Even when it is empty."""
    before = session.trail.head()
    assert _likely(session) == ()
    assert session.trail.head() != before
    assert shift.is_open


def test_a_merge_takes_the_pair_off_the_list_and_undoing_puts_it_back(session: Session, shift: Shift) -> None:
    """Both keep their visits; the same merge can be undone twice without harm."""
    one, other = _person(session, "Philippa Fanshawe"), _person(session, "Pippa Fanshawe")
    merge = session.duplicates.merge(session.actor, one, other)
    assert _ids(session) == []
    assert session.visitors.person(session.actor, other).id == one
    assert session.visitors.person(session.actor, other).names == ("Philippa Fanshawe", "Pippa Fanshawe")
    assert session.duplicates.merges_of(session.actor, other) == (merge,)
    assert [visit.id for visit in session.visitors.nights(session.actor, one, "review")] == [other, one]
    with pytest.raises(UserError, match="merged_already"):
        session.duplicates.merge(session.actor, other, one)

    for _ in range(2):
        session.duplicates.undo(session.actor, merge.id)
    assert _ids(session) == [{one, other}]
    assert session.visitors.person(session.actor, other).names == ("Pippa Fanshawe",)
    assert [visit.id for visit in session.visitors.nights(session.actor, one, "review")] == [one]
    assert shift.is_open


def test_two_who_are_two_are_not_asked_about_again(session: Session, shift: Shift) -> None:
    """Neither under their own ids nor when one of them is merged with a third."""
    one, other = _person(session, "Philippa Fanshawe"), _person(session, "Philippa Fanshaw")
    session.duplicates.keep_apart(session.actor, other, one)
    assert _ids(session) == []
    third = _person(session, "Philippa Fanshawe")
    session.duplicates.merge(session.actor, one, third)
    assert _ids(session) == []
    assert shift.is_open


def test_that_two_are_two_can_be_taken_back_at_any_time(session: Session, shift: Shift) -> None:
    """The list asks again and everything is as before; the trail keeps both words, and twice does no harm."""
    one, other = _person(session, "Philippa Fanshawe"), _person(session, "Philippa Fanshaw")
    before = _likely(session)
    session.duplicates.keep_apart(session.actor, one, other)
    ((word, somebody),) = session.duplicates.apart_from(session.actor, other)
    assert (word.by, somebody.names) == (session.actor.id, ("Philippa Fanshawe",))
    ((word, somebody),) = session.duplicates.apart_from(session.actor, one)
    assert somebody.names == ("Philippa Fanshaw",)

    heads = set()
    for _ in range(2):
        session.duplicates.ask_again(session.actor, word.other, word.one)
        heads.add(session.trail.head())
        assert _likely(session) == before
        assert session.duplicates.apart_from(session.actor, one) == ()
    assert len(heads) == 2
    assert session.trail.verify().ok
    assert shift.is_open


def test_who_is_somebody_else_is_told_under_every_record_of_either(session: Session, shift: Shift) -> None:
    """Said of two, of whom one is joined with a third later: the word holds for the joined, and goes from there."""
    one, other = _person(session, "Philippa Fanshawe"), _person(session, "Philippa Fanshaw")
    session.duplicates.keep_apart(session.actor, one, other)
    third = _person(session, "Philippa Fanshawe")
    session.duplicates.merge(session.actor, one, third)
    ((word, somebody),) = session.duplicates.apart_from(session.actor, third)
    assert (somebody.id, {word.one, word.other}) == (other, {one, other})
    session.duplicates.ask_again(session.actor, word.one, word.other)
    assert _ids(session) == [{one, other}]
    assert shift.is_open


def test_a_search_can_be_stopped(session: Session, shift: Shift) -> None:
    """It ends with nothing, not with half a list."""
    _person(session, "Philippa Fanshawe")
    _person(session, "Philippa Fanshaw")
    assert session.duplicates.likely(session.actor, stopped=lambda: True) == ()
    assert shift.is_open


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_nobody_but_the_coordinator_reviews(session: Session, shift: Shift, role: Role) -> None:
    """Not one verb."""
    actor, one, other = Actor("somebody", role), _person(session, "Jo Hale"), _person(session, "Jo Hail")
    for verb in (
        lambda: session.duplicates.likely(actor),
        lambda: session.duplicates.merge(actor, one, other),
        lambda: session.duplicates.undo(actor, "m1"),
        lambda: session.duplicates.keep_apart(actor, one, other),
        lambda: session.duplicates.ask_again(actor, one, other),
        lambda: session.duplicates.apart_from(actor, one),
        lambda: session.duplicates.merges_of(actor, one),
    ):
        with pytest.raises(UserError, match="not_allowed"):
            verb()
    assert shift.is_open


def test_ids_of_nobody_are_refused(session: Session, shift: Shift) -> None:
    """A sentence, and nothing is written."""
    one = _person(session, "Jo Hale")
    for verb in (session.duplicates.merge, session.duplicates.keep_apart, session.duplicates.ask_again):
        with pytest.raises(UserError, match="visitor_unknown"):
            verb(session.actor, one, "nobody")
    with pytest.raises(UserError, match="merge_unknown"):
        session.duplicates.undo(session.actor, "no merge")
    assert shift.is_open


def test_people_who_are_one_are_counted_as_one(session: Session, shift: Shift) -> None:
    """Back in the same shift and then to A&E: the earlier claim falls with the merge, and stands again without it."""

    def claims() -> int:
        return session.summaries.of_shift(shift.id, "Dilys").diversion.ed.highest

    one, other = _person(session, "Philippa Fanshawe"), _person(session, "Pippa Fanshawe")
    arrived = session.visits.get(session.actor, one).arrived_at
    for visit_id, outcome, minutes in ((one, Outcome.TAXI, 0), (other, Outcome.OWN_TRANSPORT_TO_ED, 60)):
        at = arrived + timedelta(minutes=minutes)
        session.visits.change(session.actor, visit_id, answer(arrived_at=at))
        session.visits.change(session.actor, visit_id, leave(outcome, at + timedelta(minutes=20)))
    judged = judge(WouldHave.ED_OWN_MEANS, Basis.PROTOCOL_MET, session.actor.role)
    session.visits.change(session.actor, one, judged)
    assert claims() == 1
    merge = session.duplicates.merge(session.actor, one, other)
    assert claims() == 0
    session.duplicates.undo(session.actor, merge.id)
    assert claims() == 1


def test_the_list_is_no_longer_than_asked_for(session: Session, shift: Shift) -> None:
    """The likeliest stay on it."""
    for name in ("Philippa Fanshawe", "Philippa Fanshawe", "Barnaby Oldroyd", "Barnaby Oldroid"):
        _person(session, name)
    both, one = (session.duplicates.likely(session.actor, most=most) for most in (180, 1))
    assert len(both) == 2
    assert one == both[:1]
    assert shift.is_open


def test_many_people_are_compared_in_another_process_with_the_same_result(
    session: Session, shift: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As soon as they are more than a few; who was found to be two stays off that list as well, and Stop ends it."""
    people = [_person(session, name) for name in ("Philippa Fanshawe", "Philippa Fanshawe", "Pippa Fanshaw", "Jo Hale")]
    session.duplicates.keep_apart(session.actor, people[0], people[1])
    here = _likely(session)
    monkeypatch.setattr("mavis.services.duplicates._FEW", 1)

    assert _likely(session) == here
    assert len(here) == 2
    assert session.duplicates.likely(session.actor, stopped=lambda: True) == ()
    assert shift.is_open
