"""People in the database: who is found by what, who is one with whom, and what is left of somebody who is forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.people.merging import Merge, one_with
from mavis.domain.people.person import Person
from mavis.domain.people.query import read_query
from mavis.domain.people.vocabulary import Vocabulary, Wanted
from mavis.system.matching import load_matcher
from tests.records import ASHA, COORDINATOR, a_shift, a_visit

if TYPE_CHECKING:
    from mavis.storage.database import Database
    from mavis.storage.unit_of_work import Store

AT = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)
VOCABULARY = Vocabulary(load_matcher())
KATE = Person("p1", names=("Kate Webb",), description="red coat")
BOB = Person("p2", names=("Bob Kerr",))
CATH = Person("p3", names=("Catherine Webb",))


def _save(store: Store, *people: Person) -> None:
    with store.change(COORDINATOR) as work:
        for person in people:
            words = " ".join((*person.names, person.description)).casefold().split()
            work.people.save(person, words)
        work.commit()


def _merge(store: Store, merge: Merge) -> None:
    with store.change(COORDINATOR) as work:
        work.people.merge(merge)
        work.commit()


def _starting(store: Store, *words: str) -> tuple[str, ...]:
    with store.look() as view:
        return view.people.with_words([Wanted((), word) for word in words], 10)


def test_what_was_saved_is_read_back(store: Store) -> None:
    """Every field that is kept."""
    person = replace(KATE, aliases=("Kit",), district="BS23", held=True)
    _save(store, person)
    with store.look() as view:
        assert view.people.get("p1") == person
        assert view.people.get("p9") is None


def test_prefixes_of_every_word_find(store: Store) -> None:
    """All of the words must begin so, the newest person comes first."""
    _save(store, KATE, BOB, CATH)
    assert _starting(store, "we") == ("p3", "p1")
    assert _starting(store, "we", "ka") == ("p1",)
    assert _starting(store, "coat") == ("p1",)
    assert _starting(store, "webbs") == ()


def test_another_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    """The index follows the record."""
    _save(store, KATE)
    _save(store, replace(KATE, names=("Kate Hale",)))
    assert _starting(store, "webb") == ()
    assert _starting(store, "hale") == ("p1",)


def test_one_of_several_words_is_enough_for_each_that_is_wanted(store: Store) -> None:
    """A nickname stands for the name; what does not exist finds nobody."""
    _save(store, KATE, BOB, CATH)
    with store.look() as view:
        wanted = [Wanted(("cath", "kate", "catherine")), Wanted(("webb",))]
        assert view.people.with_words(wanted, 10) == ("p3", "p1")
        assert view.people.with_words([*wanted, Wanted(("coat",))], 10) == ("p1",)
        assert view.people.with_words(wanted, 1) == ("p3",)
        assert view.people.with_words([], 10) == ()
        assert view.people.vocabulary() == ("bob", "catherine", "coat", "kate", "kerr", "red", "webb")


def test_a_merge_gives_one_face_and_undoing_gives_both_back(store: Store) -> None:
    """The oldest id is the face; a third joins over the second."""
    _save(store, KATE, BOB, CATH)
    first = Merge("m1", "p1", "p3", AT, ASHA.id)
    second = Merge("m2", "p3", "p2", AT, ASHA.id)
    _merge(store, first)
    _merge(store, second)
    with store.look() as view:
        assert set(view.people.faces(["p1", "p2", "p3"]).values()) == {"p1"}
        assert {person.id for person in view.people.behind(["p1"])["p1"]} == {"p1", "p2", "p3"}

    _merge(store, replace(first, undone_at=AT + timedelta(days=3), undone_by=ASHA.id))
    with store.look() as view:
        assert view.people.faces(["p1", "p2", "p3"]) == {"p1": "p1", "p2": "p2", "p3": "p2"}
        assert view.people.merges() == (second,)


def test_visits_and_the_last_night_are_those_of_everybody_behind_a_face(night: Store) -> None:
    """A visit stays with the id that it was linked to."""
    _save(night, KATE, BOB, CATH)
    early, late = (
        replace(a_visit(f"visit-{hour}", f"K{hour}"), person_id=person, arrived_at=AT + timedelta(hours=hour))
        for hour, person in ((1, "p1"), (2, "p3"))
    )
    with night.change(COORDINATOR) as work:
        for visit in (early, late):
            work.visits.add(visit)
        work.commit()
    _merge(night, Merge("m1", "p1", "p3", AT, ASHA.id))
    with night.look() as view:
        assert view.people.visits_of("p1") == (late.id, early.id)
        (records,) = view.people.known(["p3"])
        assert {(record.id, record.last_seen) for record in records} == {("p1", a_shift().date), ("p3", a_shift().date)}
        assert [len(records) for records in view.people.known(["p2", "p1"])] == [2, 1]
        assert view.people.is_needed("p3")
        assert not view.people.is_needed("p2")


def test_somebody_who_is_taken_away_leaves_no_word(store: Store, records: Database) -> None:
    """Neither a row nor a page of the search index holds a piece of the name."""
    _save(store, KATE, BOB)
    with store.change(COORDINATOR) as work:
        work.people.remove("p1")
        work.commit()
    with records.read() as db:
        blocks = b"".join(row[0] for row in db.execute("SELECT block FROM person_word_data"))
        texts = [row[0] for row in db.execute("SELECT c0 FROM person_word_content")]
        words = {row[0] for row in db.execute("SELECT term FROM person_vocabulary")}
    assert b"webb" not in blocks
    assert b"kerr" in blocks
    assert texts == ["bob kerr"]
    assert words == {"bob", "kerr"}


def test_two_who_are_two_are_remembered_once(store: Store) -> None:
    """Whichever is named first."""
    _save(store, KATE, BOB)
    with store.change(COORDINATOR) as work:
        work.people.keep_apart("p2", "p1")
        work.people.keep_apart("p1", "p2")
        work.commit()
    with store.look() as view:
        assert view.people.apart() == {("p1", "p2")}


def test_a_look_is_in_the_trail(store: Store) -> None:
    """Who looked, at whom and why is kept, and the trail still fits."""
    _save(store, KATE)
    with store.change(COORDINATOR) as work:
        work.people.note_look("p1", "asked for by the lead")
        work.people.note_look(None, "list of duplicates")
        work.commit()
    with store.look() as view:
        assert view.trail.check().ok


_IDS = ("p1", "p2", "p3", "p4", "p5")
_STEPS = st.lists(st.tuples(st.sampled_from(_IDS), st.sampled_from(_IDS), st.booleans()), max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_any_order_of_merging_and_undoing_ends_in_the_same_people(
    store: Store, steps: list[tuple[str, str, bool]]
) -> None:
    """Faces follow from the merges in force alone; once all are undone, everybody is who they were."""
    _save(store, *(Person(person_id) for person_id in _IDS))
    in_force: dict[str, Merge] = {}
    for number, (one, other, undo) in enumerate(steps):
        if undo and in_force:
            _merge(store, replace(in_force.pop(min(in_force)), undone_at=AT, undone_by=ASHA.id))
        elif one != other:
            merge = in_force[f"m{number}"] = Merge(f"m{number}", one, other, AT, ASHA.id)
            _merge(store, merge)
        with store.look() as view:
            expected = {person: min(one_with(person, in_force.values())) for person in _IDS}
            assert view.people.faces(_IDS) == expected
    for merge in in_force.values():
        _merge(store, replace(merge, undone_at=AT, undone_by=ASHA.id))
    with store.look() as view:
        assert view.people.faces(_IDS) == {person: person for person in _IDS}


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=20))
def test_no_text_is_too_odd_to_look_for(store: Store, text: str) -> None:
    """Whatever is typed asks the index for something, or for nothing, and never breaks it."""
    wanted = VOCABULARY.wanted(read_query(text, AT.date()))
    with store.look() as view:
        assert view.people.with_words(wanted, 5) == ()
