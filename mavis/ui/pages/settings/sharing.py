"""How small numbers are kept from giving somebody away when counts go to partners: one rule for the scheme."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from mavis.system.wording import words
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.settings.section import GridSection
from mavis.ui.widgets.text import TextLabel

_SETTING = "small_numbers"
_COLUMNS, _LEAST = 2, 220


class SharingSection(GridSection):
    """Two rules to pick one of, and what the one that is picked does; only a coordinator picks."""

    def _lay_out(self) -> None:
        manages = self._settings.manages
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        grid = self._grid(_SETTING, words("settings.sharing.title"), _COLUMNS, _LEAST)
        grid.setEnabled(manages)
        self.sentence = TextLabel(self._keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(grid)
        column.addWidget(self.sentence)
        if not manages:
            only = words("settings.sharing.coordinator_only")
            column.addWidget(TextLabel(self._keeper, only, tone=Tone.MUTED, wrap=True))

    def _show(self) -> None:
        super()._show()
        self.sentence.setText(words(f"settings.sharing.how_{self._settings.chosen(_SETTING)}"))
