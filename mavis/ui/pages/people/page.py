"""People: one field, and below it whoever may be meant, with the reasons; Enter opens the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.keys.shortcuts import Place, install, keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.fitting import is_large
from mavis.ui.pages.shared.searched_list import SearchedList
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.people.finding import PeopleFinder
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.command_list import CommandList, CommandView
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.people.finding import PersonLine


_ICONS = {
    "duplicates": IconName.FRIENDS,
    "forgetting": IconName.PADLOCK,
    "repeat_advice": IconName.SPEECH_LINES,
}


class PeoplePage(QWidget):
    """Type to find; below the list are the ways to what may be done about everybody."""

    chosen = Signal(str)
    """The id of the person to open."""
    visit_wanted = Signal(str)
    """The id of the visit of somebody who is back."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        desk: Desk,
        ways: Mapping[str, Callable[[], None]],
        parent: QWidget | None = None,
    ) -> None:
        """Lay the page out; nobody is listed until somebody types. ``ways`` lead to the pages about everybody."""
        super().__init__(parent)
        self._keeper = keeper
        self._desk = desk
        self.finder = PeopleFinder(desk, while_there(self, self._show), self.chosen.emit, self.visit_wanted.emit)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("people.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        column.addWidget(TextLabel(keeper, words("people.title"), size=Size.TITLE, weight=Weight.TITLE))
        column.addWidget(TextLabel(keeper, words("people.how"), tone=Tone.MUTED, wrap=True))
        end = f"Esc {words('people.closes')}"
        self.field = SearchField(
            keeper, words("people.title"), words("people.field_hint"), end, IconName.MAGNIFIER, self
        )
        self.field.textChanged.connect(self.finder.typed)
        column.addWidget(self.field)
        self._none = TextLabel(keeper, words("people.none"), tone=Tone.MUTED, wrap=True)
        self._none.hide()
        column.addWidget(self._none)
        self.rows = CommandList(keeper, words("people.results"), self)
        self.rows.used.connect(self.finder.open)
        SearchedList(self.field, self.rows).moved.connect(self._say_place)
        column.addWidget(self.rows, 1)
        self._more = TextLabel(keeper, tone=Tone.MUTED, weight=Weight.CONTROL, wrap=True)
        self._more.hide()
        column.addWidget(self._more)
        self.back = self._build_back(keeper)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.ways = dict(ways)
        self.foot = self._build_foot(keeper)
        column.addWidget(self.foot)
        self._fit()

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What can be done now; nobody is back while nobody is chosen."""
        return self.ways if self.back.isHidden() else {"back_again": self._come_back} | self.ways

    def enter(self) -> None:
        """Take the keyboard; what stands in the field is typed over, and asked for again."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()
        self.finder.typed(self.field.text())

    def _build_back(self, keeper: ThemeKeeper) -> Button:
        """What may be done about whoever is chosen in the list, while a shift is open."""
        keys = keys_of("people.back_again")
        back = Button(keeper, words("people.back_again"), icon=IconName.PLUS, keys=keys, parent=self)
        back.used.connect(lambda: self.finder.back_again(self.rows.place))
        back.hide()
        return back

    def _come_back(self) -> None:
        """Whoever is chosen is back; the first of the list while the answer is awaited."""
        self.finder.back_again(max(0, self.rows.place))

    def _build_foot(self, keeper: ThemeKeeper) -> QWidget:
        """What may be done about everybody."""
        foot = QWidget(self)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight, foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(Space.CONTROL)
        for name, act in self.ways.items():
            keys = keys_of(f"people.{name}")
            button = Button(keeper, words(f"people.to_{name}"), icon=_ICONS[name], keys=keys, parent=foot)
            button.used.connect(act)
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        install(self, Place.PEOPLE, self.ways | {"back_again": self._come_back})
        keeper.changed.connect(self._fit)
        return foot

    def _fit(self) -> None:
        """With large text the ways stand below each other, and make room for whoever was found; their keys stay."""
        large = is_large(self._keeper)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._foot.setDirection(down if large else across)
        self.foot.setVisible(not (large and self.finder.lines))

    def _show(self) -> None:
        self.rows.show_views([_view(line) for line in self.finder.lines])
        self._none.setVisible(self.finder.found_nobody)
        self._more.setText(words("people.line.more", n=self.finder.more))
        self._more.setVisible(self.finder.more > 0)
        self.back.setVisible(bool(self.finder.lines) and self._desk.shift is not None)
        self._fit()
        if self.isVisible():
            self._say_place()

    def _say_place(self) -> None:
        """Say which row is chosen, and no name aloud: the keyboard stays in the field, the reader can go to the row."""
        lines = self.finder.lines
        if lines:
            announce(self, words("people.place", place=self.rows.place + 1, count=len(lines)))
        elif self.finder.found_nobody:
            announce(self, words("people.none"))


def _view(line: PersonLine) -> CommandView:
    spoken = ", ".join(part for part in (line.name, line.detail) if part)
    return CommandView(line.name, line.detail, IconName.RETURNING, (), spoken)
