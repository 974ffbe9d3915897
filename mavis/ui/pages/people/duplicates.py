"""People who may be one, side by side: M joins them, D says that they are two, N turns to the next pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, install, keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.people.duplicates import DuplicateReview
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.focus_ring import take_keys
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Panel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.people.duplicates import PairView, Side


class DuplicatesPage(QWidget):
    """Looks when it is entered, and stops when it is left."""

    left = Signal()

    def __init__(
        self,
        keeper: ThemeKeeper,
        desk: Desk,
        birth_dates: Callable[[], bool],
        failed: Callable[[Exception], None],
        parent: QWidget | None = None,
    ) -> None:
        """Lay the page out; ``enter`` begins to look."""
        super().__init__(parent)
        self._keeper = keeper
        self.review = DuplicateReview(desk, birth_dates, while_there(self, self._show), while_there(self, failed))
        take_keys(self)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("people.duplicates.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, 0, Space.EDGE)
        column.setSpacing(Space.CARD)
        title = words("people.duplicates.title")
        column.addWidget(TextLabel(keeper, title, size=Size.TITLE, weight=Weight.TITLE))
        self._how = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        column.addWidget(self._how)
        column.addWidget(Scroller(keeper, self._build_pair(), self), 1)
        column.addLayout(self._build_foot())
        self.acts = {
            "merge": self.review.merge,
            "apart": self.review.keep_apart,
            "next": self.review.next,
            "before": self.review.before,
            "stop": self.review.stop,
        }
        install(self, Place.DUPLICATES, self.acts)
        keeper.changed.connect(self._fit)
        self._fit()
        self._show()

    def enter(self) -> None:
        """Look through everybody, and take the keyboard."""
        self.review.look()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to where the page was asked for."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Somebody goes elsewhere, or Mavis is locked: nobody waits for the search any more."""
        self.review.stop()
        super().hideEvent(event)

    def _build_pair(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.EDGE, 0)
        column.setSpacing(Space.CARD)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(Space.CARD)
        self._people = [_SidePanel(self._keeper, inside) for _ in range(2)]
        for panel in self._people:
            self._sides.addWidget(panel, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._sides)
        self._reasons = QHBoxLayout()
        self._reasons.setSpacing(Space.CARD)
        self._why = _ReasonsPanel(self._keeper, "why", Tone.PLAIN, inside)
        self._against = _ReasonsPanel(self._keeper, "against", Tone.AMBER, inside)
        for reasons in (self._why, self._against):
            self._reasons.addWidget(reasons, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._reasons)
        column.addStretch(1)
        return inside

    def _build_foot(self) -> QBoxLayout:
        self._foot = foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setContentsMargins(0, 0, Space.EDGE, 0)
        foot.setSpacing(Space.CONTROL)
        review = self.review
        self._stop = self._button("stop", IconName.CROSS, review.stop)
        self._again = Button(self._keeper, words("people.duplicates.look_again"), icon=IconName.RETURNING, parent=self)
        self._again.used.connect(review.look)
        verdicts = (
            self._button("merge", IconName.FRIENDS, review.merge),
            self._button("apart", IconName.PEOPLE, review.keep_apart),
        )
        ways = (
            self._button("next", IconName.CHEVRON_RIGHT, review.next),
            self._button("before", IconName.CHEVRON_LEFT, review.before),
        )
        self._judging = verdicts + ways
        for stretch, buttons in enumerate((verdicts, (*ways, self._stop, self._again))):
            row = QHBoxLayout()
            row.setSpacing(Space.CONTROL)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            foot.addLayout(row, stretch)
        return foot

    def _button(self, name: str, icon: IconName, act: Callable[[], None]) -> Button:
        keys = keys_of(f"duplicates.{name}")
        button = Button(self._keeper, words(f"people.duplicates.{name}"), icon=icon, keys=keys, parent=self)
        button.used.connect(act)
        return button

    def _show(self) -> None:
        pair, looking = self.review.pair, self.review.is_looking
        how = (
            f"{pair.place}. {words('people.duplicates.how')} {self.review.share}".strip() if pair else self.review.said
        )
        told = how != self._how.text()
        self._how.setText(how)
        for button in self._judging:
            button.setVisible(pair is not None)
        self._stop.setVisible(looking)
        self._again.setVisible(pair is None and not looking)
        for panel, side in zip(self._people, (pair.one, pair.other) if pair else (None, None), strict=True):
            panel.show_side(side)
        self._why.show_reasons(pair.why if pair else ())
        self._against.show_reasons(pair.against if pair else ())
        if self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that had the keyboard may be gone
            if told:
                announce(self, _spoken(pair) if pair else how)

    def _fit(self) -> None:
        """With large text the two stand below each other; with the largest so do the verdicts and the ways on."""
        for row in (self._sides, self._reasons):
            stack(row, is_large(self._keeper))
        stack(self._foot, self._keeper.theme.is_largest)


class _SidePanel(Panel):
    """One of the two."""

    def __init__(self, keeper: ThemeKeeper, parent: QWidget) -> None:
        super().__init__(keeper, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CONTROL)
        self._name = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        self._story = TextLabel(keeper, wrap=True)
        self._nights = TextLabel(keeper, tone=Tone.MUTED, wrap=True)
        self._told = TextLabel(keeper, wrap=True)
        for part in (self._name, self._story, self._nights, self._told):
            column.addWidget(part)
        column.addStretch(1)

    def show_side(self, side: Side | None) -> None:
        """Show somebody, or nobody."""
        self.setVisible(side is not None)
        if side is not None:
            self._name.setText(side.name)
            self._story.setText(side.story)
            self._nights.setText(side.nights)
            self._told.setText("\n".join(side.told))
            self._told.setVisible(bool(side.told))


class _ReasonsPanel(QWidget):
    """What speaks for their being one, or against it, a line each."""

    def __init__(self, keeper: ThemeKeeper, name: str, tone: Tone, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        column.setSpacing(Space.CONTROL)
        title = words(f"people.duplicates.{name}")
        column.addWidget(TextLabel(keeper, title, tone=Tone.MUTED, weight=Weight.CONTROL))
        self._lines = TextLabel(keeper, tone=tone, weight=Weight.CONTROL, wrap=True)
        column.addWidget(self._lines)

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Show them; nothing at all when there are none."""
        self.setVisible(bool(reasons))
        self._lines.setText("\n".join(f"{reason[:1].upper()}{reason[1:]}" for reason in reasons))


def _spoken(pair: PairView) -> str:
    sides = (f"{side.name}. {side.story} {side.nights}" for side in (pair.one, pair.other))
    reasons = (
        f"{words(f'people.duplicates.{name}')}: {words('returning.and').join(lines)}."
        for name, lines in (("why", pair.why), ("against", pair.against))
        if lines
    )
    return " ".join((pair.place, *sides, *reasons))
