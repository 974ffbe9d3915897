"""The yes to passing on a name makes the open referral; a slip on that question or past it is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from mavis.domain.record.safeguarding import ReferralConsent, ReferralTarget
from mavis.system.wording import label, words
from mavis.ui.pages.visit.alcohol.panel import AlcoholPanel
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.visit.questions import Section
from tests.ui.pages.visit.test_alcohol import TO_SCORE

if TYPE_CHECKING:
    from tests.ui.windows import Hands

TO_MORE_HELP = f"{TO_SCORE} Enter D Enter Enter Y T Enter Y"
"""The talk up to the question whether they would like more help."""


def asked(hands: Hands) -> str:
    """The page of the talk that is asked."""
    found = hands.page.panels[Section.ALCOHOL]
    return found.presenter.page.id if isinstance(found, AlcoholPanel) else ""


def referred(hands: Hands) -> list[tuple[ReferralTarget, ReferralConsent | None]]:
    """Whom the visit is referred to, as the store has it, and whether they agreed."""
    hands.settle()
    return [(one.target, one.consent) for one in hands.stored()[0].referrals]


def test_a_yes_makes_the_open_referral_and_undo_takes_both_back(hands: Hands) -> None:
    """It says so, and F6 lists it."""
    target = inside(label(ReferralTarget.GP_111_UTC))
    hands.press(f"{TO_MORE_HELP} G")
    assert (asked(hands), referred(hands)) == ("consent", [])
    hands.press("Y")
    assert referred(hands) == [(ReferralTarget.GP_111_UTC, ReferralConsent.YES)]
    assert f"Referral to {target} made" in hands.message
    hands.press("F6")
    hands.until(lambda: target in " ".join(one.accessibleName() for one in hands.window.findChildren(QWidget)))
    hands.press("Esc Ctrl+Z")
    assert referred(hands) == []
    assert hands.visit.abi is not None
    assert hands.visit.abi.referral_consent is None


def test_a_no_stands_on_its_page_and_makes_none(hands: Hands) -> None:
    """N means something on the pages around it; a no after a yes takes back the referral that the yes made."""
    hands.press(f"{TO_MORE_HELP} G N")
    assert (asked(hands), referred(hands)) == ("consent", [])
    hands.press("Y")
    hands.press("Backspace N")
    assert (asked(hands), referred(hands)) == ("consent", [])
    hands.press("Enter")
    assert asked(hands) == "follow_up"


def test_a_no_in_safety_is_the_answer_in_the_talk_as_well(hands: Hands) -> None:
    """One truth, and one Undo."""
    hands.press(f"{TO_MORE_HELP} G Y 6 F G N")
    assert referred(hands) == [(ReferralTarget.GP_111_UTC, ReferralConsent.NO)]
    assert hands.visit.abi is not None
    assert hands.visit.abi.referral_consent is False
    hands.press("Ctrl+Z")
    assert referred(hands) == [(ReferralTarget.GP_111_UTC, ReferralConsent.YES)]
    assert hands.visit.abi.referral_consent is True


def test_somebody_else_is_no_referral_yet_and_the_page_says_how_to_make_one(hands: Hands) -> None:
    """Nobody knows who that is."""
    hands.press(f"{TO_MORE_HELP} O Y")
    assert referred(hands) == []
    assert "6 F" in hands.message


def test_a_letter_that_is_no_answer_says_so(hands: Hands) -> None:
    """And the page stays."""
    hands.press(f"{TO_MORE_HELP} Q")
    assert hands.message == words("alcohol.said.no_answer", key="Q")
    assert asked(hands) == "referral"


def test_enter_does_not_pass_by_more_help_or_training_by_a_slip(hands: Hands) -> None:
    """The first says that nobody has answered, the second leaves it open."""
    hands.press(f"{TO_SCORE} Enter D Enter Enter Y T Enter")
    for page, after in (("trained", "referral"), ("referral", "follow_up")):
        hands.press("Enter")
        assert asked(hands) == page
        hands.press("Enter")
        assert asked(hands) == after


def test_under_a_banner_the_list_of_answers_and_the_way_on_are_seen_together(hands: Hands) -> None:
    """Somebody who was here earlier tonight has a banner; the last page has the longest list."""
    hands.press("N D E /")
    hands.type("Jojo")
    hands.press("Enter Enter 7 A Enter N /")
    hands.type("Jojo")
    hands.until(hands.page.suggesting.isVisible)
    hands.press(f"1 {TO_MORE_HELP.removeprefix('N ')} G Y N")
    hands.until(hands.page.banners.seen_before.isVisible)
    found = hands.page.panels[Section.ALCOHOL]
    assert isinstance(found, AlcoholPanel)
    assert asked(hands) == "summary"
    hands.until(lambda: found.foot.visibleRegion().boundingRect() == found.foot.rect())
    top = found.stage.mapTo(hands.page.scroller.viewport(), found.stage.rect().topLeft())
    assert top.y() >= 0


@pytest.mark.parametrize("percent", [100, 200])
def test_a_list_that_is_longer_than_the_screen_is_seen_to_its_end_with_one_key(hands: Hands, percent: int) -> None:
    """All ten questions were asked, and a head injury has its banner: PageDown shows each answer, and the way on."""
    hands.window.keeper.set_text_percent(percent)
    hands.press(f"N H 5 Y Y A {'C ' * 10} Enter Enter Enter Y Q Q Y N Q")
    assert asked(hands) == "summary"
    hands.until(lambda: not hands.page.scroller.is_settling)
    panel = hands.page.panels[Section.ALCOHOL]
    unseen = {one for one in panel.findChildren(QPushButton) if one.isVisible()}
    assert len(unseen) > 20
    for _ in range(7):
        unseen -= {one for one in unseen if one.visibleRegion().boundingRect() == one.rect()}
        hands.press("PgDown")

    assert not unseen
