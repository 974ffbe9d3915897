"""Questions that are rarely asked: reached by one key, each with letters of its own while it has the keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, Attackers, Relationship
from mavis.domain.record.identity import Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation, Substance
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.scroller import is_in_sight

if TYPE_CHECKING:
    from tests.ui.windows import Hands


def test_one_key_unfolds_the_rare_questions_and_enter_goes_through_them(hands: Hands) -> None:
    """The letters are those of the row with the keyboard first; behind the last comes triage."""
    hands.press("N . H Enter P")
    assert hands.visit.needs == (Presentation.HOMELESS,)
    assert hands.visit.referral_source is ReferralSource.STREET_PASTOR
    assert hands.page.form.rare.at == "arrival.sent_by"
    hands.press("0")
    assert str(hands.visit.referral_source) == "not_known"
    hands.press("Enter " * 7)
    assert hands.page.section is Section.TRIAGE
    hands.press(". M K 7 . E")
    assert hands.visit.substances == (Substance.MDMA, Substance.KETAMINE)
    assert hands.visit.outcome_advised is Outcome.OWN_TRANSPORT_TO_ED


def test_the_button_of_the_rare_rows_says_how_to_reach_their_letters(hands: Hands) -> None:
    """A click unfolds rows without letters; Down or the key of the button leads there, and a click folds them again."""
    hands.press("N D")
    hands.click(hands.button(words("visit.more.arrival")))
    hands.click(hands.button(words("visit.fewer")))
    assert not hands.page.form.rare.is_unfolded
    assert hands.button(words("visit.more.arrival")).isVisible()
    hands.press(". H")

    assert hands.visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.HOMELESS)
    assert hands.button(words("visit.fewer")).isVisible()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_row_that_has_the_keyboard_is_seen(hands: Hands, percent: int) -> None:
    """However fast the key of the rare questions follows the one that led here."""
    hands.window.keeper.set_text_percent(percent)
    hands.press("N .")
    row = hands.page.form.grids["arrival.other_need"]

    hands.until(lambda: hands.focused.visibleRegion().boundingRect() == hands.focused.rect())
    assert row.isAncestorOf(hands.focused)


def test_escape_gives_the_letters_back_and_the_key_itself_keeps_them(hands: Hands) -> None:
    """The section's letters count again after Escape; O for another need counted all the time."""
    hands.press("N . .")
    assert hands.page.form.rare.at == "arrival.other_need"
    hands.press("Esc E")
    assert str(hands.visit.age_band) == "18_24"
    hands.press(". Esc D O")
    assert hands.visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.OTHER)


def test_a_letter_that_the_row_does_not_know_gives_the_letters_back(hands: Hands) -> None:
    """Harassment, then age and gender at once: none of the three is lost, and the name has the keyboard as ever."""
    hands.press("N . R W")
    assert hands.visit.needs == (Presentation.HARASSMENT,)
    assert (str(hands.visit.age_band), hands.page.form.rare.at) == ("16_17", "")
    assert hands.page.hasFocus()
    hands.press(". F")

    assert str(hands.visit.gender) == "female"
    assert hands.page.header.name.edit.hasFocus()


def test_a_row_of_a_part_has_letters_of_its_own_as_well(hands: Hands) -> None:
    """Who did it, and the two of each list for which no letter was left; the sheet of keys shows them."""
    hands.press("N 6 A [ # A Enter X")
    told = hands.visit.assault
    assert told is not None
    assert (told.methods, told.place) == ((AssaultMethod.FIREARM,), AssaultPlace.OTHER)
    assert (told.attackers, told.relationship) == (Attackers.ONE, Relationship.EX_PARTNER)
    keys = hands.page.panels.more_keys(Section.SAFETY)
    assert ("X", words("chips.assault.relationship.ex_partner")) in keys
    hands.press("Esc")
    assert hands.page.panels.more_keys(Section.SAFETY) == ()


@pytest.mark.parametrize("way", [".", "D E F ."])
def test_the_digit_of_the_page_gives_the_letters_back_and_shows_its_first_rows(hands: Hands, way: str) -> None:
    """Harassed, then 1: the next letter is an age again, and not the same chip once more."""
    hands.press(f"N {way} R 1")
    assert hands.page.form.rare.at == ""
    hands.until(lambda: hands.page.scroller.verticalScrollBar().value() == 0)
    hands.press("R")

    assert Presentation.HARASSMENT in hands.visit.needs
    assert str(hands.visit.age_band) == "25_34"


def test_an_unknown_answer_never_goes_to_a_question_that_is_folded_away(hands: Hands) -> None:
    """Age and gender are answered: the next 0 is for nobody, until the rare questions are seen."""
    hands.press("N D R M Esc 0")
    before = hands.visit.referral_source
    hands.press(". 0")
    led = hands.visit.referral_source
    hands.press("0")

    assert (before, led) == (None, None)
    assert hands.visit.referral_source is NoAnswer.NOT_KNOWN


def test_an_unknown_answer_goes_to_no_question_out_of_sight(hands: Hands) -> None:
    """Age is scrolled away: the first 0 brings it into view and says so, the second one answers it."""
    hands.press("N D .")
    bar = hands.page.scroller.verticalScrollBar()
    hands.until(lambda: not hands.page.scroller.is_settling)
    hands.press("Esc")
    bar.setValue(bar.maximum())
    hands.press("0")
    assert (hands.visit.age_band, hands.visit.gender, hands.visit.residency) == (None, None, None)
    assert hands.message == words("visit.said.out_of_sight", answer="Age not known")
    age = hands.page.form.grids["arrival.age"]
    hands.until(lambda: age.visibleRegion().boundingRect() == age.rect())
    hands.press("0 9")

    assert (hands.visit.age_band, hands.visit.gender) == (NoAnswer.NOT_KNOWN, NoAnswer.REFUSED)


def test_an_unknown_answer_never_passes_the_rare_question_that_has_the_keyboard(hands: Hands) -> None:
    """Whether they are alone has no such answer: 0 leads to where they live, and answers that only once it is seen."""
    hands.press("N . Enter Enter Enter 0")
    assert (hands.page.form.rare.at, hands.visit.residency) == ("arrival.lives", None)
    assert (hands.visit.age_band, hands.visit.referral_source) == (None, None)
    hands.press("0")

    assert hands.visit.residency is NoAnswer.NOT_KNOWN


def test_a_letter_at_a_rare_row_answers_nothing_out_of_sight(hands: Hands) -> None:
    """Assault lies above what is seen: it is shown first, and the second press ticks it."""
    hands.press("N . Enter Enter Enter")
    assert hands.page.form.rare.at == "arrival.alone"
    hands.until(lambda: not hands.page.scroller.is_settling)
    bar = hands.page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    hands.press("A")
    assert not hands.visit.needs
    assert is_in_sight(hands.page.form.grids["arrival.need"])
    hands.press("A")

    assert hands.visit.needs == (Presentation.ASSAULT,)


def test_the_letters_of_the_areas_answer_while_they_are_framed(hands: Hands) -> None:
    """Each area of the scheme has the letter that stands on it; the sheet of keys shows them."""
    hands.press("N . Enter Enter")
    answers = hands.page.form.grids["arrival.where"]
    areas = answers.chips if isinstance(answers, ChoiceGrid) else []
    found = []
    for letter in "QPG":
        hands.press(letter)
        found.append((hands.visit.beat_area, hands.page.form.rare.own))

    assert found == [(areas[at].view.code, "arrival.where") for at in (0, 9, 14)]
    assert [letter for letter, _name in hands.page.form.rare_keys] == [chip.view.key for chip in areas]
    assert not hands.visit.needs


def test_the_name_of_a_place_that_is_typed_at_the_areas_ticks_nothing_else(hands: Hands) -> None:
    """A letter that no area has is no need, age or gender; Escape gives the letters of the section back."""
    hands.press("N . Enter Enter")
    before = hands.visit
    hands.type("ashcom")
    assert hands.message == words("visit.said.not_in_row", letter="M")
    assert hands.visit == replace(before, beat_area=hands.visit.beat_area)
    hands.press("Esc M")

    assert hands.visit.gender is Gender.MALE


def test_the_letters_of_a_rare_row_are_seen_only_while_they_count(hands: Hands) -> None:
    """Else a W that means an age would be read beside a street warden."""
    hands.press("N .")
    chip = hands.chip("arrival.sent_by", "street_warden")
    quiet = chip.grab().toImage()
    hands.press("Enter")

    assert hands.page.form.rare.at == "arrival.sent_by"
    assert chip.grab().toImage() != quiet


def test_the_rare_rows_are_found_unfolded_after_a_lock(hands: Hands) -> None:
    """The one that had the keyboard has it, and its letters."""
    hands.press("N . Enter")
    hands.settle()
    hands.lock()
    hands.unlock()
    hands.until(lambda: hands.page.form.rare.own == "arrival.sent_by")
    hands.press("W")
    assert hands.visit.referral_source is ReferralSource.STREET_WARDEN

    hands.press("Esc")
    hands.settle()
    hands.lock()
    hands.unlock()
    hands.until(hands.page.form.grids["arrival.lives"].isVisible)
    assert hands.page.form.rare.own == ""


def see(hands: Hands, question: str, code: str) -> QWidget:
    """Scroll by hand to an answer of a question that has been unfolded."""
    chip = hands.chip(question, code)
    hands.until(lambda: not hands.page.scroller.is_settling)
    hands.page.scroller.ensureWidgetVisible(chip)
    return chip


@pytest.mark.parametrize(
    ("section", "question", "code", "key"),
    [
        (Section.ARRIVAL, "arrival.sent_by", "friend", "D"),
        (Section.TRIAGE, "triage.took", "mdma", "O"),
        (Section.LEAVING, "leaving.advised", "ambulance_conveyed", "H"),
    ],
)
def test_a_click_in_a_rare_row_leaves_the_letters_where_their_frames_are(
    hands: Hands, section: Section, question: str, code: str, key: str
) -> None:
    """What was clicked is no row that anybody led to: the next letter is the section's, and is shown first."""
    hands.press(f"N {section.digit}")
    hands.page.form.unfold(section, shown=True)
    hands.click(see(hands, question, code))
    clicked = hands.page.form.rare.at, hands.page.form.rare.own
    chosen = hands.page.form.grids[question].findChildren(QAbstractButton)
    ticked = [chip.objectName() for chip in chosen if chip.isChecked()]
    hands.press(key)

    assert clicked == (question, "")
    assert [chip.objectName() for chip in chosen if chip.isChecked()] == ticked != []


def test_a_click_in_the_rare_row_that_has_the_letters_leaves_them_there(hands: Hands) -> None:
    """A key led there, and a key leads back after a click elsewhere."""
    hands.press("N . Enter")
    hands.click(see(hands, "arrival.sent_by", "friend"))
    assert hands.page.form.rare.own == "arrival.sent_by"
    hands.press("W")
    assert hands.visit.referral_source is ReferralSource.STREET_WARDEN

    hands.press("Esc")
    hands.click(see(hands, "arrival.other_need", "hate_incident"))
    assert hands.page.form.rare.own == ""
    hands.press(". R")
    assert hands.visit.needs == (Presentation.HATE_INCIDENT, Presentation.HARASSMENT)
