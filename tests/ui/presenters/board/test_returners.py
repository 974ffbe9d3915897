"""What the desk knows of somebody who was here before, through the whole of a night, and when it cannot be asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits import visit as edits
from mavis.domain.errors import StorageError
from mavis.domain.people.person import Alert, Person
from mavis.domain.people.returning import AdviceDue, Returning
from mavis.domain.record.presentation import Presentation
from mavis.domain.shift.night import night_of
from mavis.services.visitors import Met, Visitors
from mavis.system.wording import words
from mavis.ui.presenters.board.page import BoardPresenter
from mavis.ui.presenters.board.returners import Returners, alerts
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.people.finding import PeopleFinder
from mavis.ui.presenters.people.suggestions import Suggestions
from tests.ui.scheme import StraightDoors, a_desk, open_night

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.bootstrap import Program, Session
    from mavis.domain.access.roles import Actor
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.desk.tonight import Desk
    from tests.builders import SettableClock


@pytest.fixture
def desk(program: Program, session: Session) -> Desk:
    """The desk of a night that has begun."""
    open_night(program, session, ())
    return a_desk(program, session, StraightDoors())


def test_an_alert_that_ends_tonight_holds_until_the_night_is_over(desk: Desk, clock: SettableClock) -> None:
    """Not until midnight, when most of the night is still to come."""
    tonight = night_of(clock())
    person = Person("kate", alerts=(Alert("Hits out when woken", "asha", clock(), tonight),))
    visit = replace(desk.new_visit(), person_id=person.id)
    desk.met[visit.id] = Met(person, Returning(1, 0, None, None, AdviceDue.NO_DRINK))
    told = []
    for _ in range(3):
        told.append(alerts(desk, visit))
        clock.advance(hours=3)
    clock.advance(hours=12)
    assert told == [["Hits out when woken"]] * 3
    assert alerts(desk, visit) == []


def test_a_card_says_the_need_of_somebody_who_was_here_before(desk: Desk, clock: SettableClock) -> None:
    """Earlier tonight or on another night: the need comes first, and the two fit beside each other."""
    visit = desk.new_visit()
    for need in (Presentation.ALCOHOL_INTOXICATION, Presentation.LOST_OR_SEPARATED):
        desk.edit(visit.id, edits.tick_need(need, ticked=True))
    desk.visits[visit.id] = replace(desk.visits[visit.id], person_id="kate")
    board = BoardPresenter(desk, CheckIntervals())
    told = []
    for seen in (Returning(0, 1, None, None, AdviceDue.NO_DRINK), Returning(2, 0, None, None, AdviceDue.NO_DRINK)):
        desk.met[visit.id] = Met(Person("kate"), seen)
        told.append([sign.words for card in board.cards() if card.visit_id == visit.id for sign in card.signs])
    assert told == [["Drunk", words("returning.card.again_tonight")], ["Drunk", words("returning.card.seen")]]


def test_who_cannot_be_read_is_asked_for_again_only_when_something_changes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To say that it failed is no change: two who cannot be read would ask each other for ever."""
    asked: list[str] = []

    def failing(_visitors: Visitors, _actor: Actor, visit: Visit) -> Met:
        asked.append(visit.code)
        raise StorageError("database_closed")

    monkeypatch.setattr(Visitors, "met", failing)
    both = [desk.new_visit() for _ in range(2)]
    desk.visits |= {visit.id: replace(visit, person_id="kate") for visit in both}
    Returners(desk)
    desk.tell(Touched())
    assert asked == ["K1", "K2"]
    desk.tell(Touched(said=words("undo.nothing_undone")))
    assert asked == ["K1", "K2"]
    desk.tell(Touched(visit=both[1].id))
    assert asked == ["K1", "K2", "K2"]
    desk.tell(Touched())
    assert sorted(asked[3:]) == ["K1", "K2"]


@pytest.mark.parametrize("ask", ["suggestions", "people"])
def test_a_search_that_fails_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch, ask: str) -> None:
    """Nobody found is another thing than nobody asked."""
    visit = desk.new_visit()
    asked: dict[str, Callable[[str], None]] = {
        "suggestions": Suggestions(desk, lambda: visit, lambda: None).typed,
        "people": PeopleFinder(desk, lambda: None, lambda _person: None, lambda _visit: None).typed,
    }
    said: list[str] = []
    desk.subscribe(lambda touched: said.append(touched.said))

    def failing(*_asked: object, **_how: object) -> None:
        raise StorageError("database_closed")

    monkeypatch.setattr(Visitors, "find", failing)
    asked[ask]("kat")
    assert said == [words("errors.database_closed")]
