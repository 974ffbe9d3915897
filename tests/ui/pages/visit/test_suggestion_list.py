"""Knowing somebody who was here before, by real keys: found while the name is typed, taken by a digit, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from mavis.domain.record.identity import AgeBand, Gender
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.system.wording import words
from mavis.ui.keys.blind_keys import BlindKeys
from mavis.ui.look.tokens import TARGET
from mavis.ui.pages.help.palette import Palette
from mavis.ui.pages.people.earlier_nights import EarlierNights
from mavis.ui.presenters.people.suggestions import MOST
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.presenters.visit.questions import Section

if TYPE_CHECKING:
    from mavis.ui.pages.visit.suggestion_list import SuggestionList
    from tests.builders import SettableClock
    from tests.ui.windows import Hands


def _list(hands: Hands) -> SuggestionList:
    return hands.page.suggesting


def _shown(hands: Hands) -> list[str]:
    return [row.accessibleName() for row in _list(hands).rows if row.isVisible()]


def _told(hands: Hands) -> str:
    """What the visit says of earlier nights."""
    return hands.page.banners.seen_before.accessibleName()


def _typed(hands: Hands, text: str) -> None:
    """Type a name into a new visit, and wait for who may be meant."""
    hands.press("N /")
    hands.type(text)
    hands.until(_list(hands).isVisible)


@pytest.mark.parametrize("text", ["oneil", "kate", "O'Ne"])
def test_typing_offers_who_may_be_meant_with_the_reason(known: Hands, text: str) -> None:
    """A slip, a nickname, a right beginning; the visit is linked to nobody by it."""
    _typed(known, text)
    (row,) = _shown(known)
    assert row.startswith("Catherine O'Neill: ")
    assert row.endswith("last seen 7 March 2026")
    known.press("Enter")
    known.settle()
    (visit,) = known.stored()
    assert (visit.name, visit.person_id) == (text, visit.id)
    assert not _list(known).isVisible()


def test_a_digit_takes_the_person_and_undo_gives_back_what_was_typed(known: Hands) -> None:
    """/, three letters and 1: five keys; the page stays at the needs and says that they were here before."""
    known.press("N")
    known.uses = 0
    known.press("/")
    known.type("kat")
    known.until(_list(known).isVisible)
    known.press("1")
    known.settle()
    assert known.uses == 5
    (visit,) = known.stored()
    assert visit.name == "Catherine O'Neill"
    assert visit.person_id not in {None, visit.id}
    assert known.page.section is Section.ARRIVAL
    assert known.page.header.name.text == "Catherine O'Neill"
    assert words("returning.story.seen", n=1, last="Saturday 7 March") in _told(known)

    known.press("Ctrl+Z")
    known.settle()
    (visit,) = known.stored()
    assert (visit.name, visit.person_id) == ("kat", visit.id)
    assert known.page.banners.seen_before.isHidden()


def test_the_list_stays_below_the_name_when_the_text_grows(known: Hands) -> None:
    """It covers nothing of what is typed, and each row is whole."""
    _typed(known, "kat")
    known.window.keeper.set_text_percent(125)
    name, shown = known.page.header.name, _list(known)
    known.until(lambda: shown.rows[0].height() == known.window.keeper.px(TARGET))
    known.until(lambda: shown.y() >= name.mapTo(known.page, name.rect().bottomLeft()).y())

    assert shown.rect().contains(shown.rows[0].geometry())
    known.press("1")
    known.settle()
    assert known.visit.name == "Catherine O'Neill"


def test_linking_brings_over_gender_and_age_and_one_undo_takes_all_back(known: Hands) -> None:
    """The log knew them, though nobody said tonight how the age is known.

    What is typed before stays, and saying that it is not them takes back what came with them.
    """
    _typed(known, "kat")
    known.press("1")
    known.settle()
    (visit,) = known.stored()
    assert (visit.gender, visit.age_band, visit.age_source) == (Gender.FEMALE, AgeBand.FROM_25, None)
    known.press("Ctrl+Z")
    known.settle()
    (visit,) = known.stored()
    assert (visit.gender, visit.age_band, visit.age_source) == (None, None, None)
    known.press("/")
    known.until(_list(known).isVisible)
    known.press("1")
    known.until(lambda: not known.page.banners.seen_before.isHidden())
    known.press("Ctrl+2")
    known.settle()
    (visit,) = known.stored()
    assert (visit.person_id, visit.gender, visit.age_band) == (visit.id, None, None)


def test_coming_back_to_a_name_offers_again_and_a_digit_stays_in_the_section(known: Hands) -> None:
    """Enter meant somebody new; later, in triage, the stroke offers them once more, and triage keeps the letters."""
    _typed(known, "kat")
    known.press("Down")
    assert known.page.section is Section.TRIAGE
    known.press("/")
    known.until(_list(known).isVisible)
    known.press("1")
    known.settle()
    assert known.stored()[0].name == "Catherine O'Neill"
    assert known.page.section is Section.TRIAGE
    assert known.focused is known.page
    known.press("/")
    known.settle()
    QApplication.processEvents()
    assert not _list(known).isVisible()


def test_advice_that_is_due_shows_in_the_visit_and_on_the_card(known: Hands) -> None:
    """Somebody in drink who comes back; 5 leads to it."""
    _typed(known, "kat")
    known.press("1 1 D")
    known.until(known.page.banners.seen_before.isVisible)
    buttons = known.page.banners.seen_before.findChildren(QAbstractButton)
    due = words("returning.brief_advice")
    known.until(lambda: due in [button.accessibleName() for button in buttons if button.isVisible()])
    known.press("Esc")
    (card,) = known.session.board.cards()
    assert words("returning.card.advice_due") in [sign.words for sign in card.signs]
    assert words("returning.card.seen") in [sign.words for sign in card.signs]


def test_the_banner_says_when_they_were_here_earlier_tonight(known: Hands, clock: SettableClock) -> None:
    """The code of that visit and its time, so that it can be looked up."""
    _typed(known, "kat")
    known.press("1 Esc")
    known.settle()
    (first,) = known.stored()
    clock.advance(minutes=30)
    _typed(known, "kat")
    known.press("1")
    start = clock_text(first.arrived_at)
    said = words("returning.story.tonight_open", code=first.code, start=start)
    known.until(lambda: said in _told(known))


def test_escape_closes_the_list_and_keeps_the_field(known: Hands) -> None:
    """One step back; the next one leads out of the field."""
    _typed(known, "kat")
    known.press("Esc")
    assert not _list(known).isVisible()
    assert known.focused is known.page.header.name.edit
    assert known.page.header.name.text == "kat"


def test_a_digit_at_the_hidden_page_only_shows_the_list_again(known: Hands) -> None:
    """It is no letter of the name and takes nobody, until somebody has looked; a letter goes on with the name."""
    _typed(known, "kat")
    known.window.veil([])
    known.press("1")
    assert (known.page.header.name.text, known.message) == ("kat", words("window.typed_blind"))
    known.until(lambda: _list(known).isVisible() and not known.window.findChildren(BlindKeys))
    known.window.veil([])
    known.press("e")
    assert known.page.header.name.text == "kate"
    known.until(_list(known).isVisible)
    known.press("1")

    assert known.page.header.name.text == "Catherine O'Neill"


def test_one_letter_offers_nobody(known: Hands) -> None:
    """It would be half the town."""
    known.press("N /")
    known.type("k")
    known.settle()
    QApplication.processEvents()
    assert not _list(known).isVisible()


def test_a_touch_takes_a_row(known: Hands) -> None:
    """With the pointer as well."""
    _typed(known, "kerr")
    known.click(_list(known).rows[0])
    known.settle()
    (visit,) = known.stored()
    assert visit.name == "Robert Kerr"
    assert words("returning.story.seen", n=1, last="Saturday 28 February") in _told(known)


def test_the_banner_offers_what_else_can_be_done_and_each_has_a_key(known: Hands) -> None:
    """Ctrl+1 lists it, Ctrl+6 refers to street outreach once, Ctrl+3 asks why, Ctrl+2 says it is not them."""
    _typed(known, "kat")
    known.press("1")
    known.until(lambda: not known.page.banners.seen_before.isHidden())
    known.press("Ctrl+1")
    (palette,) = known.window.findChildren(Palette)
    assert palette.presenter.find("").total == 4
    known.press("Esc Ctrl+6 Esc Ctrl+6")
    known.settle()
    (visit,) = known.stored()
    assert [made.target for made in visit.referrals] == [ReferralTarget.STREET_OUTREACH]
    assert known.page.section is Section.SAFETY
    known.press("Ctrl+3")
    (nights,) = known.window.findChildren(EarlierNights)
    assert nights.isVisible()
    known.press("Esc Ctrl+2")
    known.settle()
    (visit,) = known.stored()
    assert visit.person_id == visit.id
    known.press("Ctrl+5")
    known.settle()
    (visit,) = known.stored()
    assert len(visit.referrals) == 1


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_all_who_may_be_meant_are_seen_whole(hands: Hands, percent: int) -> None:
    """Four of them, and of somebody who was here tonight as whom, when and how they looked, not a day."""
    for name in ("Jojo Ash", "Jojo Birch", "Jojo Cole", "Jojo Dane"):
        hands.press("N /")
        hands.type(name)
        hands.press("Enter")
        hands.type("pink wig")
        hands.press("Esc 7 A Enter")
    hands.settle()
    hands.window.keeper.set_text_percent(percent)
    _typed(hands, "Jojo")
    hands.until(lambda: len(_shown(hands)) == MOST)

    assert _list(hands).visibleRegion().boundingRect() == _list(hands).rect()
    (ash,) = [row for row in _shown(hands) if row.startswith("Jojo Ash")]
    (visit,) = [one for one in hands.stored() if one.name == "Jojo Ash"]
    assert ash.endswith(f"here tonight as {visit.code}, {clock_text(visit.arrived_at)}, pink wig")


def test_no_row_has_the_bar_of_enter_for_enter_takes_none(known: Hands) -> None:
    """The left edge of the row is as that of the list: only a row that Enter takes has a bar there."""
    _typed(known, "kat")
    row = next(row for row in _list(known).rows if row.isVisible()).grab().toImage()
    middle = row.height() // 2

    assert row.pixelColor(0, middle) == row.pixelColor(row.width() // 2, 4)
