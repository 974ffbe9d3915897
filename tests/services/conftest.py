"""A session with an open shift, and people of every role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.programs import a_program, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mavis.bootstrap import Program, Session
    from mavis.domain.shift import Shift
    from tests.builders import SettableClock


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock) -> Iterator[Program]:
    """A program in a new folder, at ten on a Saturday evening."""
    made = a_program(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def session(program: Program) -> Iterator[Session]:
    """The program unlocked by Dilys, the coordinator."""
    opened = a_session(program)
    yield opened
    opened.close()


@pytest.fixture
def shift(session: Session, program: Program) -> Shift:
    """An open shift."""
    return session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
