"""Plain words on a page, panels to group things, dividers, and the header of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mavis.ui.look.painting import Box, canvas, draw_box, draw_line, fill
from mavis.ui.look.tokens import Radius, Size, Space, Tone, Weight
from mavis.ui.spoken import Role, speak_as

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper


class TextLabel(QLabel):
    """Words in a size, weight and tone of the scale; follows the theme and the text size."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        text: str = "",
        *,
        size: Size = Size.BODY,
        weight: Weight = Weight.BODY,
        tone: Tone = Tone.PLAIN,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show plain text (never read as HTML)."""
        super().__init__(text, parent)
        self._keeper = keeper
        self._size = size
        self._weight = weight
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        keeper.changed.connect(self._wear)
        self._wear()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour of the words."""
        if tone is not self._tone:
            self._tone = tone
            self._colour()

    def _wear(self) -> None:
        self.setFont(self._keeper.font(self._size, self._weight))
        self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._keeper.tokens.tone(self._tone)))
        self.setPalette(palette)


class Panel(QFrame):
    """A surface with round corners and a fine edge, for a group of things."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None, *, flat: bool = False) -> None:
        """A panel; a flat one has neither corners nor edge and fills a whole column."""
        super().__init__(parent)
        self._keeper = keeper
        self._flat = flat
        keeper.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface."""
        painter = canvas(self)
        px, tokens = self._keeper.px, self._keeper.tokens
        if self._flat:
            fill(painter, QRectF(self.rect()), tokens.surface)
        else:
            draw_box(painter, QRectF(self.rect()), Box(tokens.surface, tokens.hair, px(1), px(Radius.CONTROL)))
        painter.end()


class Divider(QWidget):
    """A fine line between two things that belong to one group."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None, *, upright: bool = False) -> None:
        """A line across, or upright."""
        super().__init__(parent)
        self._keeper = keeper
        speak_as(self, Role.Separator)
        across, along = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(along if upright else across, across if upright else along)
        keeper.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One pixel."""
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        painter = canvas(self)
        fill(painter, QRectF(self.rect()), self._keeper.tokens.hair)
        painter.end()


class SectionHeader(QWidget):
    """The title of a section and how to answer it; an accent bar marks the section that owns the letters."""

    is_resting = False
    """Whether a field elsewhere has the letters, so that no bar is shown; ``update`` shows it."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        title: str,
        how: str = "",
        *,
        minor: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``title`` is written large, or quietly for a second question of the same section (``minor``)."""
        super().__init__(parent)
        self._keeper = keeper
        self._live = False
        size, weight, tone = (Size.BODY, Weight.BODY, Tone.MUTED) if minor else (Size.LABEL, Weight.TITLE, Tone.PLAIN)
        self._title = TextLabel(keeper, title, size=size, weight=weight, tone=tone, wrap=True)
        self._how = TextLabel(keeper, how, size=Size.CAPTION, tone=Tone.MUTED, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._how)
        self._column.addStretch(1)
        self._how.setVisible(bool(how))
        keeper.changed.connect(self._space)
        self._space()

    def set_how(self, how: str) -> None:
        """Say something else under the title, for example ``4 of 7``."""
        self._how.setText(how)
        self._how.setVisible(bool(how))

    @property
    def is_live(self) -> bool:
        """Whether the bar is shown: the letters of what stands beside it count now."""
        return self._live and not self.is_resting

    def set_live(self, live: bool) -> None:
        """Show or hide the accent bar."""
        if live != self._live:
            self._live = live
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar at the left edge."""
        if not self.is_live:
            return
        painter = canvas(self)
        width = self._keeper.px(Space.TINY)
        middle = width / 2
        draw_line(painter, QPointF(middle, 0), QPointF(middle, self.height()), self._keeper.tokens.accent, width)
        painter.end()

    def _space(self) -> None:
        self._column.setContentsMargins(Space.EDGE, 0, 0, 0)
        px = self._keeper.px
        self._title.setContentsMargins(0, 0, px(Space.CONTROL), 0)  # the ring of an answer beside it reaches out
        self._how.setContentsMargins(0, 0, px(Space.TINY), 0)
