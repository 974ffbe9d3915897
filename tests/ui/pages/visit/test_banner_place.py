"""The banners over a visit: nothing under a hand moves, and what can be done about a returner stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from mavis.system.wording import words
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.questions import Section
from tests.ui.drawn import marks
from tests.ui.scheme import CATHERINE, bring_in

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def place(hands: Hands, widget: QWidget) -> int:
    """How far below the top of the window something lies."""
    return widget.mapTo(hands.window, QPoint(0, 0)).y()


def link(hands: Hands, tmp_path: Path) -> None:
    """A drunk visitor who turns out to be somebody of an earlier night."""
    bring_in(hands.session.session, tmp_path / "log.csv", (CATHERINE,))
    hands.press("N D /")
    hands.type("kat")
    hands.until(hands.page.suggesting.isVisible)
    hands.press("1")
    hands.until(lambda: not hands.page.banners.seen_before.isHidden())


def buttons(hands: Hands) -> dict[str, QAbstractButton]:
    """The buttons that the banner of a returner shows, by their words."""
    found = hands.page.banners.seen_before.findChildren(QAbstractButton)
    return {button.accessibleName(): button for button in found if button.isVisible()}


def test_a_banner_comes_where_a_place_was_kept_for_it(hands: Hands) -> None:
    """No row moves when it comes or goes, and before it says quietly what is advised."""
    hands.press("N D 2")
    rows = [hands.chip("triage.flag", code) for code in ("skin", "pregnant")]
    before = [place(hands, row) for row in rows]
    assert hands.page.banners.is_quiet
    for shown in (True, False):
        hands.click(rows[0])
        assert hands.page.banners.danger.isVisible() is shown
        hands.until(lambda: [place(hands, row) for row in rows] == before)


def test_the_place_is_kept_again_after_large_text(hands: Hands) -> None:
    """Nobody has to leave the section for it."""
    hands.press("N D 2")
    for percent in (150, 100):
        hands.shown.keeper.set_text_percent(percent)
        assert hands.page.banners.is_quiet is (percent == 100)


def test_without_a_kept_place_it_covers_rows_and_moves_none_under_a_hand(hands: Hands) -> None:
    """As with large text; a click that was meant for a row calls no ambulance, a later one does."""
    hands.shown.keeper.set_text_percent(150)
    hands.press("N D 2")
    row = hands.chip("triage.category", "amber")
    before = place(hands, row)
    hands.page.banners.stay()
    hands.page.presenter.choose("triage.flag", "skin", True)
    assert hands.page.banners.danger.isVisible()
    hands.until(lambda: place(hands, row) == before)
    button = hands.button(words("visit.banner.called_999"))
    hands.click(button)
    assert hands.visit.ambulance_requested_at is None
    hands.until(lambda: not hands.page.banners.is_new)
    hands.click(button)
    assert hands.visit.ambulance_requested_at is not None


@pytest.mark.parametrize("percent", [100, 150])
def test_a_banner_that_goes_shows_what_is_above_the_rows(hands: Hands, percent: int) -> None:
    """After an outcome no emergency is there any more; what would have happened stays where it was, and no gap is."""
    hands.window.keeper.set_text_percent(percent)
    hands.press("N D 2 W 7")
    chip = hands.chip("leaving.would_have", "nothing")
    hands.until(lambda: hands.page.scroller.verticalScrollBar().value() > hands.page.banners.height())
    before = place(hands, chip)
    hands.click(hands.chip("leaving.outcome", "taxi"))

    assert hands.page.banners.isHidden()
    assert place(hands, chip) == before


def test_a_banner_that_goes_leaves_its_place_when_nothing_is_above(hands: Hands) -> None:
    """At the top of a page in large text the row stays under the hand, until somebody moves on."""
    hands.window.keeper.set_text_percent(150)
    hands.press("N D")
    chip = hands.chip("arrival.need", "head_injury")
    hands.press("H")
    hands.page.scroller.verticalScrollBar().setValue(0)
    before = place(hands, chip)
    hands.page.banners.stay()
    hands.click(chip)
    assert place(hands, chip) == before
    assert not hands.page.banners.isHidden()
    hands.press("1")

    assert hands.page.banners.isHidden()


def test_after_a_key_the_rows_make_room(hands: Hands) -> None:
    """Nobody's hand is over them: the section begins below the banner."""
    hands.press("N D 2 C")
    section = hands.page.form.section_widget(Section.TRIAGE)
    banner = hands.page.banners.danger
    assert banner.isVisible()
    assert place(hands, section) >= place(hands, banner) + banner.height()


def test_what_can_be_done_about_a_returner_stands_beside_what_is_known(hands: Hands, tmp_path: Path) -> None:
    """Each with its key; danger comes first, and then one button stands for all of them."""
    link(hands, tmp_path)
    always = {words("returning.more"), words("returning.brief_advice")}
    acts = {words("returning.act.not_them"), words("returning.act.earlier_nights")}
    assert buttons(hands).keys() == always | acts
    hands.press("C")
    assert buttons(hands).keys() == set()
    assert hands.button(words("returning.act.here_before")).isVisible()
    hands.press("C")
    hands.click(buttons(hands)[words("returning.act.not_them")])
    hands.settle()
    assert hands.visit.person_id == hands.visit.id


@pytest.mark.parametrize("percent", [150, 200])
def test_with_large_text_a_returner_stays_in_sight(hands: Hands, tmp_path: Path, percent: int) -> None:
    """Whichever section is read, the banner is whole and below the tabs."""
    link(hands, tmp_path)
    hands.shown.keeper.set_text_percent(percent)
    for section in (Section.ARRIVAL, Section.CARE, Section.LEAVING):
        hands.page.go_to(section)
        hands.settle()
        banner = hands.page.banners.seen_before
        assert banner.visibleRegion().boundingRect() == banner.rect(), section


def test_a_banner_about_how_somebody_was_says_when(hands: Hands, clock: SettableClock) -> None:
    """Drowsy, then alert: it stays red for a clinician to close, and calls nobody to ring 999 for then."""
    banner = hands.page.banners.danger
    hands.press("N 3")
    hands.type("r14 s97 b120/80 p80 v t36.8")
    hands.press("Enter")
    begun = banner.accessibleName()
    first, second = clock(), clock.advance(minutes=14)
    hands.press("3")
    hands.type("r14 s97 b120/80 p80 a t36.8")
    hands.press("Enter")
    names = words("visit.banner.was", name="Confused or drowsy", was=clock_text(first), gone=clock_text(second))
    assert begun.startswith(words("red_flags.advice.not_alert"))
    now = f"{words('visit.banner.passed')} {words('visit.banner.why_passed', names=names)}"
    assert banner.accessibleName() == now
    assert len(hands.visit.open_clinical_flags) == 1


def test_a_button_that_vanishes_leaves_the_keyboard_to_its_page(hands: Hands) -> None:
    """Not to the tab of another visit at the top, which *Space* would open."""
    hands.press("N D 1 Esc N D 2")
    shown = hands.visit.id
    hands.click(hands.chip("triage.flag", "skin"))
    hands.until(lambda: not hands.page.banners.is_new)
    hands.click(hands.button(words("visit.banner.called_999")))
    assert hands.focused is hands.page
    hands.press("Space")

    assert (hands.visit.id, hands.visit.ambulance_requested_at is None) == (shown, False)


def test_a_new_visit_says_once_that_no_advice_is_there_yet(hands: Hands) -> None:
    """In the place that is kept free, and not beside the triage as well; so it is for the second visit, too."""
    said = words("visit.advice.nobody_looked")
    found = []
    for keys in ("N", "Esc N"):
        hands.press(keys)
        found.append([mark.text for mark in marks(hands.page) if "No advice yet" in mark.text])

    assert found == [[said], [said]]
