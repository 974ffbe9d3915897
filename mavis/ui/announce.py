"""Says a sentence to a screen reader without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have the sentence read out: when the reader pauses, or at once when it is urgent (errors, overdue checks).

    Before the window is on the screen nothing is said: a reader begins with the window itself.
    """
    if not source.isVisible():
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, sentence)
    level = QAccessible.AnnouncementPoliteness
    event.setPoliteness(level.Assertive if urgent else level.Polite)
    QAccessible.updateAccessibility(event)
