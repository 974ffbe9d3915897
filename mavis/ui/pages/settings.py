"""Settings: appearance, people, backups, the recovery code, and what this Mavis is. Everything is kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mavis.domain.errors import MavisError
from mavis.system.wording import sentence, words
from mavis.ui.pages.settings_look import LookSection, label_width
from mavis.ui.pages.settings_people import PeopleSection
from mavis.ui.pages.settings_safety import BackupSection, RecoverySection
from mavis.ui.pages.settings_sharing import SharingSection
from mavis.ui.printing import CodePaper, Printer
from mavis.ui.tokens import Size, Space, Tone, Weight
from mavis.ui.widgets.scroller import Scroller
from mavis.ui.widgets.text import Divider, SectionHeader, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from mavis.system.settings import Settings
    from mavis.ui.presenters.settings import SettingsPresenter
    from mavis.ui.presenters.settings_people import PeoplePresenter
    from mavis.ui.theme import ThemeKeeper

_TICK_MS = 30_000


class SettingsPage(QWidget):
    """The settings that this laptop and its scheme have today."""

    changed = Signal(object)
    """The settings after one of them was written."""
    said = Signal(str)
    trouble = Signal(str)

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
        self._printer = Printer(self)
        self._printer.printed.connect(lambda: self.said.emit(words("first_run.printed")))
        self._printer.failed.connect(lambda _: self.trouble.emit(words("printing.code_not_printed")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.EDGE, 0, 0)
        column.setSpacing(Space.CARD)
        column.addLayout(self._build_head())
        column.addWidget(self._build_sections(), 1)
        keeper.changed.connect(self._fit)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.backups.refresh)
        self._clock.start(_TICK_MS)

    def enter(self) -> None:
        """Show people and backups as they are, and take the keyboard."""
        self.people.refresh()
        self.backups.refresh()
        theme = self.look.grids["theme"]
        theme.chip(theme.chosen_codes[0]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is unfolded, one thing at a time, before it leaves the page."""
        if event.key() != Qt.Key.Key_Escape or not self._step_back():
            super().keyPressEvent(event)

    def _step_back(self) -> bool:
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
        self.recovery.forget()
        self.people.forget()
        super().hideEvent(event)

    def _fit(self) -> None:
        room = self.width() - label_width(self._keeper) - 2 * Space.EDGE
        for header in self._headers:
            header.setFixedWidth(label_width(self._keeper))
        self.look.fit(room)
        self.people.fit(room)
        self.sharing.fit(room)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.EDGE, 0, Space.EDGE, 0)
        row.setSpacing(Space.CARD)
        title = TextLabel(self._keeper, words("settings.title"), size=Size.TITLE, weight=Weight.TITLE)
        title.setMinimumHeight(self._keeper.px(56))
        row.addWidget(title)
        row.addWidget(TextLabel(self._keeper, words("settings.note"), tone=Tone.MUTED, weight=Weight.CONTROL), 1)
        return row

    def _build_sections(self) -> Scroller:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.EDGE)
        self.look = LookSection(self._keeper, self._settings, self._failed, inside)
        self.look.changed.connect(self._written)
        self.people = PeopleSection(self._keeper, self._who, self._failed, inside)
        self.backups = BackupSection(self._keeper, self._settings, self._failed, inside)
        self.recovery = RecoverySection(self._keeper, self._settings, self._failed, inside)
        self.recovery.print_wanted.connect(
            lambda code: self._printer.print_paper(CodePaper(code, self._settings.is_training))
        )
        column.addWidget(self.look)
        for name, part in (("people", self.people), ("backups", self.backups), ("recovery", self.recovery)):
            part.said.connect(self.said)
            self._add_section(column, words(f"settings.{name}.title"), words(f"settings.{name}.how"), part)
        self.sharing = SharingSection(self._keeper, self._settings, self._failed, inside)
        self.sharing.changed.connect(self._written)
        self._add_section(column, words("settings.sharing.title"), words("settings.sharing.how"), self.sharing)
        about = TextLabel(self._keeper, "\n".join(self._settings.about()), wrap=True)
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._add_section(column, words("settings.about.title"), "", about)
        column.addStretch(1)
        self._scroller = Scroller(inside, self)
        self.people.unfolded.connect(self._bring_into_view)
        return self._scroller

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll to what was unfolded, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroller.ensureWidgetVisible(part, 0, Space.CARD))

    def _add_section(self, column: QVBoxLayout, title: str, how: str, part: QWidget) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(Space.EDGE, 0, 0, 0)
        line.addWidget(Divider(self._keeper, self))
        column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(0)
        header = SectionHeader(self._keeper, title, how, parent=self)
        self._headers.append(header)
        row.addWidget(header, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)
        column.addLayout(row)

    def _written(self, settings: Settings) -> None:
        self.said.emit(words("settings.saved"))
        self.changed.emit(settings)

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, MavisError):
            raise failure
        self.trouble.emit(sentence(failure))
