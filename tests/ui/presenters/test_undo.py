"""Taking steps back: the last one first, fifty of them at most."""

from __future__ import annotations

from functools import partial

from mavis.ui.presenters.undo import STEPS_KEPT, Step, UndoStack


def test_steps_go_back_last_first_and_say_what_they_were() -> None:
    """A stack."""
    stack, taken = UndoStack(), list[int]()
    for number in range(3):
        stack.add(Step(f"step {number}", partial(taken.append, number)))
    said = [step.words for step in (stack.undo(), stack.undo(), stack.undo()) if step is not None]

    assert (taken, said) == ([2, 1, 0], ["step 2", "step 1", "step 0"])
    assert stack.undo() is None


def test_at_least_ten_steps_are_kept_and_old_ones_fall_off() -> None:
    """The newest survive."""
    stack = UndoStack()
    for number in range(STEPS_KEPT + 5):
        stack.add(Step(str(number), lambda: None))
    kept = 0
    while stack.undo() is not None:
        kept += 1

    assert kept == STEPS_KEPT >= 10


def test_a_step_that_is_taken_back_is_no_step_itself() -> None:
    """Undo twice goes back twice and does not go to and fro."""
    stack, state = UndoStack(), [0]
    for _ in range(2):
        before = state[0]
        state[0] += 1
        stack.add(Step("one more", partial(state.__setitem__, 0, before)))
    stack.undo()
    stack.undo()

    assert state == [0]
    assert stack.last is None


def test_nothing_is_left_after_the_shift() -> None:
    """Forgotten."""
    stack = UndoStack()
    stack.add(Step("step", lambda: None))
    stack.clear()

    assert stack.last is None
