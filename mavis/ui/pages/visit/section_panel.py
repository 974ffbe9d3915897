"""What a section of a visit offers to the page when it is more than questions with chips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from mavis.domain.visit.visit import Visit

NEVER_TYPED_AGAIN = "neverTypedAgain"
"""A field with this property begins empty after a lock: what stood in it is recorded already, at its own time."""
NOT_TAKEN = "notTaken"
"""A field with this property, named as its question is, holds what cannot be; it says so to whoever goes on."""


class SectionPanel(QWidget):
    """A part of the visit page with a way of its own to be answered; every verb here is one that the page calls.

    A panel reads the record that it is shown and changes it through its presenter alone.
    """

    is_entered = False
    """Whether its section is in use, by a key or by touch of its chips: what comes then is what somebody expects."""

    rests_beside_words: QWidget | None = None
    """What of it has keys that do nothing while a field of its own takes the letters."""

    has_rows = False
    """Whether Down and Up go from row to row of it."""

    begun = Signal()
    """A person uses the panel by touch or types in it: its section owns the letters."""
    finished = Signal()
    """The person says that the section is done: the page goes on, as with Enter."""

    section_wanted = Signal(object)
    """The digit of this section led there from a field of the panel, where it is a number until then."""

    answering = Signal(str, str)
    """A question above the panel and the answer that is being typed in it: shown as chosen before it is recorded."""

    @property
    def spot(self) -> QWidget | None:
        """What of the panel is in use, to scroll to; None for the whole section."""
        return None

    @property
    def is_typing(self) -> bool:
        """Whether a field of the panel has the keyboard, so that Escape leads out of the field first."""
        return False

    @property
    def takes_letters(self) -> bool:
        """Whether the letters are the panel's alone just now, and not those of the chips above it."""
        return False

    @property
    def key_place(self) -> str:
        """The place of the table of keys whose letters count now; empty for the place of the section itself."""
        return ""

    @property
    def in_use(self) -> str:
        """The part that is in use, by the name that ``open`` takes, to come back to after a lock; empty for none."""
        return ""

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the page that is asked, where each page has its own; else they are those of ``key_place``."""
        return ()

    def turn_to(self) -> None:
        """Another visit is shown from now on."""

    def show_visit(self, visit: Visit) -> None:
        """Show what the record holds; called after every change and once a second."""

    def begin(self) -> None:
        """The section owns the letters now; the page has the keyboard and hands on each key, unless it is taken."""

    def press(self, key: str) -> bool:
        """Use a key, upper case; False when it means nothing here, and the page looks further."""
        return False

    def open(self, name: str) -> None:
        """Go to a part of the panel by its name; a panel without parts has nowhere to go."""

    def type_in(self, text: str) -> None:
        """Type on from words that somebody began elsewhere; a panel without a line has no place for them."""

    def step_back(self) -> bool:
        """Escape: one step back inside the panel; False when there is none."""
        return False

    def end(self, by: int = 1) -> bool:
        """Enter: True when the page may go on to the next section, False when the panel used it.

        A panel that ``has_rows`` goes one row up with ``by`` -1, and is asked so for Down (1) and Up (-1) as well.
        """
        return True

    def leave(self) -> None:
        """The page goes elsewhere."""
        self.flush()

    def flush(self) -> None:
        """Save whatever is half typed."""

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""
