"""Earlier nights of a person over the page: first the reason in one line, then the nights, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.timeline import TimelineList, TimelineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.people.earlier_nights import NightRow

_ROW = 84
_MOST_ROWS = 6


class EarlierNights(Overlay):
    """Nothing of the nights is read before there is a reason; Escape goes back."""

    asked = Signal(str)
    """The reason why somebody looks."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget) -> None:
        """Ask for the reason."""
        super().__init__(keeper, window)
        speak_as(self.panel, Role.Grouping)
        self.panel.setAccessibleName(words("people.nights.title"))
        self.column.setContentsMargins(Space.GROUP, Space.GROUP, Space.GROUP, Space.EDGE)
        self.column.setSpacing(Space.CONTROL)
        title = words("people.nights.title")
        self.column.addWidget(TextLabel(keeper, title, size=Size.TITLE, weight=Weight.TITLE))
        self._how = TextLabel(keeper, words("people.nights.how"), tone=Tone.MUTED, wrap=True)
        self.column.addWidget(self._how)
        hint = words("people.nights.reason_hint")
        self.reason = Field(keeper, words("people.nights.reason"), hint=hint, parent=self.panel)
        self.reason.entered.connect(self._ask)
        self.column.addWidget(self.reason)
        self.nights = TimelineList(keeper, words("people.nights.list"), self.panel)
        self.nights.hide()
        self.column.addWidget(self.nights, 1)
        self._button = Button(keeper, words("people.nights.show"), keys="Enter", main=True, parent=self.panel)
        self._button.used.connect(self._ask)
        self.column.addWidget(self._button)
        self.open(self.reason.edit)

    def show_nights(self, rows: Sequence[NightRow]) -> None:
        """The nights are there; the reason is kept, and not asked again."""
        self._how.setText(words("people.nights.list" if rows else "people.nights.none"))
        self.reason.hide()
        icons = {False: IconName.MOON, True: IconName.WARNING}
        self.nights.set_views([TimelineView(row.time, icons[row.is_alert], row.words, row.detail) for row in rows])
        self.nights.setMinimumHeight(self.keeper.px(_ROW) * min(len(rows), _MOST_ROWS))
        self.nights.setVisible(bool(rows))
        self._button.used.disconnect(self._ask)
        self._button.used.connect(self.close_down)
        self._button.set_content(words("people.nights.close"), None, "Esc")
        self.lay_out()
        (self.nights if rows else self._button).setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the nights are not shown."""
        self.reason.set_state(FieldState.ERROR, sentence)
        self.reason.edit.setFocus()

    def _ask(self) -> None:
        if self.reason.text.strip():
            self.asked.emit(self.reason.text.strip())
        else:
            self.refuse(words("errors.look_needs_reason"))
