"""Merges: any order of making and undoing them ends in the same people."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.birth import born_in, born_on
from mavis.domain.people.merging import Merge, as_one, face_of, one_with
from mavis.domain.people.person import Person

AT = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)
IDS = [f"p{number}" for number in range(7)]
pairs = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1])


def _merges(links: list[tuple[str, str]]) -> list[Merge]:
    return [Merge(f"m{number}", one, other, AT, "asha") for number, (one, other) in enumerate(links)]


def test_links_reach_over_links() -> None:
    """Two links make three people one; a link that was undone makes nobody one."""
    first, second = _merges([("p1", "p2"), ("p2", "p3")])
    undone = Merge("m9", "p3", "p4", AT, "asha", undone_at=AT)
    assert one_with("p3", [first, second, undone]) == {"p1", "p2", "p3"}
    assert one_with("p4", [first, second, undone]) == {"p4"}
    assert face_of({"p3", "p1", "p2"}) == "p1"


@given(links=st.lists(pairs, max_size=8), data=st.data())
def test_the_order_of_links_means_nothing(links: list[tuple[str, str]], data: st.DataObject) -> None:
    """Shuffled links, either end first, make the same people one; who is one with another is so the other way round."""
    merges = _merges(links)
    shuffled = [Merge(m.id, m.other, m.one, m.at, m.by) for m in data.draw(st.permutations(merges))]
    for person in IDS:
        ids = one_with(person, merges)
        assert ids == one_with(person, shuffled)
        assert all(one_with(other, merges) == ids for other in ids)


def test_one_person_has_all_names_and_the_best_known_birth() -> None:
    """The oldest id, each name once, a day before a year, the first word of the rest, a hold of any."""
    old = Person("p1", names=("Kate Webb",), birth=born_in(1998), last_seen=date(2026, 9, 14))
    new = Person(
        "p2",
        names=("Catherine Webb", "Kate Webb"),
        birth=born_on(date(1998, 3, 14)),
        district="BS23",
        held=True,
        last_seen=date(2026, 10, 3),
    )
    one = as_one([new, old])
    assert one == as_one([old, new])
    assert one.id == "p1"
    assert one.names == ("Kate Webb", "Catherine Webb")
    assert one.birth == born_on(date(1998, 3, 14))
    assert (one.district, one.held, one.last_seen) == ("BS23", True, date(2026, 10, 3))


def test_nobody_is_no_person() -> None:
    """There is nothing to show."""
    with pytest.raises(IndexError):
        as_one([])
