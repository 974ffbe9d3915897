"""The application in its usual look, for every test of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs import Prepared, a_program, prepared
from tests.ui.looks import dressed
from tests.ui.walked import Walked, walk_once
from tests.ui.windows import Hands, begin_night, set_up
from tests.untraced import untraced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from mavis.bootstrap import Program
    from mavis.ui.look.theme import ThemeKeeper
    from tests.builders import SettableClock


@pytest.fixture(scope="session")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """One walk through every page for all tests of every page: it takes longer than they do."""
    return walk_once(tmp_path_factory.mktemp("walked") / "night")


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    """The keeper of the dark theme at 100 % text; its look is taken off again after the test."""
    made = dressed(qapp)
    yield made
    made.deleteLater()


@pytest.fixture(scope="session")
def _hired(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(tmp_path_factory.mktemp("hired") / "data", set_up)


@pytest.fixture(scope="session")
def _begun(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(tmp_path_factory.mktemp("begun") / "data", begin_night)


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path: Path, clock: SettableClock) -> Iterator[Hands]:
    """The window of a Mavis that nobody has set up."""
    yield from _hands(qtbot, a_program(tmp_path / "data", clock))


@pytest.fixture
def locked(qtbot: QtBot, tmp_path: Path, clock: SettableClock, _begun: Prepared) -> Iterator[Hands]:
    """The window, locked, with a night that has begun behind it."""
    yield from _hands(qtbot, _begun.copied(tmp_path / "data", clock))


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, clock: SettableClock, _begun: Prepared) -> Iterator[Hands]:
    """The window at the board of a night that has begun."""
    yield from _inside(qtbot, _begun.copied(tmp_path / "data", clock))


@pytest.fixture
def before_the_night(qtbot: QtBot, tmp_path: Path, clock: SettableClock, _hired: Prepared) -> Iterator[Hands]:
    """The window at the start of a shift."""
    yield from _inside(qtbot, _hired.copied(tmp_path / "data", clock))


def _hands(qtbot: QtBot, program: Program) -> Iterator[Hands]:
    made = Hands(qtbot, program)
    yield made
    made.close()


def _inside(qtbot: QtBot, program: Program) -> Iterator[Hands]:
    """Unlocked on the way to a test of something else; the tests of the doors have counted the lines of that way."""
    with untraced():
        made = Hands(qtbot, program)
        made.unlock()
    yield made
    with untraced():
        made.close()
