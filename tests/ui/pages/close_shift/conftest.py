"""The close of a shift on the screen, before anything is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.pages.close_shift.page import CloseShiftPage
from mavis.ui.presenters.close_shift.page import CloseShiftPresenter
from tests.ui.looks import activate
from tests.ui.scheme import a_desk, hire, open_night, two_visits

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.tasks import Tasks
    from tests.builders import SettableClock


@pytest.fixture
def desk(program: Program, session: Session, clock: SettableClock, tasks: Tasks) -> Desk:
    """Tonight with four people aboard and two visits."""
    open_night(program, session, hire(session)[:4])
    two_visits(session, clock)
    return a_desk(program, session, tasks)


@pytest.fixture
def page(qtbot: QtBot, keeper: ThemeKeeper, desk: Desk, tasks: Tasks) -> CloseShiftPage:
    """The page on the screen, its first print made."""
    made = CloseShiftPage(keeper, CloseShiftPresenter(desk, tasks, "Dilys"))
    qtbot.addWidget(made)
    made.resize(1214, 712)
    activate(qtbot, made)
    made.enter()
    qtbot.waitUntil(made.preview.print_button.isEnabled, timeout=20_000)
    return made
