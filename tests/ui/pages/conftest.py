"""A session of an invented scheme, and the lanes that pages send their work through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.ui.tasks import Tasks
from tests.programs import a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.ui.theme import ThemeKeeper
    from tests.builders import SettableClock


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock) -> Iterator[Program]:
    """A program in a new folder."""
    made = a_program(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def session(program: Program) -> Iterator[Session]:
    """The program unlocked by its coordinator."""
    opened = a_session(program)
    yield opened
    opened.close()


@pytest.fixture
def tasks(keeper: ThemeKeeper, session: Session) -> Iterator[Tasks]:
    """Both lanes; they run dry before the session closes."""
    made = Tasks()
    yield made
    made.finish()
    made.deleteLater()
