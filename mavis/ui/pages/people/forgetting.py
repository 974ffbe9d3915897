"""Forget old names: how long the scheme keeps them, what would go now, and a button to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, install, keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.answers import fit_columns
from mavis.ui.pages.shared.fitting import label_width
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.people.forgetting import Forgetting
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import HoldButton
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Panel, SectionHeader, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from mavis.bootstrap import Program, Session
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.doors import Doors

_MOST_CHIPS = 6


class ForgettingPage(QWidget):
    """Counts when it is entered; nothing goes before the button was held."""

    left = Signal()
    said = Signal(str)
    """That another time was kept, for the message bar."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        program: Program,
        session: Session,
        doors: Doors,
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Lay the page out; ``enter`` asks what would go."""
        super().__init__(parent)
        self._keeper = keeper
        self.forgetting = Forgetting(program, session, doors, while_there(self, self._show), while_there(self, failed))
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("people.forgetting.title"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.EDGE)
        column.addLayout(self._build_head())
        column.addLayout(self._build_setting())
        column.addLayout(self._build_preview())
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(Scroller(keeper, inside, self))
        self.acts = {"forget": self.button.use_by_key}
        install(self, Place.FORGETTING, self.acts)
        keeper.changed.connect(self._fit)

    def enter(self) -> None:
        """Ask what would go now; the keyboard is on the time that names are kept for."""
        self.forgetting.look()
        self.months.chip(self.forgetting.chosen()).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where the page was asked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _build_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(Space.EDGE, 0, 0, 0)
        head.setSpacing(Space.CONTROL)
        title = words("people.forgetting.title")
        head.addWidget(TextLabel(self._keeper, title, size=Size.TITLE, weight=Weight.TITLE))
        head.addWidget(TextLabel(self._keeper, words("people.forgetting.how"), tone=Tone.MUTED, wrap=True))
        return head

    def _build_setting(self) -> QHBoxLayout:
        title = words("settings.protection.identity_months")
        views = numbered(self.forgetting.choices())
        self.months = ChoiceGrid(
            self._keeper, title, views, columns=_MOST_CHIPS, exclusive=True, own_keys=True, parent=self
        )
        self.months.set_chosen({self.forgetting.chosen()})
        self.months.chosen.connect(lambda code, _on: self._choose(code))
        self._header = SectionHeader(self._keeper, title, minor=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        row.addWidget(self._header, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.months, 1)
        return row

    def _build_preview(self) -> QHBoxLayout:
        panel = Panel(self._keeper, self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self._lines = TextLabel(self._keeper, size=Size.LABEL, weight=Weight.CONTROL, wrap=True)
        self._notes = TextLabel(self._keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(self._lines)
        column.addWidget(self._notes)
        hold, keys = words("people.forgetting.hold"), keys_of("forgetting.forget")
        self.button = HoldButton(self._keeper, hold, icon=IconName.PADLOCK, keys=keys, main=True, parent=panel)
        self.button.used.connect(self.forgetting.forget)
        column.addWidget(self.button)
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, 0, 0)
        row.addWidget(panel, 1)
        return row

    def _choose(self, code: str) -> None:
        self.months.set_chosen({code})
        self.forgetting.choose(code, while_there(self, lambda: self.said.emit(words("settings.saved"))))

    def _show(self) -> None:
        self.months.set_chosen({self.forgetting.chosen()})
        for label, lines in ((self._lines, self.forgetting.lines), (self._notes, self.forgetting.notes)):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))
        had_keys = self.button.hasFocus()
        self.button.setVisible(self.forgetting.may_forget)
        if had_keys and not self.forgetting.may_forget:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            announce(self, " ".join((*self.forgetting.lines, *self.forgetting.notes)))

    def _fit(self) -> None:
        room = self.width() - label_width(self._keeper) - 3 * Space.EDGE
        self._header.setFixedWidth(label_width(self._keeper))
        fit_columns(self.months, _MOST_CHIPS, room)
