"""The page of the settings, on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.pages.settings.page import SettingsPage
from mavis.ui.presenters.settings.page import SettingsPresenter
from mavis.ui.presenters.settings.people import PeoplePresenter
from tests.ui.looks import activate
from tests.ui.scheme import settled

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.tasks import Tasks


@pytest.fixture
def page(qtbot: QtBot, keeper: ThemeKeeper, program: Program, session: Session, tasks: Tasks) -> SettingsPage:
    """The page of the coordinator."""
    made = SettingsPage(keeper, SettingsPresenter(program, session, tasks), PeoplePresenter(program, session, tasks))
    qtbot.addWidget(made)
    made.resize(1214, 712)
    activate(qtbot, made)
    made.enter()
    qtbot.waitUntil(lambda: made.is_whole)
    settled(qtbot, tasks)
    return made
