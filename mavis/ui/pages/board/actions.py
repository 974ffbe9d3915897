"""The row above the board: what it is called, and the few things to do there; large text keeps the clock in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Size, Space, Weight
from mavis.ui.presenters.shared.times import clock_text
from mavis.ui.widgets.button import Button, Face
from mavis.ui.widgets.clock import ClockLabel
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.ui.look.theme import ThemeKeeper


_FULL, _WORDS, _SIGN, _ICON, _NAME = (
    Face(),
    Face(icon=False),
    Face(words=False),
    Face(words=False, keys=False),
    Face(icon=False, keys=False),
)


class _Faces(NamedTuple):
    """What is shown of each button where the room is only so wide."""

    names: Face = _FULL
    line: Face = _FULL
    find: Face = _FULL
    pages: Face = _FULL
    new: Face = _FULL


_GIVING_WAY = (
    _Faces(),
    _Faces(_WORDS, _WORDS, _WORDS),
    _Faces(_SIGN, _WORDS, _WORDS, new=_WORDS),
    _Faces(_SIGN, _SIGN, _WORDS, new=_WORDS),
    _Faces(_SIGN, _SIGN, _SIGN, new=_WORDS),
    _Faces(_ICON, _ICON, _ICON, _NAME, _WORDS),
    _Faces(_ICON, _ICON, _ICON, _NAME, _NAME),
)
"""In turn, after the title: every button stays, because a mouse has no keys."""


class BoardActions(QWidget):
    """Buttons that say what somebody wants; the board does it."""

    names_wanted = Signal()
    find_wanted = Signal()
    new_wanted = Signal()
    line_wanted = Signal()
    """A new visit, typed in one line."""
    tally_wanted = Signal()
    """The counters, which have no room below the cards."""
    tonight_wanted = Signal()
    """The clock, the counts and who has left, which have no room beside the cards."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget | None = None) -> None:
        """Begin as for the usual size of text."""
        super().__init__(parent)
        self._keeper = keeper
        self._room = 0
        self._nobody = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.CARD)
        self._title = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, parent=self)
        self._clock = ClockLabel(keeper, large=False, parent=self)
        row.addWidget(self._title)
        row.addWidget(self._clock)
        row.addStretch(1)
        self._tonight = Button(keeper, words("board.tonight"), parent=self)
        self._tally = Button(keeper, words("board.tally"), keys="M", parent=self)
        self._names = Button(keeper, words("board.show_names"), icon=IconName.EYE_CROSSED, keys="S", parent=self)
        self._find = Button(keeper, words("board.find"), icon=IconName.MAGNIFIER, keys="/", parent=self)
        self._line = Button(keeper, words("quick_line.button"), icon=IconName.NOTE, keys="=", parent=self)
        self._new = Button(keeper, words("board.new_visit"), icon=IconName.PLUS, keys="N", main=True, parent=self)
        wanted = (
            (self._tonight, self.tonight_wanted),
            (self._tally, self.tally_wanted),
            (self._names, self.names_wanted),
            (self._find, self.find_wanted),
            (self._line, self.line_wanted),
            (self._new, self.new_wanted),
        )
        for button, signal in wanted:
            button.used.connect(signal)
            row.addWidget(button)
        self.fit(0, tonight=False, tally=False)

    def show_state(self, title: str, names_shown: bool, nobody: bool, now: datetime) -> None:
        """Say how many are aboard and what time it is; with nobody aboard there are no names to show."""
        self._title.setText(title)
        self._names.set_words(words("board.hide_names" if names_shown else "board.show_names"))
        self._nobody = nobody
        self._give_way()
        self._clock.set_time(clock_text(now))

    def fit(self, room: int, *, tonight: bool, tally: bool) -> None:
        """Offer what has no room elsewhere, in a row of so many pixels.

        The title gives way first, which the panel of the night says as well, then icons, words and keys.
        """
        self._room = room
        self._tonight.setVisible(tonight)
        self._tally.setVisible(tally)
        self._clock.setVisible(tonight)
        self._clock.setMinimumHeight(self._keeper.px(TARGET))
        self._give_way()

    def _give_way(self) -> None:
        self._names.setHidden(self._nobody)
        self._title.setVisible(self._clock.isHidden())
        self._wear(_GIVING_WAY[0])
        if self._needed > self._room:
            self._title.hide()
        for faces in _GIVING_WAY:
            self._wear(faces)
            if self._needed <= self._room:
                return

    def _wear(self, faces: _Faces) -> None:
        worn = (
            (self._names, faces.names),
            (self._line, faces.line),
            (self._find, faces.find),
            (self._tonight, faces.pages),
            (self._tally, faces.pages),
            (self._new, faces.new),
        )
        for button, face in worn:
            button.set_face(face)

    @property
    def _needed(self) -> int:
        """The width of all that is shown."""
        shown = [part for part in self.findChildren(QWidget) if not part.isHidden()]
        return sum(part.sizeHint().width() + Space.CARD for part in shown)

    def mark(self, view: str) -> None:
        """Say on the button of the open page how to come back."""
        self._tonight.set_words(words("board.cards_again" if view == "tonight" else "board.tonight"))
        self._tally.set_words(words("board.cards_again" if view == "tally" else "board.tally"))
