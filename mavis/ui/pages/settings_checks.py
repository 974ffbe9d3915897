"""How soon people are looked at again: two intervals for the scheme, which a coordinator sets."""

from __future__ import annotations

from functools import partial
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

_SETTINGS = ("check_minutes_urgent", "check_minutes_calm")
_COLUMNS, _LEAST = 6, 110


class ChecksSection(QWidget):
    """Whom each interval is for, and its minutes to pick; they hold from the next unlocking on."""

    changed = Signal(object)

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the intervals of now."""
        super().__init__(parent)
        self._keeper = keeper
        self._settings = presenter
        self._failed = failed
        self.grids: dict[str, ChoiceGrid] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CONTROL)
        for name in _SETTINGS:
            whom = words(f"settings.checks.{name}")
            views = [ChipView(code, text) for code, text in presenter.choices(name)]
            grid = ChoiceGrid(keeper, whom, views, columns=_COLUMNS, exclusive=True, parent=self)
            grid.setEnabled(presenter.manages)
            grid.chosen.connect(partial(self._choose, name))
            self.grids[name] = grid
            column.addWidget(TextLabel(keeper, whom, wrap=True))
            column.addWidget(grid)
        note = "from_next" if presenter.manages else "coordinator_only"
        column.addWidget(TextLabel(keeper, words(f"settings.checks.{note}"), tone=Tone.MUTED, wrap=True))
        self._show()

    def fit(self, room: int) -> None:
        """As many beside each other as fit."""
        for grid in self.grids.values():
            grid.set_columns(columns_for(self._keeper, room, _COLUMNS, _LEAST))

    def _choose(self, name: str, code: str, _on: bool) -> None:
        self.grids[name].set_chosen({code})
        self._settings.choose(name, code, while_there(self, self._written), while_there(self, self._refused))

    def _written(self, settings: Settings) -> None:
        self._show()
        self.changed.emit(settings)

    def _refused(self, failure: Exception) -> None:
        self._show()
        self._failed(failure)

    def _show(self) -> None:
        for name, grid in self.grids.items():
            grid.set_chosen({self._settings.chosen(name)})
