"""What was done last, in words, how to take it back, and how to do it again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

STEPS_KEPT = 50

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Step(Generic[State]):
    """One thing done: its words, the state before and after it, and the act that goes from one to the other.

    ``put`` gets the state that is wanted and the one that it stands in for. Steps of one ``thread`` that follow each
    other are one step: a name is taken back as a whole, however often it was saved while it was typed. ``code`` is the
    visit's, so that Undo can say where it acted.
    """

    words: str
    before: State
    after: State
    put: Callable[[State, State], object]
    thread: str = ""
    code: str = ""


class UndoStack:
    """The last steps of tonight; older ones fall off after ``STEPS_KEPT``."""

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self._steps: deque[Step[object]] = deque(maxlen=STEPS_KEPT)
        self._undone: list[Step[object]] = []

    @property
    def last(self) -> Step[object] | None:
        """What Undo would take back."""
        return self._steps[-1] if self._steps else None

    def add(self, step: Step[State]) -> None:
        """Remember a step; what was undone before cannot be done again after it."""
        last, new = self.last, _plain(step)
        if last is not None and new.thread and last.thread == new.thread and not self._undone:
            self._steps[-1] = replace(new, before=last.before)
        else:
            self._steps.append(new)
        self._undone.clear()

    def gather(self, first: Step[object], words: str) -> Step[object] | None:
        """Make one step, of these words, of ``first`` and all that was done after it; None when it is not known.

        What is typed after that is a step of its own again.
        """
        steps = list(self._steps)
        at = next((place for place, step in enumerate(steps) if step is first), None)
        if at is None:
            return None
        gathered = replace(steps[-1], words=words, before=first.before, thread="")
        self._steps = deque([*steps[:at], gathered], maxlen=STEPS_KEPT)
        return self._steps[-1]

    def next_after(self, step: Step[object] | None) -> Step[object] | None:
        """The step that was done next after this one, or first of all after None; None when there is none."""
        steps = list(self._steps)
        at = 0 if step is None else next((place for place, one in enumerate(steps, 1) if one is step), len(steps))
        return steps[at] if at < len(steps) else None

    def undo(self) -> Step[object] | None:
        """Take the last step back and return it, or None when there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self._undone.append(step)
        step.put(step.before, step.after)
        return step

    def redo(self) -> Step[object] | None:
        """Do the step that was taken back last again and return it, or None when there is none."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._steps.append(step)
        step.put(step.after, step.before)
        return step

    def clear(self) -> None:
        """Forget all steps, as at the end of a shift."""
        self._steps.clear()
        self._undone.clear()


def _plain(step: Step[State]) -> Step[object]:
    """The same step, of which the stack need not know what its states are."""
    put: Callable[..., object] = step.put
    return Step(step.words, step.before, step.after, put, step.thread, step.code)
