"""Backups and the recovery code: what brings the records back when a laptop or every passphrase is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from mavis.system.wording import words
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.settings.section import SettingsSection
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.doors.typed_code import slip_in
from mavis.ui.widgets.button import Button, HoldButton
from mavis.ui.widgets.field import Field, FieldState
from mavis.ui.widgets.text import Panel, TextLabel


class BackupSection(SettingsSection):
    """How old the newest good backup is, and one more on request."""

    said = Signal(str)

    def _build(self) -> None:
        self._is_busy = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.EDGE)
        self.line = TextLabel(self._keeper, size=Size.LABEL, weight=Weight.CONTROL, wrap=True)
        self.make = Button(self._keeper, words("settings.backups.make"), icon=IconName.DISCS, parent=self)
        self.make.used.connect(self._make)
        row.addWidget(self.line, 1)
        row.addWidget(self.make)

    def refresh(self) -> None:
        """Say how old the newest is by now."""
        self._settings.backup_line(while_there(self, self.line.setText), while_there(self, self._failed))

    def _make(self) -> None:
        if self._is_busy:
            return
        self._set_busy(True)
        self._settings.back_up(while_there(self, self._made), while_there(self, self._refused))

    def _made(self) -> None:
        self._set_busy(False)
        self._settings.backup_line(while_there(self, self._say), while_there(self, self._failed))

    def _say(self, line: str) -> None:
        self.line.setText(line)
        self.said.emit(words("settings.backups.made"))

    def _refused(self, failure: Exception) -> None:
        self._set_busy(False)
        self._failed(failure)

    def _set_busy(self, busy: bool) -> None:
        """Say what goes on; a button that was disabled would lose the keyboard to another."""
        self._is_busy = busy
        self.make.set_words(words("settings.backups.making" if busy else "settings.backups.make"))


class RecoverySection(SettingsSection):
    """A new code is shown once, printed or written down, and typed back."""

    said = Signal(str)
    print_wanted = Signal(str)

    def _build(self) -> None:
        self._code = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD)
        key = "settings.recovery.explain" if self._settings.manages else "settings.recovery.coordinator_only"
        column.addWidget(TextLabel(self._keeper, words(key), tone=Tone.MUTED, wrap=True))
        self.make = HoldButton(self._keeper, words("settings.recovery.make"), icon=IconName.KEY, parent=self)
        self.make.used.connect(self._make)
        self.make.setVisible(self._settings.manages)
        column.addWidget(self.make)
        self.paper = self._build_paper()
        self.paper.hide()
        column.addWidget(self.paper)

    def forget(self) -> None:
        """Show the code no more, as when the page is left."""
        self._code = ""
        self._shown.setText("")
        self.back.set_text("")
        self.paper.hide()

    def _build_paper(self) -> Panel:
        keeper = self._keeper
        panel = Panel(keeper, self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(Space.EDGE, Space.CARD, Space.EDGE, Space.EDGE)
        column.setSpacing(Space.CARD)
        self._shown = TextLabel(keeper, size=Size.TITLE, weight=Weight.TITLE, wrap=True)
        column.addWidget(self._shown)
        column.addWidget(TextLabel(keeper, words("settings.recovery.shown_once"), tone=Tone.AMBER, wrap=True))
        self.back = Field(keeper, words("settings.recovery.type_back"), parent=panel)
        paper = Button(keeper, words("settings.recovery.print"), icon=IconName.PRINTER, parent=panel)
        done = Button(keeper, words("settings.recovery.done"), keys="Enter", parent=panel)
        paper.used.connect(lambda: self.print_wanted.emit(self._code))
        self.back.entered.connect(self._typed_back)
        done.used.connect(self._typed_back)
        column.addWidget(self.back)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.CARD)
        for button in (done, paper):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return panel

    def _make(self) -> None:
        self._set_busy(True)
        self._settings.new_code(while_there(self, self._show), while_there(self, self._refused))

    def _show(self, code: str) -> None:
        self._set_busy(False)
        self._code = code
        self._shown.setText(code)
        self.back.set_state(FieldState.PLAIN)
        self.paper.show()
        self.back.edit.setFocus()

    def _refused(self, failure: Exception) -> None:
        self._set_busy(False)
        self._failed(failure)

    def _set_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)
        self.make.set_words(words("settings.recovery.making" if busy else "settings.recovery.make"))

    def _typed_back(self) -> None:
        slip = slip_in(self.back.text, self._code)
        if slip:
            self.back.set_state(FieldState.ERROR, slip)
            self.back.edit.setFocus()
            return
        self.forget()
        self.make.setFocus()
        self.said.emit(words("settings.recovery.kept"))
