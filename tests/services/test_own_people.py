"""A named visit brings a person along; a human can say that it is somebody known, and take that back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.edits.visit import answer, give_name
from mavis.domain.people.visiting import brought_over, link_to, unlink
from mavis.domain.people.vocabulary import Wanted
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand, AgeSource, Gender, IdentityLevel

if TYPE_CHECKING:
    from mavis.bootstrap import Session
    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.people.person import Person
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit


def _visit(session: Session, *edits: VisitEdit) -> Visit:
    visit = session.visits.open_visit(session.actor)
    for edit in edits:
        visit = session.visits.change(session.actor, visit.id, edit)
    return visit


def _person(session: Session, person_id: str | None) -> Person | None:
    with session.store.look() as view:
        return view.people.get(person_id or "")


def _found(session: Session, *words: str) -> tuple[str, ...]:
    with session.store.look() as view:
        return view.people.with_words([Wanted((), word) for word in words], 10)


def test_nobody_is_kept_of_a_visit_without_a_name(session: Session, shift: Shift) -> None:
    """Somebody anonymous stays so."""
    visit = _visit(session, answer(gender=Gender.FEMALE))
    assert visit.person_id is None
    assert visit.shift_id == shift.id


def test_a_name_brings_a_person_along_who_is_found_by_it(session: Session, shift: Shift) -> None:
    """Also when it is corrected, or grows from a nickname to a name."""
    visit = _visit(session, give_name("Kit"), give_name("Kit Webb"), answer(gender=Gender.FEMALE))
    person = _person(session, visit.person_id)
    assert person is not None
    assert (person.names, person.aliases, person.gender) == (("Kit Webb",), (), Gender.FEMALE)
    assert _found(session, "web") == (visit.id,)
    assert visit.shift_id == shift.id


def test_an_age_is_a_birth_within_years(session: Session, shift: Shift) -> None:
    """One that was guessed says so, one that nobody knows says nothing."""
    told = answer(age_band=AgeBand.FROM_18, age_source=AgeSource.STATED)
    person = _person(session, _visit(session, give_name("Kit Webb"), told).person_id)
    assert person is not None
    assert person.birth is not None
    assert not person.birth.guessed
    assert person.birth.last.year == shift.date.year - 18
    unknown = _person(session, _visit(session, give_name("Jo"), answer(age_band=NoAnswer.NOT_KNOWN)).person_id)
    assert unknown is not None
    assert unknown.birth is None


def test_a_name_that_is_taken_back_leaves_nobody(session: Session, shift: Shift) -> None:
    """No person, no word of them."""
    visit = _visit(session, give_name("Kit Webb"), give_name(""))
    assert visit.person_id is None
    assert _person(session, visit.id) is None
    assert _found(session, "kit") == ()
    assert visit.shift_id == shift.id


def test_somebody_known_takes_the_place_of_the_person_brought_along(session: Session, shift: Shift) -> None:
    """What was typed to find them is gone, and the visit is theirs."""
    known = _visit(session, give_name("Catherine Webb"))
    person = _person(session, known.person_id)
    assert person is not None
    visit = _visit(session, give_name("cath"), link_to(person))
    assert (visit.person_id, visit.name) == (known.id, "Catherine Webb")
    assert visit.identity_level is IdentityLevel.NAMED
    assert _person(session, visit.id) is None
    assert visit.shift_id == shift.id


def test_a_link_that_is_taken_back_makes_two_people(session: Session, shift: Shift) -> None:
    """The first keeps their visit, the second has one of their own again."""
    known = _visit(session, give_name("Catherine Webb"))
    person = _person(session, known.person_id)
    assert person is not None
    visit = _visit(session, give_name("cath"), link_to(person), unlink())
    assert visit.person_id == visit.id
    assert _person(session, visit.id) is not None
    assert session.visits.get(session.actor, known.id).person_id == known.id
    assert visit.shift_id == shift.id


def test_linking_fills_in_what_the_visit_does_not_say(session: Session, shift: Shift) -> None:
    """Gender and age come along and are counted, old clothes and how the age was known then do not.

    What was typed stays, and parting takes back what came along.
    """
    told = answer(gender=Gender.FEMALE, age_band=AgeBand.FROM_25, age_source=AgeSource.STATED, label="green coat")
    person = _person(session, _visit(session, give_name("Catherine Webb"), told).person_id)
    assert person is not None
    visit = _visit(session, give_name("cath"), link_to(person))
    assert (visit.gender, visit.label) == (Gender.FEMALE, "")
    assert (visit.age_band, visit.age_source) == (AgeBand.FROM_25, None)
    made = session.summaries.of_shift(shift.id, "Ruth E.")
    assert made.genders.of(Gender.FEMALE) == 2
    typed = answer(gender=Gender.OTHER, age_band=NoAnswer.REFUSED, label="red hat")
    other = _visit(session, give_name("kat"), typed, link_to(person))
    assert (other.gender, other.age_band, other.label) == (Gender.OTHER, NoAnswer.REFUSED, "red hat")
    brought = brought_over(person, replace(visit, gender=None, age_band=None, age_source=None))
    parted = session.visits.change(session.actor, visit.id, unlink(brought))
    assert (parted.gender, parted.age_band, parted.age_source) == (None, None, None)


def test_a_person_whom_another_visit_knows_stays(session: Session, shift: Shift) -> None:
    """Though the visit that brought them along has lost its name."""
    first = _visit(session, give_name("Catherine Webb"))
    person = _person(session, first.person_id)
    assert person is not None
    second = _visit(session, link_to(person))
    session.visits.change(session.actor, first.id, give_name(""))
    assert _person(session, second.person_id) == person
    assert second.shift_id == shift.id


def test_what_was_added_on_their_own_page_stays(session: Session, shift: Shift) -> None:
    """A new spelling in the visit changes that name alone."""
    visit = _visit(session, give_name("Kate Web"))
    person = _person(session, visit.person_id)
    assert person is not None
    with session.store.change(session.actor) as work:
        work.people.save(replace(person, names=(*person.names, "Katharine Hale"), district="BS23"), ("kate",))
        work.commit()
    session.visits.change(session.actor, visit.id, give_name("Kate Webb"))
    held = _person(session, visit.id)
    assert held is not None
    assert held.names == ("Kate Webb", "Katharine Hale")
    assert held.district == "BS23"
    assert visit.shift_id == shift.id
