"""Wrong guesses are slowed down, whatever is done to the program or the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.errors import MavisError, StorageError, UserError
from mavis.storage.throttle import Throttle
from mavis.system.single_instance import FileLock

if TYPE_CHECKING:
    from pathlib import Path


class Machine:
    """A laptop whose stopwatch begins again when it is restarted; true time goes on."""

    def __init__(self, path: Path) -> None:
        """Start at true time 0 with some running time already gone."""
        self.path = path
        self.true = 0.0
        self.started = -100.0
        self.throttle = Throttle(path, self.stopwatch)

    def stopwatch(self) -> float:
        """Seconds since the machine was started."""
        return self.true - self.started

    def restart_program(self) -> None:
        """Kill the program and start it again."""
        self.throttle = Throttle(self.path, self.stopwatch)

    def restart_machine(self) -> None:
        """Switch off and on."""
        self.started = self.true
        self.restart_program()

    def guess(self, slot: str, right: bool = False) -> bool:
        """Make a guess; says whether it was let through to be checked."""
        try:
            with self.throttle.guess(slot):
                if not right:
                    raise LookupError
        except LookupError:
            return True
        except UserError:
            return False
        return True


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A fresh laptop."""
    return Machine(tmp_path / "guesses.json")


def test_the_wait_doubles_from_one_second_to_fifteen_minutes(machine: Machine) -> None:
    """1, 2, 4 … 512, 900, 900."""
    waits = []
    for _ in range(13):
        assert machine.guess("amber")
        waits.append(machine.throttle.wait_seconds())
        machine.true += waits[-1]
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


def test_a_guess_too_soon_is_not_checked_and_says_how_long(machine: Machine) -> None:
    """The fact ``seconds`` is what the screen counts down."""
    machine.guess("amber")
    machine.true += 0.5
    with pytest.raises(UserError) as caught, machine.throttle.guess("amber"):
        pytest.fail("the guess was checked")
    assert caught.value.facts == {"n": 1}


def test_the_count_is_on_the_disk_before_the_check(machine: Machine) -> None:
    """A kill during the check does not win a guess."""
    with machine.throttle.guess("amber"):
        machine.restart_program()
        assert machine.throttle.wait_seconds() == 1


def test_a_restarted_machine_waits_by_its_own_running_time(machine: Machine) -> None:
    """Switching off and on gains nothing, and loses no more than the wait."""
    for _ in range(9):
        machine.guess("amber")
        machine.true += machine.throttle.wait_seconds()
    machine.guess("amber")
    machine.restart_machine()
    assert machine.throttle.wait_seconds() == 512
    machine.true += 600
    assert machine.throttle.wait_seconds() == 0


def test_a_right_guess_forgives_its_own_slot_only(machine: Machine) -> None:
    """Nobody buys quick guesses at another's passphrase with their own."""
    for _ in range(3):
        machine.guess("amber")
        machine.true += machine.throttle.wait_seconds()
    assert machine.guess("bo", right=True)
    assert machine.throttle.wait_seconds() == 0
    machine.guess("amber")
    assert machine.throttle.wait_seconds() == 8
    machine.true += 8
    machine.guess("amber", right=True)
    machine.guess("bo")
    assert machine.throttle.wait_seconds() == 1


def test_an_hour_of_quiet_begins_again(machine: Machine) -> None:
    """A slip from last week does not make tonight's dearer."""
    for _ in range(8):
        machine.guess("amber")
        machine.true += machine.throttle.wait_seconds()
    machine.true += 3600
    machine.guess("amber")
    assert machine.throttle.wait_seconds() == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"counts": 3, "at": 0}', b'{"counts": {"a": "x"}, "at": 0}'])
def test_a_damaged_count_means_the_longest_wait_never_more(machine: Machine, content: bytes) -> None:
    """Spoiling the file gains nothing, and wipes nothing."""
    machine.path.write_bytes(content)
    assert machine.throttle.wait_seconds() == 900
    machine.true += 900
    assert machine.guess("amber", right=True)


def test_a_count_that_cannot_be_written_means_no_guess(tmp_path: Path) -> None:
    """No record, no check."""
    machine = Machine(tmp_path / "gone" / "guesses.json")
    with pytest.raises(StorageError, match="folder_missing"):
        machine.guess("amber")


def test_two_programs_do_not_guess_side_by_side(machine: Machine) -> None:
    """The second is told that the first is at it."""
    with FileLock(machine.path.with_suffix(".lock")), pytest.raises(MavisError, match="database_locked"):
        machine.guess("amber")


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["amber", "bo", "own", "kill", "reboot"]),
        st.one_of(st.floats(0, 3), st.floats(0, 400), st.floats(0, 5000)),
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS, patient=st.booleans())
def test_never_more_than_ten_wrong_guesses_in_five_minutes(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, float]], patient: bool
) -> None:
    """Whoever knows only their own passphrase, and kills, restarts and waits as they like."""
    machine = Machine(tmp_path_factory.mktemp("vault") / "guesses.json")
    checked: list[float] = []
    for act, pause in acts:
        machine.true += machine.throttle.wait_seconds() if patient else pause
        if act == "kill":
            machine.restart_program()
        elif act == "reboot":
            machine.restart_machine()
        elif machine.guess(act, right=act == "own") and act != "own":
            checked.append(machine.true)
    for first, eleventh in zip(checked, checked[10:], strict=False):
        assert eleventh - first > 300
