"""What was done last, in words, and how to take it back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

STEPS_KEPT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: the words for the message bar, and the act that takes it back."""

    words: str
    take_back: Callable[[], object]


class UndoStack:
    """The last steps of tonight; older ones fall off after ``STEPS_KEPT``."""

    def __init__(self) -> None:
        """Start with nothing to undo."""
        self._steps: deque[Step] = deque(maxlen=STEPS_KEPT)

    @property
    def last(self) -> Step | None:
        """What Undo would take back."""
        return self._steps[-1] if self._steps else None

    def add(self, step: Step) -> None:
        """Remember a step."""
        self._steps.append(step)

    def undo(self) -> Step | None:
        """Take the last step back and return it, or None when there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        step.take_back()
        return step

    def clear(self) -> None:
        """Forget all steps, as at the end of a shift."""
        self._steps.clear()
