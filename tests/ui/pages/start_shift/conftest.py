"""The start of a shift on the screen, a week after the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.pages.start_shift.page import StartShiftPage
from mavis.ui.presenters.start_shift.page import StartShiftPresenter
from tests.ui.looks import activate
from tests.ui.scheme import a_desk, last_week, settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.tasks import Tasks
    from tests.builders import SettableClock


@pytest.fixture
def evening(program: Program, session: Session, clock: SettableClock) -> SettableClock:
    """The clock when the page opens; tests of another time have their own."""
    last_week(program, session, clock)
    return clock


@pytest.fixture
def opening(
    qtbot: QtBot, keeper: ThemeKeeper, program: Program, session: Session, evening: SettableClock, tasks: Tasks
) -> StartShiftPage:
    """The page on the screen, its plan on the way."""
    made = StartShiftPage(keeper, StartShiftPresenter(a_desk(program, session, tasks), tasks))
    qtbot.addWidget(made)
    made.resize(1214, 712)
    activate(qtbot, made)
    made.enter()
    return made


@pytest.fixture
def page(qtbot: QtBot, opening: StartShiftPage, tasks: Tasks) -> StartShiftPage:
    """The page with last week's crew filled in."""
    settled(qtbot, tasks)
    return opening
