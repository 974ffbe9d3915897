"""A session with an open shift, and people of every role."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from mavis.bootstrap import Program, Session
    from mavis.domain.shift.shift import Shift


@pytest.fixture
def shift(session: Session, program: Program) -> Shift:
    """An open shift."""
    return session.shifts.open_shift(session.actor, session.shifts.plan(program.clock()))
