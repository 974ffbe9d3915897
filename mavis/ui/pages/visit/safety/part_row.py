"""What each row of a part offers to the part around it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mavis.system.wording import words
from mavis.ui.presenters.visit.safety.part_presenter import row_words


class PartRow(QWidget):
    """One row: it shows the record, and hands what a person does to the presenter of the part."""

    touched = Signal()
    """A person uses the row by touch or types in it."""

    @property
    def is_typing(self) -> bool:
        """Whether somebody is typing in it."""
        return False

    def press_key(self, key: str) -> bool:
        """Use a key of its own; False when it has none."""
        return False

    def show_row(self) -> None:
        """Show what the record holds, unless somebody is typing."""

    def turn_to(self) -> None:
        """Another visit is shown."""
        self.show_row()

    def set_live(self, live: bool) -> None:
        """Frame its keys while they count."""

    def flush(self) -> None:
        """Keep what is half typed."""

    def fit(self, room: int) -> None:
        """Lay out for so many pixels."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand a letter on to what lies around the row while nobody is typing in it: then it has no use for letters."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.text().isalpha()
            and not event.modifiers() & ~shift
            and not self.is_typing
        ):
            QCoreApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)


def named(row_id: str, key: str) -> str:
    """The label of a field, with the key that leads to it."""
    return words("safety.with_key", name=row_words(row_id), key=key) if key else row_words(row_id)
