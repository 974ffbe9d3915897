"""Somebody goes home while an emergency stands open: the banner stays, and Enter asks once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_ASKED = words("visit.emergency.open", names="Unresponsive")


def _foot(hands: Hands) -> list[str]:
    return [label.text() for label in hands.page.foot.findChildren(TextLabel) if label.isVisible()]


def test_the_banner_stays_until_the_visit_is_finished(hands: Hands) -> None:
    """To pick how they leave takes nothing away; gone with the ambulance, and nobody is told to call one."""
    hands.press("N 2 U R 7 F")
    assert hands.page.banners.danger.isVisible()
    hands.press("E")
    assert not hands.page.banners.danger.isVisible()


def test_enter_asks_once_more(hands: Hands) -> None:
    """The first says so in the foot and in the message, the second finishes."""
    hands.press("N 2 U R 7 F Enter")
    assert hands.window.page is hands.session.room
    assert _ASKED in _foot(hands)
    assert hands.message.startswith(_ASKED)
    hands.press("Enter")
    assert hands.session.workplace.place == "board"


def test_what_changes_is_asked_about_anew(hands: Hands) -> None:
    """Asked about the friend, then it is a taxi."""
    hands.press("N 2 U R 7 F Enter X")
    assert _ASKED not in _foot(hands)
    hands.press("Enter")
    assert hands.window.page is hands.session.room
    hands.press("Ctrl+9 Enter")
    assert words("visit.emergency.called", names="Unresponsive") in _foot(hands)


def test_who_goes_to_hospital_or_was_told_to_is_not_asked_about(hands: Hands) -> None:
    """One Enter finishes; a visit that is looked at later brings no banner back."""
    hands.press("N 2 U R 7 F . E Enter")
    assert hands.session.workplace.place == "board"
    hands.press("R")
    assert not hands.page.banners.danger.isVisible()
