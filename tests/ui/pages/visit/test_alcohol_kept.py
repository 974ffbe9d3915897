"""What was answered in the talk about alcohol is what stays: beside triage, after all six parts, and after a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from mavis.domain.counting.clinical_facts import clinical_facts_of
from mavis.domain.visit.brief_intervention import Frames, InterventionStatus
from mavis.system.wording import words
from mavis.ui.pages.visit.alcohol.bodies import WordsBody
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.widgets.progress_line import ProgressLine
from tests.ui.pages.visit.test_alcohol import TO_SCORE, asked, back, panel, talk

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.mark.parametrize(("key", "code"), [("Y", "yes"), ("D", "drunk")])
def test_fit_to_talk_stays_as_it_was_answered_and_the_page_says_what_triage_adds(
    hands: Hands, key: str, code: str
) -> None:
    """Somebody whom triage found drunk: the score carries the caution, and whoever asks reads why."""
    hands.press(f"N D 2 M 5 Y {key}")
    back(hands)
    assert (asked(hands), panel(hands).presenter.chosen) == ("fit", frozenset({code}))
    told = words(f"alcohol.caution.{'by_triage' if key == 'Y' else 'taken'}")
    assert told in shown_words(hands)
    assert (talk(hands).fit, talk(hands).screening) == (True, None)
    hands.press("Enter Enter D")
    kept = talk(hands).screening
    assert kept is not None
    assert kept.while_intoxicated


def test_a_talk_that_is_declined_before_a_question_leaves_no_screening_and_no_warning(hands: Hands) -> None:
    """Nothing was asked: no questionnaire stands chosen by itself, and there is no score to take with care."""
    hands.press("N 5 Y D")
    assert (asked(hands), panel(hands).presenter.chosen) == ("tool", frozenset())
    back(hands)
    back(hands)
    hands.press("N")
    told = talk(hands)
    assert (told.status, told.screening) == (InterventionStatus.DECLINED, None)
    assert words("alcohol.caution.taken") not in shown_words(hands)
    (visit,) = hands.stored()
    counted = clinical_facts_of(visit).intervention
    assert counted is not None
    assert (counted.offered, counted.screening) == (True, None)


def shown_words(hands: Hands) -> list[str]:
    """Every text of the section that can be seen."""
    return [label.text() for label in panel(hands).findChildren(QLabel) if label.isVisible()]


def test_all_six_parts_by_one_key_and_the_page_is_turned_by_enter(hands: Hands) -> None:
    """So Enter never skips the goal, and what is typed next is the goal and answers no other page."""
    hands.press(f"{TO_SCORE} Enter D")
    assert (asked(hands), talk(hands).frames) == ("frames", tuple(Frames))
    hands.press("Enter")
    hands.type("No drink")
    hands.press("Enter")
    assert (asked(hands), talk(hands).goal, talk(hands).leaflet) == ("leaflet", "No drink", None)


def test_after_a_lock_in_mid_word_the_same_page_is_asked_and_the_caret_stands_behind_the_word(hands: Hands) -> None:
    """Also on a page that was gone back to, with later ones answered."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y T")
    for _page in range(3):
        back(hands)
    assert asked(hands) == "goal"
    hands.type("Less win")
    hands.lock()
    hands.unlock()
    hands.until(lambda: hands.window.page is hands.session.room)
    assert (hands.page.section, asked(hands)) == (Section.ALCOHOL, "goal")
    hands.until(lambda: isinstance(hands.focused, QLineEdit))
    hands.type("e")
    hands.press("Enter")
    assert talk(hands).goal == "Less wine"


def test_who_comes_back_to_a_page_of_words_writes_on_behind_them(hands: Hands) -> None:
    """The next letter replaces nothing."""
    hands.press(f"{TO_SCORE} Enter Enter")
    hands.type("Less")
    hands.press("Enter")
    back(hands)
    body = panel(hands).stage.body
    assert isinstance(body, WordsBody)
    QTest.keyClick(body.line.edit, Qt.Key.Key_Space)
    hands.type("wine")
    hands.press("Enter")
    assert talk(hands).goal == "Less wine"


def test_the_way_on_is_in_view_under_a_banner_and_nothing_counts_as_done_on_the_first_page(hands: Hands) -> None:
    """The parts of the talk and the choices of help stand in two columns, with the buttons below them."""
    hands.press("N H 5")
    line = panel(hands).stage.findChild(ProgressLine)
    assert line is not None
    assert line.done == 0
    hands.press("Y Y")
    for keys in ("Enter D C C Enter", "Enter Enter Y T Enter Y", "G Y"):
        hands.until(lambda: _is_in_view(hands))
        hands.press(keys)
    assert asked(hands) == "follow_up"
    hands.until(lambda: _is_in_view(hands))


def _is_in_view(hands: Hands) -> bool:
    """Whether all of the foot of the page is seen."""
    foot, port = panel(hands).foot, hands.page.scroller.viewport()
    return port.rect().contains(QRect(foot.mapTo(port, QPoint(0, 0)), foot.size()))
