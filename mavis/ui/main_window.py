"""The one window: whatever page is shown, and the status line that is the same under every page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from mavis.system.wording import words
from mavis.ui.look.style import application
from mavis.ui.widgets.focus_ring import page_around
from mavis.ui.widgets.message_slot import MessageKind, MessageView
from mavis.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.pages.doors.veil import Veil

LEAST_WIDTH, LEAST_HEIGHT = 1024, 690
_MADE_FOR = (1366, 768)


class _Middle(QWidget):
    """All that the window shows; hears a control say why it did nothing, for the bottom line."""

    told = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take the sentence of a control inside."""
        if isinstance(event, QStatusTipEvent) and event.tip():
            self.told.emit(event.tip())
            return True
        return super().event(event)


class MainWindow(QMainWindow):
    """Shows pages and messages; it decides nothing about visits, shifts or keys."""

    closing = Signal()

    def __init__(self, keeper: ThemeKeeper) -> None:
        """An empty window with its status line."""
        super().__init__()
        self.keeper = keeper
        self.setWindowTitle(words("window.title"))
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(*_MADE_FOR)
        middle = _Middle(self)
        middle.told.connect(partial(self.say, not_done=True))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._pages = QStackedWidget(middle)
        self.status = StatusLine(keeper, middle)
        self.status.undo_asked.connect(self._act)
        self.status.show_commands(False)
        column.addWidget(self._pages, 1)
        column.addWidget(self.status)
        self._column = column
        self.setCentralWidget(middle)
        self._veil: Veil | None = None
        self._is_training = False
        self._action: Callable[[], None] | None = None

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def put_on_top(self, bar: QWidget) -> None:
        """Keep a bar over every page, as training does; it takes room and covers nothing."""
        self._column.insertWidget(0, bar)
        self._is_training = True

    def add_page(self, page: QWidget) -> None:
        """Take a page in without showing it."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page; a page that was never shown is added."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Throw a page and all it shows away."""
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()

    def say(
        self,
        text: str,
        undo: Callable[[], None] | None = None,
        *,
        more: bool = False,
        not_done: bool = False,
        told: bool = False,
    ) -> None:
        """Say what was done, with Undo where there is something to take back; or ``not_done`` and why.

        ``told``: it is only so, nothing was done or refused. ``more``: something was just taken back, and Undo takes
        back what was done before that.
        """
        self._action = undo
        action, keys = (words("undo.more" if more else "window.undo"), "Ctrl+Z") if undo else ("", "")
        kind = MessageKind.NOT_DONE if not_done else MessageKind.TOLD if told else MessageKind.DONE
        self.status.tell(MessageView(text, kind, action, keys))

    def ask(self, text: str, action: str, act: Callable[[], None], *, calm: bool = False) -> None:
        """Say that something was passed by, or ``calm`` what is so, and offer one way on; nothing waits for it."""
        self._action = act
        kind = MessageKind.TOLD if calm else MessageKind.WARNING
        self.status.tell(MessageView(text, kind=kind, action=action))

    def warn(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say what went wrong and offer one thing to do about it."""
        self._action = act
        self.status.tell(MessageView(text, kind=MessageKind.ERROR, action=action))

    def veil(self, lines: list[str], *, locking: bool = False) -> None:
        """Hide everything until somebody presses a key; these lines (overdue codes, no names) stay in view.

        While Mavis is ``locking`` no key lifts the veil: ``unveil`` hands them on to the page that comes.
        """
        if self._veil is None:
            from mavis.ui.pages.doors.veil import Veil

            self._veil = Veil(self.keeper, self, words("training.veil") if self._is_training else "")
            self._veil.lifted.connect(self.unveil)
            self._veil.typed_blind.connect(partial(_wait_for_a_look, self))
        self._veil.show_lines(lines)
        self._veil.cover()
        self._veil.keep_keys(keep=locking)

    def unveil(self) -> tuple[QKeyEvent, ...]:
        """Show the page again; tells which keys were pressed while Mavis was locking."""
        typed = self._veil.kept if self._veil is not None else ()
        if self._veil is not None:
            self._veil.bare()
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
        return typed

    def bare_below(self) -> None:
        """Let the page be there below the veil, as when it is to be read or thrown away; nobody sees it."""
        if self._veil is not None:
            self._veil.bare()

    @property
    def veiled(self) -> bool:
        """Whether the page is hidden."""
        return self._veil is not None

    @property
    def focus_below(self) -> QWidget | None:
        """What has the keyboard, or had it before the veil came."""
        return self._veil.before if self._veil is not None else self.focusWidget()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the page in the order of reading, and round.

        From what has just vanished the keyboard goes to the page around it, so that the next key is for the same page.
        """
        from mavis.ui.keys.tab_order import go_on

        here = self.focusWidget()
        page = page_around(here) if here is not None and not here.isVisible() else None
        if page is not None and page.isVisible():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return go_on(self, forward)

    def quit(self) -> None:
        """Close by a key, as by the cross of the window: everything is kept first."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the program save and lock before the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _act(self) -> None:
        if self._action is not None:
            action, self._action = self._action, None
            QTimer.singleShot(0, self, action)


def _wait_for_a_look(window: MainWindow) -> None:
    from mavis.ui.keys.blind_keys import BlindKeys

    told, over = words("window.typed_blind"), words("window.keys_count")
    BlindKeys(application(), window.page or window).ended.connect(lambda: window.status.slot.reword(told, over))
    window.say(told, not_done=True)
