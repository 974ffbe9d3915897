"""The list below the name: people who may be meant, each with the reasons; a digit takes one, typing on takes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.presenters.people.suggestions import MOST, Suggestions
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.row import PickRow
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.header import VisitHeader
    from mavis.ui.presenters.visit.page import VisitPresenter

_WIDTH = 720


class SuggestionList(Panel):
    """Floats over the page below the name field while that has the keyboard; it moves nothing and takes no focus."""

    taken = Signal()
    """Somebody was chosen: the page goes on as after a name and Enter."""

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter, header: VisitHeader, page: QWidget) -> None:
        """Watch the name in the head of a page."""
        super().__init__(keeper, page)
        self._keeper = keeper
        self._presenter = presenter
        self._page = page
        self._header = header
        self._name = name = header.name
        self.suggestions = Suggestions(presenter.desk, lambda: presenter.visit, self._show)
        speak_as(self, Role.List)
        self.setAccessibleName(words("returning.list"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.CONTROL, 0, Space.CONTROL)
        column.setSpacing(0)
        self._title = TextLabel(keeper, words("returning.list"), size=Size.BODY, weight=Weight.TITLE)
        self._hint = TextLabel(keeper, words("returning.list_hint"), tone=Tone.MUTED)
        for label in (self._title, self._hint):
            label.setContentsMargins(Space.EDGE, 0, Space.EDGE, Space.TINY)
            column.addWidget(label)
        self.rows = [PickRow(keeper, self) for _ in range(MOST)]
        for place, row in enumerate(self.rows, start=1):
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            row.opened.connect(lambda _code, place=place: self._choose(place))
            column.addWidget(row)
        self.hide()
        name.typed.connect(self.suggestions.typed)
        name.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit takes a row; coming back to a name offers again, leaving the field closes the list."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        elif event.type() is QEvent.Type.FocusIn:
            self.suggestions.offer(self._name.text)
        elif event.type() is QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._place)  # another size of text: once the field has its place
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.isVisible():
            return event.text().isdecimal() and self._choose(int(event.text()))
        return super().eventFilter(watched, event)

    def step_back(self) -> bool:
        """Escape: close the list, and leave the keyboard where it is; False when there is none."""
        shown = self.isVisible()
        self.suggestions.clear()
        return shown

    def _left(self) -> None:
        """The keyboard went elsewhere: the list goes, unless it went to one of its rows."""
        if not self._name.edit.hasFocus() and not any(row.hasFocus() for row in self.rows):
            self.suggestions.clear()

    def _choose(self, place: int) -> bool:
        self._header.flush()  # what was typed to find them is saved before, so that Undo gives it back
        if not self.suggestions.choose(place):
            return False
        self._name.set_text(self._presenter.visit.name)
        self.taken.emit()
        return True

    def _show(self) -> None:
        lines = self.suggestions.lines if self._name.edit.hasFocus() else ()
        for row, line in zip(self.rows, lines, strict=False):
            row.set_content(line.person_id, line.text, line.digit, marked=False)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(lines))
        self.setVisible(bool(lines))
        if lines:
            self._place()
            announce(self, words("returning.list"))

    def _place(self) -> None:
        """Lie below the name, over whatever is there, while there is anybody to show."""
        if self.isHidden():
            return
        page = self._page
        below = self._name.mapTo(page, QPoint(0, self._name.height() + Space.TINY))
        self.setFixedWidth(min(self._keeper.px(_WIDTH), page.width() - below.x() - Space.EDGE))
        self._fit(sum(not row.isHidden() for row in self.rows), page.height() - below.y())
        self.adjustSize()
        self.move(below)
        self.raise_()

    def _fit(self, count: int, room: int) -> None:
        """Stand whole in a room of so many pixels: with large text without the title, and with lower rows."""
        full = self._keeper.px(TARGET)
        around = 2 * Space.CONTROL + self._hint.sizeHint().height()
        self._title.setVisible(around + self._title.sizeHint().height() + count * full <= room)
        height = max(TARGET, min(full, (room - around) // count))
        for row in self.rows:
            row.setFixedHeight(height)
