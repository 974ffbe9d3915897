"""The shift is closed: what was saved and where it lies, and nothing left to do but print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName, icon_pixmap
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.presenters.shared.folders import folder_text
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider, Panel, TextLabel

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.services.closing import ClosedShift
    from mavis.ui.look.theme import ThemeKeeper

_ICON = 24


class DonePanel(QWidget):
    """A line for the summary, the counts and the backup, each with its icon and its folder."""

    left = Signal()
    visits_wanted = Signal()
    """Somebody wants to look at the visits of the shift that was closed."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Nothing is closed yet."""
        super().__init__(parent)
        self._keeper = keeper
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        head = TextLabel(keeper, words("close.done.title"), size=Size.TITLE, weight=Weight.TITLE)
        head.setMinimumHeight(keeper.px(56))
        column.addWidget(head)
        inside = QWidget()
        panel = Panel(keeper, inside)
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(Space.EDGE)
        around.addWidget(panel)
        self._lines = QVBoxLayout(panel)
        self._lines.setContentsMargins(Space.EDGE, Space.CONTROL, Space.EDGE, Space.CONTROL)
        self._lines.setSpacing(Space.CONTROL)
        self.leave = Button(keeper, words("close.done.leave"), icon=IconName.TICK, keys="Esc", parent=inside)
        self.leave.used.connect(self.left)
        around.addWidget(self.leave)
        self.visits = Button(
            keeper, words("close.done.visits"), icon=IconName.PAGE, keys=keys_of("everywhere.last_shift"), parent=inside
        )
        self.visits.used.connect(self.visits_wanted)
        around.addWidget(self.visits)
        around.addStretch(1)
        scroller = Scroller(keeper, inside, self)
        scroller.setMinimumHeight(TARGET)  # with the largest text what is typed below it has the room
        column.addWidget(scroller, 1)

    def show_closed(self, closed: ClosedShift) -> None:
        """Say what closing left behind."""
        pdf = closed.summary_pdf
        self._add(IconName.PAGE, words("close.done.summary", file=pdf.name), pdf.parent)
        if closed.counts:
            self._add(IconName.TRAY, words("close.done.counts"), closed.counts[0].parent)
        else:
            self._add(IconName.TRAY, words("close.done.no_counts"))
        if closed.workbook is not None:
            self._add(IconName.PAGE, words("close.done.workbook", file=closed.workbook.name), closed.workbook.parent)
        self._add(IconName.DISCS, words("close.done.backup", time=clock_text(closed.backup_at)))

    def _add(self, icon: IconName, sentence: str, folder: Path | None = None) -> None:
        if self._lines.count():
            self._lines.addWidget(Divider(self._keeper))
        line = QWidget()
        line.setMinimumHeight(self._keeper.px(TARGET))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.EDGE)
        picture = QLabel()
        side, colour = self._keeper.px(_ICON), self._keeper.tokens.tone(Tone.GREEN)
        picture.setPixmap(icon_pixmap(icon, colour, side, self.devicePixelRatioF()))
        row.addWidget(picture)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(TextLabel(self._keeper, sentence, size=Size.LABEL, weight=Weight.CONTROL, wrap=True))
        if folder is not None:
            where = words("close.done.where", folder=folder_text(folder))
            text.addWidget(TextLabel(self._keeper, where, tone=Tone.MUTED, wrap=True))
        text.addStretch(1)
        row.addLayout(text, 1)
        self._lines.addWidget(line)
