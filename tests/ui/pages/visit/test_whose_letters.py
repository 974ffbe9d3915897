"""The accent bar stands beside the questions whose letters count, and a letter is never for what is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from mavis.domain.record.assault import AssaultMethod, Attackers, Relationship
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.chip import CheckChip, RadioChip
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def with_bar(hands: Hands) -> list[str]:
    """The titles that the bar stands beside on the page, from top to bottom."""
    headers = [one for one in hands.page.findChildren(SectionHeader) if one.is_live and one.isVisible()]
    return [one.findChildren(QLabel)[0].text() for one in headers]


def at_rest(hands: Hands) -> set[bool]:
    """Whether the answers of the panel in use are without frames for a while: all of them, none, or both kinds."""
    panel = hands.page.panels[hands.page.section]
    return {one.is_resting for one in panel.findChildren(QWidget) if isinstance(one, CheckChip | RadioChip)}


def who(hands: Hands) -> str:
    """The row of who did it has letters of its own."""
    return words("visit.question.assault.relationship")


def open_assault(hands: Hands) -> None:
    """A visit with an assault, its part open."""
    hands.press("N A 6 A")
    hands.until(lambda: not hands.page.scroller.is_settling)


def see_who_did_it(hands: Hands) -> None:
    """Scroll by hand to the row of who did it, which is further down than the screen goes."""
    row = hands.button(words("chips.assault.relationship.stranger"))
    hands.page.scroller.ensureWidgetVisible(row, 0, 60)
    hands.until(lambda: not row.visibleRegion().isEmpty())


def test_a_row_with_letters_of_its_own_has_the_bar_only_while_they_count(hands: Hands) -> None:
    """Who did it is quiet while the part is in use, and alone has the bar once Enter has led to it; a click stays."""
    open_assault(hands)
    assert words("visit.question.assault.method") in with_bar(hands)
    assert who(hands) not in with_bar(hands)

    hands.press("M Enter")
    assert with_bar(hands) == [who(hands)]
    for name in ("stranger", "known"):
        hands.click(hands.button(words(f"chips.assault.relationship.{name}")))
        assert with_bar(hands) == [who(hands)]
    hands.press("A")
    assert hands.visit.assault is not None
    assert hands.visit.assault.relationship is Relationship.FAMILY


def test_a_click_on_who_did_it_leaves_the_letters_where_their_frames_are_seen(hands: Hands) -> None:
    """A is framed beside one attacker: it says so, and does not turn a stranger into the family."""
    open_assault(hands)
    see_who_did_it(hands)
    before = with_bar(hands)
    hands.click(hands.button(words("chips.assault.relationship.stranger")))
    assert with_bar(hands) == before
    hands.press("A")
    told = hands.visit.assault
    assert told is not None
    assert (told.attackers, told.relationship) == (Attackers.ONE, Relationship.STRANGER)


def test_a_letter_replaces_no_answer_of_a_click_when_its_own_row_is_scrolled_away(hands: Hands) -> None:
    """The row of who did it is all that is seen, and none of its letters is framed: A is shown first."""
    open_assault(hands)
    see_who_did_it(hands)
    hands.click(hands.button(words("chips.assault.relationship.stranger")))
    attackers = hands.button(words("chips.assault.attackers.one"))
    bar = hands.page.scroller.verticalScrollBar()
    bar.setValue(bar.value() + attackers.mapTo(hands.page.scroller.viewport(), attackers.rect().bottomLeft()).y() + 2)
    assert attackers.visibleRegion().isEmpty()
    hands.press("A")
    assert not attackers.visibleRegion().isEmpty()
    hands.press("A")
    told = hands.visit.assault
    assert told is not None
    assert (told.attackers, told.relationship) == (Attackers.ONE, Relationship.STRANGER)


def framed(hands: Hands, name: str) -> set[str]:
    """The letters that are framed in a row of chips."""
    title = words(f"visit.{name}")
    rows = [one for one in hands.page.findChildren(ChoiceGrid) if one.accessibleName() == title]
    return {chip.view.key for row in rows for chip in row.chips if chip.is_live and not chip.is_resting}


def test_a_letter_without_a_frame_is_for_the_one_that_has_it(hands: Hands) -> None:
    """S is framed beside a way to be hurt that is scrolled away: it is shown first, and makes nobody a stranger."""
    open_assault(hands)
    see_who_did_it(hands)
    before = hands.visit.assault
    hands.press("S")
    throat = words("chips.assault.method.strangulation")
    assert hands.visit.assault == before
    assert throat.lower() in hands.message.lower()
    assert not hands.button(throat).visibleRegion().isEmpty()
    hands.press("S")
    told = hands.visit.assault
    assert told is not None
    assert (told.methods, told.relationship) == ((AssaultMethod.STRANGULATION,), None)


def test_what_answers_at_who_did_it_is_framed(hands: Hands) -> None:
    """N says that the police were not told: the letters are the part's again, and the row answers to none of them."""
    open_assault(hands)
    hands.press("M Enter")
    assert framed(hands, "question.assault.reported") == {"Y", "N"}
    assert framed(hands, "question.assault.relationship") == set("SKFPXADO")
    assert not framed(hands, "question.assault.method") & set("SKFPXADO")
    hands.press("K N")
    assert hands.visit.assault is not None
    assert (hands.visit.assault.relationship, hands.visit.assault.reported_to_police) == (Relationship.KNOWN, False)
    assert who(hands) not in with_bar(hands)
    assert words("visit.question.assault.reported") in with_bar(hands)
    assert framed(hands, "question.assault.relationship") == set()
    hands.press("S")
    assert (hands.visit.assault.relationship, hands.visit.assault.methods) == (Relationship.KNOWN, ())
    hands.press("J")
    assert hands.focused.objectName() == "assault.at"


def test_a_letter_that_means_nothing_in_a_part_says_so(hands: Hands) -> None:
    """As it does in the talk about alcohol."""
    hands.press("N 6 C Z")
    assert hands.message == words("alcohol.said.no_answer", key="Z")
    assert hands.visit.capacity is None


def test_the_parts_of_safety_have_bar_and_frames_only_while_it_is_in_use(hands: Hands) -> None:
    """After an assault was opened A is framed beside Care alone, once somebody has gone there; and back again."""
    open_assault(hands)
    safety = words("safety.title")
    hands.press("4")
    assert with_bar(hands) == [words("visit.question.care.given")]
    assert framed(hands, "section.safety") == set()
    hands.press("6")
    assert with_bar(hands) == [safety]
    assert framed(hands, "section.safety") == set("ASRCGF")
    hands.press("A Esc")
    assert with_bar(hands) == [safety]
    hands.press("Ctrl+N")
    assert safety not in with_bar(hands)


def test_rare_questions_have_the_bar_only_while_all_their_letters_count(hands: Hands) -> None:
    """Unfolded they are quiet until one has the keyboard; then it alone has the bar."""
    hands.press("N .")
    other = words("visit.question.arrival.other_need")
    assert with_bar(hands) == [other]
    hands.press("Esc")
    assert words("visit.question.arrival.need") in with_bar(hands)
    assert other not in with_bar(hands)


def test_no_bar_stands_beside_answers_while_a_field_has_the_letters(hands: Hands) -> None:
    """The name takes all letters; with Escape they are answers again, and the bar is back."""
    hands.press("N")
    before = with_bar(hands)
    hands.press("/")
    assert with_bar(hands) == []
    QTest.keyClick(hands.focused, Qt.Key.Key_Escape)
    assert (with_bar(hands), hands.page.section) == (before, Section.ARRIVAL)


@pytest.mark.parametrize("keys", ["5", "6", "6 A", "6 G", "6 F P", "2 Z"])
@pytest.mark.parametrize("field", ["/", "Ctrl+T"])
def test_no_part_of_a_section_has_the_bar_while_a_field_elsewhere_has_the_letters(
    hands: Hands, keys: str, field: str
) -> None:
    """Neither bar nor framed keys; with Escape both stand where they were, for there the letters are again."""
    hands.press(f"N H A {keys}")
    hands.settle()
    before = with_bar(hands)
    assert at_rest(hands) == {False}
    hands.press(field)
    assert (with_bar(hands), at_rest(hands)) == ([], {True})
    QTest.keyClick(hands.focused, Qt.Key.Key_Escape)
    assert (with_bar(hands), at_rest(hands)) == (before, {False})
    assert before


def test_no_answer_of_a_part_looks_alive_while_one_of_its_lines_is_written(hands: Hands) -> None:
    """Clothes are written in words: no answer of the part is chosen by a letter meanwhile, and no bar says so."""
    hands.press("N S 6 S L")
    assert with_bar(hands) == []
    assert hands.focused.objectName() == "spiking.clothing"


def test_the_note_takes_the_bar_off_the_observations_too(hands: Hands) -> None:
    """Their own line shares the letters with the chips; a note does not."""
    hands.press("N 3")
    before = with_bar(hands)
    hands.press("Ctrl+T")
    assert with_bar(hands) == []
    assert before


def test_an_unknown_answer_of_a_part_is_for_what_is_seen(hands: Hands) -> None:
    """Each 0 answers a question on the screen and shows the next; one scrolled away is shown before it is answered."""
    open_assault(hands)
    hands.press("0 0 0")
    told = hands.visit.assault
    assert told is not None
    assert (str(told.place), str(told.attackers), told.relationship) == ("not_known", "unknown", None)
    hands.page.scroller.verticalScrollBar().setValue(0)
    hands.press("0")
    assert hands.visit.assault == told
    who_did_it = hands.button(words("chips.assault.relationship.stranger"))
    hands.until(lambda: not who_did_it.visibleRegion().isEmpty())
    hands.press("0")

    assert hands.visit.assault is not None
    assert hands.visit.assault.relationship is Relationship.UNKNOWN
