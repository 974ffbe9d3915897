"""The running shift put right by real keys: a helper who was forgotten, what is on, and whoever went home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shiboken6 import isValid

from mavis.domain.access.roles import Duty
from mavis.system.wording import words
from mavis.ui.pages.start_shift.tonight import TonightPage
from mavis.ui.presenters.desk.carers import carers
from mavis.ui.widgets.chip import CheckChip

if TYPE_CHECKING:
    from mavis.domain.shift.shift import Shift
    from tests.ui.windows import Hands


@pytest.fixture
def tonight(hands: Hands) -> Hands:
    """The page, opened from the list of commands by what somebody would type."""
    hands.press("Ctrl+K")
    hands.type("crew events")
    hands.press("Enter")
    hands.settle()
    return hands


def stored(hands: Hands) -> Shift:
    """The shift as it is on the disk.

    Raises:
        LookupError: no shift is open.
    """
    hands.settle()
    shift = hands.session.session.shifts.current()
    if shift is None:
        raise LookupError(shift)
    return shift


def page_of(hands: Hands) -> TonightPage:
    """The page.

    Raises:
        TypeError: another page is shown.
    """
    page = hands.session.workplace.page
    if not isinstance(page, TonightPage):
        raise TypeError(page)
    return page


def test_helpers_who_were_forgotten_are_added_and_can_look_after_somebody(tonight: Hands) -> None:
    """Name after name; each is aboard from now on, and among those who look after a visitor."""
    hands = tonight
    hands.click(hands.button(words("start.add_somebody")))
    for name in ("Priya S.", "Tomasz W."):
        hands.type(name)
        hands.press("Enter Enter F Enter")
        hands.settle()
    hands.press("Esc Esc")
    assert hands.session.workplace.place == "board"

    joined = stored(hands).crew[2:]
    assert [(one.name, one.duty, one.since, one.until) for one in joined] == [
        (name, Duty.FIRST_AID, hands.program.clock(), None) for name in ("Priya S.", "Tomasz W.")
    ]
    hands.press("N")
    hands.settle()
    assert {"Priya S.", "Tomasz W."} <= set(carers(hands.session.desk, hands.visit).values())


def test_what_is_on_is_put_right_and_undone(tonight: Hands) -> None:
    """Two events were ticked by mistake: a letter takes each off, and Undo puts it back."""
    hands = tonight
    hands.press("A S L")
    before = stored(hands)
    assert len(before.events) == 2
    assert len(before.kit) == len(hands.program.reference.kit)
    hands.press("A")
    assert stored(hands).events == before.events[1:]
    hands.press("Ctrl+Z")

    assert stored(hands) == before


def test_whoever_went_home_keeps_the_hours_until_then(tonight: Hands) -> None:
    """Unticked by their letter they are asked about; home means now, and the line stays."""
    hands = tonight
    (first, second) = stored(hands).crew
    hands.press("W")
    hands.press("Enter")
    crew = stored(hands).crew

    assert crew[0] == first
    assert (crew[1].person, crew[1].since, crew[1].until) == (second.person, second.since, hands.program.clock())
    chips = page_of(hands).form.findChildren(CheckChip)
    assert [(chip.view.second, chip.isChecked()) for chip in chips if chip.view.code == second.person] == [
        (words("crew.until", time="22:00"), False)
    ]


def test_escape_from_the_question_leaves_them_ticked(tonight: Hands) -> None:
    """Nobody goes by a stray letter."""
    hands = tonight
    before = stored(hands)
    hands.press("W Esc")

    assert stored(hands) == before


def test_the_look_can_change_after_the_page_has_gone(tonight: Hands) -> None:
    """A lock throws the page away; larger text asks nothing of it then."""
    hands = tonight
    page = page_of(hands)
    hands.lock()
    hands.until(lambda: not isValid(page))
    hands.window.keeper.set_text_percent(110)

    assert not isValid(page)


def test_the_hours_at_the_close_lead_there(hands: Hands) -> None:
    """Somebody who is missing there is added like at the start."""
    hands.press("F4")
    hands.settle()
    hands.click(hands.button(words("close.crew.add")))

    assert page_of(hands).form.isVisible()


def test_the_board_leads_there_by_a_click(hands: Hands) -> None:
    """Beside the count of the crew."""
    hands.click(hands.button(words("crew.open")))

    assert page_of(hands).form.isVisible()


def test_a_name_that_is_half_typed_comes_back_after_the_lock(tonight: Hands) -> None:
    """On the page where it was, with the cursor behind it."""
    hands = tonight
    hands.click(hands.button(words("start.add_somebody")))
    hands.type("Tom")
    hands.lock()
    hands.unlock()
    hands.type("asz")

    name = page_of(hands).form.add.name
    assert (name.text, name.isVisible()) == ("Tomasz", True)
    assert len(stored(hands).crew) == 2
