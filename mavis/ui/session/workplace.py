"""The places of an open session: the rail on the left and the page beside it; visits have a room of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from mavis.system.wording import label, words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.session.trail import Trail
from mavis.ui.widgets.brand import Brand
from mavis.ui.widgets.rail import Rail, RailButton, RailView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mavis.domain.access.roles import Role
    from mavis.ui.look.theme import ThemeKeeper

_ICONS = {
    "board": IconName.BOARD,
    "start": IconName.BOARD,
    "close": IconName.MOON,
    "settings": IconName.SLIDERS,
    "people": IconName.PEOPLE,
    "last_shift": IconName.PAGE,
}

_INSIDE = {
    "person": "people",
    "duplicates": "people",
    "forgetting": "people",
    "repeat_advice": "people",
    "crew": "board",
    "open_referrals": "board",
    "contacts": "settings",
}
"""Places that are reached from another one, which stays marked on the rail."""

HOMES = ("board", "start")
"""The places that a night begins from: there is nothing behind them to go back to."""


class Workplace(QWidget):
    """Shows one place at a time; a place is built when it is first needed."""

    lock_wanted = Signal()
    hand_over_wanted = Signal()
    """Another person wants to take over."""
    back_wanted = Signal()
    """Escape was pressed, and nothing on the page had a step to take back."""

    def __init__(self, keeper: ThemeKeeper, who: str, role: Role, *, made_up: bool) -> None:
        """A rail with nothing beside it; ``offer`` adds places."""
        super().__init__()
        self._places: dict[str, Callable[[], QWidget]] = {}
        self._built: dict[str, QWidget] = {}
        self._shown: tuple[str, ...] = ()
        self.place = ""
        self.trail = Trail()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._rail = Rail(keeper, self)
        self._rail.add_head(
            Brand(keeper, words("window.title"), words("window.place.made_up") if made_up else "", self)
        )
        self._rail.add_foot(hand_over_button(keeper, self.hand_over_wanted.emit, self))
        lock = RailView(
            "lock",
            who,
            icon=IconName.PADLOCK,
            second=f"{label(role)}\n{inside(words('window.place.lock'))} Ctrl+L",
            strong=True,
            short="".join(part[0] for part in who.split()),
        )
        foot = RailButton(keeper, lock, self)
        foot.opened.connect(lambda _code: self.lock_wanted.emit())
        self._rail.add_foot(foot)
        self._rail.opened.connect(self.go_to)
        self._stack = QStackedWidget(self)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)

    def offer(self, place: str, build: Callable[[], QWidget]) -> None:
        """Have a place; it is built when somebody first goes there."""
        self._places[place] = build

    def show_places(self, places: tuple[str, ...]) -> None:
        """Show these places on the rail; a night that begins or ends leaves no way back to what was before."""
        if places != self._shown:
            self.trail.begin(self.place)
        self._shown = places
        self._mark()

    def go_to(self, place: str) -> QWidget:
        """Show a place and tell it, so that it can take the keyboard."""
        if place not in self._built:
            self._built[place] = page = self._places[place]()
            self._stack.addWidget(page)
        page = self._built[place]
        self.place = place
        if place in HOMES:
            self.trail.begin(place)
        else:
            self.trail.go(place)
        self._stack.setCurrentWidget(page)
        self._mark()
        enter = getattr(page, "enter", None)
        if enter is not None:
            enter()
        return page

    @property
    def page(self) -> QWidget:
        """The page of the place that is shown; the workplace itself before the first."""
        return self._built.get(self.place, self)

    @property
    def shown(self) -> tuple[str, ...]:
        """The places on the rail."""
        return self._shown

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What can be done on the place that is shown, by the names of its keys; most places have none."""
        acts: dict[str, Callable[[], None]] = getattr(self._stack.currentWidget(), "acts", {})
        return acts

    def forget(self, place: str) -> None:
        """Throw a place away; it is built afresh when it is next needed."""
        page = self._built.pop(place, None)
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape reaches the workplace when the page has nothing to close: then it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self.place not in HOMES:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _mark(self) -> None:
        """Show the rail, the place in use marked; a place that is only looked up leaves it as it is."""
        current = _INSIDE.get(self.place, self.place)
        if current in HOMES and current not in self._shown:
            current = next((home for home in HOMES if home in self._shown), "")
        self._rail.set_views(
            tuple(
                RailView(
                    place,
                    words(f"window.place.{place}"),
                    icon=_ICONS[place],
                    current=place == current,
                    short=words(f"window.place_short.{place}"),
                )
                for place in self._shown
            )
        )


def hand_over_button(keeper: ThemeKeeper, act: Callable[[], None], parent: QWidget) -> RailButton:
    """The button at the foot of every rail with which another person takes over."""
    return _foot_button(keeper, "hand_over", IconName.KEY, act, parent)


def lock_button(keeper: ThemeKeeper, act: Callable[[], None], parent: QWidget) -> RailButton:
    """The button at the foot of the rail of a visit that locks, where no name of whoever is here has room."""
    return _foot_button(keeper, "lock", IconName.PADLOCK, act, parent)


def _foot_button(
    keeper: ThemeKeeper, code: str, icon: IconName, act: Callable[[], None], parent: QWidget
) -> RailButton:
    name, keys = words(f"window.place.{code}"), keys_of(f"everywhere.{code}")
    button = RailButton(keeper, RailView(code, name, icon=icon, second=keys), parent)
    button.opened.connect(lambda _code: act())
    return button
