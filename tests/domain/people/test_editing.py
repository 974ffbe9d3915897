"""An edit of somebody who is several records in one changes those records by what was edited, and by no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.birth import born_in
from mavis.domain.people.editing import carried_over, edited
from mavis.domain.people.merging import Merge, as_one, one_with
from mavis.domain.people.person import Alert, Person
from mavis.domain.record.identity import Gender

AT = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)
BITES = Alert("bites", "ruth", AT)
ONE = Person("1", names=("Kate Webb",), district="NR1")
OTHER = Person("2", names=("Catherine Webb",), aliases=("Red",), birth=born_in(1998), alerts=(BITES,))

few_names = st.lists(st.sampled_from(["Kate", "Red", "Kaz", "Webb"]), unique=True, max_size=3).map(tuple)
known = st.fixed_dictionaries(
    {
        "names": few_names,
        "aliases": few_names,
        "birth": st.sampled_from([None, born_in(1998), born_in(1999)]),
        "gender": st.sampled_from([None, Gender.FEMALE, Gender.MALE]),
        "district": st.sampled_from(["", "NR1", "NR2"]),
        "description": st.sampled_from(["", "red coat", "tall"]),
        "held": st.booleans(),
    }
)


def _people(facts: list[dict[str, Any]]) -> tuple[Person, ...]:
    return tuple(replace(Person(str(place)), **one) for place, one in enumerate(facts))


def test_an_edit_of_one_record_is_that_record() -> None:
    """Nobody is merged: what is shown is what is held, in the typed order."""
    after = replace(ONE, names=("Kat Webb", "Kate Webb"), birth=born_in(1997), held=True)

    assert carried_over(ONE, ONE, after) == after
    assert edited([ONE], ONE, after) == (after,)


def test_what_is_new_goes_to_the_oldest_record_and_what_goes_goes_where_it_is() -> None:
    """A name more, and the nickname that only the other has taken away."""
    shown = as_one([ONE, OTHER])
    after = replace(shown, names=(*shown.names, "Cathy Webb"), aliases=())

    assert edited([OTHER, ONE], shown, after) == (
        replace(OTHER, aliases=()),
        replace(ONE, names=("Kate Webb", "Cathy Webb")),
    )


def test_what_is_changed_stays_with_the_record_that_said_it() -> None:
    """An alert of the other is worded anew, its birth put right; the one knows nothing of either."""
    shown = as_one([ONE, OTHER])
    worse = replace(BITES, reason="bites and kicks")
    after = replace(shown, alerts=(worse,), birth=born_in(1997))

    assert edited([ONE, OTHER], shown, after) == (ONE, replace(OTHER, alerts=(worse,), birth=born_in(1997)))
    assert as_one(edited([ONE, OTHER], shown, replace(shown, alerts=()))).alerts == ()


def test_a_record_that_changed_meanwhile_takes_the_edit_and_keeps_the_rest() -> None:
    """A visit gave another name to the record while somebody set its district."""
    meanwhile = replace(ONE, names=("Katherine Webb",), district="NR3")

    assert carried_over(meanwhile, ONE, replace(ONE, district="NR2")) == replace(meanwhile, district="NR2")


@given(facts=st.lists(known, min_size=1, max_size=4), wanted=known)
def test_what_is_shown_after_an_edit_is_what_was_asked_for(facts: list[dict[str, Any]], wanted: dict[str, Any]) -> None:
    """Every name, alias and the hold; and each record goes back to what it was, one by one."""
    records = _people(facts)
    shown = as_one(records)
    after = replace(shown, **wanted)
    changed = edited(records, shown, after)

    left = as_one(changed)
    assert set(left.names) == set(after.names)
    assert set(left.aliases) == set(after.aliases)
    assert all(one.held == after.held for one in changed) or after.held == shown.held
    for was, now in zip(records, changed, strict=True):
        back = carried_over(now, now, was)
        assert back == was


pairs = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] != pair[1])
acts = st.lists(
    st.one_of(
        st.tuples(st.just("merge"), pairs),
        st.tuples(st.just("part"), st.integers(0, 9)),
        st.tuples(st.just("hold"), st.integers(0, 4)),
        st.tuples(st.just("let go"), st.integers(0, 4)),
    ),
    max_size=20,
)


@given(acts=acts)
def test_a_hold_is_of_the_whole_person_and_parting_them_changes_no_record(
    acts: list[tuple[str, tuple[int, int] | int]],
) -> None:
    """Merges, partings and holds in any order: a record is held as it was by the last word on whoever it was then."""
    records = {str(number): Person(str(number)) for number in range(5)}
    merges: list[Merge] = []
    expected = dict.fromkeys(records, False)
    for name, on in acts:
        if isinstance(on, tuple):
            merges.append(Merge(str(len(merges)), str(on[0]), str(on[1]), AT, "asha"))
        elif name == "part":
            merges[on : on + 1] = [replace(merge, undone_at=AT) for merge in merges[on : on + 1]]
        else:
            ids = sorted(one_with(str(on), merges))
            group = [records[one] for one in ids]
            shown = as_one(group)
            records |= {one.id: one for one in edited(group, shown, replace(shown, held=name == "hold"))}
            if shown.held != (name == "hold"):
                expected |= dict.fromkeys(ids, name == "hold")
        for one in records:
            ids = sorted(one_with(one, merges))
            assert as_one([records[other] for other in ids]).held == any(expected[other] for other in ids)
            assert records[one].held == expected[one]
