"""After a lock the page of a visit stands where it stood, with the same question in use, in every section of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.head_injury import answers
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.ui.pages.steps.column import StepsForm

if TYPE_CHECKING:
    from mavis.ui.presenters.visit.questions import Section
    from tests.ui.windows import Hands


def place(hands: Hands) -> tuple[Section, str, int]:
    """The section, the place whose letters count, and how far the page is scrolled, once it stands still."""
    hands.until(lambda: not hands.page.scroller.is_settling)
    section, bar = hands.page.section, hands.page.scroller.verticalScrollBar()
    return section, hands.page.panels.key_place(section), bar.value()


@pytest.mark.parametrize(
    "keys",
    [
        "N PgDown",
        "N D H 2 Z Y N 0 N N N",
        "N D H 2 PgDown",
        "N D P 2 W G Z",
        "N 3 Esc PgUp",
        "N 4 PgDown",
        "N D 5 PgDown",
        "N A 6 A PgDown",
        "N A 6 R PgUp",
        "N A 6 G Y PgDown",
        "N A 6 T P PgUp",
        "N 7 PgUp",
    ],
)
@pytest.mark.parametrize("hidden", [False, True])
def test_the_page_stands_where_it_stood(hands: Hands, keys: str, hidden: bool) -> None:
    """In view is what was in view, whether the screen was hidden first or locked at once."""
    hands.press(keys)
    stood = place(hands)
    hands.settle()
    if hidden:
        hands.window.veil([])
        hands.session.lock()
        hands.until_locked()
    else:
        hands.lock()
    hands.unlock()

    assert place(hands) == stood


@pytest.mark.parametrize("keys", ["N A 6 A", "N A 6 A M", "N A 6 A M Enter", "N A 6 R W", "N A 6 C Y"])
def test_enter_goes_on_in_safety_where_it_would_have_gone(hands: Hands, keys: str) -> None:
    """The row that was used last is the one in use, whether it has the keyboard or was answered by a letter."""
    gone_to = []
    for locks in (False, True):
        hands.press(keys)
        hands.settle()
        if locks:
            hands.lock()
            hands.unlock()
        hands.press("Enter")
        gone_to.append((hands.page.panels.key_place(hands.page.section), hands.focused.accessibleName()))
        hands.press("F2")

    assert gone_to[0] == gone_to[1]


def test_the_list_of_the_head_injury_goes_on_with_the_sign_in_use(hands: Hands) -> None:
    """Four answers and two rows up, the lock: the next letter answers that sign, and is no category."""
    hands.press("N D H 2 Z N N N N Up Up")
    (asked,) = [form.at for form in hands.page.findChildren(StepsForm) if form.is_live]
    hands.settle()
    hands.lock()
    hands.unlock()
    hands.press("Y")

    assert hands.visit.triage is None
    assert answers(hands.visit)[HeadInjurySign(asked)] is True
