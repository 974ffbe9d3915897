"""Who comes back to a visit types on where they were: by its tab, from the board, from another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from mavis.domain.access.roles import Actor, Role
from mavis.domain.record.observation import Consciousness
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.tab_strip import VisitTab
from tests.ui.session.test_visit_room import edit

if TYPE_CHECKING:
    from tests.ui.windows import Hands

AWAY = [("Ctrl+N", "tab"), ("Ctrl+N", "Ctrl+Tab"), ("F2", "1"), ("F5", "Esc"), ("Ctrl+N Esc", "1")]
"""The keys that lead away from the first visit, and those that lead back; ``tab`` is a click on its tab."""


def come_back(hands: Hands, way: str) -> None:
    """Go back to the first visit."""
    if way == "tab":
        hands.click(next(tab for tab in hands.window.findChildren(VisitTab) if tab.objectName() == "tab.K1"))
    else:
        hands.press(way)
    assert hands.visit.code == "K1"


def seen(hands: Hands) -> str:
    """What stands in the field with the caret.

    Raises:
        TypeError: no field has it.
    """
    field = hands.focused
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    raise TypeError(field)


@pytest.mark.parametrize(("away", "back"), AWAY)
def test_a_half_typed_name_goes_on(hands: Hands, away: str, back: str) -> None:
    """The rest of the word is no answer, whichever way leads back."""
    hands.press("N Ctrl+N Ctrl+Tab /" if away == "F2" else "N /")
    hands.type("Bri")
    hands.press(away)
    come_back(hands, back)
    hands.type("an")
    hands.press("Esc")

    assert hands.visit.name == "Brian"
    assert not hands.visit.needs


@pytest.mark.parametrize(
    ("keys", "half", "rest"),
    [("6 R W", "go to A", "&E now"), ("Ctrl+T", "asks for her bud", "dy"), ("6 A J", "2", "1"), ("3", "r18 s9", "7")],
)
def test_words_of_a_section_go_on(hands: Hands, keys: str, half: str, rest: str) -> None:
    """The part of the section is open again, and its field, the note or the line has the caret."""
    hands.press("N")
    hands.press(keys)
    hands.type(half)
    part = hands.page.panels.key_place(hands.page.section)
    hands.press("Ctrl+N Ctrl+Tab")
    hands.type(rest)

    assert seen(hands) == half + rest
    assert hands.page.panels.key_place(hands.page.section) == part


def test_the_caret_and_the_place_on_the_page_stay(hands: Hands) -> None:
    """A letter in the middle of a word goes there, and what is typed is seen."""
    hands.press("N 6 R W")
    hands.type("go to A")
    field = hands.focused
    assert isinstance(field, QLineEdit)
    field.setCursorPosition(2)
    hands.press("Ctrl+N Ctrl+Tab")
    hands.type("ne")

    assert seen(hands) == "gone to A"
    assert not hands.focused.visibleRegion().isEmpty()


def test_a_field_that_was_left_stays_left(hands: Hands) -> None:
    """Escape out of a field gives the letters to the answers; so it is on the way back, and no field is opened."""
    hands.press("N /")
    hands.type("Bri")
    hands.press("Esc Ctrl+N Ctrl+Tab 2")

    assert hands.page.section is Section.TRIAGE
    assert hands.visit.name == "Bri"


def test_an_empty_field_is_not_gone_on_with(hands: Hands) -> None:
    """Nobody was in the middle of a word, so that letters are answers and digits are sections, as they are seen."""
    hands.press("N 6 R W Ctrl+N Ctrl+Tab 7 A")

    assert hands.page.section is Section.LEAVING
    assert hands.visit.outcome is not None


@pytest.mark.parametrize(("away", "back"), AWAY)
def test_the_line_of_the_observations_is_gone_back_to_while_it_is_empty(hands: Hands, away: str, back: str) -> None:
    """It says that readings are typed there: a P is no pain, however slowly digits follow it; after Escape it is."""
    hands.press("N Ctrl+N Ctrl+Tab 3" if away == "F2" else "N 3")
    hands.press(away)
    come_back(hands, back)
    assert seen(hands) == ""
    hands.type("p92")
    hands.press("Enter")
    assert [(one.pulse, one.consciousness) for one in hands.visit.observations] == [(92, None)]

    hands.press("Esc Ctrl+N Ctrl+Tab P")
    assert hands.visit.observations[-1].consciousness is Consciousness.PAIN


def test_a_field_that_nobody_typed_in_is_not_gone_on_with(hands: Hands) -> None:
    """Tab came by a name that was there: back on the visit, letters and digits are answers."""
    hands.press("N /")
    hands.type("Kim")
    hands.press("Esc /")
    hands.press("F2 1 4 W")

    assert hands.visit.name == "Kim"
    assert [given.kind.value for given in hands.visit.care] == ["water"]


@pytest.mark.parametrize("field", ["/", ",", "6 R W"])
def test_words_that_were_taken_back_do_not_come_back(hands: Hands, field: str) -> None:
    """By Undo on the board: the visit opens without them, and letters are answers."""
    hands.press(f"N {field}")
    before = hands.visit
    hands.type("Kim")
    hands.press("F2")
    assert hands.session.desk.visits[before.id] != before
    hands.press("Ctrl+Z 1")
    hands.page.flush()
    assert hands.visit == before

    hands.press("4 W")
    assert [given.kind.value for given in hands.visit.care] == ["water"]


@pytest.mark.parametrize(("away", "back"), AWAY)
def test_whoever_closes_a_red_flag_goes_on_with_the_same_one(hands: Hands, away: str, back: str) -> None:
    """The second of two: with the grade and the words that were stated, and not with the first flag of the list."""
    hands.press("N C H 2 P Ctrl+N Ctrl+Tab" if away == "F2" else "N C H 2 P")
    desk = hands.session.desk
    desk.session.actor = Actor(desk.session.actor.id, Role.CLINICIAN)
    hands.press("H P")
    hands.type("well, no")
    hands.press(away)
    come_back(hands, back)
    hands.type(" sign")
    assert seen(hands) == "well, no sign"
    hands.press("Enter C")

    assert {flag.code: flag.closed_grade for flag in hands.visit.flags} == {
        "chest_pain": "",
        "head_injury": "paramedic",
    }


@pytest.mark.parametrize("time", ["2200", "2145"])
@pytest.mark.parametrize("wrong_first", [False, True])
def test_a_whole_time_is_not_gone_back_to(hands: Hands, time: str, *, wrong_first: bool) -> None:
    """Neither a new one nor the one that stood there, taken or not: the digits of the next stay lead to sections."""
    hands.press("N")
    field = edit(hands, "visit.here_since")
    field.setFocus()
    field.selectAll()
    if wrong_first:
        hands.type("99")
        hands.press("Tab")
        field.setFocus()
        field.selectAll()
    hands.type(time)
    hands.page.flush()
    hands.press("F2 1 7")

    assert hands.page.section is Section.LEAVING
    assert edit(hands, "visit.here_since").text() == f"{time[:2]}:{time[2:]}"


def test_words_of_a_reason_go_on_beside_a_red_flag(hands: Hands) -> None:
    """The words are no letters of a grade."""
    hands.press("N C 2 P")
    desk = hands.session.desk
    desk.session.actor = Actor(desk.session.actor.id, Role.CLINICIAN)
    hands.press("G Z Enter")
    hands.type("seen by")
    hands.press("Ctrl+N Ctrl+Tab")
    hands.type(" a nurse")

    assert seen(hands) == "seen by a nurse"
