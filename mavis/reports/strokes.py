"""The strokes of a print, kept until it is certain that they stand where they belong."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.pdfgen.canvas import Canvas

Stroke = tuple[str, tuple[Any, ...]]
"""The name of a call and its arguments."""


class Strokes:
    """Takes down what is called on it, as on a canvas; a print that has to be drawn again then costs no page."""

    def __init__(self) -> None:
        """Nothing is drawn yet."""
        self._kept: list[Stroke] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        """Any drawing call of a canvas that answers with nothing; looked for once by each name."""
        keep = partial(_keep, self._kept, name)
        self.__dict__[name] = keep
        return keep

    def __len__(self) -> int:
        """How many strokes there are."""
        return len(self._kept)

    @contextmanager
    def before(self, place: int) -> Iterator[None]:
        """What is drawn within goes before the stroke of that number, which was drawn earlier."""
        later = self._kept[place:]
        del self._kept[place:]
        yield
        self._kept += later

    def draw_on(self, canvas: Canvas) -> None:
        """Draw everything, in order."""
        for name, arguments in self._kept:
            getattr(canvas, name)(*arguments)


def _keep(kept: list[Stroke], name: str, *arguments: Any) -> None:
    kept.append((name, arguments))
