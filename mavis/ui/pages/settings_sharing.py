"""How small numbers are kept from giving somebody away when counts go to partners: one rule for the scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.pages.fitting import columns_for
from mavis.ui.pages.while_there import while_there
from mavis.ui.tokens import Space, Tone
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.system.settings import Settings
    from mavis.ui.presenters.settings import SettingsPresenter
    from mavis.ui.theme import ThemeKeeper

_SETTING = "small_numbers"
_COLUMNS, _LEAST = 2, 220


class SharingSection(QWidget):
    """Two rules to pick one of, and what the one that is picked does; only a coordinator picks."""

    changed = Signal(object)

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the rule of now."""
        super().__init__(parent)
        self._keeper = keeper
        self._settings = presenter
        self._failed = failed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        views = [ChipView(code, text) for code, text in presenter.choices(_SETTING)]
        title = words("settings.sharing.title")
        self.rules = ChoiceGrid(keeper, title, views, columns=_COLUMNS, exclusive=True, parent=self)
        self.rules.setEnabled(presenter.manages)
        self.rules.chosen.connect(self._choose)
        self.sentence = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(self.rules)
        column.addWidget(self.sentence)
        if not presenter.manages:
            column.addWidget(TextLabel(keeper, words("settings.sharing.coordinator_only"), tone=Tone.MUTED, wrap=True))
        self._show()

    def fit(self, room: int) -> None:
        """Beside each other where both fit."""
        self.rules.set_columns(columns_for(self._keeper, room, _COLUMNS, _LEAST))

    def _choose(self, code: str, _on: bool) -> None:
        self.rules.set_chosen({code})
        self._settings.choose(_SETTING, code, while_there(self, self._written), while_there(self, self._refused))

    def _written(self, settings: Settings) -> None:
        self._show()
        self.changed.emit(settings)

    def _refused(self, failure: Exception) -> None:
        self._show()
        self._failed(failure)

    def _show(self) -> None:
        chosen = self._settings.chosen(_SETTING)
        self.rules.set_chosen({chosen})
        self.sentence.setText(words(f"settings.sharing.how_{chosen}"))
