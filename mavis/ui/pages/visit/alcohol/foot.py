"""The foot of a page of the talk about alcohol: the way back, what helps on this page, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_of
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.presenters.visit.alcohol.pages import FIT, FRAMES, OFFER, SUMMARY, TOOL
from mavis.ui.widgets.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.visit.alcohol.talk import AlcoholPresenter

_BACK, _STOPPED = "step_back", "stopped"
_UNITS = frozenset({"ask_2", "ask_3", "score"})
_DONE = frozenset({InterventionStatus.STARTED, InterventionStatus.COMPLETED})


class AlcoholFoot(QWidget):
    """Shows the buttons that mean something on the page; their keys work while they are shown."""

    went_back = Signal()
    went_on = Signal()
    """Enter, or the last of the buttons."""
    units_wanted = Signal()
    screen_given = Signal()
    """The visitor is to answer by themselves."""
    moved = Signal()
    """The presenter has turned to another page."""

    def __init__(self, keeper: ThemeKeeper, presenter: AlcoholPresenter, parent: QWidget | None = None) -> None:
        """Build every button once."""
        super().__init__(parent)
        self._keeper = keeper
        self._presenter = presenter
        self._room = 0
        self._lines = column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left = QHBoxLayout()
        self._right = right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._back = Button(keeper, words("alcohol.back"), icon=IconName.CHEVRON_LEFT, keys=keys_of(f"alcohol.{_BACK}"))
        self._back.used.connect(self.went_back)
        left.addWidget(self._back)
        left.addStretch(1)
        self._next = Button(keeper, words("alcohol.next"), keys="Enter", main=True)
        self._next.used.connect(self.went_on)
        self._helps = {name: self._help(name) for name in ("units", "give_screen", "all_parts", _STOPPED)}
        right.addStretch(1)
        for button in self._beside:
            right.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        for row in (column, self._row, left, right):
            row.setSpacing(Space.CONTROL)
        column.addWidget(self._helps[_STOPPED], 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._row)
        self._row.addLayout(left)
        self._row.addLayout(right, 1)

    @property
    def _beside(self) -> tuple[Button, ...]:
        """What helps on the page, and the way on behind it; who stopped has a line above, so that neither moves."""
        return (*(button for name, button in self._helps.items() if name != _STOPPED), self._next)

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of the buttons that are shown, each with what it does."""
        seen = [name for name, button in self._helps.items() if not button.isHidden()]
        rows = tuple((keys_of(f"alcohol.{name}"), words(f"alcohol.help.{name}")) for name in seen)
        back = () if self._back.isHidden() else ((keys_of(f"alcohol.{_BACK}"), words("alcohol.back")),)
        return (*rows, *back)

    def press(self, key: str) -> bool:
        """Use the button of a key, when it is shown."""
        for name, button in self._helps.items():
            if not button.isHidden() and key == keys_of(f"alcohol.{name}"):
                button.use_by_key()
                return True
        return False

    def show_talk(self) -> None:
        """Show the buttons of the page that is asked."""
        presenter = self._presenter
        page, units = presenter.page, presenter.drinks.is_open
        status = presenter.talk.status
        self._back.setVisible(page != OFFER or units)
        shown = {
            "units": page.id in _UNITS and not units and status in _DONE,
            "give_screen": (page == TOOL or page.question is not None) and not units,
            "all_parts": page == FRAMES,
            _STOPPED: page not in (OFFER, FIT, TOOL) and status is InterventionStatus.STARTED and not units,
        }
        for name, button in self._helps.items():
            button.setVisible(shown[name])
        self._next.set_words(_way_on(presenter))
        self._lay_out()

    def fit(self, room: int) -> None:
        """The way back stands above the others where they have no room beside each other."""
        self._room = room
        self._lay_out()

    def _lay_out(self) -> None:
        ours, ways, last = self._beside, QBoxLayout.Direction, self._presenter.page == SUMMARY
        lines = ways.BottomToTop if is_large(self._keeper) else ways.TopToBottom  # no room above the way on
        if last and self._room >= _width((*self._helps.values(), self._back, self._next)):
            lines = ways.LeftToRight  # the list of answers leaves room for one line
        self._lines.setDirection(lines)
        for row, buttons in ((self._row, (self._back, *ours)), (self._right, ours)):
            stack(row, self._room < _width(buttons))

    def _help(self, name: str) -> Button:
        icon = {"give_screen": IconName.PEOPLE, "units": IconName.BOTTLE}.get(name)
        button = Button(self._keeper, words(f"alcohol.help.{name}"), icon=icon, keys=keys_of(f"alcohol.{name}"))
        button.used.connect(lambda: self._use(name))
        return button

    def _use(self, name: str) -> None:
        presenter = self._presenter
        if name == "units":
            self.units_wanted.emit()
        elif name == "give_screen":
            self.screen_given.emit()
        elif name == "all_parts":
            presenter.tick_all()
            self.moved.emit()
        else:
            presenter.stop_early()
            self.went_on.emit()


def _way_on(presenter: AlcoholPresenter) -> str:
    """What Enter does."""
    if presenter.drinks.is_open:
        return words("alcohol.drinks_done")
    if presenter.page == SUMMARY:
        started = presenter.talk.status is InterventionStatus.STARTED
        return words("alcohol.done" if started else "alcohol.go_on")
    if presenter.page == TOOL and not presenter.chosen:
        return words("alcohol.use_tool")
    return words("alcohol.next")


def _width(buttons: Iterable[Button]) -> int:
    """The room that these need beside each other, as far as they are shown."""
    return sum(one.sizeHint().width() + Space.CONTROL for one in buttons if not one.isHidden())
