"""The foot of *Leaving* says what is still to be answered, and leaves the answers above it their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from mavis.system.wording import words
from mavis.ui.look.tokens import TARGET
from mavis.ui.widgets.text import TextLabel
from tests.ui.drawn import cut, marks
from tests.ui.windows import SIZE

if TYPE_CHECKING:
    from tests.ui.windows import Hands

_MODEST = 0.3
_RED = words("visit.untriaged.red", names="Head injury, Unresponsive")
_WAY = words("safety.left_flagged", more=".", letter="E")
_FLAGGED = "N H D 2 U 7 F"
"""A drunk head injury who does not wake up, nobody has triaged, and who goes home."""


def _said(hands: Hands) -> list[str]:
    lines = hands.page.foot.findChildren(TextLabel)
    return [line.text() for line in lines if line.isVisible() and line.text() and line.wordWrap()]


def _grow(hands: Hands, percent: int) -> None:
    hands.window.keeper.set_text_percent(percent)
    for _round in range(6):
        QApplication.processEvents()


def _more(hands: Hands) -> list[QAbstractButton]:
    """The button that turns to what else is said, where there is one."""
    names = {words("visit.foot_first"), *(words("visit.foot_more", count=count) for count in range(4))}
    buttons = hands.page.foot.findChildren(QAbstractButton)
    return [one for one in buttons if one.isVisible() and one.accessibleName() in names]


@pytest.mark.parametrize("answers", ["O", "N I", "N I Enter"])
@pytest.mark.parametrize("percent", [100, 125, 150, 175, 200])
def test_the_foot_is_modest_and_whole_at_every_size_of_text(hands: Hands, percent: int, answers: str) -> None:
    """Whatever it says, a row of answers is seen above it, no line is cut, and the rest is counted on a button."""
    hands.press(f"{_FLAGGED} {answers}")
    _grow(hands, percent)
    foot, rows = hands.page.foot, hands.page.scroller

    assert foot.height() <= _MODEST * SIZE[1]
    assert rows.height() >= hands.window.keeper.px(56)
    for line in foot.findChildren(TextLabel):
        assert not line.isVisible() or line.height() >= line.heightForWidth(line.width())


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_an_emergency_that_is_asked_about_leaves_two_rows_of_answers(hands: Hands, percent: int) -> None:
    """Nothing of the banner and the foot is cut, also where the page is narrowest; each says why only with room."""
    hands.press("N D 2 C W Ctrl+9 7 F Enter")
    _grow(hands, percent)

    assert cut(marks(hands.window)) == []
    assert hands.page.scroller.height() >= 2 * hands.window.keeper.px(TARGET)


def test_nothing_at_the_foot_moves_once_they_have_left(hands: Hands) -> None:
    """At a quarter more text the words stand above the button, which keeps its place when the time comes."""
    hands.press("N D 7")
    _grow(hands, 125)
    button = hands.button(words("visit.finish"))
    before = button.mapTo(hands.window, QPoint(0, 0)).x()
    hands.press("A")

    assert hands.page.foot.left_at.isVisible()
    assert button.mapTo(hands.window, QPoint(0, 0)).x() == before


def test_what_is_to_be_answered_is_seen_first(hands: Hands) -> None:
    """Triage and A&E come before what the visit counts as, also with the largest text."""
    hands.press(f"{_FLAGGED} O")
    for percent in (100, 200):
        _grow(hands, percent)
        assert _said(hands)[:2] == [_RED, _WAY]


def test_the_rest_is_turned_to_and_comes_back(hands: Hands) -> None:
    """By click or with Space; the last leaf leads back to the first, and so do a new answer and the next look."""
    hands.press(f"{_FLAGGED} O")
    _grow(hands, 200)
    (more,) = _more(hands)
    assert more.accessibleName() == words("visit.foot_more", count=2)
    hands.click(more)
    assert _said(hands)[0] == words("visit.claim.nothing")
    more.setFocus(Qt.FocusReason.TabFocusReason)
    while more.accessibleName() != words("visit.foot_first"):
        hands.press("Space")
    assert _said(hands)[-1] == words("visit.claim.withheld_head_injury")
    hands.press("Space")
    assert _said(hands) == [_RED, _WAY]
    hands.click(more)
    hands.page.setFocus()
    hands.press("Z")
    assert _said(hands)[0] == _RED
    hands.click(more)
    hands.page.setFocus()
    hands.press("6 7")
    assert _said(hands)[0] == _RED


def test_few_words_need_no_button(hands: Hands) -> None:
    """A claim and its proof stand there as they are."""
    hands.press("N D 2 G 7 A O U")
    assert _more(hands) == []
    assert _said(hands)[1] == words("visit.claim.proof_no_flag")
    hands.press("Z")
    assert _said(hands) == [words("visit.claim.nothing")]


def test_many_flags_are_counted(hands: Hands) -> None:
    """The first is named; the banner and triage name the others."""
    hands.press("N H D 2 U K B P 7 F")
    assert _said(hands)[0] == words("visit.untriaged.red", names=words("visit.names_and", n=4, names="Head injury"))
