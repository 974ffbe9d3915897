"""What the status line says lastingly of an open session, and the backups that keep it true."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from mavis.system.wording import sentence, words
from mavis.ui.keys.undo_key import UndoKey
from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.presenters.desk.edit_words import inside
from mavis.ui.presenters.shared.times import when_text
from mavis.ui.widgets.status_line import StatusView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from mavis.bootstrap import Session
    from mavis.ui.main_window import MainWindow
    from mavis.ui.presenters.desk.tonight import Desk, Touched
    from mavis.ui.tasks import Tasks

_EVERY_MS = 30_000


class _Found(NamedTuple):
    """What lies on the disk: when the newest good backup was made, and how many counts wait to be sent."""

    newest: datetime | None
    not_sent: int


class _Told(NamedTuple):
    """The message that was said last of a visit: which one it is, the words, and the words as they stand there now."""

    visit: str = ""
    code: str = ""
    plain: str = ""
    words: str = ""


class StatusFacts(QObject):
    """Says whether all is saved, how old the newest good backup is and what waits to be sent.

    What lies on the disk is looked at away from the window: twice a minute, and whenever all is saved.
    """

    triage_wanted = Signal(str)
    """Somebody wants to set the category of a visit that was finished without one."""

    def __init__(
        self, session: Session, desk: Desk, window: MainWindow, tasks: Tasks, fail: Callable[[Exception], None]
    ) -> None:
        """Listen to the desk until ``stop``."""
        super().__init__(window)
        self._session = session
        self._desk = desk
        self._window = window
        self._tasks = tasks
        self._fail = fail
        self._found: _Found | None = None
        self._looked = False
        self._stopped = False
        self._told = _Told()
        self._left_out = 0
        self._told_failure = False
        desk.subscribe(self._touched)
        tasks.answered.connect(self._warn_of_left_out)
        self._undo_key = UndoKey(window.status.slot.set_keys_count, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep_safe)
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Say a last time how things stand, and nothing more."""
        self._say()
        self._stopped = True
        self._timer.stop()
        self._undo_key.stop()
        self._desk.unsubscribe(self._touched)
        self._tasks.answered.disconnect(self._warn_of_left_out)
        self.deleteLater()

    def show(self) -> None:
        """Say how things stand, once the disk was looked at; a save that the disk refused is offered again.

        Once all is saved after that, the line says so, and offers Undo of the last step again.
        """
        self._say()
        saves = self._desk.saves
        if saves.failure is not None:
            self._told_failure = True
            self._window.warn(sentence(saves.failure), words("window.try_again"), saves.retry)
        elif self._told_failure and not saves.waiting:
            self._told_failure = False
            _say_saved_again(self._desk, self._window)
        if saves.waiting:
            self._looked = False
        elif not self._looked:
            self.look()

    def _say(self) -> None:
        if self._found is not None:
            saves, newest = self._desk.saves, self._found.newest
            failed, backup = saves.failure is not None, when_text(newest, self._desk.clock()) if newest else ""
            unread = _unread(self._session)
            self._window.status.set_facts([*_views(saves.waiting, failed, backup), *unread])
            count = self._found.not_sent
            self._window.status.set_waiting(words("window.not_sent", count=count) if count else "")

    def _warn_of_left_out(self) -> None:
        """Say once what an answer had to leave out, not before the night is shown; the line goes on saying it."""
        if self._found is not None and len(self._session.left_out) > self._left_out:
            self._left_out = len(self._session.left_out)
            self._window.warn(words("window.left_out_how", codes=_left_out(self._session)))
            self._say()

    def name_visit(self, shown: str) -> None:
        """Say which visit the last message is about while another one is on the screen; ``shown`` is the id of that."""
        told = self._told
        words_now = told.plain if told.visit in ("", shown) else f"{told.code}: {told.plain}"
        self._window.status.slot.reword(told.words, words_now)
        self._told = told._replace(words=words_now)

    def look(self) -> None:
        """Look at the disk, and say how things stand."""
        self._looked = True
        self._tasks.query(partial(_read, self._session), self._take, self._fail)

    def keep_safe(self) -> None:
        """Try a save that failed once more, and make a backup when one is due."""
        if self._desk.saves.failure is not None:
            self._desk.saves.retry()
        self.look()
        if self._desk.shift is not None:
            self._tasks.change(self._session.backups.make_when_due, lambda _: self.look(), self._fail)

    def _take(self, found: _Found) -> None:
        if not self._stopped:
            self._found = found
            self.show()

    def _touched(self, touched: Touched) -> None:
        if touched.said:
            self._told = _told_of(touched, self._desk)
        if self._desk.saves.failure is not None:
            return
        if touched.untriaged and touched.visit is not None:
            act = partial(self.triage_wanted.emit, touched.visit)
            self._window.ask(touched.said, words("visit.set_triage"), act)
        elif touched.said:
            undo = self._desk.undo if touched.undoable else None
            self._window.say(touched.said, undo, more=touched.undone, not_done=touched.not_done)


def _told_of(touched: Touched, desk: Desk) -> _Told:
    """The message, with the visit that it is about, unless it names that itself or there is nothing to undo."""
    visit = desk.visits.get(touched.visit or "")
    if visit is None or not touched.undoable or visit.code in touched.said:
        return _Told()
    return _Told(visit.id, visit.code, touched.said, touched.said)


def _read(session: Session) -> _Found:
    return _Found(session.backups.newest(), len(session.counts.not_sent()))


def _left_out(session: Session) -> str:
    """What lists of this session had to leave out, each by its number."""
    return ", ".join(words(f"window.left_out.{one.kind}", number=one.number) for one in session.left_out)


def _say_saved_again(desk: Desk, window: MainWindow) -> None:
    """The disk has room again: all is saved, and the last step can be taken back as before."""
    last = desk.undo_stack.last
    done = words("window.saved_again_last", done=inside(last.words)) if last is not None else ""
    window.say(f"{words('window.saved_again')} {done}".strip(), desk.undo if last is not None else None)


def _unread(session: Session) -> Iterator[StatusView]:
    """Lastingly what cannot be read."""
    if codes := _left_out(session):
        yield StatusView(IconName.WARNING, words("window.unread", codes=codes), Tone.RED)


def _views(saving: int, failed: bool, backup: str) -> Iterator[StatusView]:
    """Lastingly whether all is saved, and how old the newest good backup is."""
    if failed:
        yield StatusView(IconName.WARNING, words("window.not_saved", count=saving), Tone.RED)
    else:
        short = "" if saving else words("window.saved_short")
        yield StatusView(IconName.DISK, words("window.saving" if saving else "window.saved"), short=short)
    backup_words = words("window.backup", time=backup) if backup else words("window.no_backup")
    yield StatusView(IconName.DISCS, backup_words, Tone.MUTED if backup else Tone.AMBER)
