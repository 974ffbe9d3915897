"""What an edit did in words: also which red flags lost their answer, and whether they stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.presenters.visit.page import VisitPresenter
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from tests.builders import SettableClock


@pytest.fixture
def presenter(program: Program, session: Session) -> VisitPresenter:
    """Somebody with a head injury, written down just now."""
    open_night(program, session, hire(session)[:2])
    made = VisitPresenter(a_desk(program, session, StraightDoors()))
    made.turn_to(made.desk.new_visit().id)
    made.choose("arrival.need", "head_injury", on=True)
    return made


@pytest.mark.parametrize(
    ("minutes", "left", "told"),
    [
        (1, [], "Need head injury taken off. No red flag “Head injury” any more."),
        (
            2,
            ["head_injury"],
            "Need head injury taken off. The red flag stays: “Head injury”. Only a clinician or the lead can close it.",
        ),
    ],
)
def test_what_becomes_of_the_flag_of_a_need_that_is_taken_off(
    presenter: VisitPresenter, session: Session, clock: SettableClock, minutes: int, left: list[str], told: str
) -> None:
    """It goes with a slip and stays later, on the screen and in the store, and the message says which."""
    said: list[str] = []
    presenter.desk.subscribe(lambda touched: said.append(touched.said))
    clock.advance(minutes=minutes)
    presenter.choose("arrival.need", "head_injury", on=False)
    stored = session.visits.get(session.actor, presenter.visit_id)

    assert said[-1] == told
    assert stored.needs == presenter.visit.needs == ()
    assert [flag.code for flag in presenter.visit.flags] == [flag.code for flag in stored.flags] == left


def test_undo_says_that_the_flag_of_the_answer_is_gone_with_it(presenter: VisitPresenter, clock: SettableClock) -> None:
    """As it says of a flag that somebody ticked; done again, it is there again."""
    said: list[str] = []
    presenter.desk.subscribe(lambda touched: said.append(touched.said))
    clock.advance(minutes=1)
    presenter.desk.undo()
    assert said[-1] == "Undone on K1: need head injury. No red flag “Head injury” any more."
    assert presenter.visit.flags == ()
    presenter.desk.undo(again=True)

    assert said[-1] == "Done again on K1: need head injury"
    assert [flag.code for flag in presenter.visit.open_clinical_flags] == ["head_injury"]


def test_undo_takes_a_clinical_flag_off_only_as_a_slip(
    presenter: VisitPresenter, session: Session, clock: SettableClock
) -> None:
    """After two minutes it is closed, not undone, whether an answer raised it or a hand ticked it."""
    said: list[str] = []
    presenter.desk.subscribe(lambda touched: said.append(touched.said))
    presenter.choose("triage.flag", "chest_pain", on=True)
    presenter.choose("triage.flag", "fit", on=True)
    presenter.desk.undo()
    assert [flag.code for flag in presenter.visit.open_clinical_flags] == ["head_injury", "chest_pain"]

    clock.advance(minutes=2)
    for name in ("Chest pain, breathless", "Head injury"):
        presenter.desk.undo()
        assert said[-1].endswith(f"The red flag stays: “{name}”. Only a clinician or the lead can close it.")
    stored = session.visits.get(session.actor, presenter.visit_id)
    for visit in (presenter.visit, stored):
        assert visit.needs == ()
        assert {flag.code for flag in visit.open_clinical_flags} == {"head_injury", "chest_pain"}


def test_a_flag_that_lost_its_answer_says_so(presenter: VisitPresenter, clock: SettableClock) -> None:
    """Nobody ticked it, and a click does not take it off."""
    clock.advance(minutes=5)
    presenter.choose("arrival.need", "head_injury", on=False)
    presenter.choose("triage.flag", "head_injury", on=False)
    (line,) = presenter.flags.states()["flags_read"].text.split("\n")

    assert line.startswith("Head injury: 22:00, ")
    assert line.endswith("; nothing written down raises it now")
