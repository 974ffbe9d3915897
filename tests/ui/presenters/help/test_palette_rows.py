"""The commands about people: the overdue first, names hidden until asked, every visit of the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.edits import visit as edits
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.system.wording import words
from mavis.ui.presenters.board.page import BoardPresenter
from mavis.ui.presenters.help import palette_rows
from mavis.ui.presenters.help.palette import PalettePresenter
from mavis.ui.presenters.visit.question import Section
from mavis.ui.presenters.visit.safety.parts import PARTS
from tests.ui.scheme import StraightDoors, a_desk, hire, open_night

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.ui.presenters.help.palette import Command
    from tests.builders import SettableClock


@pytest.fixture
def board(program: Program, session: Session) -> BoardPresenter:
    """The board of a night with two helpers and nobody aboard."""
    open_night(program, session, hire(session)[:2])
    return BoardPresenter(a_desk(program, session, StraightDoors()), CheckIntervals())


@pytest.fixture
def night(board: BoardPresenter, clock: SettableClock) -> BoardPresenter:
    """K1 amber and overdue, called Wren, in a grey coat; K2 red; K3 nobody has triaged; K4 left by taxi."""
    desk = board.desk
    for category in (TriageCategory.AMBER, TriageCategory.RED, None, TriageCategory.GREEN):
        visit = desk.new_visit()
        if category is not None:
            desk.edit(visit.id, edits.set_triage(category, desk.reference.flags, clock(), "crew-1"))
    first, _, _, last = desk.visits
    desk.edit(first, edits.give_name("Wren"))
    desk.edit(first, edits.answer(label="man, grey coat"))
    desk.edit(last, edits.give_name("Robin"))
    desk.edit(last, edits.leave(Outcome.TAXI, clock()))
    clock.advance(minutes=20)
    desk.edit(desk.open_visits[1].id, edits.set_triage(TriageCategory.RED, desk.reference.flags, clock(), "crew-1"))
    return board


class Went:
    """Remembers where a command went."""

    def __init__(self) -> None:
        """Nowhere yet."""
        self.to: tuple[str, Section | None] | None = None

    def __call__(self, visit_id: str, section: Section | None) -> None:
        """Go there."""
        self.to = (visit_id, section)


def names(commands: list[Command]) -> list[str]:
    """What the commands are called."""
    return [command.name for command in commands]


def test_who_is_overdue_comes_first(night: BoardPresenter) -> None:
    """What is due for each, in the order of the board, with the keys that lead there."""
    looks = list(palette_rows.next_looks(night, Went()))
    cards = night.cards()

    assert cards[0].code in looks[0].name
    assert "overdue" in looks[0].detail
    assert any(command.name == "Set triage for K3" and command.detail == "no triage yet" for command in looks)
    assert looks[0].keys == ("1", "3")
    assert len(looks) == len(cards) == 3


def test_names_are_hidden_until_somebody_asks(night: BoardPresenter) -> None:
    """A name finds the visit but is not shown; the label is no name. After Show names it stands there."""
    wren = next(command for command in palette_rows.next_looks(night, Went()) if "K1" in command.name)
    robin = next(palette_rows.closed_visits(night, Went()))

    assert "Wren" not in wren.spoken
    assert "man, grey coat" in wren.detail
    assert "Wren" in wren.found_by
    assert "Robin" not in robin.spoken
    assert "Robin" in robin.found_by
    night.show_names()
    shown = next(command for command in palette_rows.next_looks(night, Went()) if "K1" in command.name)
    assert "Wren" in shown.detail


def test_every_section_of_every_open_visit_can_be_reached(night: BoardPresenter) -> None:
    """Each verb once: what is due, and the four others."""
    went = Went()
    every = [*palette_rows.next_looks(night, went), *palette_rows.other_verbs(night, went)]
    reached = set()
    for command in every:
        command.act()
        reached.add(went.to)

    wanted = (None, Section.TRIAGE, Section.OBSERVATIONS, Section.CARE, Section.LEAVING)
    assert reached == {(visit.id, section) for visit in night.desk.open_visits for section in wanted}
    assert len(every) == len(set(names(every))) == 15


def test_a_closed_visit_can_be_opened_again(night: BoardPresenter) -> None:
    """By its code, with how and when it ended."""
    went = Went()
    (closed,) = palette_rows.closed_visits(night, went)
    closed.act()

    assert closed.name == "K4 has left"
    assert closed.detail == "Taxi at 22:00"
    assert went.to == (list(night.desk.visits)[3], None)


def test_counters_count(board: BoardPresenter) -> None:
    """Each kind of the scheme, also the rare ones behind *More*; the words say how many there are."""
    rows = {command.name: command for command in palette_rows.counters(board)}
    rows["Count Water"].act()
    rows["Count Water"].act()
    after = {command.name: command for command in palette_rows.counters(board)}

    assert len(rows) == len(board.desk.reference.tallies)
    assert (rows["Count Water"].detail, rows["Count Water"].keys) == ("", ("W",))
    assert after["Count Water"].detail == "2 so far"
    assert rows["Count Prayer"].keys == ("M", "Y")


def test_the_laptop_can_be_handed_to_anybody(board: BoardPresenter) -> None:
    """By name; to somebody without a passphrase too, who is then told what to do."""
    asked: list[str] = []
    for command in palette_rows.people({"Ruth E.": "p2", "Dev P.": ""}, asked.append):
        command.act()

    assert asked == ["", "p2"]


def test_each_part_of_safety_is_a_command(night: BoardPresenter) -> None:
    """A part is found by what people call it; a head injury brings its list, and the red flag to close."""
    desk = night.desk
    first = desk.open_visits[0]
    asked: list[str] = []

    before = palette_rows.parts_of(desk.visits[first.id], asked.append)
    desk.edit(first.id, edits.tick_need(Presentation.HEAD_INJURY, ticked=True))
    after = list(palette_rows.parts_of(desk.visits[first.id], asked.append))

    brought = {words(f"palette.part.triage.{name}.name") for name in ("head_injury", "flags")}
    assert {one.name for one in after} - {one.name for one in before} == brought
    for one in after:
        one.act()
    assert asked == ["triage.head_injury", "triage.flags", *(f"safety.{name}" for name in PARTS)]
    for typed, part in (
        ("head inj", asked[0]),
        ("red flag close", asked[1]),
        ("private", "safety.safeguarding"),
        ("police", "safety.referrals"),
    ):
        found = PalettePresenter(after, lambda _text, _alone: None).find(typed).commands
        assert found[0].name == words(f"palette.part.{part}.name")
