"""Pseudonyms: one for each person in an export, and none that two exports share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.people.pseudonym import pseudonym

KEYS = st.binary(min_size=32, max_size=32)


@given(people=st.sets(st.text(min_size=1), max_size=20), key=KEYS, other=KEYS)
def test_one_for_each_person_and_export(people: set[str], key: bytes, other: bytes) -> None:
    """Never the id, never the same under another key."""
    names = {pseudonym(person, key) for person in people}
    assert len(names) == len(people)
    assert names.isdisjoint(people)
    assert all(len(name) == 16 for name in names)
    assert key == other or names.isdisjoint(pseudonym(person, other) for person in people)
