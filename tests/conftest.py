"""A silent suite: whatever a test says, starts or leaves behind that it did not expect makes it fail."""

from __future__ import annotations

import gc
import ipaddress
import logging
import os
import socket
import sys
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from mavis.system.logs import start_log, stop_log
from tests.builders import CountingIds, SettableClock
from tests.pdf_printer import running_printer
from tests.programs import Prepared, a_session, prepared, unlocked
from tests.untraced import untraced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mavis.bootstrap import Program, Session
    from tests.pdf_printer import PdfPrinter

    _Address = tuple[str, int]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("any machine", deadline=None)  # what holds, holds on a slow one as well
settings.load_profile("any machine")

_PATIENCE_S = 2.0
_WALKS = frozenset({"test_nothing_is_cut.py", "test_keyboard.py", "test_scenes.py"})
_STORIES = {Path(__file__).parent / name for name in ("architecture", "benchmarks", "faults", "journeys")}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that walk through every page, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: item.path.name not in _WALKS)


def pytest_collection_finish() -> None:
    """What was read before the first test stays: the garbage collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)  # most of what a test makes is gone by itself


@pytest.fixture(autouse=True)
def _lines_are_counted_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """Stories and faults go again and again over lines that the tests of those lines have counted."""
    with untraced() if not _STORIES.isdisjoint(request.path.parents) else nullcontext():
        yield


@pytest.fixture
def clock() -> SettableClock:
    """A clock that stands at ten on a Saturday evening until the test moves it."""
    return SettableClock()


@pytest.fixture
def ids() -> CountingIds:
    """An id maker whose ids count up from 1."""
    return CountingIds()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """A log of this test alone, that is being written."""
    path = tmp_path / "mavis.log"
    start_log(path)
    yield path
    stop_log(path)


@pytest.fixture(scope="session")
def _set_up(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepared(tmp_path_factory.mktemp("set_up") / "data", lambda program: a_session(program).close())


@pytest.fixture
def program(tmp_path: Path, clock: SettableClock, _set_up: Prepared) -> Iterator[Program]:
    """A program in a folder of its own, set up by Dilys, the coordinator, at ten on a Saturday evening, and locked."""
    made = _set_up.copied(tmp_path / "data", clock)
    yield made
    made.close()


@pytest.fixture
def session(program: Program) -> Iterator[Session]:
    """The program unlocked by Dilys."""
    opened = unlocked(program)
    yield opened
    opened.close()


@pytest.fixture
def pdf_printer(monkeypatch: pytest.MonkeyPatch) -> Iterator[PdfPrinter]:
    """A real CUPS-PDF printer; while the test runs, ``lp`` prints on it unless told otherwise."""
    with running_printer() as printer:
        monkeypatch.setenv("CUPS_SERVER", printer.server)
        monkeypatch.setenv("LPDEST", printer.queue)
        yield printer


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the settings and data of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """A connection that would leave this machine raises; a program of the tests talks to itself at most."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _only_local(getattr(socket.socket, name)))
        yield


def _only_local(connect: Callable[[socket.socket, _Address], object]) -> Callable[[socket.socket, _Address], object]:
    def guarded(self: socket.socket, address: _Address) -> object:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_loopback(address[0]):
            raise ConnectionRefusedError(address)
        return connect(self, address)

    return guarded


def _is_loopback(host: str) -> bool:
    return host == "localhost" or ipaddress.ip_address(host).is_loopback


class _Unexpected(logging.Handler):
    """Keeps each log record of a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember what was said."""
        self.said.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _silent_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asks for ``caplog`` and so expects to read it."""
    listener = _Unexpected()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.said and "caplog" not in request.fixturenames:
        pytest.fail("unexpected in the log: " + "; ".join(listener.said))


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """A thread or a window that outlives its test fails it."""
    threads, windows = _threads(), _windows()
    yield
    if not _settles(lambda: _threads() <= threads):
        pytest.fail(f"threads left running: {sorted(thread.name for thread in _threads() - threads)}")
    if not _settles(lambda: _windows() <= windows):
        pytest.fail(f"windows left open: {sorted(_windows() - windows)}")


def _settles(quiet: Callable[[], bool]) -> bool:
    """Whether it becomes quiet within the patience of the tests."""
    if quiet():
        return True
    gc.collect()
    until = time.monotonic() + _PATIENCE_S
    while not quiet():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def _threads() -> set[threading.Thread]:
    """The threads of Python; a thread of Qt's own pool that once ran Python code stays in the list as a dummy."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")}


def _windows() -> set[str]:
    """Each open window without a parent, by kind, name and address; empty where no test has started Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    return {
        f"{type(widget).__name__} {widget.objectName()} {id(widget):x}"
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.parent() is None
    }
