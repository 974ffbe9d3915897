"""A visit of a shift that is over, laid over the page to look at: who it was, what happened, and every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout

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
_LEAFS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


class PastVisitPanel(Overlay):
    """Nothing on it can be changed; Tab goes to the answers and back, Escape to the list."""

    most_width = _WIDTH
    closed = Signal()
    """The list has the keyboard again."""

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
        self.happened.installEventFilter(self)
        close = Button(keeper, words("last_shift.visit.close"), keys="Esc", main=True, parent=self.panel)
        close.used.connect(self.close_down)
        self.column.addWidget(close)
        self.open(self.happened)

    def close_down(self) -> None:
        """Go back to the list."""
        super().close_down()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A leaf of what happened turns one of the answers as well: they are read beside each other."""
        if watched is self.happened and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            leaf = _LEAFS.get(Qt.Key(event.key()))
            if leaf is not None:
                self.answers.verticalScrollBar().triggerAction(leaf)
        return super().eventFilter(watched, event)

    def _height_for(self, _width: int) -> int:
        """All the room there is: both sides may be long."""
        return self.height()
