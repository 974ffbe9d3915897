"""The words that people use for what they see lead to the answers of a visit, by real keys in the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from mavis.domain.record.care import CareKind
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.ui.presenters.visit.question import Section

if TYPE_CHECKING:
    from tests.ui.windows import Hands


@pytest.mark.parametrize(
    ("typed", "need"),
    [
        ("vomit", Presentation.MEDICAL_ILLNESS),
        ("sick", Presentation.MEDICAL_ILLNESS),
        ("fall", Presentation.MINOR_INJURY),
        ("sprain", Presentation.MINOR_INJURY),
        ("nosebleed", Presentation.MINOR_INJURY),
        ("agitated", Presentation.MENTAL_DISTRESS),
        ("frightened", Presentation.MENTAL_DISTRESS),
        ("scared", Presentation.MENTAL_DISTRESS),
        ("panic", Presentation.MENTAL_DISTRESS),
        ("anxious", Presentation.MENTAL_DISTRESS),
        ("crying", Presentation.MENTAL_DISTRESS),
        ("wants a chat", Presentation.INFORMATION_ONLY),
        ("wants a talk", Presentation.INFORMATION_ONLY),
        ("lonely", Presentation.INFORMATION_ONLY),
        ("lost phone", Presentation.NO_WAY_HOME),
        ("followed", Presentation.HARASSMENT),
        ("being followed", Presentation.HARASSMENT),
        ("sleeping rough", Presentation.HOMELESS),
        ("puke", Presentation.MEDICAL_ILLNESS),
        ("woke up", Presentation.FOUND_ASLEEP),
        ("nothing else", Presentation.FOUND_ASLEEP),
    ],
)
def test_what_people_say_of_a_need_finds_it(hands: Hands, typed: str, need: Presentation) -> None:
    """The words of the quick line find the answers of the page too, also those that are folded away."""
    hands.press("N Ctrl+K")
    hands.type(typed)
    hands.press("Enter")

    assert hands.visit.needs == (need,)


def test_on_the_board_a_need_opens_a_visit(hands: Hands) -> None:
    """Nobody is aboard who it could be said of, so the words begin a visit."""
    hands.press("Ctrl+K")
    hands.type("vomiting")
    hands.press("Enter")

    assert [(visit.needs, len(visit.notes)) for visit in hands.session.desk.open_visits] == [
        ((Presentation.MEDICAL_ILLNESS,), 1)
    ]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("tea", CareKind.OTHER),
        ("cup of tea", CareKind.OTHER),
        ("sick bowl", CareKind.OTHER),
        ("foil", CareKind.FOIL_BLANKET),
    ],
)
def test_what_people_say_of_care_finds_it(hands: Hands, typed: str, kind: CareKind) -> None:
    """A whole word that people use for it comes before the teams whose names begin with it."""
    hands.press("N Ctrl+K")
    hands.type(typed)
    hands.press("Enter")

    assert [given.kind for given in hands.visit.care] == [kind]


@pytest.mark.parametrize(("typed", "section"), [("tea", Section.CARE), ("went on alone", Section.LEAVING)])
def test_on_the_board_they_lead_to_whoever_is_aboard(hands: Hands, typed: str, section: Section) -> None:
    """The words that find an answer of a visit find its page from the board."""
    hands.press("N D Esc Ctrl+K")
    hands.type(typed)
    hands.press("Enter")

    assert (hands.page.section, len(hands.session.desk.open_visits)) == (section, 1)


def test_on_the_board_foil_counts_a_blanket(hands: Hands) -> None:
    """The counter says *Blanket*, on the board as on paper."""
    hands.press("Ctrl+K")
    hands.type("foil")
    hands.press("Enter")
    hands.settle()

    assert hands.session.desk.tallies["foil_blanket"].count == 1


def test_how_often_to_look_leads_to_the_observations(hands: Hands) -> None:
    """Who asks when the next look is due is led to where one is written down."""
    hands.press("N Ctrl+K")
    hands.type("how often")
    hands.press("Enter")

    assert hands.page.section is Section.OBSERVATIONS


def test_where_they_were_found_has_a_key_and_a_command(hands: Hands) -> None:
    """A comma on the page; "found" in the list leads there, behind the words, and not to the settings."""
    hands.press("N ,")
    hands.type("Pier")
    hands.press("Esc Ctrl+K")
    hands.type("found")
    hands.press("Enter")
    hands.type(" Head")
    hands.press("Esc")

    assert hands.visit.found_location == "Pier Head"


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("walked on", Outcome.REJOINED_FRIENDS),
        ("back into town", Outcome.REJOINED_FRIENDS),
        ("walked off", Outcome.LEFT_BEFORE_ASSESSMENT),
        ("walked on alone", Outcome.REJOINED_FRIENDS),
        ("went on alone", Outcome.REJOINED_FRIENDS),
        ("home alone", Outcome.HOME_ALONE),
        ("walked home", Outcome.HOME_ALONE),
        ("on foot", Outcome.HOME_ALONE),
    ],
)
def test_what_people_say_of_a_leaving_finds_it(hands: Hands, typed: str, outcome: Outcome) -> None:
    """Nobody has to call it *home alone* when somebody simply walks on: that is back to the night out."""
    hands.press("N Ctrl+K")
    hands.type(typed)
    hands.press("Enter")

    assert hands.visit.outcome is outcome


WHO = ("looked", "looked after", "carer", "who looks after", "Looked after by")


@pytest.mark.parametrize("typed", WHO)
def test_who_looks_after_somebody_is_a_command_and_no_outcome(hands: Hands, typed: str) -> None:
    """It unfolds the list of this visit, in which a letter is a name; nobody *left before seen* by it."""
    hands.press("N Esc N Ctrl+K")
    hands.type(typed)
    hands.press("Enter")
    box = hands.page.side.findChild(QComboBox, "carer")
    assert box is not None
    assert box.view().isVisible()
    QTest.keyClicks(box.view(), "R")
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    hands.settle()

    assert hands.visit.code == "K2"
    assert hands.visit.outcome is None
    assert hands.session.desk.names[hands.visit.looked_after_by] == "Ruth E."


@pytest.mark.parametrize("typed", WHO[:-1])
def test_on_the_board_who_looks_after_somebody_is_asked_of_each_visit(hands: Hands, typed: str) -> None:
    """With its code; it leads into that visit."""
    hands.press("N Esc Ctrl+K")
    hands.type(typed)
    hands.press("Enter")
    box = hands.page.side.findChild(QComboBox, "carer")

    assert hands.window.page is hands.session.room
    assert box is not None
    assert box.view().isVisible()
    box.hidePopup()


def test_an_answer_is_not_guessed_from_a_slip_or_a_middle(hands: Hands) -> None:
    """Enter behind a word that only looks like it sets nothing."""
    for typed in ("befroe", "ssessment", "runk"):
        hands.press("N Ctrl+K")
        hands.type(typed)
        hands.press("Enter Esc Esc")
        answered = {(visit.needs, visit.outcome, visit.care) for visit in hands.session.desk.open_visits}

        assert answered == {((), None, ())}


@pytest.mark.parametrize(
    "typed", ["fight", "incident", "event", "police called", "note", "note about the night", "what happened"]
)
def test_what_happened_on_the_night_leads_to_tonight(hands: Hands, typed: str) -> None:
    """Not to the close of the shift, and no visit is begun for it."""
    hands.press("Ctrl+K")
    hands.type(typed)
    hands.press("Enter")

    assert hands.session.workplace.place == "crew"
    assert not hands.session.desk.visits
