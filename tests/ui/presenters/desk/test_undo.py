"""Taking steps back and doing them again: the last one first, fifty of them at most."""

from __future__ import annotations

import pytest

from mavis.ui.presenters.desk.undo import STEPS_KEPT, Step, UndoStack


class Counter:
    """Something that steps change."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.value = 0
        self.stack = UndoStack()

    def put(self, wanted: int, _present: int) -> None:
        """Take a value over."""
        self.value = wanted

    def go_to(self, value: int, thread: str = "") -> None:
        """A step to another value."""
        self.stack.add(Step(f"to {value}", self.value, value, self.put, thread))
        self.value = value


@pytest.fixture
def counter() -> Counter:
    """A counter at nought."""
    return Counter()


def test_steps_go_back_last_first_and_say_what_they_were(counter: Counter) -> None:
    """A stack."""
    for value in (1, 2, 3):
        counter.go_to(value)
    said = []
    while (step := counter.stack.undo()) is not None:
        said.append((step.words, counter.value))

    assert said == [("to 3", 2), ("to 2", 1), ("to 1", 0)]


def test_what_was_undone_is_done_again_in_order(counter: Counter) -> None:
    """To and fro, until something new is done."""
    for value in (1, 2, 3):
        counter.go_to(value)
    for _ in range(3):
        counter.stack.undo()
    seen = []
    while counter.stack.redo() is not None:
        seen.append(counter.value)
    assert seen == [1, 2, 3]
    counter.stack.undo()
    counter.go_to(7)

    assert counter.stack.redo() is None
    counter.stack.undo()
    assert counter.value == 2


def test_one_thread_is_one_step(counter: Counter) -> None:
    """A name that was saved four times while it was typed; another thread or an undo in between begins a new step."""
    for value in (1, 2, 3, 4):
        counter.go_to(value, "name")
    counter.go_to(5, "label")
    counter.go_to(6, "name")
    seen = []
    while counter.stack.undo() is not None:
        seen.append(counter.value)
    assert seen == [5, 4, 0]
    counter.stack.redo()

    assert counter.value == 4


def test_what_was_gathered_is_one_step_and_no_part_of_what_is_typed_later(counter: Counter) -> None:
    """Words in a field that were made one step with the answers before them; the same field again is a new step."""
    counter.go_to(1)
    counter.go_to(2)
    first = counter.stack.last
    counter.go_to(3, "place")
    assert first is not None
    assert counter.stack.gather(first, "words") is counter.stack.last
    counter.go_to(4, "place")
    seen = []
    while counter.stack.undo() is not None:
        seen.append(counter.value)

    assert seen == [3, 1, 0]


def test_at_least_ten_steps_are_kept_and_old_ones_fall_off(counter: Counter) -> None:
    """The newest survive."""
    for value in range(STEPS_KEPT + 5):
        counter.go_to(value)
    kept = 0
    while counter.stack.undo() is not None:
        kept += 1

    assert kept == STEPS_KEPT >= 10


def test_nothing_is_left_after_the_shift(counter: Counter) -> None:
    """Forgotten, also what was undone."""
    counter.go_to(1)
    counter.go_to(2)
    counter.stack.undo()
    counter.stack.clear()

    assert counter.stack.last is None
    assert counter.stack.redo() is None
