"""A visit of a shift that is over, laid over the page to look at: who it was, and everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.timeline import TimelineList, TimelineView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.last_shift.page import PastVisit

_ROW = 64
_MOST_ROWS = 6


class PastVisitPanel(Overlay):
    """Nothing on it can be changed; Escape goes back to the list."""

    def __init__(self, keeper: ThemeKeeper, visit: PastVisit, window: QWidget) -> None:
        """Show the visit."""
        super().__init__(keeper, window)
        speak_as(self.panel, Role.Grouping)
        self.panel.setAccessibleName(visit.title)
        self.column.setContentsMargins(Space.GROUP, Space.GROUP, Space.GROUP, Space.EDGE)
        self.column.setSpacing(Space.CONTROL)
        self.column.addWidget(TextLabel(keeper, visit.title, size=Size.TITLE, weight=Weight.TITLE, wrap=True))
        if visit.facts:
            self.column.addWidget(TextLabel(keeper, visit.facts, tone=Tone.MUTED, wrap=True))
        self.happened = TimelineList(keeper, words("last_shift.visit.what"), self.panel)
        self.happened.set_views(
            [TimelineView(clock_text(one.at), IconName(one.icon), one.event, one.detail) for one in visit.happenings]
        )
        self.happened.setMinimumHeight(keeper.px(_ROW) * min(len(visit.happenings), _MOST_ROWS))
        self.column.addWidget(self.happened, 1)
        close = Button(keeper, words("last_shift.visit.close"), keys="Esc", main=True, parent=self.panel)
        close.used.connect(self.close_down)
        self.column.addWidget(close)
        self.open(self.happened)
