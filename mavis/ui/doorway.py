"""The locked side of Mavis: first start and unlock, until somebody has shown that they may go in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mavis.domain.errors import MavisError
from mavis.system.wording import label, words
from mavis.ui.keys.shortcuts import Place, install, key_group
from mavis.ui.pages.doors.people_tiles import ALT_DIGIT, MOST_DIGITS
from mavis.ui.pages.doors.unlock import UnlockPage, UnlockView
from mavis.ui.presenters.shared.failures import told
from mavis.ui.text_size import TextSize
from mavis.ui.widgets.person_tile import PersonView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.bootstrap import Program, Session
    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.doors.first_run import FirstRunPage
    from mavis.ui.tasks import Tasks


class Doorway(QObject):
    """Shows the page that is due while Mavis is locked; ``opened`` carries the session of whoever came in."""

    opened = Signal(object)
    training_wanted = Signal()
    """Somebody wants to try Mavis with made-up people first."""

    def __init__(self, program: Program, window: MainWindow, tasks: Tasks) -> None:
        """Nothing is shown before ``stand``."""
        super().__init__(window)
        self._program = program
        self._window = window
        self._tasks = tasks
        self._page: UnlockPage | FirstRunPage | None = None
        self._first: FirstRunPage | None = None
        self._left: QWidget | None = None
        self._passphrase = ""
        self._size = TextSize(program.preferences, window, tasks)
        window.status.keys_asked.connect(self._show_keys)
        window.status.text_asked.connect(self._size.step)
        window.status.colours_asked.connect(self._turn_theme)

    @property
    def somebody_comes_in(self) -> bool:
        """Whether somebody has shown that they may go in, and the first page behind the door is not there yet."""
        return self._left is not None

    def stand(
        self,
        overdue: tuple[str, ...] = (),
        open_visits: int = 0,
        locked_at: str = "",
        last: str = "",
        trouble: str = "",
    ) -> None:
        """Show the first start or the unlock page; overdue codes stay in view without any name.

        ``last`` is the id of whoever was here before the lock: their tile is picked already. ``trouble`` says what
        went wrong as Mavis locked or opened; without ``locked_at`` the page does not say that all is kept.
        """
        if self._program.access.is_set_up():
            self._show_unlock(overdue, open_visits, locked_at, last)
        else:
            self._show_first_run()
        if trouble and self._page is not None:
            self._page.refuse(trouble)

    def _show_unlock(self, overdue: tuple[str, ...], open_visits: int, locked_at: str, last: str) -> None:
        people = tuple(
            PersonView(
                tile.id,
                initials(tile.name),
                tile.name,
                label(tile.role),
                f"{ALT_DIGIT}{at}" if at <= MOST_DIGITS else "",
            )
            for at, tile in enumerate(self._program.access.people(), start=1)
        )
        known = last if last in {person.code for person in people} else ""
        view = UnlockView(self._program.access.scheme, people, overdue, open_visits, locked_at, known)
        page = UnlockPage(self._window.keeper, view, self._program.clock)
        page.unlock_wanted.connect(self._unlock)
        page.recovery_wanted.connect(self._recover)
        page.training.setVisible(self._program.training is None)
        page.training.used.connect(self.training_wanted)
        self._show(page)
        self.leave()
        self._window.say(words("unlock.locked"), told=True)

    def _show_first_run(self) -> None:
        from mavis.ui.pages.doors.first_run import FirstRunPage

        self._first = page = FirstRunPage(self._window.keeper)
        page.create_wanted.connect(self._create)
        page.print_wanted.connect(self._print_code)
        page.code_typed.connect(self._check_code)
        page.training.used.connect(self.training_wanted)
        self._show(page)
        self._window.say(words("first_run.title"), told=True)

    def _show(self, page: UnlockPage | FirstRunPage) -> None:
        old, self._page = self._page, page
        self._window.show_page(page)
        if old is not None:
            self._window.drop_page(old)
        self._window.status.show_commands(False)
        install(
            page,
            self._place(),
            {"keys": self._show_keys, "quit": self._window.quit, "next_theme": self._turn_theme, **self._size.acts},
        )
        page.enter()

    def _turn_theme(self) -> None:
        from mavis.ui.colours import next_theme

        next_theme(self._program.preferences, self._window, self._tasks)

    def _place(self) -> Place:
        return Place.UNLOCK if isinstance(self._page, UnlockPage) else Place.FIRST_RUN

    def _show_keys(self) -> None:
        """Show the keys of the locked page that is seen; once somebody has come in that is the session's to do."""
        if self._page is not None:
            from mavis.ui.pages.help.key_list import show_key_list

            show_key_list(self._window.keeper, self._window, (key_group(self._place()),))

    def _unlock(self, person_id: str, passphrase: str, pin: str = "") -> None:
        self._tasks.query(lambda: self._program.unlock(person_id, passphrase, pin), self._come_in, self._refused)

    def _recover(self, code: str) -> None:
        self._tasks.query(lambda: self._program.unlock_with_recovery(code), self._come_in, self._refused)

    def _create(self, scheme: str, name: str, passphrase: str) -> None:
        self._passphrase = passphrase
        create = self._program.access.create
        self._tasks.query(lambda: create(scheme, name, passphrase), self._show_code, self._refused)

    def _show_code(self, code: str) -> None:
        if self._first is not None:
            self._first.show_code(code)

    def _print_code(self, code: str) -> None:
        from mavis.ui.printing import print_recovery_code

        print_recovery_code(code, self._window)

    def _check_code(self, _code: str) -> None:
        """The code is on paper: whoever set Mavis up comes in."""
        self._unlock(self._program.access.people()[0].id, self._passphrase)

    def _refused(self, failure: Exception) -> None:
        why = told(failure, "unlock.not_opened")
        if isinstance(self._page, UnlockPage):
            self._page.refuse(why, at_pin=isinstance(failure, MavisError) and failure.key.startswith("pin_"))
        elif self._page is not None:
            self._page.refuse(why)

    def _come_in(self, session: Session) -> None:
        self._left, self._page, self._first = self._page, None, None
        self._passphrase = ""
        self.opened.emit(session)

    def leave(self) -> None:
        """Throw the locked page away: until the first page behind it is there, it says that Mavis opens."""
        left, self._left = self._left, None
        if left is not None:
            self._window.drop_page(left)


def initials(name: str) -> str:
    """The first letters of the first and last part of a name: ``RE``."""
    parts = [part for part in name.split() if part[:1].isalpha()]
    return "".join(part[0].upper() for part in (parts[:1] + parts[1:][-1:]))
