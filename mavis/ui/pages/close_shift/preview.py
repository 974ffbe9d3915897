"""A print beside the page that makes it: its pages as they will be on paper, Print, and Save as PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.pages.shared.where_field import WhereField
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.field import FieldState
from mavis.ui.widgets.focus_ring import page_around
from mavis.ui.widgets.page_preview import PagePreview
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_WIDTH = 448
_UNBOUND = 16_777_215


class PreviewSide(QWidget):
    """The right side of a page that ends in paper."""

    print_wanted = Signal()
    save_wanted = Signal(str)
    """The path that the person chose."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin without a page; printing waits until there is one."""
        super().__init__(parent)
        self._keeper = keeper
        self._path = ""
        self._before: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self._head = self._build_head()
        column.addLayout(self._head)
        self._pages = PagePreview(keeper, self)
        column.addWidget(self._pages, 1)
        self.where = WhereField(keeper, words("close.preview.save_where"), self)
        self.where.entered.connect(self._save)
        self._now = Button(keeper, words("close.preview.save_now"), icon=IconName.DISK, keys="Enter", parent=self)
        self._now.used.connect(self._save)
        column.addWidget(self.where)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(Space.CONTROL)
        self._foot.addStretch(1)
        self._ask(asking=False)
        column.addLayout(self._foot)
        keeper.changed.connect(self._wear)
        self._wear()

    def say_making(self) -> None:
        """Say that the pages are on their way."""
        self._title.setText(words("close.preview.making"))

    def say_failed(self) -> None:
        """Say that there are no pages, so that nobody waits for them."""
        self._title.setText(words("close.preview.failed"))

    def show_pages(self, images: Sequence[QImage], suggested: str) -> None:
        """Show a print; ``suggested`` is where it would be saved."""
        self._title.setText(words("close.preview.pages", n=len(images)))
        self._pages.set_pages(images)
        self._path = suggested
        for button in (self.print_button, self._open):
            button.setEnabled(True)

    def ask_where(self) -> None:
        """Show the field for the place of the file, filled in."""
        if not (self._open.isEnabled() and self.isVisible()):
            return
        here = self.window().focusWidget()
        if not self._has(here):
            self._before = here
        self.where.set_text(self._path)
        self.where.set_state(FieldState.PLAIN)
        self._ask(asking=True)
        self.where.edit.setFocus()

    def put_away(self) -> None:
        """Close the field and forget what stands in it; the keyboard goes back to where it was.

        It never goes to the button: the first space of words that are typed on would open the field for the rest.
        """
        had, before, self._before = self._has(self.window().focusWidget()), self._before, None
        self._ask(asking=False)
        self.where.set_text("")
        there = before if before is not None and isValid(before) and before.isVisible() else page_around(self)
        if had and there is not None:
            there.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the file could not be written; what was typed stays."""
        self.where.set_state(FieldState.ERROR, sentence)
        self.where.edit.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A darker ground, as beside the page of a book, with a fine line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._keeper.tokens.rail))
        painter.fillRect(0, 0, 1, self.height(), QColor(self._keeper.tokens.hair))
        painter.end()

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._title = TextLabel(
            self._keeper, words("close.preview.title"), size=Size.LABEL, weight=Weight.TITLE, wrap=True
        )
        self.print_button = Button(
            self._keeper, words("close.preview.print"), icon=IconName.PRINTER, keys="Ctrl+P", parent=self
        )
        self.print_button.used.connect(self.print_wanted)
        self._open = Button(self._keeper, words("close.preview.save"), icon=IconName.DISK, keys="Ctrl+S", parent=self)
        self._open.used.connect(self.ask_where)
        for button in (self.print_button, self._open):
            button.setEnabled(False)
        row.setSpacing(Space.CARD)
        row.addWidget(self._title, 1)
        row.addStretch()
        row.addWidget(self.print_button)
        return row

    def _ask(self, *, asking: bool) -> None:
        """Show the field over the whole width, and in the place of the button that opened it the one that saves."""
        self.where.setVisible(asking)
        self._now.setVisible(asking)
        self._open.setVisible(not asking)

    def _has(self, here: QWidget | None) -> bool:
        """Whether the field has the keyboard, or a button that comes and goes with it."""
        return here in (self.where.edit, self._now, self._open)

    def _save(self) -> None:
        if self.where.text.strip():
            self.save_wanted.emit(self.where.text)

    def _wear(self) -> None:
        """Beside the page; with large text under it, where there is room for the buttons alone."""
        large = is_large(self._keeper)
        self.setMaximumWidth(_UNBOUND if large else self._keeper.px(_WIDTH))
        self.setMinimumWidth(0 if large else self._keeper.px(_WIDTH))
        for button in (self._open, self._now):
            (self._head if large else self._foot).addWidget(button)
        for part in (self._title, self._pages):
            part.setVisible(not large)
        self.update()
