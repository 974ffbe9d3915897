"""Where somebody came from, step by step, so that Escape takes the last step back."""

from __future__ import annotations


class Trail:
    """Steps by name, each once: going to one that was passed is going back to it."""

    def __init__(self) -> None:
        """Nobody went anywhere yet."""
        self._steps: list[str] = []

    def begin(self, step: str) -> None:
        """Be there, with nothing behind it."""
        self._steps = [step]

    def go(self, step: str) -> None:
        """Go one step further, or back to a step that was passed."""
        if step in self._steps:
            del self._steps[self._steps.index(step) + 1 :]
        else:
            self._steps.append(step)

    def back(self) -> str:
        """Leave the step somebody is on, and tell the one before it; empty when there is none."""
        self._steps = self._steps[:-1]
        return self._steps[-1] if self._steps else ""
