"""A visit by real keys and real clicks on the real window, over a real encrypted store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QWidget

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation
from mavis.system.wording import words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.still_down import StillDown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.ui.windows import Hands


def edit(hands: Hands, name: str) -> QLineEdit:
    """The field of the visit page that a screen reader calls so."""
    return next(one for one in hands.page.findChildren(QLineEdit) if one.accessibleName() == words(name))


def test_the_smallest_visit_takes_six_keys(hands: Hands) -> None:
    """N D 2 A 7 A."""
    hands.uses = 0
    hands.press("N D 2 A 7 A")
    hands.settle()

    (visit,) = hands.stored()
    assert hands.uses == 6
    assert visit.needs == (Presentation.ALCOHOL_INTOXICATION,)
    assert visit.triage is not None
    assert (visit.triage.category.value, visit.outcome) == ("amber", Outcome.HOME_ALONE)


def test_a_usual_visit_takes_sixteen_keys(hands: Hands) -> None:
    """Two needs, age, gender, a nickname of five letters, triage, care, and home with a friend."""
    hands.uses = 0
    hands.press("N D H Y M")
    hands.type("Baggy")
    hands.press("Down A 4 W 7 F")
    hands.settle()

    (visit,) = hands.stored()
    assert hands.uses == 16
    assert visit.needs == (Presentation.ALCOHOL_INTOXICATION, Presentation.HEAD_INJURY)
    assert (visit.age_band, visit.gender, visit.name) == (AgeBand.FROM_45, Gender.MALE, "Baggy")
    assert [given.kind.value for given in visit.care] == ["water"]
    assert visit.triage is not None
    assert (visit.triage.category.value, visit.outcome) == ("amber", Outcome.HOME_WITH_FRIEND_FAMILY)


def test_a_usual_visit_by_mouse_alone(hands: Hands) -> None:
    """No key at all, in ten clicks at most."""
    hands.uses = 0
    hands.click(hands.button(words("board.new_visit")))
    for question, code in (("arrival.need", "alcohol_intoxication"), ("arrival.age", "25_34")):
        hands.click(hands.chip(question, code))
    hands.click(hands.chip("arrival.gender", "female"))
    hands.click(hands.button(words("visit.section.triage")))
    hands.click(hands.chip("triage.category", "green"))
    hands.click(hands.button(words("visit.section.leaving")))
    hands.click(hands.chip("leaving.outcome", "taxi"))
    hands.click(hands.button(words("visit.finish")))
    hands.settle()

    (visit,) = hands.stored()
    assert hands.uses <= 10
    assert (visit.age_band, visit.gender, visit.outcome) == (AgeBand.FROM_25, Gender.FEMALE, Outcome.TAXI)
    assert visit.triage is not None
    assert hands.window.page is hands.session.workplace


def test_a_digit_brings_each_section_into_view(hands: Hands) -> None:
    """The first question of the section is seen, and the section owns the letters."""
    hands.press("N")
    for digit, section in (("2", "triage"), ("3", "observations"), ("4", "care"), ("7", "leaving"), ("1", "arrival")):
        hands.press(f"Esc {digit}" if digit == "4" else digit)  # in the line of observations digits are values
        part = hands.page.form.section_widget(Section(section))

        assert hands.page.section is Section(section)
        assert part.visibleRegion().boundingRect().height() > 40, section


@pytest.mark.parametrize("both", ["F W", "W F", "0 9", "F 0"])
def test_the_name_comes_after_age_and_gender_in_whichever_order(hands: Hands, both: str) -> None:
    """Until both are there a letter is an answer; then it is the name, where it can be seen."""
    hands.press(f"N {both[0]} L {both[2]} l")

    assert hands.focused is hands.page.header.name.edit
    assert hands.page.header.name.text == "l"
    assert hands.visit.needs == (Presentation.LOST_OR_SEPARATED,)


def test_an_age_that_is_changed_leaves_the_letters_where_they_are(hands: Hands) -> None:
    """Only the last of the two leads to the name, and only for the first time."""
    hands.press("N F W Esc E L")

    assert hands.visit.age_band is AgeBand.FROM_18
    assert hands.visit.needs == (Presentation.LOST_OR_SEPARATED,)


def test_rare_questions_stay_folded_until_one_is_answered(hands: Hands) -> None:
    """An ordinary need does not push triage out of sight; a rare one shows where it stands, for this visit alone."""
    hands.press("N D")
    assert not hands.page.form.grids["arrival.other_need"].isVisible()
    hands.press("O")
    assert hands.page.form.grids["arrival.other_need"].isVisible()
    hands.press("Esc N")
    assert not hands.page.form.grids["arrival.other_need"].isVisible()


def test_a_letter_means_what_its_section_says(hands: Hands) -> None:
    """A is an assault, then amber, then awake, then home alone."""
    hands.press("N A 2 A 3 A Enter 7 A")

    visit = hands.visit
    assert visit.needs == (Presentation.ASSAULT,)
    assert visit.triage is not None
    assert visit.triage.category.value == "amber"
    assert visit.observations[0].consciousness is not None
    assert visit.outcome is Outcome.HOME_ALONE


def test_a_letter_takes_back_what_it_chose(hands: Hands) -> None:
    """D and D again: nobody said drunk."""
    needs = []
    for keys in ("N D", "D"):
        hands.press(keys)
        needs.append(hands.visit.needs)

    assert needs == [(Presentation.ALCOHOL_INTOXICATION,), ()]


def test_not_known_and_refused_are_answers(hands: Hands) -> None:
    """0 answers the first open question with "not known", 9 the next with "would not say"."""
    hands.press("N 0 9")

    assert (hands.visit.age_band, hands.visit.gender) == (NoAnswer.NOT_KNOWN, NoAnswer.REFUSED)
    drunk = []
    for keys in ("2 0", "M"):
        hands.press(keys)
        drunk.append(hands.visit.intoxication)

    assert drunk == [NoAnswer.NOT_KNOWN, Intoxication.MODERATE]


def test_without_the_bus_takes_not_known_as_well(hands: Hands) -> None:
    """In the last section 0 answers what would have happened."""
    hands.press("N 7 0")

    assert hands.visit.diversion.would_have is not None
    assert hands.visit.diversion.would_have.value == "not_known"


def test_escape_goes_back_to_the_board_from_anywhere(hands: Hands) -> None:
    """From the page at once, from a field in two steps, and what is half typed is kept."""
    hands.press("N Esc")
    assert hands.window.page is hands.session.workplace
    hands.press("1 /")
    hands.type("Moth")
    hands.press("Esc Esc")
    hands.settle()

    assert hands.window.page is hands.session.workplace
    assert [visit.name for visit in hands.stored()] == ["Moth"]


def test_enter_walks_through_the_sections_and_finishes(hands: Hands) -> None:
    """Arrival, triage, observations, care, leaving; there it waits for an outcome."""
    hands.press("N")
    seen = []
    for _ in range(5):
        seen.append(hands.page.section.value)
        hands.press("Enter")
    assert seen == ["arrival", "triage", "observations", "care", "leaving"]
    assert hands.page.section is Section.LEAVING

    hands.press("X Enter")
    assert hands.window.page is hands.session.workplace
    assert not hands.session.desk.open_visits


def test_the_outcome_writes_down_when_they_left(hands: Hands) -> None:
    """Now, and taken back with it."""
    hands.press("N 7 X")
    assert hands.visit.departed_at == hands.program.clock()
    hands.press("X")

    assert hands.visit.departed_at is None


def test_died_must_be_held(hands: Hands, qapp: QApplication) -> None:
    """A tap does nothing; a second of holding does."""
    hands.press("N 7 D")
    assert hands.visit.outcome is None
    chip = hands.chip("leaving.outcome", "died")
    QTest.keyRelease(hands.focused, Qt.Key.Key_D)
    hands.until(lambda: not qapp.findChildren(StillDown))  # the key is up, and does not only repeat
    assert hands.visit.outcome is None
    QTest.mousePress(chip, Qt.MouseButton.LeftButton)
    hands.until(lambda: hands.visit.outcome is Outcome.DIED)


def test_999_by_its_key_is_written_down_and_taken_back(hands: Hands) -> None:
    """Ctrl+9 in a visit, and once more."""
    hands.press("N Ctrl+9")
    assert hands.visit.ambulance_requested_at == hands.program.clock()
    assert hands.message.startswith(words("visit.said.called_999"))
    hands.press("Ctrl+9")

    assert hands.visit.ambulance_requested_at is None


def test_the_banner_says_what_to_do_and_takes_the_call(hands: Hands) -> None:
    """A red flag: the advice is on the page, and its button writes the 999 call down."""
    hands.press("N 2 U")
    hands.click(hands.button(words("visit.banner.called_999")))

    assert hands.visit.ambulance_requested_at is not None


def test_the_foot_says_the_claim_as_it_is_made(hands: Hands) -> None:
    """A&E avoided, by protocol."""
    hands.press("N 2 G 7 X O U")
    texts = [one.property("text") for one in hands.page.findChildren(QWidget) if one.isVisible()]

    assert words("visit.claim.ed", basis=words("codes.basis.protocol_met")) in texts


def test_the_message_says_what_a_clinicians_judgement_counts_as(hands: Hands) -> None:
    """The coordinator is no clinician: the message and the foot agree with what is counted and printed."""
    hands.press("N 2 G 7 X O I")

    assert hands.message.startswith("Basis clinician judged, counts as volunteer judged")
    assert hands.visit.diversion.basis == "clinician_judged"


def test_each_choice_is_a_radio_button_or_a_check_box(hands: Hands) -> None:
    """Pick-one questions read as radio buttons, pick-any questions as check boxes."""
    hands.press("N")
    for question in hands.page.presenter.questions:
        kind = QRadioButton if question.one else QCheckBox
        chips = [hands.chip(question.id, code) for code in question.codes]
        assert all(isinstance(chip, kind) for chip in chips), question.id


def test_the_advised_category_is_there_before_anybody_chooses(hands: Hands) -> None:
    """Beside the three, with its reason; choosing another one is never held up."""
    hands.press("N J 2")
    line = words("visit.advice.line", category="AMBER", why=words("codes.presentation.minor_injury"))
    assert hands.page.form.grids["triage.category"].accessibleDescription() == line
    assert any(line in str(one.property("text")) for one in hands.page.findChildren(QWidget) if one.isVisible())
    hands.press("G")

    assert hands.visit.triage is not None
    assert (hands.visit.triage.category.value, hands.visit.triage.advised.value) == ("green", "amber")


def test_triage_stands_beside_its_flags(hands: Hands) -> None:
    """So that categories, flags and how drunk are seen together on a small laptop."""
    hands.press("N 2")
    categories, flags = (hands.page.form.grids[name] for name in ("triage.category", "triage.flag"))

    assert (
        flags.mapTo(hands.page, flags.rect().topLeft()).x()
        > categories.mapTo(hands.page, categories.rect().topRight()).x()
    )


def test_pregnant_and_afraid_has_a_key(hands: Hands) -> None:
    """F in triage; the banner says to talk alone."""
    hands.press("N 2 F")

    assert [flag.code for flag in hands.visit.flags] == ["pregnant_and_afraid"]
    assert any(one.accessibleName().startswith(words("red_flags.advice.pregnant_and_afraid")) for one in _seen(hands))


def _seen(hands: Hands) -> list[QWidget]:
    return [one for one in hands.page.findChildren(QWidget) if one.isVisible()]
