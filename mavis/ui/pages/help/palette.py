"""The command palette over the window: type a few letters, Enter does it; Escape goes back and nothing has happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.announce import announce
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import TARGET, Space, Tone
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.pages.shared.searched_list import SearchedList
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.widgets.command_list import CommandList, CommandView
from mavis.ui.widgets.key_cap import KeyCap
from mavis.ui.widgets.search_field import SearchField
from mavis.ui.widgets.text import Divider, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.help.palette import Command, PalettePresenter, Shown
    from mavis.ui.presenters.help.palette_people import PalettePeople


class Palette(Overlay):
    """Shows what can be done now; it does one thing and is gone."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: PalettePresenter,
        window: QWidget,
        people: PalettePeople | None = None,
    ) -> None:
        """Everything is listed until somebody types; then ``people`` who were here before are, too."""
        super().__init__(keeper, window)
        self.presenter = presenter
        self._people = people
        self._shown: tuple[Command, ...] = ()
        self.setAccessibleName(words("palette.title"))
        end = f"Esc {words('palette.closes')}"
        self.field = SearchField(
            keeper, words("palette.title"), words("palette.hint"), end, IconName.MAGNIFIER, self.panel
        )
        self.field.textChanged.connect(self._typed)
        self.rows = CommandList(keeper, words("palette.results"), self.panel)
        self.rows.used.connect(self._do)
        SearchedList(self.field, self.rows).moved.connect(self._say_place)
        self._none = TextLabel(keeper, words("palette.none"), tone=Tone.MUTED, wrap=True)
        self._build()
        self._typed("")
        self.open(self.field)

    def keeps(self, event: QKeyEvent) -> bool:
        """Ctrl+K again goes back, as Escape does."""
        return super().keeps(event) or _is_ctrl_k(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+K again goes back."""
        if _is_ctrl_k(event):
            self.close_down()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        keeper = self.keeper
        above = QVBoxLayout()
        above.setContentsMargins(Space.EDGE, Space.EDGE, Space.EDGE, Space.EDGE)
        above.setSpacing(Space.CARD)
        above.addWidget(self.field)
        above.addWidget(self._none)
        self.column.addLayout(above)
        self.column.addWidget(self.rows, 1)
        self.column.addWidget(Divider(keeper, self.panel))
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.GROUP, 0, Space.GROUP, 0)
        foot.setSpacing(Space.CONTROL)
        for part in ("Up", "Down", words("palette.choose"), "Enter", words("palette.do_it")):
            is_key = part in {"Up", "Down", "Enter"}
            foot.addWidget(KeyCap(keeper, part, self.panel) if is_key else TextLabel(keeper, part))
        foot.addStretch(1)
        self._count = TextLabel(keeper, tone=Tone.MUTED)
        self._count.setMinimumHeight(keeper.px(TARGET))
        foot.addWidget(self._count)
        self.column.addLayout(foot)

    def _typed(self, text: str) -> None:
        found = self.presenter.find(text)
        if self._people is not None:
            self._people.typed(text, while_there(self, partial(self._people_came, found)))
        self._none.setVisible(not found.commands)
        self._count.setText(words("palette.count_of", shown=len(found.commands), total=found.total))
        self._list(found)

    def _people_came(self, found: Shown) -> None:
        """Whoever fits stands below what can be done, and before the way to all people; the same row stays chosen."""
        self._none.hide()
        place = self.rows.place
        self._list(found, self._shown[place] if place > 0 else None)

    def _list(self, found: Shown, chosen: Command | None = None) -> None:
        self._shown = found.commands + (self._people.commands if self._people is not None else ())
        self.rows.show_views([_view(command) for command in self._shown])
        if chosen in self._shown:
            self.rows.choose(self._shown.index(chosen))
        self.rows.setVisible(bool(self._shown))
        if self.isVisible():
            self.lay_out()
            self._say_place()

    def _say_place(self) -> None:
        """Have the chosen command read out: the keyboard stays in the field."""
        if not self._shown:
            announce(self, words("palette.none"))
            return
        place = self.rows.place
        chosen = self._shown[place]
        nothing = "" if self._none.isHidden() else f"{words('palette.none')} "
        told = {"spoken": chosen.aloud or chosen.spoken, "place": place + 1, "count": len(self._shown)}
        announce(self, f"{nothing}{words('palette.place', **told)}")

    def _do(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self.close_down()
            self._shown[place].act()


def _is_ctrl_k(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _view(command: Command) -> CommandView:
    return CommandView(command.name, command.detail, IconName(command.icon), command.keys, command.spoken)
