"""Down and Up go from row to row in every section with rows; each row they come to is seen and has its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from mavis.domain.record.assault import Relationship
from mavis.domain.record.identity import ReferralSource
from mavis.system.wording import words
from mavis.ui.pages.visit.safety.panel import SafetyPanel
from mavis.ui.pages.visit.safety.question_part import QuestionPart
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.scroller import is_in_sight

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_FAR = 30
"""More than there are rows of chips in any part."""


def _part(hands: Hands) -> QuestionPart:
    """The part of Safety that is in use.

    Raises:
        TypeError: none is, or one that asks step by step.
    """
    panel = hands.page.panels[Section.SAFETY]
    part = panel.parts[panel.key_place] if isinstance(panel, SafetyPanel) else None
    if not isinstance(part, QuestionPart):
        raise TypeError(part)
    return part


def _row(hands: Hands) -> str:
    """The row of the part in use that has the keyboard, by its name; empty for none."""
    part = _part(hands)
    return next((name for name, row in {**part.grids, **part.rows}.items() if row.isAncestorOf(hands.focused)), "")


def _question(hands: Hands) -> str:
    """The question of the form that has the keyboard; empty for none."""
    grids = hands.page.form.grids
    return next((name for name, grid in grids.items() if grid.isAncestorOf(hands.focused)), "")


def _is_seen(hands: Hands, row: QWidget) -> bool:
    port = hands.page.scroller.viewport()
    return port.rect().contains(QRect(row.mapTo(port, QPoint(0, 0)), row.size()))


def test_down_leads_through_a_part_to_who_did_it_and_its_letters_count(hands: Hands) -> None:
    """It lies below what the screen shows; Up comes back through the same rows to the headings."""
    hands.press("N A 6 A")
    went: list[str] = []
    while len(went) < _FAR and (not went or went[-1] != "assault.relationship"):
        hands.press("Down")
        went.append(_row(hands))
        assert _is_seen(hands, hands.focused)
    rows = [row.id for row in _part(hands).presenter.part.rows]
    assert list(dict.fromkeys(went)) == rows[:-1]
    hands.press("S Down")
    assert hands.visit.assault is not None
    assert (hands.visit.assault.methods, hands.visit.assault.relationship) == ((), Relationship.STRANGER)

    hands.press("Up " * _FAR)
    assert hands.page.panels.key_place(Section.SAFETY) == "safety"
    hands.press("Down")
    assert hands.page.panels.key_place(Section.SAFETY) == "assault"


def test_down_goes_past_somebody_of_the_crew_and_changes_nobody(hands: Hands) -> None:
    """Space unfolds the list; until then Down and Up are the rows'."""
    hands.press("N 6 R")
    while _row(hands) != "refusal.by":
        hands.press("Down")
    box = hands.page.findChild(QComboBox, "refusal.by")
    assert box is not None
    before = box.currentIndex()
    hands.press("Down Up")
    assert (_row(hands), box.currentIndex(), hands.visit.refusal) == ("refusal.by", before, None)


def test_down_and_up_go_from_step_to_step(hands: Hands) -> None:
    """What keeps somebody safe is asked step by step; the letters are those of the step they come to."""
    hands.press("N B 6 G")
    panel = hands.page.panels[Section.SAFETY]
    hands.until(lambda: panel.key_place == "safeguarding")
    hands.press("Down Up N")
    assert hands.visit.safeguarding is not None
    assert (hands.visit.safeguarding.safe_to_talk, hands.visit.safeguarding.indicators) == (False, ())


@pytest.mark.parametrize(("section", "first"), [("1", "arrival.need"), ("2", "triage.category"), ("4", "care.given")])
def test_down_begins_at_the_first_question_of_a_section(hands: Hands, section: str, first: str) -> None:
    """And never leaves the section."""
    hands.press(f"N {section} Down")
    assert _question(hands) == first
    hands.press("Down " * _FAR)
    assert _question(hands).partition(".")[0] == first.partition(".")[0]
    hands.press("Up " * _FAR)
    assert _question(hands) == first


def test_down_and_up_go_through_the_unfolded_rows_in_the_order_of_the_screen(hands: Hands) -> None:
    """From the last of the other needs to who sent them, not up to the ages, where A for alone is an assault."""
    hands.press("N R F Esc . O Down Up Down")
    assert _question(hands) == "arrival.sent_by"
    hands.press("Up Up")
    assert _question(hands) == "arrival.gender"
    went: list[int] = []
    while len(went) < _FAR:
        hands.press("Down")
        went.append(hands.focused.mapTo(hands.page.form, QPoint(0, 0)).y())
    assert went == sorted(went)
    assert _question(hands) == "arrival.privacy"


def test_a_rare_question_has_its_letters_once_down_comes_to_it(hands: Hands) -> None:
    """P is poorly for the section, and a street pastor where it is asked who sent them."""
    hands.press("N . Esc")
    while _question(hands) != "arrival.sent_by":
        hands.press("Down")
    hands.press("P")
    assert (hands.visit.referral_source, hands.visit.needs) == (ReferralSource.STREET_PASTOR, ())


def test_the_line_of_the_observations_keeps_the_keyboard(hands: Hands) -> None:
    """There is no row to go to."""
    hands.press("N 3")
    line = hands.focused
    hands.press("Down")
    assert hands.focused is line


def test_an_empty_line_says_which_keys_lead_on(hands: Hands) -> None:
    """Of a part and of a referral, while it has the keyboard: the digit of a section would be words in it."""
    way = words("visit.line_way")
    hands.press("N S 6 S J")
    line = hands.focused
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == way
    hands.press("Esc 6 F P Y Enter Enter Enter")
    asked = hands.focused
    assert isinstance(asked, QLineEdit)
    assert asked.placeholderText() == f"{words('referrals.hint.reference')} · {way}"
    assert line.placeholderText() == ""


def test_an_answer_by_key_shows_the_question_behind_it(hands: Hands) -> None:
    """What lies below the fold would never be asked: after *No sample* the glass, and then the clothes."""
    hands.press("N S 6 S O")
    spiking = _part(hands)
    assert is_in_sight(spiking.grids["spiking.sample"])
    hands.press("X")
    assert is_in_sight(spiking.grids["spiking.vessel"])
    hands.press("Z")
    assert is_in_sight(spiking.rows["spiking.clothing"])
