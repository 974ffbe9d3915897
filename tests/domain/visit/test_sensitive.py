"""A visit without sensitive notes is the same for everybody who may see it."""

from __future__ import annotations

import pytest

from mavis.domain.access.roles import Actor, Role
from mavis.domain.record.care import Note
from mavis.domain.visit.sensitive import left_alone_by, seen_by
from tests.builders import a_visit, at


@pytest.mark.parametrize("role", Role)
def test_plain_notes_are_everybodys(role: Role) -> None:
    """The very same value: nothing is copied, nothing is hidden, anybody may change it."""
    visit = a_visit(notes=(Note("n", "Asks for tea", at("22:00"), "crew-1"),))

    assert seen_by(role, visit) is visit
    assert left_alone_by(Actor("x", role), visit, a_visit()) == a_visit()
