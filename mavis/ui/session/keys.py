"""The keys of an open session, taken from the one table of shortcuts; the palette offers the same acts in words."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from mavis.system.wording import words
from mavis.ui.keys.shortcuts import Place, install, keys_of
from mavis.ui.pages.shared.overlay import close_overlays, flush_overlays
from mavis.ui.presenters.visit.question import Section
from mavis.ui.session.returner_acts import ReturnerActs
from mavis.ui.text_size import TextSize

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShortcut

    from mavis.ui.main_window import MainWindow
    from mavis.ui.pages.board.page import BoardPage
    from mavis.ui.session.handover_sheet import HandoverSheet
    from mavis.ui.session.opened import Opened
    from mavis.ui.session.palette import SessionPalette

_LATE = (
    "mavis.ui.session.palette",
    "mavis.ui.pages.settings.page",
    "mavis.ui.presenters.settings.page",
    "mavis.ui.pages.visit.triage.panel",
    "mavis.ui.pages.visit.alcohol.panel",
    "mavis.ui.pages.visit.safety.panel",
    "mavis.ui.pages.visit.safety.question_part",
)


class SessionKeys:
    """Installs the keys on the window and in the room of visits; takes them away when Mavis is locked."""

    def __init__(self, session: Opened, window: MainWindow, sheet: HandoverSheet) -> None:
        """Connect each action of the table; ``sheet`` is the handover of the visit that is open."""
        self._sheet = sheet
        self._session = session
        self._window = window
        self._returner = ReturnerActs(session, self._if_returning)
        self._acts: dict[Place, dict[str, Callable[[], None]]] = {
            Place.EVERYWHERE: self._everywhere(),
            Place.VISIT: self._in_visit() | self._returner.for_keys,
            Place.BOARD: {},
        }
        self._shortcuts: list[QShortcut] = [
            *install(window, Place.EVERYWHERE, self._acts[Place.EVERYWHERE]),
            *install(session.room, Place.VISIT, self._acts[Place.VISIT]),
        ]
        session.room.new_visit_wanted.connect(self._new_visit)
        banners = session.room.page.banners
        banners.seen_before.asked_more.connect(self._if_returning)
        for banner in (banners.danger, banners.seen_before):
            banner.used.connect(lambda name: self._acts[Place.VISIT][name]())
        session.room.page.header.sheet_wanted.connect(sheet.print_sheet)
        window.status.keys_asked.connect(self.show_keys)
        window.status.commands_asked.connect(self.open_palette)
        window.status.waiting_asked.connect(session.places.closing.show_waiting)
        window.status.show_commands(True)

    def serve_board(self, board: BoardPage) -> None:
        """Offer in the palette what can be done on the board, and open the quick line from there."""
        self._acts[Place.BOARD] = {name: self._at_home(act) for name, act in board.acts.items()}
        board.quick_line_wanted.connect(self.open_line)

    def open_palette(self) -> None:
        """Show the command palette."""
        session, everywhere = self._session, {Place.EVERYWHERE: self._acts[Place.EVERYWHERE]}
        if self._window.page is session.room:
            here = {Place.VISIT: self._in_visit() | self._returner.offered | self._sections()}
        else:
            board = self._acts[Place.BOARD] if session.desk.shift is not None else {}
            here = {Place(session.workplace.place): session.workplace.acts, Place.BOARD: board}
        self._over.open_palette(here | everywhere)

    def show_keys(self) -> None:
        """Show the keys of the page that is seen; the same key hides them."""
        self._over.show_keys()

    def keep(self) -> None:
        """Have a line that is half typed kept."""
        flush_overlays(self._window)

    def open_line(self, text: str = "") -> None:
        """Take a line, or go on with one that was half typed."""
        self._over.open_quick_line(text)

    def rest(self, *, resting: bool) -> None:
        """Hear no key of the window but the lock, or all of them again: while a visitor has the screen."""
        close_overlays(self._window)
        lock = QKeySequence(keys_of("everywhere.lock"))
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not resting or shortcut.key() == lock)

    def remove(self) -> None:
        """Take the keys away, and whatever lies over the pages."""
        close_overlays(self._window)
        self._window.status.keys_asked.disconnect(self.show_keys)
        self._window.status.commands_asked.disconnect(self.open_palette)
        self._window.status.waiting_asked.disconnect(self._session.places.closing.show_waiting)
        self._window.status.show_commands(False)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []

    @staticmethod
    def warm() -> None:
        """Load what palette, settings and visits need before somebody asks for them; safe on any thread."""
        for late in _LATE:
            import_module(late)

    @cached_property
    def _over(self) -> SessionPalette:
        from mavis.ui.session.palette import SessionPalette

        return SessionPalette(self._session, self._window)

    def _everywhere(self) -> dict[str, Callable[[], None]]:
        session = self._session
        return {
            "keys": self.show_keys,
            "board": session.go_home,
            "people": lambda: session.show_place("people"),
            "close_shift": self._close,
            "last_shift": lambda: session.show_place("last_shift"),
            "open_referrals": session.places.show_referrals,
            "contacts": session.places.show_contacts,
            "settings": lambda: session.show_place("settings"),
            "palette": self.open_palette,
            "new_visit": self._new_visit,
            "lock": session.lock,
            "quit": self._window.quit,
            "hand_over": session.handing_over.open,
            "undo": session.desk.undo,
            "redo": lambda: session.desk.undo(again=True),
            "redo_as_well": lambda: session.desk.undo(again=True),
            "next_theme": partial(_turn_theme, session, self._window),
            **TextSize(session.program.preferences, self._window, session.desk.doors).acts,
        }

    def _in_visit(self) -> dict[str, Callable[[], None]]:
        room = self._session.room
        return {
            "quick_line": self.open_line,
            "note": room.page.side.take_note,
            "carer": room.page.side.choose_carer,
            "called_999": room.page.presenter.call_999,
            "next_tab": room.next_tab,
            "save_and_next": room.page.go_on,
            "handover": self._sheet.print_sheet,
            "read_handover": self._sheet.read_sheet,
            "reopen": room.page.presenter.reopen,
            "board": room.step_back,
        }

    def _sections(self) -> dict[str, Callable[[], None]]:
        """The digits of a visit and the keys of its fields, which its page hears by itself."""
        page = self._session.room.page
        side, fields = page.side, {"found_at": page.side.place, "here_since": page.side.since}
        acts: dict[str, Callable[[], None]] = {section.value: partial(page.go_to, section) for section in Section}
        acts |= {name: partial(side.type_into, field) for name, field in fields.items()}
        return acts | {"name": page.header.name.setFocus, "correct_note": side.correct_note}

    def _at_home(self, act: Callable[[], None]) -> Callable[[], None]:
        def go_and_act() -> None:
            self._session.go_home()
            act()

        return go_and_act

    def _if_returning(self) -> None:
        if self._returner.offered:
            self._over.open_palette({Place.VISIT: self._returner.offered}, only=True)

    def _close(self) -> None:
        if self._session.places.closing.is_over or self._has_shift():
            self._session.show_place("close")

    def _new_visit(self) -> None:
        if self._has_shift():
            self._session.show_visit(self._session.desk.new_visit().id)

    def _has_shift(self) -> bool:
        """Whether a shift is open; says so where there is none."""
        if self._session.desk.shift is None:
            self._window.say(words("errors.no_open_shift"), not_done=True)
        return self._session.desk.shift is not None


def _turn_theme(session: Opened, window: MainWindow) -> None:
    from mavis.ui.colours import next_theme

    next_theme(session.program.preferences, window, session.desk.doors)
