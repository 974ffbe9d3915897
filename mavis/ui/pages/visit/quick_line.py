"""The quick line over the window: a whole visit in one go, with what was understood shown as it is typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import is_way_out
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.pages.shared.typing import Typing
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.tag_flow import TagFlow
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.quick_line import QuickLinePresenter, Reading

_SPEAK_AFTER_MS = 700


class QuickLineBox(Overlay):
    """``opened`` carries the id of the visit that Enter made or filled; only Escape throws a line away."""

    opened = Signal(str)

    def __init__(
        self, keeper: ThemeKeeper, presenter: QuickLinePresenter, window: QWidget, visit_id: str = "", code: str = ""
    ) -> None:
        """Begin empty; with a visit the line goes into that one, else Enter opens a new one.

        Each word is kept as it is typed, until the line is used or thrown away.
        """
        super().__init__(keeper, window)
        self._presenter = presenter
        self._visit_id = visit_id
        title = words("quick_line.title_fill", code=code) if code else words("quick_line.title")
        self.setAccessibleName(title)
        self.field = SearchField(keeper, title, words("quick_line.hint"), "", IconName.NOTE, self.panel)
        self.field.setAccessibleDescription(words("quick_line.how"))
        self._typing = Typing(partial(presenter.remember, visit_id), self.field)
        self.field.textChanged.connect(self._typing.typed)
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self._done)
        self.tags = TagFlow(keeper, self.panel)
        self.note = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        self._speak = QTimer(self)
        self._speak.setSingleShot(True)
        self._speak.setInterval(_SPEAK_AFTER_MS)
        self._speak.timeout.connect(self._say_reading)
        self._build(title)
        self._typed("")
        self.open(self.field)

    def go_back(self) -> None:
        """Throw the line away."""
        self.field.clear()
        self.flush()
        self.close_down()

    def flush(self) -> None:
        """Have the words kept that were typed last."""
        self._typing.flush()

    def give_way(self, event: QKeyEvent) -> None:
        """Whoever goes elsewhere has the line put into the visit, or into a new one; through the lock it waits."""
        if is_way_out(event):
            return
        if self.field.text().strip():
            self._put()
        super().give_way(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside it goes back only as long as nothing is typed."""
        if not self.field.text():
            super().mousePressEvent(event)

    def _build(self, title: str) -> None:
        keeper = self.keeper
        inside = QVBoxLayout()
        inside.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        inside.setSpacing(Space.CARD)
        inside.addWidget(TextLabel(keeper, title, size=Size.LABEL, weight=Weight.TITLE))
        inside.addWidget(self.field)
        inside.addWidget(TextLabel(keeper, words("quick_line.how"), tone=Tone.MUTED, wrap=True))
        inside.addWidget(self.tags)
        inside.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(Space.CARD)
        key = "quick_line.fill" if self._visit_id else "quick_line.open"
        self._go = Button(keeper, words(key), icon=IconName.TICK, keys="Enter", main=True, parent=self.panel)
        self._go.used.connect(self._done)
        back = Button(keeper, words("quick_line.back"), keys="Esc", parent=self.panel)
        back.used.connect(self.go_back)
        row.addWidget(self._go)
        row.addWidget(back)
        row.addStretch(1)
        inside.addLayout(row)
        self.column.addLayout(inside)

    def _typed(self, text: str) -> None:
        reading = self._presenter.read(text)
        self.tags.set_tags(reading.tags)
        note = words("quick_line.note", text=reading.note) if reading.note else words("quick_line.nothing")
        self.note.setText(note)
        self.lay_out()
        self._speak.start()

    def _say_reading(self) -> None:
        announce(self, _spoken(self._presenter.read(self.field.text())))

    def _done(self) -> None:
        if not self.field.text().strip():
            self.field.setFocus()
            return
        visit_id = self._put()
        self.close_down()
        self.opened.emit(visit_id)

    def _put(self) -> str:
        """Put the line into its visit and forget it: in this order, so that no crash in between loses a word."""
        text, visit_id = self.field.text(), self._visit_id
        if visit_id:
            self._presenter.fill(visit_id, text)
        else:
            visit_id = self._presenter.open(text)
        self.field.clear()
        self.flush()
        return visit_id


def _spoken(reading: Reading) -> str:
    parts = []
    if reading.tags:
        parts.append(words("quick_line.spoken", tags=", ".join(reading.tags)))
    if reading.note:
        parts.append(words("quick_line.spoken_note", text=reading.note))
    return ". ".join(parts) or words("quick_line.nothing")
