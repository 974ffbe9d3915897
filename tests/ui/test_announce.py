"""Announcements reach a screen reader when one listens, and cost nothing when none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from mavis.ui.announce import announce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_LEVEL = QAccessible.AnnouncementPoliteness


@pytest.mark.parametrize(
    ("shown", "listens", "urgent"),
    [(True, False, False), (True, True, False), (True, True, True), (False, True, True)],
)
def test_a_sentence_is_read_out(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown: bool, listens: bool, urgent: bool
) -> None:
    """When a reader pauses, or at once when it is urgent; and nothing is said of a page that nobody sees yet."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setVisible(shown)
    heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append((event.message(), event.politeness()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: listens)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)

    announce(page, "Visit saved", urgent=urgent)

    level = _LEVEL.Assertive if urgent else _LEVEL.Polite
    assert heard == ([("Visit saved", level)] if shown and listens else [])
