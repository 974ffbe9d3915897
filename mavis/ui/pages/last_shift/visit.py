"""A visit of a shift that is over, laid over the page to look at: who it was, what happened, and every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.timeline import TimelineList, TimelineView
from mavis.ui.widgets.told import ToldGroup, ToldList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.last_shift.page import PastVisit

_WIDTH = 1240


class PastVisitPanel(Overlay):
    """Nothing on it can be changed; Tab goes to the answers and back, Escape to the list."""

    most_width = _WIDTH

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
        self.answers = ToldList(keeper, words("last_shift.visit.answers"), self.panel)
        self.answers.show_groups([ToldGroup(one.title, one.answers) for one in visit.answers])
        panes = QHBoxLayout()
        panes.setSpacing(Space.GROUP)
        panes.addWidget(self.happened, 1)
        panes.addWidget(self.answers, 1)
        self.column.addLayout(panes, 1)
        close = Button(keeper, words("last_shift.visit.close"), keys="Esc", main=True, parent=self.panel)
        close.used.connect(self.close_down)
        self.column.addWidget(close)
        self.open(self.happened)

    def _height_for(self, _width: int) -> int:
        """All the room there is: both sides may be long."""
        return self.height()
