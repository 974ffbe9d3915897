"""What the sections of the settings share: whom they ask, and grids of chips whose answer is kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mavis.ui.pages.shared.fitting import columns_for
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.system.settings import Settings
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.settings.page import SettingsPresenter


class SettingsSection(QWidget):
    """A part of the page of settings; ``_build`` lays it out once."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show what holds now; whatever fails is told to ``failed``."""
        super().__init__(parent)
        self._keeper = keeper
        self._settings = presenter
        self._failed = failed
        self._build()

    def _build(self) -> None:
        """Lay the section out."""


_BESIDE_KEY = 100
"""The least width of a chip with its key beside the words."""


class GridSection(SettingsSection):
    """Settings with one answer each of a few; what could not be kept is shown as it was."""

    changed = Signal(object)
    """The settings, once they are on the disk."""

    def fit(self, room: int) -> None:
        """As many chips in a row as fit into the room beside the labels."""
        for name, (most, least) in self._columns.items():
            self.grids[name].set_columns(columns_for(self._keeper, room, most, least))

    def _build(self) -> None:
        self.grids: dict[str, ChoiceGrid] = {}
        self._columns: dict[str, tuple[int, int]] = {}
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        """Place the grids of ``_grid``."""

    def _grid(self, name: str, title: str, most: int, least: int) -> ChoiceGrid:
        """The chips of a setting: at most so many in a row, of at least so many pixels at 100 % text.

        Narrow ones have their key above the words.
        """
        views = numbered(self._settings.choices(name), stacked=least < _BESIDE_KEY)
        grid = ChoiceGrid(self._keeper, title, views, columns=most, exclusive=True, own_keys=True, parent=self)
        grid.chosen.connect(partial(self._choose, name))
        self.grids[name] = grid
        self._columns[name] = most, least
        return grid

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
