"""Printed pages on the screen: given pictures in the colour of paper, which does not dazzle in the dark themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.painting import Box, canvas, draw_box
from mavis.ui.look.tokens import Space, Tone
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.dressed import Bar
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper


class Sheet(QWidget):
    """One page, as wide as its place."""

    def __init__(self, keeper: ThemeKeeper, image: QImage) -> None:
        """Show the picture of a page."""
        super().__init__()
        self._keeper = keeper
        self._image = image
        self._scaled = QImage()
        speak_as(self, Role.Graphic)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        keeper.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """A page keeps its proportion."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at a width."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """A readable page."""
        width = self._keeper.px(400)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, its white darkened to the paper of the theme."""
        painter = canvas(self)
        rect = QRectF(self.rect())
        painter.drawImage(rect, self._at_size())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(rect, QColor(self._keeper.tokens.paper))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        draw_box(painter, rect, Box("", self._keeper.tokens.hair, 1))
        painter.end()

    def _at_size(self) -> QImage:
        """The picture in the pixels of its place; to make it smaller takes longer than all else of a painting."""
        size = self.size() * self.devicePixelRatio()
        if self._scaled.size() != size:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return self._scaled


class PagePreview(QScrollArea):
    """The pages of a document under each other."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Say that there is nothing to show yet."""
        super().__init__(parent)
        self.setVerticalScrollBar(Bar(keeper))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._keeper = keeper
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("widgets.preview.pages"))
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_pages(())

    def set_pages(self, images: Sequence[QImage]) -> None:
        """Show these pages; each picture is a whole page with a white ground."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self._keeper.px(Space.CONTROL), 0)
        column.setSpacing(self._keeper.px(Space.CARD))
        for at, image in enumerate(images, start=1):
            sheet = Sheet(self._keeper, image)
            sheet.setAccessibleName(words("widgets.preview.page", page=at, pages=len(images)))
            column.addWidget(sheet)
        if not images:
            column.addWidget(TextLabel(self._keeper, words("widgets.preview.empty"), tone=Tone.MUTED))
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
