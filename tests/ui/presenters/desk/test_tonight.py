"""The desk over a real encrypted store: edits at once, saved in order, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import answer, give_name, tick_need
from mavis.domain.errors import StorageError, UserError
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.tally import Tally
from mavis.system.wording import words
from tests.ui.presenters.desk.test_saving import HeldDoors
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk, Touched
    from tests.builders import SettableClock


@pytest.fixture
def shift(program: Program, session: Session) -> Shift:
    """Tonight, with two helpers."""
    return open_night(program, session, hire(session)[:2])


@pytest.fixture
def desk(program: Program, session: Session, shift: Shift) -> Desk:
    """The desk of tonight, saving at once."""
    return a_desk(program, session, StraightDoors())


def stored(desk: Desk) -> list[Visit]:
    """What the store holds of tonight."""
    return [] if desk.shift is None else list(desk.session.visits.of_shift(desk.session.actor, desk.shift.id))


def test_an_edit_shows_before_it_is_saved(program: Program, session: Session, shift: Shift) -> None:
    """Nothing has reached the store yet, and the desk has it all; then the store has the same."""
    doors = HeldDoors()
    desk = a_desk(program, session, doors)
    visit = desk.new_visit()
    desk.edit(visit.id, give_name("Wren"))
    assert desk.visits[visit.id].name == "Wren"
    assert stored(desk) == []
    while doors.held:
        doors.let_through()

    assert stored(desk) == [desk.visits[visit.id]]
    assert desk.saves.waiting == 0


def test_a_second_shift_of_the_night_begins_with_the_next_code(
    program: Program, session: Session, shift: Shift
) -> None:
    """What is said of a new visit is said of the code that it keeps."""
    first = session.visits.open_visit(session.actor)
    session.shifts.close_shift(session.actor, shift.id)
    open_night(program, session, ())
    again = a_desk(program, session, HeldDoors()).new_visit()
    assert (first.code[1:], again.code[1:]) == ("1", "2")


def test_a_result_that_comes_late_does_not_undo_what_was_typed_since(
    program: Program, session: Session, shift: Shift
) -> None:
    """The first save answers while the second waits: the screen keeps the second."""
    doors = HeldDoors()
    desk = a_desk(program, session, doors)
    visit = desk.new_visit()
    for name in ("W", "Wr"):
        desk.edit(visit.id, give_name(name))
    doors.let_through()
    doors.let_through()

    assert desk.visits[visit.id].name == "Wr"


def test_what_the_store_makes_of_one_visit_is_shown_while_another_is_saved(
    program: Program, session: Session, shift: Shift
) -> None:
    """The person whom a name makes is known, however busy the disk is with others."""
    doors = HeldDoors()
    desk = a_desk(program, session, doors)
    first, second = desk.new_visit(), desk.new_visit()
    desk.edit(first.id, give_name("Wren"))
    desk.edit(second.id, give_name("Robin"))
    while desk.saves.waiting > 1:
        doors.let_through()

    assert desk.visits[first.id].person_id == first.id
    assert desk.visits[second.id].person_id is None


def test_an_edit_that_changes_nothing_is_no_step_and_no_save(desk: Desk) -> None:
    """Choosing what is chosen."""
    visit = desk.new_visit()
    desk.edit(visit.id, give_name(""), "nothing")

    assert desk.undo_stack.last is None
    assert len(desk.session.visits.history(desk.session.actor, visit.id)) == 0


def test_a_full_disk_keeps_the_edit_and_saves_it_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    """The screen goes on, says that it is not saved, and loses nothing."""
    visit = desk.new_visit()

    def full(*_anything: object, **_more: object) -> None:
        raise StorageError("disk_full", free="0 MB")

    with monkeypatch.context() as patch:
        patch.setattr(session.visits, "change", full)
        desk.edit(visit.id, give_name("Wren"))
        desk.edit(visit.id, answer(label="green hat"))
        assert desk.saves.failure is not None
        assert (desk.saves.waiting, stored(desk)[0].name) == (2, "")
    desk.saves.retry()

    (kept,) = stored(desk)
    assert (kept.name, kept.label, desk.saves.waiting) == ("Wren", "green hat", 0)


def test_an_edit_that_the_store_refuses_is_raised(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, session: Session
) -> None:
    """The window says why."""
    visit = desk.new_visit()

    def no(*_anything: object, **_more: object) -> None:
        raise UserError("no_right")

    monkeypatch.setattr(session.visits, "change", no)
    with pytest.raises(UserError):
        desk.edit(visit.id, give_name("Wren"))

    assert desk.saves.waiting == 0


def test_ten_steps_and_more_go_back_each_with_its_words(desk: Desk) -> None:
    """Twelve needs ticked and taken back, on the screen and in the store."""
    visit = desk.new_visit()
    needs = list(Presentation)[:12]
    for need in needs:
        desk.edit(visit.id, tick_need(need, ticked=True), need.value)
    said: list[str] = []
    desk.subscribe(lambda touched: said.append(touched.said) if touched.said else None)
    for _ in needs:
        desk.undo()

    assert desk.visits[visit.id].needs == () == stored(desk)[0].needs
    told = [words("undo.undone_on", code="K1", done=need.value) for need in reversed(needs)]
    assert all(map(str.startswith, said, told))
    assert len(said) == len(told)


def test_undo_reaches_past_what_is_saved_and_leaves_other_fields_alone(desk: Desk, clock: SettableClock) -> None:
    """The name goes back, the description that came in between stays."""
    visit = desk.new_visit()
    desk.edit(visit.id, give_name("Wren"), "name")
    clock.advance(minutes=30)
    desk.edit(visit.id, answer(label="green hat"))
    desk.undo()

    (kept,) = stored(desk)
    assert (kept.name, kept.label) == ("", "green hat")


def test_one_id_makes_one_visit(desk: Desk, session: Session) -> None:
    """Saving the opening of a visit twice, as after a crash, makes no second one."""
    visit = desk.new_visit()
    session.visits.open_visit(session.actor, visit_id=visit.id, arrived_at=visit.arrived_at)

    assert [kept.id for kept in stored(desk)] == [visit.id]


def test_codes_go_on_from_the_highest(desk: Desk) -> None:
    """K1, K2, K3, and what the store gives is what the screen shows."""
    codes = [desk.new_visit().code for _ in range(3)]

    assert codes == ["K1", "K2", "K3"] == [visit.code for visit in stored(desk)]


def test_a_code_that_the_store_gave_otherwise_is_taken_over(desk: Desk, session: Session) -> None:
    """Another window's visit took the number first."""
    session.visits.open_visit(session.actor)
    visit = desk.new_visit()

    assert desk.visits[visit.id].code == "K2"


def test_no_visit_without_a_shift(program: Program, session: Session) -> None:
    """The screen offers no such thing; asking for it is a bug."""
    with pytest.raises(ValueError, match="None"):
        a_desk(program, session, StraightDoors()).new_visit()


def test_counting_saying_and_taking_back(desk: Desk, session: Session, shift: Shift) -> None:
    """Not counted, 1, 2, back to 1, back to not counted: never 0."""
    desk.count("water")
    desk.count("water")
    assert Tally("water", 2) in session.shifts.tallies(shift.id)
    desk.undo()
    assert Tally("water", 1) in session.shifts.tallies(shift.id)
    desk.undo()

    assert desk.tallies["water"].count is None
    assert Tally("water", None) in session.shifts.tallies(shift.id)


def test_a_count_can_be_said_outright(desk: Desk, session: Session, shift: Shift) -> None:
    """Nought is an answer; so is "not counted"."""
    desk.answer_tally("water", 0)
    assert Tally("water", 0) in session.shifts.tallies(shift.id)
    desk.undo()

    assert Tally("water", None) in session.shifts.tallies(shift.id)


def test_notes_of_the_shift_are_saved_and_taken_back(desk: Desk, session: Session) -> None:
    """With words for Undo; the same again is nothing."""
    desk.change_shift(lambda shift: replace(shift, parked_at="Pier"), "parked")
    desk.change_shift(lambda shift: replace(shift, parked_at="Pier"), "parked")
    current = session.shifts.current()
    assert current is not None
    assert current.parked_at == "Pier"
    desk.undo()

    current = session.shifts.current()
    assert current is not None
    assert current.parked_at != "Pier"
    assert desk.undo_stack.last is None


def test_pages_are_told_until_they_stop_listening(desk: Desk) -> None:
    """Which visit, and which counter."""
    told: list[Touched] = []
    desk.subscribe(told.append)
    visit = desk.new_visit()
    desk.count("water")
    desk.unsubscribe(told.append)
    desk.count("water")

    assert [(one.visit, one.tally) for one in told] == [(visit.id, None), (None, "water")]
