"""The button that names the main need of a visit with several, and makes the next of them the main one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import stack
from mavis.ui.presenters.visit.main_need import main_need_words
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper

_LONGEST = 330
"""Wide enough for the need with the most words, in pixels at 100 % text."""


class MainNeedButton(Button):
    """Beside the button for rare questions, so that nothing moves when the second need is ticked."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget) -> None:
        """Hidden while no visit with several needs is shown."""
        super().__init__(keeper, "", keys=keys_of("arrival.main_need"), parent=parent)
        self.setAccessibleDescription(words("visit.main_need_how"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.CONTROL)
        self._other: Button | None = None
        self.hide()

    def beside(self, other: Button) -> QBoxLayout:
        """The row of the two, for a layout."""
        self._other = other
        self._row.addWidget(other)
        self._row.addWidget(self)
        self._row.addStretch(1)
        return self._row

    def fit(self, room: int) -> None:
        """Stand under the other button where the longest need has no room beside it."""
        if self._other is not None:
            wide = self._other.sizeHint().width() + Space.CONTROL + self._keeper.px(_LONGEST)
            stack(self._row, wide > room)

    def show_visit(self, visit: Visit, *, shut: bool) -> None:
        """Name the main need, where there is more than one, unless the visit is ``shut``."""
        said = main_need_words(visit)
        if said and said != self.accessibleName():
            self.set_words(said)
        self.setVisible(bool(said) and not shut)
