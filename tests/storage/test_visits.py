"""Visits come back as they went in, and what changed stays written."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.visit import Visit, differing_fields
from mavis.storage.codec import decode_field
from tests.builders import SATURDAY_NIGHT
from tests.records import COORDINATOR, VOLUNTEER, a_shift, a_visit, visits

if TYPE_CHECKING:
    from mavis.storage.unit_of_work import Store

MANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


def add(store: Store, visit: Visit) -> None:
    """Save a new visit."""
    with store.change(VOLUNTEER) as work:
        work.visits.add(visit)
        work.commit()


def save(store: Store, old: Visit, new: Visit, reason: str = "") -> None:
    """Save a new state of a visit."""
    with store.change(VOLUNTEER) as work:
        work.visits.save(old, new, reason)
        work.commit()


def get(store: Store, visit_id: str) -> Visit | None:
    """Read a visit."""
    with store.look() as view:
        return view.visits.get(visit_id)


@MANY
@given(visits(), visits())
def test_any_visit_comes_back_and_so_does_any_change(night: Store, first: Visit, second: Visit) -> None:
    """Every field, every block and every list, before and after a change of everything."""
    with night.change(VOLUNTEER) as work:
        number = work.visits.last_number("shift-1") + 1
        old = replace(first, id=f"v{number}", code=f"K{number}", shift_id="shift-1")
        new = replace(second, id=old.id, code=old.code, shift_id=old.shift_id)
        work.visits.add(old)
        assert work.visits.get(old.id) == old
        work.visits.save(old, new)
        work.commit()
    assert get(night, new.id) == new
    with night.look() as view:
        history = view.history.of_visit(new.id)
    assert {change.field for change in history} == set(differing_fields(old, new))
    for change in history:
        assert decode_field(Visit, change.field, change.old) == getattr(old, change.field)
        assert decode_field(Visit, change.field, change.new) == getattr(new, change.field)


def test_visits_of_a_shift_come_by_arrival_with_their_own_lists(night: Store) -> None:
    """Lists of several visits are read at once and never mixed up."""
    late = a_visit("a", "K1", arrived_at=SATURDAY_NIGHT + timedelta(hours=1), needs=(Presentation.COLD,))
    early = a_visit("b", "K2", needs=(Presentation.ASSAULT, Presentation.COLD), age_band=AgeBand.FROM_18)
    add(night, late)
    add(night, early)
    with night.look() as view:
        assert view.visits.of_shift("shift-1") == (early, late)
        assert view.visits.of_shift("another") == ()
        assert view.visits.by_code("shift-1", "K2") == early
        assert view.visits.by_code("shift-1", "K3") is None
        assert view.visits.last_number("shift-1") == 2
        assert view.visits.last_number("another") == 0


def test_only_the_cells_that_differ_are_written(night: Store) -> None:
    """Two people who change different fields of one visit do not undo each other."""
    visit = a_visit()
    add(night, visit)
    save(night, visit, replace(visit, gender=Gender.FEMALE))
    save(night, visit, replace(visit, age_band=AgeBand.FROM_25))
    assert get(night, visit.id) == replace(visit, gender=Gender.FEMALE, age_band=AgeBand.FROM_25)


def test_a_list_keeps_its_order_when_something_is_taken_from_the_middle(night: Store) -> None:
    """The first need ticked stays the main one."""
    care = tuple(CareGiven(str(n), CareKind.WATER, SATURDAY_NIGHT, "x") for n in range(4))
    visit = a_visit(care=care)
    add(night, visit)
    changed = replace(visit, care=(care[3], care[0], replace(care[2], body_site="hand")))
    save(night, visit, changed)
    assert get(night, visit.id) == changed


def test_the_history_says_who_when_and_why(night: Store) -> None:
    """After sign-off both values stay, with a reason, and the summary finds them."""
    visit = a_visit()
    add(night, visit)
    save(night, visit, replace(visit, gender=Gender.MALE))
    save(night, replace(visit, gender=Gender.MALE), replace(visit, gender=Gender.FEMALE), "Misheard")
    with night.look() as view:
        changes = view.history.of_visit(visit.id)
        amendments = view.history.amendments("shift-1")
    assert [(c.old, c.new, c.reason) for c in changes] == [
        ("null", '"male"', ""),
        ('"male"', '"female"', "Misheard"),
    ]
    assert amendments == changes[1:]
    assert (amendments[0].by, amendments[0].by_name, amendments[0].visit_code) == (VOLUNTEER.id, "Asha", "K1")
    assert amendments[0].at == SATURDAY_NIGHT


def test_nothing_is_written_when_nothing_differs(night: Store) -> None:
    """A repeated save leaves no mark in the trail."""
    visit = a_visit()
    add(night, visit)
    with night.look() as view:
        before = view.trail.head()
    save(night, visit, visit)
    with night.look() as view:
        assert view.trail.head() == before


def test_a_visit_cannot_become_another(night: Store) -> None:
    """Code and shift of a visit never change."""
    visit = a_visit()
    add(night, visit)
    with pytest.raises(ValueError, match="not the same"):
        save(night, visit, replace(visit, code="K9"))


def test_an_import_comes_in_and_goes_out_whole(store: Store) -> None:
    """Its visits and shifts go; what was there before stays."""
    with store.change(COORDINATOR) as work:
        work.shifts.add(a_shift("old", closed_at=SATURDAY_NIGHT))
        work.visits.add(a_visit("mine", "K1", "old"))
        work.imports.add("imp", "ab" * 32, shifts=1, visits=2, left_out=[(7, "no_date")])
        work.shifts.add_imported([a_shift("new", closed_at=SATURDAY_NIGHT)], "imp")
        work.visits.add_imported([a_visit("x", "K2", "old"), a_visit("y", "K1", "new")], "imp")
        work.commit()
    with store.look() as view:
        assert [visit.id for visit in view.visits.of_shift("old")] == ["mine", "x"]
        assert view.imports.left_out("imp") == ((7, "no_date"),)
    with store.change(COORDINATOR) as work:
        assert work.visits.remove_imported("imp") == 2
        assert work.shifts.remove_imported("imp") == 1
        work.imports.mark_undone("imp")
        work.commit()
    with store.look() as view:
        assert [visit.id for visit in view.visits.of_shift("old")] == ["mine"]
        assert view.shifts.get("new") is None
        batch = view.imports.get("imp")
        assert batch is not None
        assert batch.undone_at == SATURDAY_NIGHT
        assert view.imports.all() == (batch,)
        assert view.imports.get("none") is None
