"""Shows one chapter of the manual in the look in use: scrolled by keys, links by Tab, pictures of the same theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from mavis.ui.look.fonts import family
from mavis.ui.look.tokens import Space, Weight
from mavis.ui.presenters.help.markdown import Ink, pictures, to_html
from mavis.ui.widgets.dressed import Bar
from mavis.ui.widgets.focus_ring import RINGLESS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from mavis.ui.look.theme import ThemeKeeper

_COLUMN = 860
_PICTURES = "pictures/dark/"
"""What the chapters call their pictures; the other themes have theirs beside it."""


class Reader(QTextBrowser):
    """Never follows a link by itself, and reads no file but the pictures of the manual."""

    followed = Signal(str)
    """A link was used: where it leads, as the chapter writes it."""

    def __init__(self, keeper: ThemeKeeper, folder: Path, parent: QWidget | None = None) -> None:
        """Show nothing yet; ``folder`` is that of the manual."""
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(keeper))
        self._keeper = keeper
        self._folder = folder
        self._text = ""
        self._width = 0
        self.setProperty(RINGLESS, True)  # a ring round a whole page says less than the mark on the link in use
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda link: self.followed.emit(link.toString()))
        keeper.changed.connect(self._write)

    def show_text(self, text: str, heading: str = "") -> None:
        """Show a chapter, from the top or from one of its headings."""
        self._text = text
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if heading:
            self.scrollToAnchor(heading)

    def find_next(self, wanted: str) -> bool:
        """Go to the next place where a word stands and mark it; False when there is none further down."""
        return self.find(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the room there is."""
        super().resizeEvent(event)
        if self._text and self._room() != self._width:
            self._write()

    def _write(self) -> None:
        place = self.verticalScrollBar().value()
        self._width = self._room()
        document = self.document()
        document.setDocumentMargin(self._keeper.px(Space.EDGE))
        for name in pictures(self._text):
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), self._picture(name))
        self.setHtml(to_html(self._text, self._ink()))
        self.verticalScrollBar().setValue(place)

    def _room(self) -> int:
        return min(self._keeper.px(_COLUMN), self.viewport().width() - 2 * self._keeper.px(Space.EDGE) - 1)

    def _picture(self, name: str) -> QImage:
        themed = name.replace(_PICTURES, f"pictures/{self._keeper.theme.name.value}/")
        image = QImage(str(self._folder / themed))
        if image.isNull():
            return image
        shown = image.scaledToWidth(max(1, self._width), Qt.TransformationMode.SmoothTransformation)
        shown = shown.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(shown)
        painter.setPen(QColor(self._keeper.tokens.line))
        painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return shown

    def _ink(self) -> Ink:
        tokens = self._keeper.tokens
        colours = (tokens.text, tokens.muted, tokens.accent, tokens.raised, tokens.hair)
        return Ink(*colours, family(Weight.BODY), family(Weight.TITLE), self._keeper.theme.text_percent / 100)
