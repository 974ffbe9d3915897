"""The quick line in the real window: one key, one line, Enter, and the visit is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mavis.domain.record.identity import AgeBand, AgeSource, Gender
from mavis.domain.record.presentation import Presentation
from mavis.services.half_lines import HalfLine
from mavis.system.wording import words
from mavis.ui.pages.visit.quick_line import QuickLineBox

if TYPE_CHECKING:
    from tests.ui.windows import Hands

LINE = "2150 m 20s drunk cut hand"


def boxes(hands: Hands) -> list[QuickLineBox]:
    """The quick line, if it is open."""
    return [one for one in hands.window.findChildren(QuickLineBox) if not one.isHidden()]


def test_a_line_from_the_board_is_a_stored_visit(hands: Hands) -> None:
    """Fields filled, what says more kept as a note, the visit open on the page."""
    hands.press("=")
    hands.type(LINE)
    (box,) = boxes(hands)
    assert box.tags.tags[0] == "arrived 21:50"
    assert box.tags.tags[-1] == "injury: cut hand"
    assert box.note.text() == words("quick_line.note", text="cut hand")
    hands.press("Enter")
    hands.settle()
    (stored,) = hands.stored()

    assert (stored.gender, stored.age_band, stored.age_source) == (Gender.MALE, AgeBand.FROM_18, AgeSource.ESTIMATED)
    assert stored.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.MINOR_INJURY)
    assert [note.text for note in stored.notes] == ["cut hand"]
    assert hands.visit.id == stored.id
    assert hands.focused is hands.page


def test_in_a_visit_the_line_goes_into_that_visit(hands: Hands) -> None:
    """It says into which; no second visit."""
    hands.press("N =")
    (box,) = boxes(hands)
    assert box.accessibleName() == words("quick_line.title_fill", code="K1")
    hands.type("f cold")
    hands.press("Enter")

    assert hands.visit.gender is Gender.FEMALE
    assert len(hands.session.desk.visits) == 1


def test_escape_makes_no_visit_and_gives_the_keyboard_back(hands: Hands) -> None:
    """Also with words in it; and nothing typed makes none either."""
    board = hands.focused
    hands.press("= m Esc")
    assert hands.focused is board
    hands.press("= Enter")
    assert boxes(hands)
    hands.press("Esc")

    assert not hands.session.desk.visits


def test_letters_in_the_line_count_nothing(hands: Hands) -> None:
    """W is water on the board, and a letter here."""
    hands.press("= w f b")

    assert boxes(hands)[0].field.text() == "wfb"
    assert not any(tally.count for tally in hands.session.desk.tallies.values())


def test_enter_held_down_makes_one_visit(hands: Hands) -> None:
    """Twice, as on a bouncing key: the box is gone after the first."""
    hands.press("=")
    hands.type("m drunk")
    hands.press("Enter Enter")

    assert len(hands.session.desk.visits) == 1


@pytest.mark.parametrize("lock", ["by key", "by itself"])
def test_a_half_typed_line_comes_back_after_the_lock(hands: Hands, lock: str) -> None:
    """As a line, the caret at its end and what was understood in tags: nobody asked for a visit."""
    hands.press("=")
    hands.type("f drunk violet tur")
    if lock == "by key":
        hands.press("Ctrl+L")
    else:
        hands.session.lock()
    hands.until_locked()
    hands.unlock()
    hands.until(lambda: bool(boxes(hands)))
    (box,) = boxes(hands)
    assert not hands.stored()
    assert box.tags.tags == (words("quick_line.gender.female"), words("quick_line.need.alcohol_intoxication"))
    hands.type("tle")
    hands.press("Enter")
    hands.settle()
    (stored,) = hands.stored()

    assert stored.needs == (Presentation.ALCOHOL_INTOXICATION,)
    assert [note.text for note in stored.notes] == ["violet turtle"]


def test_a_half_typed_line_for_a_visit_comes_back_in_that_visit(hands: Hands) -> None:
    """On the page of that visit, over it."""
    hands.press("N Esc N =")
    hands.type("f col")
    hands.lock()
    hands.unlock()
    hands.until(lambda: bool(boxes(hands)))

    assert boxes(hands)[0].accessibleName() == words("quick_line.title_fill", code="K2")
    assert boxes(hands)[0].field.text() == "f col"
    assert hands.visit.code == "K2"


@pytest.mark.parametrize("end", ["Enter", "Esc", "F2"])
def test_a_line_that_is_used_or_thrown_away_leaves_nothing(hands: Hands, end: str) -> None:
    """Neither a file nor a line after the lock."""
    file = hands.program.paths.half_lines
    hands.press("=")
    hands.type("f drunk Violet")
    hands.until(file.exists)
    assert b"Violet" not in file.read_bytes()
    hands.press(end)
    hands.settle()
    assert not file.exists()
    hands.lock()
    hands.unlock()

    assert not boxes(hands)


def test_somebody_else_is_told_of_a_line_and_may_go_on_with_it(hands: Hands) -> None:
    """Whose it is, not what; their own line does not take its place, and theirs it becomes by one click."""
    session, lines = hands.session.session, hands.session.session.half_lines
    shift = hands.session.desk.shift
    assert shift is not None
    other = next(member for member in shift.crew if member.person != session.actor.id)
    lines.keep(HalfLine(other.person, shift.id, "", "m cold"))
    hands.press("=")
    hands.type("f")
    hands.press("Esc")
    hands.lock()
    hands.unlock()
    hands.until(lambda: words("quick_line.waits", name=other.name) in hands.message)
    assert not boxes(hands)
    hands.click(hands.window.status.slot)
    hands.until(lambda: bool(boxes(hands)))
    hands.settle()

    assert boxes(hands)[0].field.text() == "m cold"
    assert [line.person for line in hands.session.session.half_lines.all()] == [session.actor.id]


def test_going_elsewhere_keeps_the_line(hands: Hands) -> None:
    """F2 in the middle of it: the card is on the board; a sleeve beside the panel does nothing."""
    hands.press("=")
    hands.type("m cold")
    (box,) = boxes(hands)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert boxes(hands) == [box]
    hands.press("F2")

    assert not boxes(hands)
    assert [visit.needs for visit in hands.session.desk.open_visits] == [(Presentation.COLD,)]


def test_buttons_do_the_same(hands: Hands) -> None:
    """By touch: back, and open."""
    hands.press("= m")
    hands.click(hands.button(words("quick_line.back")))
    assert not boxes(hands)
    hands.press("= m")
    hands.click(hands.button(words("quick_line.open")))

    assert len(hands.session.desk.visits) == 1


def test_no_shift_no_line(hands: Hands) -> None:
    """There is no night to put a visit into."""
    hands.session.desk.fill(None, (), ())
    hands.press("=")

    assert not boxes(hands)
