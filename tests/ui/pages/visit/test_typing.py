"""Whose the letters are on a visit: answers or a name; by real keys on the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.presentation import Intoxication
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.rail import RailButton
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from tests.ui.windows import Hands


def label(hands: Hands) -> str:
    """What stands over the name."""
    return label_of(hands.page.header.name)


def label_of(field: QWidget) -> str:
    """What stands over a field."""
    return next(one.text() for one in field.findChildren(TextLabel) if one.text())


def answers(hands: Hands) -> QImage:
    """How the key of a need looks."""
    return hands.chip("arrival.need", "cold").grab().toImage()


def test_the_name_says_whose_the_letters_are(hands: Hands) -> None:
    """While it has the keyboard it says so and how to go on, and the keys of the answers lose their frames."""
    hands.press("N D H Y")
    in_use = answers(hands)
    assert label(hands) == words("visit.name")
    hands.press("M")
    assert hands.focused is hands.page.header.name.edit
    assert label(hands) == words("visit.name_now", section=words("visit.section.triage"))
    assert answers(hands) != in_use
    assert hands.focused.accessibleName() == words("visit.name")
    assert hands.focused.accessibleDescription() == label(hands)
    hands.press("Esc")

    assert label(hands) == words("visit.name")
    assert answers(hands) == in_use


def test_enter_in_the_name_goes_to_the_looks_and_ticks_nothing(hands: Hands) -> None:
    """A name, Enter, and the looks at once: they are words, and no letter of them is a red flag."""
    hands.press("N D E F")
    hands.type("Jojo")
    hands.press("Enter")
    assert hands.focused is hands.page.header.label.edit
    hands.type("pink wig")
    assert label_of(hands.page.header.label) == words("visit.label_now", section=words("visit.section.triage"))
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert (visit.name, visit.label, visit.flags, visit.triage) == ("Jojo", "pink wig", (), None)
    assert hands.page.section is Section.TRIAGE
    assert hands.page.hasFocus()


def test_down_skips_the_looks(hands: Hands) -> None:
    """From the name to triage in one key, and the next letter is an answer; from the looks as well."""
    hands.press("N D E F")
    hands.type("Jojo")
    hands.press("Down A")
    assert hands.visit.triage is not None
    hands.press("/ Enter Down L")
    assert (hands.visit.name, hands.visit.label, hands.visit.intoxication) == ("Jojo", "", Intoxication.MILD)


@pytest.mark.parametrize("keys", ["/ Enter Enter", "/ Tab Enter", "/ Down", "/ Ctrl+Return"])
def test_the_head_leads_back_to_the_section_that_it_was_left_from(hands: Hands, keys: str) -> None:
    """Somebody in triage adds the looks: Enter is no reason to go to the observations."""
    hands.press(f"N D 2 {keys} A")

    assert hands.page.section is Section.TRIAGE
    assert hands.visit.triage is not None


def test_the_head_leads_from_arrival_to_triage_until_that_is_set(hands: Hands) -> None:
    """Then there is nothing to do there, and arrival keeps the letters."""
    went = []
    for keys in ("N / Down", "A 1 / Down"):
        hands.press(keys)
        went.append(hands.page.section)

    assert went == [Section.TRIAGE, Section.ARRIVAL]


@pytest.mark.parametrize(("key", "section"), [("2", Section.TRIAGE), ("4", Section.CARE), ("7", Section.LEAVING)])
def test_a_digit_in_the_empty_name_goes_to_its_section(hands: Hands, key: str, section: Section) -> None:
    """Nobody is called 4; whoever skips the name just goes on."""
    hands.press(f"N D Y M {key}")

    assert hands.page.section is section
    assert (hands.visit.name, hands.focused) == ("", hands.page)


def test_a_digit_inside_a_name_is_part_of_it(hands: Hands) -> None:
    """As soon as there is a letter all keys are the name."""
    hands.press("N /")
    hands.type("Tom2/")
    hands.press("Down")

    assert hands.visit.name == "Tom2/"


def test_the_key_of_the_name_is_no_name(hands: Hands) -> None:
    """A stroke in the empty field does nothing, and so do the digits that are no section."""
    hands.press("N / / 0 8 9")

    assert hands.page.header.name.text == ""
    assert hands.focused is hands.page.header.name.edit
    assert hands.visit.needs == ()


def test_a_word_that_ticked_answers_is_told_and_taken_back_at_once(hands: Hands) -> None:
    """Baggy, typed before anything: two needs and an age. The message names the key, and one Undo clears all."""
    hands.press("N")
    hands.type("baggy")
    assert [visit.age_band for visit in hands.session.desk.visits.values()] == [AgeBand.FROM_45]
    assert hands.message.startswith(words("visit.said.typed_word", letters="B A G G Y"))
    hands.press("Ctrl+Z")
    assert not any(visit.needs for visit in hands.session.desk.visits.values())
    assert {visit.age_band for visit in hands.session.desk.visits.values()} == {None}
    hands.press("Ctrl+Y")

    assert hands.visit.age_band is AgeBand.FROM_45


def test_the_key_of_the_name_makes_the_word_the_name(hands: Hands) -> None:
    """One key takes the answers back and types the word where it belongs; after anything else it only leads there."""
    hands.press("N")
    hands.type("baggy")
    hands.press("/")
    assert hands.focused is hands.page.header.name.edit
    assert hands.page.header.name.text == "Baggy"
    hands.type(" Tom")
    hands.press("Enter")
    assert (hands.visit.name, hands.visit.needs, hands.visit.age_band) == ("Baggy Tom", (), None)

    hands.press("Ctrl+N")
    hands.type("baggy")
    hands.press("2 G /")
    assert hands.page.header.name.text == ""
    assert hands.visit.age_band is AgeBand.FROM_45


def test_answers_are_no_word(hands: Hands) -> None:
    """Four letters of a usual visit stay four steps."""
    hands.press("N D H Y F Esc 1 Ctrl+Z")

    assert hands.visit.gender is None
    assert hands.visit.age_band is AgeBand.FROM_45


def test_a_word_ends_with_its_visit(hands: Hands) -> None:
    """The same letters in the next visit are answers there, and Undo takes back one of them."""
    hands.press("Ctrl+N D H Ctrl+N D H Ctrl+Z")

    assert [len(visit.needs) for visit in hands.session.desk.visits.values()] == [2, 1]


def test_the_key_of_the_rare_questions_is_no_name(hands: Hands) -> None:
    """The name has the keyboard after the usual three; a full stop leads on to the rare questions from there."""
    hands.press("N D E")
    more = hands.button(words("visit.more.arrival"))
    lively = more.grab().toImage()
    hands.press("F")
    assert hands.page.header.name.edit.hasFocus()
    assert more.grab().toImage() != lively
    hands.press(".")

    assert not hands.visit.name
    assert hands.page.form.rare.at


def test_the_digits_of_the_sections_rest_while_a_field_writes_them(hands: Hands) -> None:
    """Name, looks, place, a time, a referral: in each a 7 is a letter, and only the empty name lets it through."""
    seen = []
    for keys in ("N /", "Z", "Enter", "Esc", "-", "Esc", ",", "Esc", "6 F P Enter", "Esc", "Esc A J", "Esc"):
        hands.press(keys)
        digit = hands.session.room.rail.findChild(RailButton, "rail.leaving")
        if not isinstance(digit, RailButton):
            raise TypeError(digit)
        assert hands.page.header.check.is_live is digit.view.live
        seen.append(digit.view.live)

    assert seen == [True, False, False, True, False, True, False, True, False, True, False, True]


def test_the_name_comes_after_age_and_gender_without_a_need_as_well(hands: Hands) -> None:
    """It always comes after these two, so that nobody types a name at the answers; what is wrong can come later."""
    hands.press("N R F")
    hands.type("lowenna B")
    hands.press("Esc A H")

    assert (hands.visit.name, [need.value for need in hands.visit.needs]) == ("lowenna B", ["assault", "head_injury"])


def test_a_capital_begins_the_name_and_ticks_nothing(hands: Hands) -> None:
    """An age, and the name typed straight on: no letter of it is an answer."""
    hands.press("N R Shift+L")
    assert hands.focused is hands.page.header.name.edit
    hands.type("owenna B")
    hands.press("Enter")
    hands.type("yellow coat, crying")
    hands.press("Enter")
    hands.settle()

    (visit,) = hands.stored()
    assert (visit.name, visit.label, visit.found_location) == ("Lowenna B", "yellow coat, crying", "")
    assert (visit.needs, visit.flags, visit.triage) == ((), (), None)
    assert str(visit.age_band) == "25_34"


def test_a_capital_says_what_letters_are_once_there_is_a_name(hands: Hands) -> None:
    """Nothing is ticked and nothing is typed, in any section; Caps Lock alone is no Shift and ticks on."""
    hands.press("N / J Down")
    for section in ("1", "2", "4", "7"):
        hands.press(f"{section} Shift+F")
        assert hands.message.startswith(words("visit.said.shift_letter"))
        assert hands.page.hasFocus()
    assert (hands.visit.gender, hands.visit.care, hands.visit.outcome, hands.visit.name) == (None, (), None, "J")
    hands.press("1 F")

    assert str(hands.visit.gender) == "female"


def test_words_that_ticked_answers_in_several_sections_go_back_in_one_step(hands: Hands) -> None:
    """A name and the looks, typed at answers on arrival and triage: one Undo takes back all, and nothing before it."""
    hands.press("N R 1")
    before = hands.visit
    hands.type("lowenna B")
    hands.press("Enter")
    hands.type("yellow coat")
    assert hands.visit.flags
    letters = next(part for part in hands.message.split() if part.isdigit())
    assert hands.message.startswith(words("visit.said.burst", number=letters))
    hands.press("Ctrl+Z")

    assert hands.visit == before


def test_five_answers_in_a_row_stay_five_steps(hands: Hands) -> None:
    """Nobody says anything, and Undo takes back the last one."""
    hands.press("N D 4 W F R L C Ctrl+Z")

    assert [each.kind.value for each in hands.visit.care] == ["water", "foil_blanket", "recovery_position", "listening"]


@pytest.mark.parametrize(
    "line", ["r16 s97 b120/80 p88 t36.8", "p88 r16 s97 b120/80 t36.8", "b120/80 p88 r16 s97 t36.8"]
)
def test_letters_behind_a_clicked_tile_go_on_in_its_set(hands: Hands, line: str) -> None:
    """Whoever clicks *Alert* and types on, without a click into the line, has one whole set with a score."""
    hands.press("N D 2 A 3 Esc")
    hands.click(hands.chip("observations.awake", "A"))
    hands.press(line[0])
    assert [one.consciousness for one in hands.visit.observations] == [Consciousness.ALERT]
    hands.type(line[1:])
    hands.press("Enter")

    (taken,) = hands.visit.observations
    assert (taken.consciousness, taken.respiration, taken.news2) == (Consciousness.ALERT, 16, 0)


def test_keys_around_words_in_a_field_are_no_reading(hands: Hands) -> None:
    """An answer, a note, and looks at two sections: with the note between them they are no line of ``s24``."""
    hands.press("N S Ctrl+T")
    hands.type("says she felt odd")
    hands.press("Esc 2 4")

    assert hands.page.section is Section.CARE
    assert hands.visit.observations == ()
    assert [need.value for need in hands.visit.needs] == ["suspected_spiking"]
