"""A column of many questions is built in turns of the window, and no key falls between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from mavis.ui.keys.shortcuts import letters
from mavis.ui.pages.steps.column import StepsForm
from mavis.ui.presenters.steps.column import StepPresenter, StepState
from mavis.ui.presenters.steps.referral import referral_steps

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper
    from tests.ui.windows import Hands


class _AllAsked(StepPresenter):
    """Asks more steps than are built at once, and notes what is chosen."""

    def __init__(self) -> None:
        self.steps = referral_steps("open_referrals")
        self.chosen: list[tuple[str, str]] = []

    def states(self) -> dict[str, StepState]:
        """Nothing is answered."""
        return {step.id: StepState() for step in self.steps}

    def choose(self, step_id: str, code: str, on: bool) -> str:
        """Note it."""
        self.chosen.append((step_id, code if on else ""))
        return ""

    def write(self, step_id: str, text: str) -> None:
        """Nothing is typed."""


def test_the_first_rows_are_there_at_once_and_the_others_follow(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """In the order of the steps, without another word from anybody."""
    presenter = _AllAsked()
    form = StepsForm(keeper, presenter)
    qtbot.addWidget(form)
    form.refresh()
    at_once = list(form.rows)
    qtbot.waitUntil(lambda: len(form.rows) == len(presenter.steps))

    assert at_once == [step.id for step in presenter.steps][: len(at_once)]
    assert 0 < len(at_once) < len(presenter.steps)
    assert list(form.rows) == [step.id for step in presenter.steps]


def test_a_key_of_a_row_that_is_not_there_yet_counts(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """Somebody who knows the page is faster than the turns of the window."""
    presenter = _AllAsked()
    form = StepsForm(keeper, presenter)
    qtbot.addWidget(form)
    form.refresh()
    late = next(step for step in reversed(presenter.steps) if step.actions)
    code, action = next(iter(late.actions.items()))
    form.begin(late.id)

    assert form.press(letters()[action])
    assert presenter.chosen[0] == (late.id, code)


def test_a_click_on_an_answer_moves_nothing_under_the_hand(hands: Hands) -> None:
    """The field that follows lies below the screen: a click leaves it there, and a key brings it into view."""
    hands.press("N W 6 G")
    hands.until(lambda: not hands.page.scroller.is_settling)
    form = next(one for one in hands.page.findChildren(StepsForm) if "front_door_told" in one.rows)
    chip = form.rows["front_door_told"].findChildren(QAbstractButton)[0]
    bar, seen = hands.page.scroller.verticalScrollBar(), hands.page.scroller.viewport()
    bar.setValue(bar.value() + chip.mapTo(seen, chip.rect().bottomLeft()).y() - seen.height() + 1)
    before = chip.mapTo(hands.window, QPoint(0, 0))
    hands.click(chip)
    hands.settle()
    assert chip.mapTo(hands.window, QPoint(0, 0)) == before
    assert form.at == "front_door_told"

    hands.press("Enter")
    hands.until(lambda: form.rows["handed_to"].isAncestorOf(hands.focused))
    hands.until(lambda: hands.focused.visibleRegion().boundingRect() == hands.focused.rect())
    assert form.presenter.states()["front_door_told"].chosen == {"yes"}
