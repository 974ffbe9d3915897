"""The list of people to ask again after a talk about alcohol: who, since when, and what they wanted to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.presenters.visit.alcohol.words import day_words
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.row import ActionRow, ActionView
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.follow_up.asking_again import FollowUp
    from mavis.ui.look.theme import ThemeKeeper


class FollowUpsPanel(Overlay):
    """A row for each person who is due; using it says that somebody asked."""

    asked = Signal(str)
    """The id of the visit whose person was asked."""

    def __init__(self, keeper: ThemeKeeper, found: Sequence[FollowUp], window: QWidget) -> None:
        """Lie over the window with the list."""
        super().__init__(keeper, window)
        speak_as(self.panel, Role.Grouping)
        self.panel.setAccessibleName(words("alcohol.follow_ups.title"))
        self.column.setContentsMargins(Space.GROUP, Space.GROUP, Space.GROUP, Space.EDGE)
        self.column.setSpacing(Space.CONTROL)
        title = words("alcohol.follow_ups.title")
        self.column.addWidget(TextLabel(keeper, title, size=Size.TITLE, weight=Weight.TITLE))
        how = words("alcohol.follow_ups.how" if found else "alcohol.follow_ups.nobody")
        self.column.addWidget(TextLabel(keeper, how, tone=Tone.MUTED, wrap=True))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, Space.CONTROL, 0)
        rows.setSpacing(0)
        self.rows = [ActionRow(keeper, _view(one), inside) for one in found]
        for row in self.rows:
            row.opened.connect(self._ask)
            rows.addWidget(row)
        scroller = Scroller(keeper, inside, self.panel)
        scroller.setVisible(bool(found))
        self.column.addWidget(scroller)
        close = Button(keeper, words("alcohol.follow_ups.close"), keys="Esc", main=not found, parent=self.panel)
        close.used.connect(self.close_down)
        self.column.addWidget(close)
        self.open(self.rows[0] if self.rows else close)

    def _ask(self, visit_id: str) -> None:
        self.close_down()
        self.asked.emit(visit_id)


def _view(one: FollowUp) -> ActionView:
    who = f"{one.code} {one.who}".strip()
    key = "alcohol.follow_ups.with_goal" if one.goal else "alcohol.follow_ups.row"
    said = words(key, who=who, night=day_words(one.night), day=day_words(one.day), goal=one.goal)
    return ActionView(one.visit_id, said, words("alcohol.follow_ups.asked"), IconName.SPEECH_LINES, Tone.ACCENT)
