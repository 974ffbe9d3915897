"""A night that is played by a script is the same night each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.bootstrap.scripted import RECOVERY_CODE, open_scripted
from mavis.domain.errors import UserError
from tests.programs import FOUR_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Program
    from tests.builders import SettableClock


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock) -> Program:
    """A program in a folder of its own, set up."""
    made = open_scripted(tmp_path / "data", clock)
    assert made.access.create("Weston MAVISbus", "Dilys", FOUR_WORDS) == RECOVERY_CODE
    return made


def test_the_code_on_the_paper_opens_it(program: Program) -> None:
    """It is always the same, and passes the check that a slip of the pen would not."""
    session = program.unlock_with_recovery(RECOVERY_CODE)

    assert session.actor.id == program.access.people()[0].id
    session.close()
    program.close()


def test_wrong_guesses_wait_by_the_clock_of_the_script(program: Program, clock: SettableClock) -> None:
    """So that the words of the refusal never differ, and nobody has to wait for real."""
    dilys = program.access.people()[0].id
    for refusal in ("passphrase_wrong", "too_many_guesses"):
        with pytest.raises(UserError) as refused:
            program.unlock(dilys, "not the words")
        assert refused.value.key == refusal

    clock.advance(minutes=1)
    program.unlock(dilys, FOUR_WORDS).close()
    program.close()
