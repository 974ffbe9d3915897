"""Section 5 of a visit by real keys and clicks: one question a page, saved as answered, left and taken up at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QRadioButton, QWidget

from mavis.domain.visit.brief_intervention import BriefIntervention, Drink, Frames, InterventionStatus
from mavis.system.wording import words
from mavis.ui.pages.visit.alcohol.bodies import ChoicesBody, ScoreBody, SummaryBody, WordsBody
from mavis.ui.pages.visit.alcohol.drinks import DrinksBody
from mavis.ui.pages.visit.alcohol.panel import AlcoholPanel
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.answer_row import AnswerRow
from mavis.ui.widgets.button import Button
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands

TO_SCORE = "N 5 Y Y Enter D C C"
"""A visit, the offer, fit, AUDIT-C, seven points."""


def panel(hands: Hands) -> AlcoholPanel:
    """The section."""
    found = hands.page.panels[Section.ALCOHOL]
    assert isinstance(found, AlcoholPanel)
    return found


def asked(hands: Hands) -> str:
    """The page that is asked."""
    return panel(hands).presenter.page.id


def talk(hands: Hands) -> BriefIntervention:
    """The talk of the one visit, as the store has it."""
    hands.settle()
    (visit,) = hands.stored()
    assert visit.abi is not None
    return visit.abi


def inside(part: QWidget, name: str) -> QAbstractButton:
    """The button of a part that a screen reader calls so."""
    return next(one for one in part.findChildren(QAbstractButton) if one.accessibleName() == name)


def back(hands: Hands) -> None:
    """Press Backspace."""
    QTest.keyClick(hands.focused, Qt.Key.Key_Backspace)


def test_a_whole_talk_by_keys(hands: Hands) -> None:
    """Nineteen of them; then it counts, and the page goes on."""
    hands.uses = 0
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y T Enter Y N N")
    assert isinstance(panel(hands).stage.body, SummaryBody)
    hands.press("Enter")
    assert hands.uses == 19
    assert talk(hands).is_delivered
    assert talk(hands).frames == tuple(Frames)
    assert hands.page.section is Section.SAFETY


def test_enter_says_of_every_question_what_it_leaves_open(hands: Hands) -> None:
    """The leaflet and the minutes, each by its question; what nobody need answer in words is left without a word."""
    hands.press(f"{TO_SCORE} Enter D Enter")
    said = []
    for page in ("goal", "leaflet", "minutes", "who"):
        assert asked(hands) == page
        hands.press("Enter")
        said.append(hands.message)
    left = [words("alcohol.said.left_open", question=words(f"alcohol.page.{page}")) for page in ("leaflet", "minutes")]

    assert said[1:3] == left
    assert words("alcohol.page.goal") not in said[0]
    assert talk(hands).delivered_by


def test_enter_leaves_no_question_of_consent_or_fitness_open_by_a_slip(hands: Hands) -> None:
    """The first says that nobody has answered, on the page as well; the second leaves it open."""
    hands.press("N 5 Y Enter")
    assert asked(hands) == "fit"
    assert words("alcohol.answer_first") in [one.text() for one in panel(hands).findChildren(QLabel)]
    hands.press("Enter")
    assert asked(hands) == "tool"
    back(hands)
    hands.press("Enter")
    assert asked(hands) == "fit"
    hands.press("Y")

    assert asked(hands) == "tool"


def test_that_nobody_needs_to_ask_again_is_an_answer(hands: Hands) -> None:
    """The list of answers says so; a day that is chosen instead takes its place."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y T Enter Y N N")
    body = panel(hands).stage.body
    (row,) = [one for one in body.findChildren(AnswerRow) if one.accessibleName().startswith("Ask again")]
    assert words("alcohol.answer.follow_up.none") in row.accessibleName()
    back(hands)
    assert panel(hands).presenter.chosen == {"none"}
    hands.press("W")

    assert (talk(hands).no_follow_up, talk(hands).follow_up is None) == (False, False)


def test_left_at_any_page_it_is_taken_up_there(hands: Hands) -> None:
    """By another section, the board, another visit; and after the lock, from the record alone."""
    hands.press(TO_SCORE)
    for away in ("7 5", "Esc 1 5", "Ctrl+N F2 1 5"):
        hands.press(away)
        assert asked(hands) == "score", away
        assert isinstance(panel(hands).stage.body, ScoreBody)
    hands.lock()
    hands.unlock(FOUR_WORDS)
    hands.until(lambda: hands.window.page is hands.session.room)
    assert hands.page.section is Section.ALCOHOL
    assert asked(hands) == "score"


def test_a_page_back_by_backspace_also_from_an_empty_line(hands: Hands) -> None:
    """In a line that holds words Backspace deletes; they are saved as they are typed."""
    hands.press(f"{TO_SCORE} Enter Enter")
    assert isinstance(panel(hands).stage.body, WordsBody)
    hands.type("ab")
    back(hands)
    assert asked(hands) == "goal"
    back(hands)
    assert asked(hands) == "goal"
    back(hands)
    assert asked(hands) == "frames"
    assert hands.focused is not None
    hands.press("F E")
    assert talk(hands).frames == (Frames.FEEDBACK, Frames.EMPATHY)
    back(hands)
    back(hands)
    assert asked(hands) == "ask_3"
    assert "2" in panel(hands).presenter.chosen


def test_the_same_answer_once_more_goes_on(hands: Hands) -> None:
    """It is not taken back; another one takes its place."""
    hands.press(TO_SCORE)
    back(hands)
    hands.press("C")
    assert asked(hands) == "score"
    back(hands)
    hands.press("E")
    screening = talk(hands).screening
    assert screening is not None
    assert screening.answers == (3, 2, 4)


def test_an_answer_is_changed_from_the_list(hands: Hands) -> None:
    """By click: the page is asked, and Enter goes on from there."""
    hands.press("N 5 N")
    body = panel(hands).stage.body
    assert isinstance(body, SummaryBody)
    assert words("alcohol.counts.declined") in [one.text() for one in body.findChildren(QLabel)]
    hands.click(body.rows[0])
    assert asked(hands) == "offer"
    hands.press("Y")
    assert asked(hands) == "fit"
    assert talk(hands).status is InterventionStatus.STARTED


def test_by_mouse_alone(hands: Hands) -> None:
    """Chips, ticks and the buttons of the foot; the first answer of the next page has the keyboard or nothing has."""
    hands.press("N")
    hands.click(hands.button(words("visit.section.alcohol")))
    for answer in ("answer.offer.yes", "answer.fit.yes"):
        hands.click(hands.button(words(f"alcohol.{answer}")))
    hands.click(hands.button(words("alcohol.use_tool")))
    for points in ("ask_1.3", "ask_2.2", "how_often.2"):
        hands.click(hands.button(words(f"alcohol.points.{points}")))
    hands.click(hands.button(words("alcohol.next")))
    hands.click(hands.button(words("alcohol.answer.frames.menu")))
    assert talk(hands).frames == (Frames.MENU,)
    hands.click(inside(panel(hands).foot, words("alcohol.back")))
    assert asked(hands) == "score"


def test_one_of_several_is_a_radio_button_and_any_of_them_a_check_box(hands: Hands) -> None:
    """As everywhere, each with its letter, and framed while the section owns the letters."""
    hands.press("N 5")
    body = panel(hands).stage.body
    assert isinstance(body, ChoicesBody)
    assert all(isinstance(chip, QRadioButton) for chip in body.grid.chips)
    hands.press("Y Y Enter D C C Enter")
    body = panel(hands).stage.body
    assert isinstance(body, ChoicesBody)
    assert all(isinstance(chip, QCheckBox) for chip in body.grid.chips)


def test_a_value_of_ones_own_waits_until_it_can_be_read(hands: Hands) -> None:
    """Enter stays on the page and says what to type; then it goes on."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y O")
    hands.type("400")
    hands.press("Enter")
    assert asked(hands) == "minutes"
    body = panel(hands).stage.body
    assert isinstance(body, ChoicesBody)
    assert body.other is not None
    assert body.other.note == words("alcohol.wrong.minutes", most=240)
    for _ in range(3):
        back(hands)
    hands.type("12")
    hands.press("Enter")
    assert asked(hands) == "who"
    assert talk(hands).minutes == 12


def test_units_by_letter_and_sign(hands: Hands) -> None:
    """A letter adds one and its tile has the keyboard: plus and minus count on; Escape goes back to the question."""
    hands.press("N 5 Y Y Enter D U P P W")
    body = panel(hands).stage.body
    assert isinstance(body, DrinksBody)
    assert talk(hands).drinks == (Drink(2, 568, 40), Drink(1, 175, 120))
    hands.press("+ + -")
    assert talk(hands).drinks == (Drink(2, 568, 40), Drink(2, 175, 120))
    hands.click(inside(body, words("alcohol.units.one_less", name="Wine")))
    assert talk(hands).drinks == (Drink(2, 568, 40), Drink(1, 175, 120))
    hands.press("O")
    hands.type("500")
    hands.press("Tab")
    hands.type("4.8")
    hands.press("Enter")
    assert Drink(1, 500, 48) in talk(hands).drinks
    assert any(tile.view.second.startswith("500 ml") for tile in body.tiles.values())
    hands.press("Esc Esc")
    assert asked(hands) == "ask_2"
    assert isinstance(panel(hands).stage.body, ChoicesBody)


def test_the_sheet_of_keys_tells_the_page_that_is_asked(hands: Hands) -> None:
    """Its letters and those of its foot, and no others."""
    hands.press("N 5 Y Y Enter")
    keys = dict(panel(hands).more_keys)
    assert keys["A"] == words("alcohol.points.ask_1.0")
    assert keys["G"] == words("alcohol.help.give_screen")
    assert "D" in keys
    assert "S" not in keys


def test_people_to_ask_again_are_listed(hands: Hands, clock: SettableClock) -> None:
    """A week later; who was asked is off the list, and Undo puts them back."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y T Enter Y N W Enter")
    hands.settle()
    clock.advance(hours=24 * 7)
    hands.press("F2")
    places = hands.session.places
    places.show_follow_ups()
    hands.settle()
    row = hands.button("K1")
    assert words("alcohol.follow_ups.asked") in row.accessibleName()
    hands.press("Enter")
    hands.settle()
    assert talk(hands).follow_up is None
    assert hands.message.startswith(words("alcohol.said.asked", code="K1"))
    hands.window.status.undo_asked.emit()
    hands.until(lambda: talk(hands).follow_up is not None)


def test_under_a_banner_the_way_on_is_seen_with_each_question(hands: Hands) -> None:
    """Somebody who was here earlier tonight has a banner; the answers stand beside each other for it."""
    hands.press("N D E /")
    hands.type("Jojo")
    hands.press("Enter Enter 7 A Enter N /")
    hands.type("Jojo")
    hands.until(hands.page.suggesting.isVisible)
    hands.press("1 5 Y Y Enter")
    hands.until(hands.page.banners.seen_before.isVisible)
    for answer in "CCC":
        hands.until(lambda: panel(hands).foot.visibleRegion().boundingRect() == panel(hands).foot.rect())
        hands.press(answer)

    assert asked(hands) == "score"


def test_somebody_who_stops_in_the_middle_is_one_key_or_one_click_away(hands: Hands) -> None:
    """The button stands on every page once the talk has begun; the talk stays begun, and goes on where it stopped."""
    hands.press("N D 5")
    assert not _stopped(hands).isVisible()
    hands.press("Y Y C B")
    question = asked(hands)
    hands.press("X")
    assert hands.page.section is Section.SAFETY
    assert hands.message.startswith(words("alcohol.said.stopped"))
    hands.press("5")
    assert asked(hands) == question
    hands.click(_stopped(hands))
    assert hands.page.section is Section.SAFETY
    hands.press("5 B B Enter")

    assert asked(hands) == "other_reason"
    assert talk(hands).status is InterventionStatus.STARTED


def _stopped(hands: Hands) -> QAbstractButton:
    buttons = panel(hands).foot.findChildren(QAbstractButton)
    return next(one for one in buttons if one.accessibleName().startswith(words("alcohol.help.stopped")))


def test_no_letter_of_the_foot_is_framed_while_words_are_typed(hands: Hands) -> None:
    """*They stopped early* has X, which is a letter of the goal as long as that is written."""
    hands.press(f"{TO_SCORE} Enter")
    panel(hands).open("goal")
    stopped = inside(panel(hands).foot, words("alcohol.help.stopped"))
    assert isinstance(stopped, Button)
    assert panel(hands).is_typing
    assert stopped.is_resting
    hands.page.header.name.setFocus()
    assert stopped.is_resting
    panel(hands).open("goal")
    assert stopped.is_resting

    hands.press("Enter")
    assert not stopped.is_resting
