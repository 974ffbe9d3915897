"""The coordinator's review and the forgetting, by real keys: joined, undone, kept apart, stopped; held to forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mavis.system.wording import words
from mavis.ui.pages.people.duplicates import DuplicatesPage
from mavis.ui.pages.people.forgetting import ForgettingPage
from mavis.ui.pages.settings.page import SettingsPage
from mavis.ui.pages.steps.page import StepsPage
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.still_down import REPEAT_MS
from tests.ui.drawn import elided, marks
from tests.ui.scheme import bring_in
from tests.ui.windows import rest

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.ui.presenters.people.duplicates import DuplicateReview, PairView
    from tests.ui.windows import Hands

_LOG = (
    "10/01/2025,23:40,Oswin Tarrant,M,51,cold",
    "07/03/2026,23:32,Philippa Fanshawe,F,27,drunk",
    "28/02/2026,22:10,Philippa Fanshaw,F,27,cold",
    "21/02/2026,22:10,Robert Kerr,M,44,cold",
)
_MERGED = words(
    "people.card.merge",
    day="14 March 2026",
    one=words("people.card.record", name="Philippa Fanshaw", last="28 February 2026"),
    other=words("people.card.record", name="Philippa Fanshawe", last="7 March 2026"),
)


@pytest.fixture
def known(hands: Hands, tmp_path: Path) -> Hands:
    """The window of tonight, over records that may hold one person twice, and one long ago."""
    bring_in(hands.session.session, tmp_path / "log.csv", _LOG)
    return hands


def _review(hands: Hands) -> DuplicateReview:
    page = hands.session.workplace.page
    if not isinstance(page, DuplicatesPage):
        raise TypeError(page)
    return page.review


def _looked(hands: Hands) -> DuplicateReview:
    hands.press("F3 Ctrl+1")
    review = _review(hands)
    hands.until(lambda: not review.is_looking and _is_told(review.pair))
    return review


def _is_told(pair: PairView | None) -> bool:
    """Whether the records have answered what the visits of the two say."""
    return pair is None or bool(pair.one.told and pair.other.told)


def test_a_pair_is_joined_and_undone(known: Hands) -> None:
    """Side by side with reasons and nights; M joins, and Undo brings the pair and both people back."""
    review = _looked(known)
    pair = review.pair
    assert pair is not None
    assert {pair.one.name, pair.other.name} == {"Philippa Fanshawe", "Philippa Fanshaw"}
    assert "28 February 2026" in pair.one.nights + pair.other.nights
    assert words("matching.why.family_sounds_alike") in pair.why or words("matching.why.family_spelt_alike") in pair.why

    known.press("M")
    known.settle()
    assert known.message.startswith(words("people.said.merged"))
    assert review.said == words("people.duplicates.done")
    session = known.session.session
    (found,) = session.visitors.find(session.actor, "fanshawe")
    assert len(session.duplicates.merges_of(session.actor, found.person.id)) == 1

    known.press("Ctrl+Z")
    known.settle()
    assert known.message.startswith(words("undo.undone", done=words("people.done.merged")))
    assert review.pair == pair
    assert session.duplicates.merges_of(session.actor, found.person.id) == ()
    known.press("Ctrl+Y")
    known.settle()
    assert len(session.duplicates.merges_of(session.actor, found.person.id)) == 1


def test_what_the_visits_say_tells_the_two_apart(known: Hands) -> None:
    """Needs beside the night, and the looks and plain notes where there are any; that somebody looked is kept."""
    review = _looked(known)
    pair = review.pair
    assert pair is not None
    told = {side.name: side.told for side in (pair.one, pair.other)}

    assert list(told["Philippa Fanshaw"]) == ["28 February 2026: cold or thin clothing."]
    assert told["Philippa Fanshawe"][0].startswith("7 March 2026: ")


def test_joined_people_are_parted_on_their_page(known: Hands) -> None:
    """The page lists what was joined; the digit of its line parts it."""
    review = _looked(known)
    known.press("M")
    known.settle()
    known.press("Esc")
    known.type("fanshawe")
    known.press("Enter")
    known.until(lambda: known.session.workplace.place == "person")
    known.settle()
    known.until(lambda: _MERGED in _noted(known))
    session = known.session.session
    person = session.visitors.find(session.actor, "fanshawe")[0].person
    for keys, held in (("H", True), ("Ctrl+Z", False), ("H", True), ("H", False)):
        known.press(keys)
        known.settle()
        assert [record.held for record in session.visitors.records(session.actor, person.id)] == [held, held]

    known.press("1")
    known.until(lambda: _noted(known) == "")
    known.settle()
    assert known.message.startswith(words("people.said.parted"))
    assert words("window.undo") in known.message
    assert len({one.person.id for one in session.visitors.find(session.actor, "fanshawe")}) == 2
    assert review.pair is None

    known.press("Ctrl+Z")
    known.until(lambda: _MERGED in _noted(known))
    assert len({one.person.id for one in session.visitors.find(session.actor, "fanshawe")}) == 1


def test_two_people_stay_two_and_are_not_asked_about_again(known: Hands) -> None:
    """D, and the next search finds nobody."""
    review = _looked(known)
    known.press("N D")
    known.settle()
    assert review.said == words("people.duplicates.done")
    assert _found_again(known, review) is None
    assert review.said == words("people.duplicates.none")


def test_who_became_one_over_a_third_is_not_asked_about(known: Hands, tmp_path: Path) -> None:
    """Three who are alike: after two joins the third pair is off the list, and each Undo brings back what it was."""
    session = known.session.session
    bring_in(session, tmp_path / "more.csv", ("14/02/2026,21:10,Pippa Fanshaw,F,27,cold",))
    review = _looked(known)
    first = review.pair
    assert first is not None
    assert first.place == words("people.duplicates.pair", place=1, count=3)
    known.press("P P N N")
    assert review.pair == first
    known.press("P")
    assert review.pair.place == words("people.duplicates.pair", place=3, count=3)
    known.press("N")
    known.press("M M")
    known.settle()
    assert review.said == words("people.duplicates.done")
    assert len({one.person.id for one in session.visitors.find(session.actor, "fanshaw")}) == 1
    known.press("Ctrl+Z Ctrl+Z")
    known.settle()
    assert review.pair == first
    assert len({one.person.id for one in session.visitors.find(session.actor, "fanshaw")}) == 3


def test_that_two_are_two_is_undone_and_done_again(known: Hands) -> None:
    """Ctrl+Z brings the pair back as it stood, and the next search finds it; Ctrl+Y takes it off again."""
    review = _looked(known)
    pair = review.pair
    known.press("D")
    known.settle()
    assert known.message.startswith(words("people.said.apart"))
    known.press("Ctrl+Z")
    known.settle()
    assert review.pair == pair
    assert _found_again(known, review) == pair
    known.press("Ctrl+Y")
    known.settle()
    assert _found_again(known, review) is None


def test_that_two_are_two_is_taken_back_on_the_page_of_either(known: Hands) -> None:
    """Their page says who is somebody else; its line takes that back, and Undo says it again."""
    review = _looked(known)
    known.press("D Esc")
    known.settle()
    known.type("fanshawe")
    known.press("Enter")
    known.until(lambda: known.session.workplace.place == "person")
    known.settle()
    line = words("people.card.apart", name="Philippa Fanshaw", day="14 March 2026")
    known.until(lambda: line in _noted(known))
    known.press("1")
    known.until(lambda: line not in _noted(known))
    assert known.message.startswith(words("people.said.ask_again"))
    known.press("Ctrl+Z")
    known.until(lambda: line in _noted(known))
    known.press("Ctrl+Y F3 Ctrl+1")
    known.until(lambda: not review.is_looking)
    assert review.pair is not None


@pytest.mark.parametrize("percent", [150, 175, 200])
def test_with_large_text_every_button_says_all_its_words(known: Hands, percent: int) -> None:
    """The verdicts and the ways on stand below each other where one row has no room for them."""
    _looked(known)
    known.window.keeper.set_text_percent(percent)
    for _round in range(6):
        QApplication.processEvents()

    assert elided(marks(known.window)) == []


def _noted(hands: Hands) -> str:
    """What the page of the person lists."""
    page = hands.session.workplace.page
    if not isinstance(page, StepsPage):
        raise TypeError(page)
    picks = page.form.rows["noted"].findChildren(PickRow)
    return "\n".join(pick.accessibleName() for pick in picks if pick.isVisible())


def _found_again(hands: Hands, review: DuplicateReview) -> PairView | None:
    review.look()
    hands.until(lambda: not review.is_looking and _is_told(review.pair))
    return review.pair


def test_a_search_is_stopped_by_a_key_and_by_leaving(known: Hands) -> None:
    """Its answer comes to nobody."""
    review = _looked(known)
    review.look()
    known.press("S")
    known.settle()
    assert (review.said, review.pair) == (words("people.duplicates.stopped"), None)
    review.look()
    known.press("F2")
    known.settle()
    assert (review.is_looking, review.pair) == (False, None)


def test_names_are_forgotten_after_a_hold_and_the_visit_stays(known: Hands) -> None:
    """A shorter time takes more; the preview says how many; a short press does nothing; the counts stay."""
    known.press("F3 Ctrl+2")
    page = known.session.workplace.page
    if not isinstance(page, ForgettingPage):
        raise TypeError(page)
    known.settle()
    assert known.focused is page.months.chip(page.forgetting.chosen())
    assert words("people.forgetting.people", n=1, day="14 March 2025") in page.forgetting.lines
    assert words("people.forgetting.no_way_back") in page.forgetting.notes
    QTest.keyPress(known.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(known.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rest(known, 2 * REPEAT_MS)  # until it is plain that the key is up
    assert page.button.isVisible()

    page.months.chips[-1].click()
    known.settle()
    assert known.message == words("settings.saved")
    assert not page.button.isVisible()
    page.months.chips[2].click()
    known.settle()
    before = known.session.session.shifts.all_shifts()
    QTest.keyPress(known.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    known.until(lambda: not page.forgetting.may_forget)
    QTest.keyRelease(known.focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    known.settle()
    visits = words("people.forgetting.done_visits", n=1)
    assert page.forgetting.lines == (words("people.forgetting.done_people", n=1, visits=visits),)
    session = known.session.session
    assert session.visitors.find(session.actor, "oswin") == ()
    assert session.shifts.all_shifts() == before


def test_forgetting_is_reached_from_the_settings_and_by_any_word_for_it(known: Hands) -> None:
    """Escape leads back to where somebody came from."""
    known.press("F8")
    page = known.session.workplace.page
    if not isinstance(page, SettingsPage):
        raise TypeError(page)
    known.until(lambda: page.is_whole)
    (button,) = page.protection.findChildren(Button)
    button.click()
    assert known.session.workplace.place == "forgetting"
    known.settle()
    known.press("Esc")
    assert known.session.workplace.place == "settings"
    for word in ("retention", "privacy", "forget"):
        known.press("F2 Ctrl+K")
        known.type(word)
        known.press("Enter")
        assert known.session.workplace.place == "forgetting"
        known.settle()
    known.press("Esc")
    assert known.session.workplace.place == "board"
