"""Settings: appearance, people, backups, the recovery code, and what this Mavis is. Everything is kept at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.system.wording import sentence, words
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.settings.checks import ChecksSection
from mavis.ui.pages.settings.look import LookSection
from mavis.ui.pages.settings.people import PeopleSection
from mavis.ui.pages.settings.safety import BackupSection, RecoverySection
from mavis.ui.pages.settings.sharing import SharingSection
from mavis.ui.pages.settings.visitors import ProtectionSection, VisitorsSection
from mavis.ui.pages.shared.fitting import label_width
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.printing import CodePaper, Printer
from mavis.ui.widgets.scroller import Scroller, lay_out_now, show_whole
from mavis.ui.widgets.text import Divider, SectionHeader, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from mavis.system.settings import Settings
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.settings.section import GridSection
    from mavis.ui.presenters.settings.page import SettingsPresenter
    from mavis.ui.presenters.settings.people import PeoplePresenter

_TICK_MS = 30_000


class SettingsPage(QWidget):
    """The settings that this laptop and its scheme have today.

    The page begins with the appearance; each further part is built in a turn of its own, so that no key waits for all.
    """

    changed = Signal(object)
    """The settings after one of them was written."""
    said = Signal(str)
    trouble = Signal(str)
    forgetting_wanted = Signal()
    """A coordinator wants to see whose names would be forgotten now."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        presenter: SettingsPresenter,
        people: PeoplePresenter,
        parent: QWidget | None = None,
    ) -> None:
        """Lay the page out; ``enter`` asks for what may have changed."""
        super().__init__(parent)
        self._keeper = keeper
        self._settings = presenter
        self._who = people
        self._headers: list[SectionHeader] = []
        self._fitting: list[Callable[[int], None]] = []
        self._printer = Printer(self)
        self._printer.printed.connect(lambda: self.said.emit(words("first_run.printed")))
        self._printer.failed.connect(lambda _: self.trouble.emit(words("printing.code_not_printed")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, 0)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        column.addWidget(self._build_first(), 1)
        keeper.changed.connect(self._fit)
        self._clock = QTimer(self)
        self.is_whole = False
        self._rest = self._build_rest()
        QTimer.singleShot(0, self, self._build_on)

    def enter(self) -> None:
        """Show people and backups as they are, and take the keyboard; somebody half added is gone on with."""
        if self.is_whole:
            self._look()
            if self.people.go_on():
                return
        theme = self.look.grids["theme"]
        theme.chip(theme.chosen_codes[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is unfolded, one thing at a time, before it leaves the page."""
        if event.key() != Qt.Key.Key_Escape or not self._step_back():
            super().keyPressEvent(event)

    def _step_back(self) -> bool:
        if not self.is_whole:
            return False
        if self.people.step_back():
            return True
        if self.recovery.paper.isVisible():
            self.recovery.forget()
            self.recovery.make.setFocus()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the room there is."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no code and no passphrase behind."""
        if self.is_whole:
            self.recovery.forget()
            self.people.forget()
        super().hideEvent(event)

    def _fit(self) -> None:
        room = self.width() - label_width(self._keeper) - 2 * Space.EDGE
        for header in self._headers:
            header.setFixedWidth(label_width(self._keeper))
        for fit in self._fitting:
            fit(room)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        title = TextLabel(self._keeper, words("settings.title"), size=Size.TITLE, weight=Weight.TITLE)
        title.setMinimumHeight(self._keeper.px(56))
        row.addWidget(title)
        row.addWidget(TextLabel(self._keeper, words("settings.note"), tone=Tone.MUTED, weight=Weight.CONTROL), 1)
        return row

    def _build_first(self) -> Scroller:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, Space.EDGE, Space.EDGE)
        self._column.setSpacing(Space.EDGE)
        self.look = LookSection(self._keeper, self._settings, self._failed, inside)
        self.look.changed.connect(self._written)
        self._fitting.append(self.look.fit)
        self._column.addWidget(self.look)
        self._column.addStretch(1)
        self._scroller = Scroller(self._keeper, inside, self)
        return self._scroller

    def _build_on(self) -> None:
        """Build one more part; after the last, ask for what they are to show, unless somebody has left or locked."""
        if next(self._rest, None) is not None:
            self._fit()
            lay_out_now()
            QTimer.singleShot(0, self, self._build_on)
            return
        self.is_whole = True
        self._clock.timeout.connect(self.backups.refresh)
        self._clock.start(_TICK_MS)
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        self.people.refresh()
        self.backups.refresh()
        self.protection.refresh()

    def _build_rest(self) -> Iterator[QWidget]:
        """Each part below the appearance, built when it is asked for."""
        inside = self._scroller.widget()
        self.people = PeopleSection(self._keeper, self._who, self._failed, inside)
        self.people.said.connect(self.said)
        self.people.unfolded.connect(self._bring_into_view)
        self._fitting.append(self.people.fit)
        yield self._add_section("people", self.people)
        self.checks = ChecksSection(self._keeper, self._settings, self._failed, inside)
        yield self._add_grids("checks", self.checks)
        self.visitors = VisitorsSection(self._keeper, self._settings, self._failed, inside)
        yield self._add_grids("visitors", self.visitors)
        self.backups = BackupSection(self._keeper, self._settings, self._failed, inside)
        self.backups.said.connect(self.said)
        yield self._add_section("backups", self.backups)
        self.recovery = RecoverySection(self._keeper, self._settings, self._failed, inside)
        self.recovery.said.connect(self.said)
        self.recovery.print_wanted.connect(
            lambda code: self._printer.print_paper(CodePaper(code, self._settings.is_training))
        )
        yield self._add_section("recovery", self.recovery)
        self.protection = ProtectionSection(self._keeper, self._settings, self._failed, inside)
        self.protection.forgetting_wanted.connect(self.forgetting_wanted)
        yield self._add_grids("protection", self.protection)
        self.sharing = SharingSection(self._keeper, self._settings, self._failed, inside)
        yield self._add_grids("sharing", self.sharing)
        about = TextLabel(self._keeper, "\n".join(self._settings.about()), wrap=True)
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        yield self._add_section("about", about, explained=False)

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll to what was unfolded, as soon as it has its place."""
        self._scroller.settle_on(while_there(part, partial(show_whole, part)))

    def _add_grids(self, name: str, part: GridSection) -> QWidget:
        """A section of choices: told when one is kept, and laid out for the room there is."""
        part.changed.connect(self._written)
        self._fitting.append(part.fit)
        return self._add_section(name, part)

    def _add_section(self, name: str, part: QWidget, *, explained: bool = True) -> QWidget:
        line = QHBoxLayout()
        line.setContentsMargins(Space.EDGE, 0, 0, 0)
        line.addWidget(Divider(self._keeper, self))
        row = QHBoxLayout()
        row.setSpacing(0)
        how = words(f"settings.{name}.how") if explained else ""
        header = SectionHeader(self._keeper, words(f"settings.{name}.title"), how, parent=self)
        self._headers.append(header)
        row.addWidget(header, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)
        for below in (line, row):
            self._column.insertLayout(self._column.count() - 1, below)
        return part

    def _written(self, settings: Settings) -> None:
        self.said.emit(words("settings.saved"))
        self.changed.emit(settings)

    def _failed(self, failure: Exception) -> None:
        self.trouble.emit(sentence(failure))
