"""One part of *Safety and referrals*: what it offers to the section around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit


class SafetyPart(QWidget):
    """Part of the section, such as *Assault*; while it is in use the letters are its own (place ``assault``).

    A part reads the record that it is shown and changes it through its presenter alone.
    """

    touched = Signal()
    """A person uses the part by touch or types in it: the letters are its own from now on."""
    finished = Signal()
    """The person says that the part is done: the section goes on, as with Enter."""

    kept = Signal()
    """The words of its last line are kept, and somebody may type on there: the next Enter goes on."""

    at = ""
    """The row that was used last, as ``part.row``; empty for none, and where a column of steps knows by itself."""

    @property
    def is_typing(self) -> bool:
        """Whether a field of the part has the keyboard."""
        return False

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the row in use, where that row has letters of its own."""
        return ()

    def set_live(self, live: bool) -> None:
        """Show whether the letters are its own: the accent bar, and the frames of its keys."""

    def turn_to(self) -> None:
        """Another visit is shown from now on."""

    def show_visit(self, visit: Visit) -> None:
        """Show what the record holds; called after every change and once a second."""

    @property
    def spot(self) -> QWidget:
        """What of it is to be seen first."""
        return self

    def begin(self, asked: str = "") -> None:
        """The letters are its own now; the page has the keyboard and hands on each key, unless the part takes it.

        ``asked`` names what somebody came for, in the words of the part; empty for the whole of it.
        """

    def press(self, key: str) -> bool:
        """Use a key, upper case; False when it means nothing here."""
        return False

    def end(self, by: int = 1) -> bool:
        """Enter, or Down: True when the section may go on, False when the part used it; Up with ``by`` -1."""
        return True

    def leave(self) -> None:
        """Another part, section or page comes."""
        self.flush()

    def flush(self) -> None:
        """Save whatever is half typed."""

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
