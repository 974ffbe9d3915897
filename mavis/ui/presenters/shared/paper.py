"""Pages as pictures, for a preview on the screen or a printer that must be painted on."""

from __future__ import annotations

from typing import Protocol


class Picture(Protocol):
    """A page as pixels, row by row, four bytes each in the order B, G, R, A."""

    @property
    def width(self) -> int:
        """Pixels across."""

    @property
    def height(self) -> int:
        """Pixels down."""

    @property
    def pixels(self) -> bytes:
        """The pixels."""
