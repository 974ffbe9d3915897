"""Section 6 of a visit: its parts under each other, each shown when the visit asks for it or somebody opens it.

A letter opens a part; from then on the letters are that part's own. Escape, or the digit of the section, gives them
back to the headings; Enter goes on row by row, and from the last one to the next part that is shown.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import keys_in, letters
from mavis.ui.look.tokens import Space
from mavis.ui.pages.shared.answers import fit_columns
from mavis.ui.pages.shared.fitting import LABEL_WIDTH
from mavis.ui.pages.steps.column import give_keys_back
from mavis.ui.pages.visit.safety.makers import MAKERS
from mavis.ui.pages.visit.section_panel import SectionPanel
from mavis.ui.presenters.desk.tonight import Touched
from mavis.ui.presenters.visit.safety.parts import asked_for, still_to_ask
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.chip import ChipView
from mavis.ui.widgets.chip_grid import ChoiceGrid
from mavis.ui.widgets.scroller import bring_into_view, show_from_top
from mavis.ui.widgets.text import SectionHeader

if TYPE_CHECKING:
    from collections.abc import Collection

    from mavis.domain.visit.visit import Visit
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.visit.safety.part import SafetyPart
    from mavis.ui.presenters.desk.tonight import Desk
    from mavis.ui.presenters.visit.page import VisitPresenter

_MOST_COLUMNS = 3


class SafetyPanel(SectionPanel):
    """The headings, and under them the parts that are in use for the visit on the page."""

    has_rows = True

    def __init__(self, keeper: ThemeKeeper, presenter: VisitPresenter) -> None:
        """Show the headings; a part is built when it is first needed."""

        def build_next() -> None:
            """Build one of the parts that are wanted; the next one a moment later, so that nobody waits for all."""
            if presenter.visit_id in presenter.desk.visits:
                for name in [name for name in MAKERS if name in self._shown - self.parts.keys()][:1]:
                    self._part(name)
                    self.show_visit(presenter.visit)

        super().__init__()
        self._keeper = keeper
        self._presenter = presenter
        self._opened: set[str] = set()
        self._shown: set[str] = set()
        self._in_use = False
        self._live = ""
        self._room = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(build_next)
        self.parts: dict[str, SafetyPart] = {}
        """The parts that were built so far, by name."""
        speak_as(self, Role.Grouping)
        self.setAccessibleName(words("visit.section.safety"))
        keys = letters()
        views = [ChipView(name, words(f"chips.safety.part.{name}"), key=keys[f"safety.part.{name}"]) for name in MAKERS]
        title = words("visit.section.safety")
        self.headings = ChoiceGrid(keeper, title, views, columns=_MOST_COLUMNS, exclusive=True, parent=self)
        self.headings.chosen.connect(lambda name, on: self.open(name) if on else self.step_back())
        self._title = SectionHeader(keeper, words("safety.title"), words("safety.how"), parent=self)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._title)
        row.addWidget(self.headings, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.GROUP)
        self._column.addLayout(row)
        self._own("")

    @property
    def key_place(self) -> str:
        """The part in use, or the section itself while the letters open parts."""
        return self._live or "safety"

    @property
    def in_use(self) -> str:
        """The part in use, and behind a stop its row."""
        row = self.parts[self._live].at.partition(".")[2] if self._live else ""
        return f"{self._live}.{row}" if row else self._live

    @property
    def more_keys(self) -> tuple[tuple[str, str], ...]:
        """The keys of a row with letters of its own, while it is in use."""
        return self.parts[self._live].more_keys if self._live else ()

    @property
    def spot(self) -> QWidget | None:
        """The part in use, else the headings."""
        return self.parts[self._live].spot if self._live else self

    @property
    def is_typing(self) -> bool:
        """Whether a field of a part has the keyboard."""
        return any(part.is_typing for part in self.parts.values())

    def turn_to(self) -> None:
        """Another visit: what was opened by hand for the one before is put away."""
        self._opened.clear()
        self._shown = asked_for(self._presenter.visit) | self._opened
        self._own("")
        for part in self.parts.values():
            part.turn_to()

    def show_visit(self, visit: Visit) -> None:
        """Show the parts that the visit asks for, with those that were opened by hand.

        While another section is in use no part comes or goes, for that would move what stands below.
        """
        self._title.set_how(still_to_ask(visit) or words("safety.how"))
        if self._in_use:
            self._shown = asked_for(visit) | self._opened
        for name, part in self.parts.items():
            part.setVisible(name in self._shown)
            if name in self._shown:
                part.show_visit(visit)
        if self._shown - self.parts.keys():
            self._later.start()
        if self._live and self._live not in self._shown:
            self._own("")

    def begin(self) -> None:
        """The letters open parts; when the panel has just been built it stands in its place only a moment later."""
        self._in_use = True
        self._own("")
        self.begun.emit()
        self.show_visit(self._presenter.visit)
        QTimer.singleShot(0, self, lambda: bring_into_view(self))

    def press(self, key: str) -> bool:
        """Use a key in the part in use, or open the part that it stands for."""
        if self._live:
            return self.parts[self._live].press(key) or _tell_no_answer(self._presenter.desk, key)
        return self.headings.press_key(key) or _tell_first(self._presenter.desk, self._shown, key)

    def step_back(self) -> bool:
        """Escape: from a part to the headings."""
        if not self._live:
            return False
        self.parts[self._live].leave()
        self._in_use = True
        self._own("")
        give_keys_back(self)
        bring_into_view(self)
        return True

    def end(self, by: int = 1) -> bool:
        """Enter: on to the next row, then to the next part that is shown; True behind the last one.

        Up leads from the first row of a part to the headings.
        """
        if self._live and not self.parts[self._live].end(by):
            return False
        if by < 0:
            return not self.step_back()
        wanted = asked_for(self._presenter.visit) | self._opened
        names = [name for name in MAKERS if name in wanted]
        later = names[names.index(self._live) + 1 :] if self._live in names else names
        if later:
            self.open(later[0])
        return not later

    def leave(self) -> None:
        """The page goes elsewhere: the letters are the headings' when it comes back."""
        for part in self.parts.values():
            part.leave()
        self._in_use = False
        self._own("")

    def flush(self) -> None:
        """Save whatever is half typed in any part."""
        for part in self.parts.values():
            part.flush()

    def fit(self, room: int) -> None:
        """Lay the headings and the parts out for so many pixels."""
        self._room = room
        label = self._keeper.px(LABEL_WIDTH)
        self._title.setFixedWidth(label)
        fit_columns(self.headings, _MOST_COLUMNS, room - label - Space.CONTROL)
        for part in self.parts.values():
            part.fit(room)

    def open(self, name: str) -> None:
        """Give the letters to a part and bring it into view, or behind a stop what somebody came for in it."""
        name, _, asked = name.partition(".")
        self._in_use = True
        self._opened.add(name)
        self._shown.add(name)
        part = self._part(name)
        part.show_visit(self._presenter.visit)
        part.show()
        if self._live not in {"", name}:
            self.parts[self._live].leave()
        self._own(name)
        self.begun.emit()
        part.begin(asked)
        QTimer.singleShot(0, part, lambda: show_from_top(part.spot))

    def _part(self, name: str) -> SafetyPart:
        if name not in self.parts:
            part = MAKERS[name](self._keeper, self._presenter)
            part.hide()
            part.touched.connect(partial(self._own, name))
            part.touched.connect(self.begun)
            part.finished.connect(self.finished)
            part.kept.connect(lambda: self._presenter.desk.tell(Touched(said=words("safety.said.kept"))))
            above = [each for each in list(MAKERS)[: list(MAKERS).index(name)] if each in self.parts]
            place = self._column.indexOf(self.parts[above[-1]]) + 1 if above else 1
            self._column.insertWidget(place, part)
            self.parts[name] = part
            part.set_live(False)
            if self._room:
                part.fit(self._room)
        return self.parts[name]

    def _own(self, name: str) -> None:
        """Give the letters to a part; with an empty name to the headings, as long as the section is in use."""
        self._live = name
        self.headings.set_chosen({name} if name else set())
        self.headings.set_live(self._in_use and not name)
        self._title.set_live(self._in_use and not name)
        for each, part in self.parts.items():
            part.set_live(each == name)


def _tell_no_answer(desk: Desk, key: str) -> bool:
    """Say of a letter that the part in use has no use for it; True when it was said."""
    if key.isalpha():
        desk.tell(Touched(said=words("alcohol.said.no_answer", key=key), not_done=True))
    return key.isalpha()


def _tell_first(desk: Desk, shown: Collection[str], key: str) -> bool:
    """Say of a letter that a shown part has which letter comes first; False when none has it."""
    having = [name for name in MAKERS if name in shown and key in keys_in(name).values()]
    for name in having[:1]:
        part, first = words(f"chips.safety.part.{name}"), letters()[f"safety.part.{name}"]
        said = words("safety.said.first", key=first, part=part, letter=key)
        desk.tell(Touched(said=said, not_done=True))
    return bool(having)
