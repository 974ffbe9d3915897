"""Another person who can take over the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Role
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from tests.ui.windows import Hands

PIN = "2580"


@pytest.fixture
def asha(hands: Hands) -> str:
    """Asha, a lead, who gave her passphrase and a PIN earlier tonight; Dilys is at the screen."""
    session = hands.session.session
    person = session.people.add(session.actor, "Asha", Role.LEAD, FOUR_WORDS)
    hands.program.access.unlock(person.id, FOUR_WORDS, PIN).drop()
    return person.id
