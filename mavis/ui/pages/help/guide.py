"""The bar of training, over every page: the mark that everybody is made up, and the step of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, shortcuts
from mavis.ui.look.painting import canvas, fill
from mavis.ui.look.tokens import TARGET, Size, Space, Tone, Weight
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.guide_keys import GuideKeys
from mavis.ui.widgets.text import TextLabel
from mavis.ui.widgets.training_mark import TrainingMark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from mavis.ui.look.theme import ThemeKeeper

_HEIGHT = TARGET + Space.CONTROL


class BarView(NamedTuple):
    """What the bar says, and which ways on it offers; ``keys`` are pressed in order, words to type in quotes."""

    say: str
    keys: tuple[str, ...] = ()
    notice: str = ""
    progress: str = ""
    offers: frozenset[str] = frozenset()
    """Of ``skip``, ``rest``, ``go_on``, ``again`` and ``back``."""


class TrainingBar(QFrame):
    """A band as wide as the window; it takes room and covers nothing."""

    asked = Signal(str)
    """The way on that was used, by its name."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """The mark alone; ``show_view`` says more."""
        super().__init__(parent)
        self._keeper = keeper
        self.setAccessibleName(words("guide.name"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(TrainingMark(keeper, self))
        self._row.addLayout(self._build_step(keeper), 1)
        self._progress = TextLabel(keeper, weight=Weight.TITLE)
        self._row.addWidget(self._progress)
        self.buttons = {
            name: self._button(name, words(key))
            for name, key in (
                ("skip", "guide.skip"),
                ("rest", "guide.rest"),
                ("go_on", "guide.go_on"),
                ("again", "training.again"),
                ("back", "training.back"),
            )
        }
        keeper.changed.connect(self._wear)
        self._wear()

    def show_view(self, view: BarView) -> None:
        """Say something else; a screen reader hears it when it pauses, and again as the description of the bar."""
        self._say.setText(view.say)
        self._keys.set_keys(view.keys)
        self._notice.setText(view.notice)
        self._progress.setText(view.progress)
        for name, button in self.buttons.items():
            button.setVisible(name in view.offers)
        self._keys.setVisible(bool(view.keys))
        self._second.setVisible(bool(view.keys or view.notice))
        told = " ".join(filter(None, (view.progress, view.say, *view.keys, view.notice)))
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            announce(self, told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band and the line under it."""
        painter = canvas(self)
        tokens = self._keeper.tokens
        fill(painter, QRectF(self.rect()), tokens.surface)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), tokens.accent)
        painter.end()

    def _build_step(self, keeper: ThemeKeeper) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, Space.TINY, 0, Space.TINY)
        column.setSpacing(0)
        self._say = TextLabel(keeper, weight=Weight.CONTROL, wrap=True)
        self._keys = GuideKeys(keeper)
        self._notice = TextLabel(keeper, size=Size.CAPTION, tone=Tone.MUTED, wrap=True)
        self._second = QWidget(self)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(Space.CARD)
        second.addWidget(self._keys)
        second.addWidget(self._notice, 1)
        column.addStretch(1)
        column.addWidget(self._say)
        column.addWidget(self._second)
        column.addStretch(1)
        return column

    def _button(self, name: str, text: str) -> Button:
        """A way on; a click on it leaves the keyboard where it was, so that the next letter goes to the page."""
        kind = HoldButton if name == "again" else Button
        button = kind(self._keeper, text, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.used.connect(lambda: self.asked.emit(name))
        button.hide()
        self._row.addWidget(button)
        return button

    def _wear(self) -> None:
        """With large text the bar says less, so that the page under it keeps its room."""
        px = self._keeper.px
        self._notice.setVisible(not self._keeper.theme.is_large)
        self._progress.setVisible(not self._keeper.theme.is_largest)
        skip = "" if self._keeper.theme.is_large else shortcuts(Place.TRAINING)[0].keys
        self.buttons["skip"].set_content(words("guide.skip"), None, skip)
        self._row.setContentsMargins(0, 0, px(Space.EDGE), 0)
        self._row.setSpacing(px(Space.CARD))
        self.setMinimumHeight(px(_HEIGHT))
        self.update()
