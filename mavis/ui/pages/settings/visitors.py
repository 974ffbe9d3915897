"""What the scheme keeps of people who come again, how soon advice is due again, and how long names are kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.settings.section import GridSection
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel

_ADVICE, _BIRTH, _IDENTITY = "advice_again_days", "birth_dates", "identity_months"
_MANY, _FEW = (6, 120), (2, 220)


class _VisitorSection(GridSection):
    """Settings below each other, each under what it is about; only a coordinator picks."""

    def _begin(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        return column

    def _ask(self, column: QVBoxLayout, section: str, name: str, size: tuple[int, int]) -> None:
        title = words(f"settings.{section}.{name}")
        grid = self._grid(name, title, *size)
        grid.setEnabled(self._settings.manages)
        column.addWidget(TextLabel(self._keeper, title, wrap=True))
        column.addWidget(grid)

    def _note(self, column: QVBoxLayout, key: str) -> TextLabel:
        note = TextLabel(self._keeper, words(key) if key else "", tone=Tone.MUTED, wrap=True)
        column.addWidget(note)
        return note


class VisitorsSection(_VisitorSection):
    """How soon brief advice is offered again, and what is kept of a birth."""

    def _lay_out(self) -> None:
        column = self._begin()
        self._ask(column, "visitors", _ADVICE, _MANY)
        self._ask(column, "visitors", _BIRTH, _FEW)
        self.birth = self._note(column, "")
        if not self._settings.manages:
            self._note(column, "settings.visitors.coordinator_only")

    def _show(self) -> None:
        super()._show()
        kept = "date" if self._settings.settings.birth_dates else "year"
        self.birth.setText(words(f"settings.visitors.how_{kept}"))


class ProtectionSection(_VisitorSection):
    """How long names are kept, and for the coordinator the way to what would be forgotten now."""

    forgetting_wanted = Signal()

    def refresh(self) -> None:
        """Show the time as it is: it can be set where names are forgotten as well."""
        self._show()

    def _lay_out(self) -> None:
        column = self._begin()
        self._ask(column, "protection", _IDENTITY, _MANY)
        self._note(column, "settings.protection.explain")
        if not self._settings.manages:
            self._note(column, "settings.protection.coordinator_only")
            return
        forget = Button(self._keeper, words("settings.protection.forget"), icon=IconName.PADLOCK, parent=self)
        forget.used.connect(self.forgetting_wanted)
        column.addWidget(forget, 0, Qt.AlignmentFlag.AlignLeft)
        self._note(column, "settings.protection.first")
