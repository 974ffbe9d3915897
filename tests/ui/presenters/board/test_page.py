"""The board in plain values: order, names, signs, counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits import visit as edits
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.presenters.board.page import BoardPresenter
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.watch import CheckState
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.edits.visit import VisitEdit
    from tests.builders import SettableClock


@pytest.fixture
def board(program: Program, session: Session) -> BoardPresenter:
    """The board of a night with two helpers and nobody aboard."""
    open_night(program, session, hire(session)[:2])
    return BoardPresenter(a_desk(program, session, StraightDoors()), CheckIntervals())


def come(board: BoardPresenter, *changes: VisitEdit) -> str:
    """Somebody comes aboard; returns the id of the visit."""
    visit = board.desk.new_visit()
    for change in changes:
        board.desk.edit(visit.id, change)
    return visit.id


def triaged(board: BoardPresenter, category: TriageCategory) -> VisitEdit:
    """The edit that sets a category now."""
    return edits.set_triage(category, board.desk.reference.flags, board.desk.clock(), "crew-1")


def codes(board: BoardPresenter, stay: tuple[str, ...] = ()) -> str:
    """The codes of the cards in order."""
    return " ".join(card.code for card in board.cards(stay))


def test_an_empty_board_says_so(board: BoardPresenter) -> None:
    """Nobody, and nothing counted is not nought."""
    assert board.title() == words("board.nobody")
    assert board.cards() == []
    assert {line.count for line in board.tallies()} == {None}


def test_most_pressing_first_and_in_place_while_somebody_types(board: BoardPresenter, clock: SettableClock) -> None:
    """An overdue amber rises above the red, but not under a finger; each keeps its digit."""
    first = come(board, triaged(board, TriageCategory.AMBER))
    assert codes(board) == "K1"
    clock.advance(minutes=10)
    second = come(board, triaged(board, TriageCategory.RED))
    assert codes(board) == "K2 K1"
    clock.advance(minutes=6)

    assert codes(board) == "K1 K2"
    held = board.cards((second, first))
    assert [(card.code, card.digit) for card in held] == [("K2", "2"), ("K1", "1")]
    come(board)
    assert codes(board, (second, first)) == "K1 K2 K3"


def test_nine_cards_have_a_digit(board: BoardPresenter) -> None:
    """The tenth is opened by touch or by find."""
    for _ in range(11):
        come(board)

    assert [card.digit for card in board.cards()] == [*"123456789", "", ""]


def test_a_card_keeps_its_digit_while_it_is_open(board: BoardPresenter, clock: SettableClock) -> None:
    """Whatever rises or leaves; the tenth takes what is given up, and so does the next."""
    ids = [come(board, triaged(board, TriageCategory.GREEN)) for _ in range(10)]
    board.cards()
    board.desk.edit(ids[9], triaged(board, TriageCategory.RED))
    assert [(card.code, card.digit) for card in board.cards()][:3] == [("K10", ""), ("K1", "1"), ("K2", "2")]
    board.desk.edit(ids[1], edits.leave(Outcome.TAXI, clock()))
    assert {card.code: card.digit for card in board.cards()} == {
        f"K{number}": "2" if number == 10 else str(number) for number in range(1, 11) if number != 2
    }
    board.desk.edit(ids[0], edits.leave(Outcome.TAXI, clock()))
    come(board)

    assert [card.digit for card in board.cards() if card.code == "K11"] == ["1"]


def test_a_card_has_the_last_digit_of_its_code(board: BoardPresenter, clock: SettableClock) -> None:
    """In whatever order the cards stand; so it is for the next ones, and on a bus that was empty."""
    ids = [come(board, triaged(board, TriageCategory.GREEN)), come(board, triaged(board, TriageCategory.RED))]
    assert [(card.code, card.digit) for card in board.cards()] == [("K2", "2"), ("K1", "1")]
    ids += [come(board), come(board)]
    assert {card.code: card.digit for card in board.cards()} == {"K1": "1", "K2": "2", "K3": "3", "K4": "4"}
    for visit_id in ids:
        board.desk.edit(visit_id, edits.leave(Outcome.TAXI, clock()))
    board.cards()
    come(board)

    assert [(card.code, card.digit) for card in board.cards()] == [("K5", "5")]


def test_names_are_hidden_and_hide_again_after_twenty_seconds(board: BoardPresenter, clock: SettableClock) -> None:
    """Shown when asked, gone after twenty seconds, or at once when asked again."""
    come(board, edits.give_name("Wren"))
    assert (board.cards()[0].label, board.cards()[0].quiet) == (words("board.name_hidden"), True)
    board.show_names()
    assert (board.cards()[0].label, board.cards()[0].quiet) == ("Wren", False)
    clock.advance(seconds=19)
    assert board.names_shown
    clock.advance(seconds=1)
    assert board.cards()[0].label == words("board.name_hidden")

    board.show_names()
    board.show_names()
    assert not board.names_shown


def test_a_description_stays_when_the_name_hides(board: BoardPresenter) -> None:
    """The label is for everybody's eyes; who has neither is said to have none."""
    come(board, edits.give_name("Wren"), edits.answer(label="green hat"))
    come(board)

    assert [card.label for card in board.cards()] == ["green hat", words("board.no_name")]


def test_a_card_says_the_worst_flag_and_what_else_matters(board: BoardPresenter, clock: SettableClock) -> None:
    """999 in amber, a flag in red, alone in amber; without any, the need."""
    rules = board.desk.reference.flags
    flag = min(rules.rules, key=lambda rule: rule.rank)
    other = max((rule for rule in rules.rules if rule.key), key=lambda rule: rule.rank)
    ticks = [edits.tick_flag(rule.code, True, rules, clock(), "crew-1") for rule in (other, flag)]
    come(board, *ticks, edits.answer(alone=True, ambulance_requested_at=clock()))
    come(board, edits.tick_need(Presentation.COLD, ticked=True))
    first, second = board.cards()

    assert [sign.words for sign in first.signs] == [words("board.called_999"), flag.name, words("board.alone")]
    assert [sign.words for sign in second.signs] == [words("chips.arrival.need.cold")]


def test_a_card_says_first_that_red_is_advised_above_the_chosen_category(board: BoardPresenter) -> None:
    """An open red flag under a calm AMBER; not once it is RED, nor while nobody has chosen a category."""
    rules = board.desk.reference.flags
    flag = next(rule for rule in rules.rules if rule.kind is FlagKind.CLINICAL and rule.key)
    tick = edits.tick_flag(flag.code, True, rules, board.desk.clock(), "crew-1")
    calm = come(board, tick, triaged(board, TriageCategory.AMBER))
    come(board, tick)
    advised = words("board.advised_red")

    told = {card.visit_id: [sign.words for sign in card.signs] for card in board.cards()}
    assert told.pop(calm)[:2] == [advised, flag.name]
    assert [advised in words_of for words_of in told.values()] == [False]

    board.desk.edit(calm, triaged(board, TriageCategory.RED))
    assert not any(sign.words == advised for card in board.cards() for sign in card.signs)


@pytest.mark.parametrize("need", list(Presentation))
def test_every_need_has_words_on_a_card(board: BoardPresenter, need: Presentation) -> None:
    """Or a flag that it raises."""
    come(board, edits.tick_need(need, ticked=True))

    assert all(sign.words for sign in board.cards()[0].signs)
    assert board.cards()[0].signs


def test_who_looks_after_somebody_is_said_by_name(board: BoardPresenter) -> None:
    """From the crew list, or nobody yet."""
    ruth = board.desk.session.crew.roster()[-1]
    board.desk.names = {ruth.id: ruth.name}
    come(board, edits.answer(looked_after_by=ruth.id))
    come(board)

    assert [card.carer for card in board.cards()] == [ruth.name, words("board.nobody_yet")]


def test_the_overdue_are_told_by_code_alone(board: BoardPresenter, clock: SettableClock) -> None:
    """For the locked screen."""
    come(board, edits.give_name("Wren"), triaged(board, TriageCategory.RED))
    clock.advance(minutes=21)

    assert board.cards()[0].check.state is CheckState.OVERDUE
    assert board.overdue_codes() == [("K1", 6)]


def test_who_has_left_stands_at_the_right_latest_first(board: BoardPresenter, clock: SettableClock) -> None:
    """With how and when."""
    for outcome in (Outcome.TAXI, Outcome.AMBULANCE_CONVEYED):
        come(board, edits.leave(outcome, clock()))
        clock.advance(minutes=5)
    lines = board.closed()

    assert [(line.code, line.time) for line in lines] == [("K2", "22:05"), ("K1", "22:00")]
    assert lines[0].how == words("board.left_by.ambulance_conveyed")
    night = board.night()
    assert (night.visits, night.on_bus, night.to_hospital, night.crew) == (2, 0, 1, 2)


@pytest.mark.parametrize(("halves", "fraction"), [(-1, 0.0), (1, 0.5), (3, 1.0)])
def test_how_much_of_the_night_is_over(
    board: BoardPresenter, clock: SettableClock, halves: int, fraction: float
) -> None:
    """From nothing to all, never outside."""
    shift = board.desk.shift
    assert shift is not None
    clock.now = shift.planned_start + halves * (shift.planned_end - shift.planned_start) / 2

    assert board.night().fraction == pytest.approx(fraction)
    assert board.night().plan


def test_a_night_that_began_late_says_from_when_it_counts(board: BoardPresenter) -> None:
    """Opened at ten and planned from nine to three."""
    assert board.night().plan.startswith("22:00 to 03:00")


def test_a_night_that_began_early_says_that_it_has_begun(board: BoardPresenter, clock: SettableClock) -> None:
    """With the planned hours; it does not wait for them."""
    begun = clock() - timedelta(hours=5)
    board.desk.change_shift(lambda held: replace(held, opened_at=begun), "")
    clock.now = begun + timedelta(minutes=1)

    assert board.night().plan == "begun 17:00, planned 21:00 to 03:00"


def test_a_night_that_began_after_its_end_says_since_when(board: BoardPresenter) -> None:
    """By day, as in training: nothing is over, and nothing is past."""
    shift = board.desk.shift
    assert shift is not None
    end = shift.opened_at
    board.desk.change_shift(lambda held: replace(held, planned_end=end), "")
    night = board.night()

    assert (night.plan, night.fraction) == (words("board.since", start="22:00"), 0.0)


def test_find_by_code_name_and_words(board: BoardPresenter) -> None:
    """A name is found without being shown; open visits come before those who left."""
    gone = come(board, edits.give_name("Wren"), edits.leave(Outcome.TAXI, board.desk.clock()))
    here = come(board, edits.give_name("Renata"), edits.answer(label="tall man"))

    assert [found for found, _ in board.find("REN")] == [here, gone]
    assert [found for found, _ in board.find("tall")] == [here]
    assert [found for found, _ in board.find(" k1 ")] == [gone]
    assert board.find("nobody like that") == []
    assert all("Wren" not in line and "Renata" not in line for _, line in board.find("ren"))
    assert board.id_of("K2") == here
    left = words("board.find_left", who=f"K1  {words('board.name_hidden')}", time=clock_text(board.desk.clock()))
    assert [line for _, line in board.find("k1")] == [left]


def test_the_edits_of_a_volunteer_look_the_same(board: BoardPresenter) -> None:
    """Nothing on the board depends on who is signed in."""
    come(board, triaged(board, TriageCategory.GREEN))
    before = board.cards()
    board.desk.session.actor = Actor("crew-2", Role.VOLUNTEER)

    assert board.cards() == before


def test_a_card_tells_every_need_the_main_one_first(board: BoardPresenter) -> None:
    """The one that somebody chose as the main one is called as on its chip."""
    come(board, edits.tick_need(Presentation.ALCOHOL_INTOXICATION, True), edits.tick_need(Presentation.COLD, True))
    told = [board.cards()[0].signs[0].words]
    (visit,) = board.desk.open_visits
    board.desk.edit(visit.id, edits.choose_main_need(Presentation.COLD))

    assert [*told, board.cards()[0].signs[0].words] == [
        "Drunk, cold or thin clothing",
        "Cold, clothing, alcohol intoxication",
    ]
