"""Choice chips: a letter and words; round key cap to pick one (radio button), square to pick any (check box)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from mavis.system.wording import words
from mavis.ui.look.icons import IconName, paint_icon
from mavis.ui.look.painting import (
    CAP_HEIGHT,
    Box,
    Cap,
    Ink,
    canvas,
    cap_width,
    draw_box,
    draw_cap,
    fill_inside,
    wrap,
    write,
    write_block,
)
from mavis.ui.look.tokens import TARGET, Radius, Size, Weight
from mavis.ui.widgets.pressing import Pressing

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent

    from mavis.ui.look.theme import Theme, ThemeKeeper

_EDGE, _STACKED_EDGE = 9, 6
_BETWEEN = 8
_TICK = 16


@dataclass(frozen=True, slots=True)
class ChipView:
    """What a chip says: its code for the page, its words, the letter that chooses it, a second muted line."""

    code: str
    words: str
    key: str = ""
    second: str = ""
    hint: str = ""
    """A second line that helps to choose, gone once it is chosen: it is no part of the answer."""
    hold: bool = False
    """True when it must be held for one second."""
    stacked: bool = False
    """True for a narrow chip with the key above the word, such as an age."""
    bare: bool = False
    """True where the letter counts only while its own row has the keyboard: it is not shown before."""


class _Chip(Pressing):
    """The painting and the behaviour of both kinds of chip."""

    answered: Signal
    focus_moved: Signal
    _round = False
    is_live = True
    """Whether the key is framed, because its letter counts now; set by ``set_live``."""
    is_resting = False
    """Whether a field elsewhere has the letters, so that no key is framed; ``update`` shows it."""
    is_shut = False
    """Looks like a chip that cannot be chosen; one that is chosen stays marked, and a press is answered in words."""

    def _show_view(self, keeper: ThemeKeeper, view: ChipView) -> None:
        self._view = view
        self._measured: tuple[Theme, ChipView, QSize] | None = None
        self._start(keeper, hold=view.hold)
        self.setAccessibleName(view.words)
        self.setObjectName(f"chip.{view.code}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if (view.second or view.hint) and not view.hold:
            self.setAccessibleDescription(self._second)
        if view.hint:
            self.toggled.connect(lambda: self.setAccessibleDescription(self._second))

    @property
    def view(self) -> ChipView:
        """What the chip says."""
        return self._view

    def set_view(self, view: ChipView) -> None:
        """Say something else in the same place."""
        self._view = view
        self.setAccessibleName(view.words)
        self.updateGeometry()
        self.update()

    @property
    def shown_words(self) -> str:
        """The words as they are painted: shortened where they do not fit."""
        if self._view.stacked:
            return " ".join(wrap(self._view.words, self._ink().font, self.width() - self._keeper.px(4), 1))
        theme, view = self._keeper.theme, self._view
        room = self.width() - _words_start(theme, view.key)
        return " ".join(_lines(theme, self._ink(), view.words, room, alone=not self._second))

    def set_live(self, live: bool) -> None:
        """Frame the key cap (its section owns the letters now) or show the letter without a frame."""
        if live != self.is_live:
            self.is_live = live
            self.update()

    def sizeHint(self) -> QSize:
        """At least 56 high; wide enough for all its words on two lines, beside the tick.

        Layouts ask for it again and again, so it is measured once for each look.
        """
        theme, view = self._keeper.theme, self._view
        if self._measured is None or self._measured[0] is not theme or self._measured[1] is not view:
            below = view.hint or self._second
            second = self._ink(Size.CAPTION).width(below) if below else 0
            if view.stacked:
                width = self._ink().width(view.words) + 2 * theme.px(_STACKED_EDGE)
            else:
                width = _words_start(theme, view.key) + _least_room(theme, self._ink(), view.words, second)
            self._measured = (theme, view, QSize(round(width + 1), theme.px(TARGET)))
        return self._measured[2]

    def hitButton(self, place: QPoint) -> bool:
        """The whole chip answers to the mouse, not only the words."""
        return self.rect().contains(place)

    def nextCheckState(self) -> None:
        """Change by a click at once, but a chip to hold only after the hold."""
        if self._hold is None:
            self.setChecked(not self.isChecked())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the grid, which hears of nothing else: a filter would show it every event of every chip."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the grid."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def _act(self) -> None:
        if self._hold is not None:
            self.setChecked(not self.isChecked())
        self.answered.emit(self.isChecked())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw fill, border, key cap, words and tick."""
        painter = canvas(self)
        self._paint_face(painter)
        if self._view.stacked:
            self._paint_stacked(painter)
        else:
            self._paint_row(painter)
        painter.end()

    def _paint_face(self, painter: QPainter) -> None:
        px, tokens = self._keeper.px, self._keeper.tokens
        rect = QRectF(self.rect())
        radius = px(Radius.CONTROL)
        if _is_quiet(self, shut=self.is_shut):
            draw_box(painter, rect, Box("", tokens.line, px(1), radius, dashed=True))
        elif self.isChecked():
            draw_box(painter, rect, Box(tokens.sel, tokens.accent, px(2), radius))
        else:
            draw_box(painter, rect, Box(tokens.raised, tokens.line, px(1), radius))
        if self._hold is not None:
            edge = QRectF(rect.left(), rect.bottom() - px(4), rect.width(), px(4))
            fill_inside(painter, rect, radius, edge, tokens.line)
            grown = QRectF(rect.left(), rect.top(), rect.width() * self.held, rect.height())
            fill_inside(painter, rect, radius, grown, tokens.sel)

    def _ink(self, size: Size = Size.BODY, second: bool = False) -> Ink:
        tokens = self._keeper.tokens
        colour = tokens.text
        if _is_quiet(self, shut=self.is_shut) or (second and not self.isChecked()):
            colour = tokens.muted
        elif self.isChecked() or self.held:
            colour = tokens.on_sel
        return Ink(self._keeper.font(size, Weight.BODY if second else Weight.CONTROL), colour)

    def _cap(self) -> Cap:
        tokens = self._keeper.tokens
        letter = self._view.key
        if self._view.bare and not self.is_live:
            letter = " "  # as wide, so that the words stay where they are
        if self.is_resting or not self.is_live:
            return Cap(letter, tokens.on_sel if self.isChecked() else tokens.muted)
        if self.isChecked():
            return Cap(letter, tokens.on_accent, fill=tokens.accent, round=self._round)
        return Cap(letter, tokens.text if self.isEnabled() else tokens.muted, tokens.line, round=self._round)

    def _paint_row(self, painter: QPainter) -> None:
        px = self._keeper.px
        rect = QRectF(self.rect())
        left = px(_EDGE) + draw_cap(painter, self._keeper.theme, px(_EDGE), rect.center().y(), self._cap())
        if self._view.key:
            left += px(_BETWEEN)
        rows = [
            (line, self._ink())
            for line in _lines(
                self._keeper.theme, self._ink(), self._view.words, rect.width() - left, alone=not self._second
            )
        ]
        if self._second:
            rows.append((self._second, self._ink(Size.CAPTION, second=True)))
        write_block(painter, rect.adjusted(left, 0, -px(_BETWEEN), 0), rows)
        if self.isChecked():
            place = rect.right() - px(_BETWEEN + _TICK - 2)
            paint_icon(painter, IconName.TICK, place, px(6), px(_TICK), self._keeper.tokens.accent)

    @property
    def _second(self) -> str:
        hint = "" if self.isChecked() else self._view.hint
        return self._view.second or hint or (words("widgets.hold") if self._hold is not None else "")

    def _paint_stacked(self, painter: QPainter) -> None:
        px = self._keeper.px
        rect = QRectF(self.rect())
        cap = self._cap()
        width = cap_width(self._keeper.theme, cap.keys)
        top = rect.center().y() - px(CAP_HEIGHT / 2 - 1)
        draw_cap(painter, self._keeper.theme, rect.center().x() - width / 2, top, cap)
        below = QRectF(rect.left() + px(2), rect.center().y(), rect.width() - px(4), px(CAP_HEIGHT))
        write(painter, below, self._view.words, self._ink(), Qt.AlignmentFlag.AlignCenter)


def _is_quiet(chip: QAbstractButton, *, shut: bool) -> bool:
    """Whether a chip looks like one that cannot be chosen; what is chosen is marked wherever it can be changed."""
    return not chip.isEnabled() or (shut and not chip.isChecked())


def _words_start(theme: Theme, key: str) -> float:
    cap = cap_width(theme, key)
    return theme.px(_EDGE) + cap + (theme.px(_BETWEEN) if cap else 0)


def _lines(theme: Theme, ink: Ink, text: str, room: float, *, alone: bool) -> list[str]:
    """One line where it fits; else two, of which the first ends before the tick; ``alone`` has no second below it."""
    room -= theme.px(_BETWEEN)
    before_tick = room - theme.px(_TICK)
    if not alone or " " not in text or ink.width(text) <= before_tick:
        return wrap(text, ink.font, room, 1)
    return wrap(text, ink.font, room, first=before_tick)


def _least_room(theme: Theme, ink: Ink, text: str, second: float) -> float:
    """The room in which the words stand whole: on one line, or on the two that need the least.

    ``second`` is the width of a second line, 0 for none: then the words have one line only.
    """
    between, tick = theme.px(_BETWEEN), theme.px(_TICK)
    parts = text.split()
    splits = () if second else range(1, len(parts))
    halves = ((" ".join(parts[:at]), " ".join(parts[at:])) for at in splits)
    two = (max(ink.width(a) + tick, ink.width(b)) + between for a, b in halves)
    return max(second + between if second else 0, min((ink.width(text) + between, *two)))


class CheckChip(_Chip, QCheckBox):
    """Pick any: a check box. ``answered(bool)`` comes when a person changed it, never from ``setChecked``."""

    answered = Signal(bool)
    focus_moved = Signal(bool)

    def __init__(self, keeper: ThemeKeeper, view: ChipView, parent: QWidget | None = None) -> None:
        """Show the view, not chosen yet."""
        super().__init__(parent)
        self._show_view(keeper, view)


class RadioChip(_Chip, QRadioButton):
    """Pick one: a radio button whose answer can be taken back by choosing it again.

    Qt does not keep it to one of its neighbours, for then it would refuse to take an answer back, and a screen reader
    still hears a radio button. The grid around it lets only one be chosen.
    """

    answered = Signal(bool)
    focus_moved = Signal(bool)
    _round = True

    def __init__(self, keeper: ThemeKeeper, view: ChipView, parent: QWidget | None = None) -> None:
        """Show the view, not chosen yet."""
        super().__init__(parent)
        self.setAutoExclusive(False)
        self._show_view(keeper, view)


Chip = CheckChip | RadioChip
"""Either kind."""
