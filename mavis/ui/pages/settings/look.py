"""Appearance: colours, text size, and when the screen hides and locks; each is seen at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from mavis.system.wording import words
from mavis.ui.look.tokens import Space
from mavis.ui.pages.settings.section import GridSection
from mavis.ui.pages.shared.fitting import label_width
from mavis.ui.presenters.settings.appearance import code_of
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from mavis.system.settings import Settings

_KEYS = {"theme": "theme", "text_percent": "text", "veil_seconds": "veil", "lock_minutes": "lock"}
_HOW = {"theme": "settings.look.how_theme", "veil_seconds": "settings.look.how_veil"}
_LARGE_SCREEN = (1800, 1000)
_COLUMNS = {"theme": (4, 160), "text_percent": (5, 130), "veil_seconds": (5, 130), "lock_minutes": (10, 90)}
"""The most chips in a row, and the least width of each."""


class LookSection(GridSection):
    """Four questions to pick one answer each; what is picked is seen at once."""

    def fit(self, room: int) -> None:
        """As many chips in a row as fit into the room beside the labels; a large screen is offered larger text."""
        screen = self.screen().size()
        large = screen.width() >= _LARGE_SCREEN[0] and screen.height() >= _LARGE_SCREEN[1]
        self._headers[list(_KEYS).index("text_percent")].set_how(words("settings.look.how_text") if large else "")
        for header in self._headers:
            header.setFixedWidth(label_width(self._keeper))
        super().fit(room)

    def _build(self) -> None:
        super()._build()
        self._keeper.changed.connect(self._follow)

    def _lay_out(self) -> None:
        self._headers: list[SectionHeader] = []
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(0)
        rows.setVerticalSpacing(Space.CARD)
        rows.setColumnStretch(1, 1)
        for row, (name, key) in enumerate(_KEYS.items()):
            title = words(f"settings.look.{key}")
            how = words(_HOW[name]) if name in _HOW else ""
            header = SectionHeader(self._keeper, title, how, minor=True, parent=self)
            self._headers.append(header)
            rows.addWidget(header, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(self._grid(name, title, *_COLUMNS[name]), row, 1, Qt.AlignmentFlag.AlignTop)

    def _show(self) -> None:
        super()._show()
        self._follow()

    def _follow(self) -> None:
        """Have chosen what is seen: keys change the look as well, and it is kept a moment later."""
        theme = self._keeper.theme
        self.grids["text_percent"].set_chosen({str(theme.text_percent)})
        if self._settings.look(self._settings.settings).name is not theme.name:
            self.grids["theme"].set_chosen({code_of(theme.name).value})

    def _written(self, settings: Settings) -> None:
        look = self._settings.look(settings)
        self._keeper.use(look.name)
        self._keeper.set_text_percent(look.text_percent)
        super()._written(settings)
