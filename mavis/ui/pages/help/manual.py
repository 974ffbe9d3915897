"""The manual over the window: contents at the left, a chapter beside them, a word to search for; Escape goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.resources import manual_folder
from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.presenters.help.manual import PLACES, Manual, where
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.chip_grid import ChoiceGrid, numbered
from mavis.ui.widgets.reader import Reader
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper

_EDGE = 24
_CONTENTS = 320
_SCROLL = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class ManualPage(Overlay):
    """Reads only what came with Mavis: nothing is fetched, and no link out of the manual is followed."""

    def __init__(self, keeper: ThemeKeeper, window: QWidget, place: str) -> None:
        """Open at the chapter of a place.

        Raises:
            OSError: a chapter is missing; this copy of Mavis is not whole.
        """
        super().__init__(keeper, window)
        self._manual = Manual(manual_folder())
        self._here = ""
        self.setAccessibleName(words("manual.title"))
        self._build()
        self.turn_to(*PLACES.get(place, PLACES["everywhere"]))
        self.open(self.reader)
        self.turn_to(*PLACES.get(place, PLACES["everywhere"]))  # the heading has its place once the page has its width

    @property
    def found(self) -> str:
        """What is said of the word that is searched, or of a link that leads nowhere."""
        return self._found.text()

    def turn_to(self, name: str, heading: str = "") -> None:
        """Show a chapter, from the top or from one of its headings."""
        chapter = self._manual.chapter(name)
        if chapter is None:
            return
        self._here = name
        self.contents.set_chosen((name,))
        self._list.ensureWidgetVisible(self.contents.chip(name))
        self.reader.setAccessibleName(words("manual.text", title=chapter.title))
        self.reader.show_text(chapter.text, heading)

    def lay_out(self) -> None:
        """Fill the window but for an edge; with large text the search stands above the chapter, without the list."""
        large = is_large(self.keeper)
        self.setGeometry(self.stage.rect())
        self.panel.setGeometry(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        stack(self._row, large)
        self._side.setMaximumWidth(self.width() if large else self.keeper.px(_CONTENTS))
        self._list.setVisible(not large)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A stroke in the chapter goes to the search; arrows in the search scroll the chapter."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.reader and event.text() == "/":
                self.search.setFocus()
                return True
            if watched is self.search and Qt.Key(event.key()) in _SCROLL:
                self.reader.event(event)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        keeper = self.keeper
        self.search = SearchField(
            keeper, words("manual.search"), words("manual.search_hint"), "/", IconName.MAGNIFIER, self.panel
        )
        self.search.textChanged.connect(self._count)
        self.search.returnPressed.connect(self._find)
        self._found = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        views = numbered((chapter.name, chapter.title) for chapter in self._manual.chapters)
        self.contents = ChoiceGrid(keeper, words("manual.contents"), views, columns=1, exclusive=True, own_keys=True)
        self.contents.chosen.connect(lambda name, _on: self.turn_to(name))
        self.reader = Reader(keeper, manual_folder(), self.panel)
        self.reader.followed.connect(self._follow)
        for part in (self.reader, self.search):
            part.installEventFilter(self)
        listed = QWidget()
        chapters = QVBoxLayout(listed)
        chapters.setContentsMargins(0, 0, 0, 0)
        chapters.addWidget(self.contents)
        chapters.addStretch(1)
        self._list = Scroller(keeper, listed, self.panel)
        self._side = QWidget(self.panel)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(Space.CONTROL)
        side.addWidget(self.search)
        side.addWidget(self._found)
        side.addWidget(self._list, 1)
        side.addLayout(self._build_buttons())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        self._row.setSpacing(Space.EDGE)
        self._row.addWidget(self._side)
        self._row.addWidget(self.reader, 1)
        self.column.addLayout(self._row)

    def _build_buttons(self) -> QHBoxLayout:
        """What Enter and Escape do, for a hand on a mouse; there is a next place once a word was found."""
        self._next = Button(self.keeper, words("manual.next"), keys="Enter", parent=self.panel)
        self._next.used.connect(self._find)
        self._next.hide()
        close = Button(self.keeper, words("manual.close"), keys="Esc", parent=self.panel)
        close.used.connect(self.close_down)
        row = QHBoxLayout()
        row.setSpacing(Space.CONTROL)
        row.addWidget(close)
        row.addWidget(self._next)
        row.addStretch(1)
        return row

    def _follow(self, target: str) -> None:
        name, heading = where(target, self._here)
        if self._manual.chapter(name) is None:
            self._found.setText(words("manual.outside", target=target))
            announce(self, self.found)
        else:
            self.turn_to(name, heading)

    def _count(self, wanted: str) -> None:
        """Say how often a word was found, and list the chapters that have it; without a word list them all."""
        found, asked = self._manual.find(wanted), bool(wanted.strip())
        keys = {0: "manual.none", 1: "manual.found_once"}
        self._found.setText(words(keys.get(found.times, "manual.found"), count=found.times) if asked else "")
        self._next.setVisible(asked and found.times > 0)
        for chapter in self._manual.chapters:
            self.contents.chip(chapter.name).setVisible(chapter.name in found.chapters or not (asked and found.times))

    def _find(self) -> None:
        """Go to the next place where the word stands: further down, else in the next chapter that has it."""
        wanted = " ".join(self.search.text().split())
        chapters = self._manual.find(wanted).chapters
        if not chapters or self.reader.find_next(wanted):
            announce(self, self.found)
            return
        names = [chapter.name for chapter in self._manual.chapters]
        here = names.index(self._here)
        self.turn_to(next((name for name in names[here + 1 :] if name in chapters), chapters[0]))
        self.reader.find_next(wanted)
