"""Training in the window: the mark on every screen, the ways in and back, and one program open at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from mavis.bootstrap import open_training
from mavis.domain.errors import UserError
from mavis.system.wording import sentence, words
from mavis.ui.app import run
from mavis.ui.look.theme import ThemeKeeper
from mavis.ui.pages.doors.veil import Veil
from mavis.ui.pages.help.guide import BarView, TrainingBar
from mavis.ui.pages.help.key_list import KeyList
from mavis.ui.printing import CodePaper
from mavis.ui.ways import Way
from mavis.ui.widgets.brand import Brand
from mavis.ui.widgets.guide_keys import GuideKeys
from mavis.ui.widgets.training_mark import TrainingMark
from tests.programs import a_program
from tests.ui.test_printing import text_of
from tests.ui.windows import Hands, at_the_window, set_up

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program
    from mavis.ui.main_window import MainWindow
    from tests.builders import SettableClock

_WIDTH, _TYPICAL = 1366, "N D H Y M 'Grey' Down A 4 W Esc"


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> Iterator[Hands]:
    """Training, locked."""
    made = Hands(qtbot, open_training(tmp_path / "Mavis", clock=clock))
    yield made
    made.close()


def _said(hands: Hands, kind: type[QWidget]) -> list[str]:
    """What the seen labels under widgets of a kind say."""
    widgets = (one for one in hands.window.findChildren(kind) if one.isVisible())
    return [label.text() for one in widgets for label in one.findChildren(QWidget) if hasattr(label, "text")]


def test_every_screen_says_that_it_is_training(hands: Hands) -> None:
    """Title and mark while locked, at the start of a shift and in a visit; the rail and the veil as well."""
    seen = []
    for go_on in (lambda: hands.unlock(words("training.passphrase")), lambda: hands.press("Enter"), None):
        (mark,) = hands.window.findChildren(TrainingMark)
        seen.append(mark.isVisible())
        if go_on is not None:
            go_on()
    hands.until(lambda: hands.session.desk.shift is not None)
    brand = _said(hands, Brand)
    hands.press("N")
    visit_marked = hands.window.findChildren(TrainingMark)[0].isVisible()
    hands.window.veil([])
    veil = _said(hands, Veil)

    assert seen == [True, True, True]
    assert visit_marked
    assert hands.window.windowTitle() == words("training.window_title")
    assert words("window.place.made_up") in brand
    assert words("training.veil") in veil


def test_the_real_window_says_nothing_of_training(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> None:
    """Only the way in is there, and its use closes the real one wholly."""
    program = a_program(tmp_path / "data", clock)
    set_up(program)
    real = Hands(qtbot, program)
    marks, title = real.window.findChildren(TrainingMark), real.window.windowTitle()
    real.click(real.button(words("training.open")))
    wish, gone = real.shown.wish, not isValid(real.window) or not real.window.isVisible()
    real.close()
    a_program(tmp_path / "data", clock).close()

    assert (marks, title) == ([], words("window.title"))
    assert (wish, gone) == (Way.TRAINING, True)


def test_the_first_start_offers_training(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> None:
    """Before anything is set up, somebody can look first."""
    real = Hands(qtbot, a_program(tmp_path / "data", clock))
    real.click(real.button(words("training.open")))
    wish = real.shown.wish
    real.close()

    assert wish is Way.TRAINING


def test_a_click_on_the_bar_leaves_the_keyboard_where_it_was(hands: Hands) -> None:
    """The next letter still goes to the page."""
    hands.unlock(words("training.passphrase"))
    hands.press("Enter")
    hands.until(lambda: hands.session.desk.shift is not None)
    before = hands.focused
    hands.click(hands.button(words("guide.skip")))

    assert hands.focused is before


def test_a_key_skips_a_step_from_anywhere_and_stands_on_the_sheet(hands: Hands) -> None:
    """Ctrl+J, also from the name of a visit; F1 names it."""
    hands.unlock(words("training.passphrase"))
    hands.press("Enter")
    hands.until(lambda: hands.session.desk.shift is not None)
    (bar,) = hands.window.findChildren(TrainingBar)
    hands.until(lambda: bar.accessibleDescription().startswith(words("guide.progress", number=2, steps=10)))
    hands.press("N / Ctrl+J")
    assert bar.accessibleDescription().startswith(words("guide.progress", number=3, steps=10))
    hands.press("F1")

    assert any(words("shortcuts.training.skip") in text for text in _said(hands, KeyList))


def test_the_guide_goes_on_with_whoever_takes_over(hands: Hands) -> None:
    """Sam takes over by a PIN in the middle of the night; his six keys are the next step."""
    hands.unlock(words("training.passphrase"))
    hands.press("Enter")
    hands.until(lambda: hands.session.desk.shift is not None)
    sam, before = hands.program.access.people()[1], hands.session
    hands.program.access.unlock(sam.id, words("training.passphrase"), "2580").drop()
    hands.press("F9 2 2 5 8 0")
    hands.until(lambda: hands.shown.session not in (None, before) and hands.session.is_ready)
    hands.settle()
    (bar,) = hands.window.findChildren(TrainingBar)
    begun = bar.accessibleDescription()
    hands.press(words("guide.step.quick.keys"))
    hands.until(lambda: bar.accessibleDescription() != begun)

    assert begun.startswith(words("guide.progress", number=2, steps=10))
    assert bar.accessibleDescription().startswith(words("guide.progress", number=3, steps=10))
    assert hands.session.session.actor.id == sam.id


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_the_bar_fits_at_every_size_of_text(qtbot: QtBot, percent: int) -> None:
    """Never wider than the window, never over a third of its height, and no key outside it."""
    keeper = ThemeKeeper()
    keeper.set_text_percent(percent)
    bar = TrainingBar(keeper)
    qtbot.addWidget(bar)
    said = words("guide.step.overdue.say")
    bar.show_view(BarView(said, tuple(_TYPICAL.split()), "notice", "3 of 10", frozenset({"skip", "rest"})))
    bar.resize(_WIDTH, bar.heightForWidth(_WIDTH))
    bar.show()
    keys = bar.findChildren(GuideKeys)[0]

    assert bar.minimumSizeHint().width() <= _WIDTH
    assert bar.height() <= 768 / 3
    assert keys.height() >= keys.heightForWidth(keys.width())


def test_the_recovery_code_of_training_is_marked() -> None:
    """A sheet of training never looks like the one for the locked drawer."""
    marked, real = text_of(CodePaper("ABCD", training=True).pdf()), text_of(CodePaper("ABCD").pdf())

    assert words("training.paper") in marked
    assert words("training.paper") not in real


def test_one_program_is_closed_before_the_next_is_opened(
    qapp: QApplication, tmp_path: Path, clock: SettableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the real one to training, where somebody left something in the way: back again, with a word about it."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    data = tmp_path / "data"
    opened: list[Way] = []
    said: list[str] = []

    def opens(way: Way) -> Program:
        opened.append(way)
        if way is Way.REAL:
            return a_program(data, clock)
        a_program(data, clock).close()  # the real one has let go of its folder
        raise UserError("training_folder_taken")

    def click_then_close(window: MainWindow) -> None:
        if opened:
            said.append(window.status.slot.accessibleName())
            window.close()
            return
        at_the_window(qapp, click_then_close)
        buttons = window.page.findChildren(QAbstractButton) if window.page is not None else []
        next(one for one in buttons if one.accessibleName() == words("training.open")).click()

    at_the_window(qapp, click_then_close)
    status = run(a_program(data, clock), opens)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")

    assert (status, opened) == (0, [Way.TRAINING, Way.REAL])
    assert sentence(UserError("training_folder_taken")) in said[0]
