"""Appearance: colours, text size, and when the screen hides and locks; each is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mavis.system.wording import words
from mavis.ui.pages.fitting import columns_for
from mavis.ui.pages.while_there import while_there
from mavis.ui.tokens import Space
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.system.settings import Settings
    from mavis.ui.presenters.settings import SettingsPresenter
    from mavis.ui.theme import ThemeKeeper

LABEL_WIDTH, _WIDEST_LABEL = 184, 240
_KEYS = {"theme": "theme", "text_percent": "text", "veil_seconds": "veil", "lock_minutes": "lock"}
_HOW = {"theme": "settings.look.how_theme", "veil_seconds": "settings.look.how_veil"}
_LARGE_SCREEN = (1800, 1000)
_COLUMNS = {"theme": (4, 150), "text_percent": (5, 110), "veil_seconds": (5, 110), "lock_minutes": (10, 90)}
"""The most chips in a row, and the least width of each."""


class LookSection(QWidget):
    """Four questions to pick one answer each; ``changed`` carries the settings once they are on the disk."""

    changed = Signal(object)

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show what is chosen now."""
        super().__init__(parent)
        self._keeper = keeper
        self._settings = presenter
        self._failed = failed
        self.grids: dict[str, ChoiceGrid] = {}
        self._headers: list[SectionHeader] = []
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(0)
        rows.setVerticalSpacing(Space.CARD)
        rows.setColumnStretch(1, 1)
        for row, (name, key) in enumerate(_KEYS.items()):
            how = words(_HOW[name]) if name in _HOW else ""
            header = SectionHeader(keeper, words(f"settings.look.{key}"), how, minor=bool(row), parent=self)
            self._headers.append(header)
            rows.addWidget(header, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(self._grid(name, words(f"settings.look.{key}")), row, 1, Qt.AlignmentFlag.AlignTop)

    def fit(self, room: int) -> None:
        """As many chips in a row as fit into the room beside the labels; a large screen is offered larger text."""
        screen = self.screen().size()
        large = screen.width() >= _LARGE_SCREEN[0] and screen.height() >= _LARGE_SCREEN[1]
        self._headers[list(_KEYS).index("text_percent")].set_how(words("settings.look.how_text") if large else "")
        for header in self._headers:
            header.setFixedWidth(label_width(self._keeper))
        for name, (most, least) in _COLUMNS.items():
            self.grids[name].set_columns(columns_for(self._keeper, room, most, least))

    def _grid(self, name: str, title: str) -> ChoiceGrid:
        views = [ChipView(code, text) for code, text in self._settings.choices(name)]
        grid = ChoiceGrid(self._keeper, title, views, columns=_COLUMNS[name][0], exclusive=True, parent=self)
        grid.set_chosen({self._settings.chosen(name)})
        grid.chosen.connect(lambda code, _on: self._choose(name, code))
        self.grids[name] = grid
        return grid

    def _choose(self, name: str, code: str) -> None:
        self.grids[name].set_chosen({code})
        self._settings.choose(name, code, while_there(self, self._written), while_there(self, self._refused))

    def _written(self, settings: Settings) -> None:
        look = self._settings.look(settings)
        self._keeper.use(look.name)
        self._keeper.set_text_percent(look.text_percent)
        self.changed.emit(settings)

    def _refused(self, failure: Exception) -> None:
        for name, grid in self.grids.items():
            grid.set_chosen({self._settings.chosen(name)})
        self._failed(failure)


def label_width(keeper: ThemeKeeper) -> int:
    """How wide the column of labels is, in real pixels; large text gives way to the answers."""
    return min(_WIDEST_LABEL, keeper.px(LABEL_WIDTH))
