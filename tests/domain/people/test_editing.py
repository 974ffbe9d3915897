"""An edit of somebody who is several ids in one changes the one record by what was edited, and by no more."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.people.birth import born_in
from mavis.domain.people.editing import carried_over
from mavis.domain.people.merging import as_one
from mavis.domain.people.person import Person

ONE = Person("1", names=("Kate Webb",), district="NR1")
OTHER = Person("2", names=("Catherine Webb",), aliases=("Red",), birth=born_in(1998))


def test_an_edit_of_one_record_is_that_record() -> None:
    """Nobody is merged: what is shown is what is held, in the typed order."""
    after = replace(ONE, names=("Kat Webb", "Kate Webb"), birth=born_in(1997), held=True)

    assert carried_over(ONE, ONE, after) == after


def test_an_edit_of_two_in_one_takes_over_nothing_of_the_other() -> None:
    """A name more, and the nickname that only the other has taken away: the one gets the name, and no more."""
    shown = as_one([ONE, OTHER])
    after = replace(shown, names=(*shown.names, "Cathy Webb"), aliases=())

    assert carried_over(ONE, shown, after) == replace(ONE, names=("Kate Webb", "Cathy Webb"))


def test_a_name_that_is_taken_away_goes_where_it_is_held() -> None:
    """And going back brings the record back."""
    shown = as_one([ONE, OTHER])
    after = replace(shown, names=("Catherine Webb",))
    changed = carried_over(ONE, shown, after)

    assert changed.names == ()
    assert carried_over(changed, after, shown).names == ("Kate Webb",)
