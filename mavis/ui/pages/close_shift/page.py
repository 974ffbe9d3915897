"""Close the shift: look it over beside the summary that it makes, hold to close, print."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from mavis.domain.errors import MavisError
from mavis.system.wording import sentence, words
from mavis.ui.keys.shortcuts import Place, install
from mavis.ui.pages.close_shift.done import DonePanel
from mavis.ui.pages.close_shift.form import CloseForm
from mavis.ui.pages.close_shift.paper import ClosePaper
from mavis.ui.pages.close_shift.preview import PreviewSide
from mavis.ui.pages.shared.fitting import is_large, stack
from mavis.ui.pages.shared.while_there import while_there
from mavis.ui.presenters.shared.failures import told
from mavis.ui.printing import image_of
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.focus_ring import RINGLESS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.presenters.close_shift.page import CloseShiftPresenter
    from mavis.ui.presenters.desk.tonight import Touched

_PAUSE_MS = 500
_TICK_MS = 1000


class CloseShiftPage(QWidget):
    """Where a night ends."""

    visit_wanted = Signal(str, str)
    """A visit, and the question to open it at."""
    closing = Signal()
    """All that was typed is on its way to the disk, and the shift is closed after it."""
    not_closed = Signal()
    """It was not closed, or not wholly; the form goes on when the desk is filled anew."""
    closed = Signal(object)
    """What closing left behind; the page goes on showing it until ``left``."""
    visits_wanted = Signal()
    """The visits of the closed shift are to be looked at."""
    left = Signal()
    """The closed shift is looked at and printed: on to the next place."""
    said = Signal(str)
    trouble = Signal(str)
    stuck = Signal(str, object)
    """What went wrong that nobody foresaw, and what to call to try it again."""

    def __init__(self, keeper: ThemeKeeper, presenter: CloseShiftPresenter, parent: QWidget | None = None) -> None:
        """Lay the page out; ``enter`` fills it."""
        super().__init__(parent)
        self._keeper = keeper
        self._close = presenter
        self.setProperty(RINGLESS, True)
        speak_as(self, Role.Pane)
        self.setAccessibleName(words("close.title"))
        self._stale = True
        self._drawing = False
        self._putting_right = False
        self._build(keeper)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._clock.start(_TICK_MS)
        presenter.desk.subscribe(self._touched)
        self.destroyed.connect(partial(presenter.desk.unsubscribe, self._touched))

    def enter(self) -> None:
        """Show the shift as it stands and take the keyboard; whoever put something right goes on with the next."""
        self.preview.put_away()
        if self._close.closed is not None:
            self.preview.print_button.setFocus()
            return
        if self._close.signing.is_running:
            self.setFocus()
            return
        self.form.refresh()
        self._look()
        if self._putting_right and self._close.missing():
            self.form.missing.take_focus()
        else:
            self.form.begin()
        self._putting_right = False

    @cached_property
    def done(self) -> DonePanel:
        """What is shown in place of the form once the shift is closed; built then."""
        done = DonePanel(self._keeper, self)
        done.left.connect(self.left)
        done.visits_wanted.connect(self.visits_wanted)
        self._left.addWidget(done)
        return done

    def flush(self) -> None:
        """Keep whatever is half typed."""
        if self._close.closed is None and self._close.desk.shift is not None:
            self.form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the field for the file's place, then leaves a shift that is closed; else it is the window's."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.preview.where.isVisible():
            self.preview.put_away()
        elif self._close.closed is not None:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self, keeper: ThemeKeeper) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._left = QStackedWidget(self)
        self.form = CloseForm(keeper, self._close, self)
        self.form.visit_wanted.connect(self._visit)
        self.form.close_wanted.connect(self._shut)
        self._left.addWidget(self.form)
        self.preview = PreviewSide(keeper, self)
        self._paper = ClosePaper(self._close, self.preview, self)
        self._paper.said.connect(self.said)
        self._paper.trouble.connect(self.trouble)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self.preview)
        keeper.changed.connect(self._fit)
        self._fit()
        self.acts: dict[str, Callable[[], None]] = {
            "print": self.preview.print_button.use_by_key,
            "save": self.preview.ask_where,
            "missing": self.form.missing.take_focus,
            "all_zero": self.form.missing.answers.say_zero,
        }
        for shortcut in install(self, Place.CLOSE, {"close": self.form.button.use_by_key, **self.acts}):
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _fit(self) -> None:
        """With large text the print stands under the closed shift, and not beside one that is still open."""
        large = is_large(self._keeper)
        stack(self._row, large)
        self.preview.setVisible(not large or self._close.closed is not None)

    def _touched(self, _touched: Touched) -> None:
        self._stale = True
        if self.isVisible() and self._close.closed is None:
            self.form.refresh()
            self._pause.start(_PAUSE_MS)

    def _tick(self) -> None:
        if self.isVisible() and self._close.closed is None:
            self.form.refresh()

    def _look(self) -> None:
        """Ask what is missing and for the print, once all that was typed is saved and nobody asks already."""
        if self._close.closed is not None:
            return
        if self._drawing or self._close.saving:
            self._pause.start(_PAUSE_MS)
        elif self._stale:
            self._stale = False
            self._close.look(while_there(self, self.form.show_missing), while_there(self, self._not_made))
            self._draw()

    def _draw(self) -> None:
        self._drawing = True
        if self._close.printed is None:
            self.preview.say_making()
        self._close.draw(while_there(self, self._drawn), while_there(self, self._not_made))

    def _drawn(self) -> None:
        self._drawing = False
        printed = self._close.printed
        if printed is not None:
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            suggested = Path(documents) / f"{self._close.document()}.pdf"
            self.preview.show_pages([image_of(page) for page in printed.pictures], str(suggested))
            self._paper.drawn()

    def _visit(self, visit_id: str, question: str) -> None:
        self.flush()
        self._putting_right = True
        self.visit_wanted.emit(visit_id, question)

    def _shut(self) -> None:
        if self._close.closed is not None:
            return
        self.flush()
        if wrong := self.form.refuses():
            self.trouble.emit(wrong)
            return
        self.preview.put_away()
        self.setFocus()  # the button that is held can have it no more, and it goes to nothing that acts
        self.form.set_busy(True)
        done, failed = while_there(self, self._shut_down), while_there(self, self._not_closed)
        self._close.close(done, failed, while_there(self, self.closing.emit))

    def _shut_down(self) -> None:
        closed = self._close.closed
        if closed is None:
            return
        self.form.set_busy(False)
        self.form.button.setEnabled(False)
        self.done.show_closed(closed)
        self._left.setCurrentWidget(self.done)
        self._left.removeWidget(self.form)  # nothing is kept free for it any more
        self._fit()
        self.preview.print_button.set_main(True)
        self.preview.print_button.setFocus()
        self._draw()
        self.said.emit(words("close.done.counts" if closed.counts else "close.done.title"))
        self.closed.emit(closed)

    def _not_made(self, failure: Exception) -> None:
        self._drawing = False
        if self._close.printed is None:
            self.preview.say_failed()
        _tell(self, failure, "close.not_made", self._make_again)

    def _make_again(self) -> None:
        self._stale = True
        if self._close.closed is not None:
            self._draw()
        else:
            self._look()

    def _not_closed(self, failure: Exception) -> None:
        _tell(self, failure, "close.not_closed", self._shut)
        if self._close.desk.shift is None:
            self.not_closed.emit()
        else:
            self.form.go_on()


def _tell(page: CloseShiftPage, failure: Exception, key: str, again: Callable[[], None]) -> None:
    """Say what went wrong; what nobody foresaw can be tried again as well."""
    if isinstance(failure, MavisError):
        page.trouble.emit(sentence(failure))
    else:
        page.stuck.emit(told(failure, key), while_there(page, again))
