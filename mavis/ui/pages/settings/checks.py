"""How soon people are looked at again: two intervals for the scheme, which a coordinator sets."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from mavis.system.wording import words
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.settings.section import GridSection
from mavis.ui.widgets.text import TextLabel

_SETTINGS = ("check_minutes_urgent", "check_minutes_calm")
_COLUMNS, _LEAST = 6, 110


class ChecksSection(GridSection):
    """Whom each interval is for, and its minutes to pick; they hold from the next unlocking on."""

    def _lay_out(self) -> None:
        manages = self._settings.manages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        for name in _SETTINGS:
            whom = words(f"settings.checks.{name}")
            grid = self._grid(name, whom, _COLUMNS, _LEAST)
            grid.setEnabled(manages)
            column.addWidget(TextLabel(self._keeper, whom, wrap=True))
            column.addWidget(grid)
        note = words(f"settings.checks.{'from_next' if manages else 'coordinator_only'}")
        column.addWidget(TextLabel(self._keeper, note, tone=Tone.MUTED, wrap=True))
