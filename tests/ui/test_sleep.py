"""The laptop sleeps or its lid shuts: Mavis locks at once, keeps half-typed words, and lets the laptop go only then."""

from __future__ import annotations

import os
import subprocess
from ctypes import addressof
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import ClassInfo, Property, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from mavis.ui.pages.doors.unlock import UnlockPage
from mavis.ui.sleep import LinuxSleep, PowerMessages, SleepSignals, WindowsMessage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.windows import Hands

_LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
_SESSION_LOCK = ("/org/freedesktop/login1/session/_31", "org.freedesktop.login1.Session", "Lock")
_UPOWER = ("/org/freedesktop/UPower", "org.freedesktop.DBus.Properties", "PropertiesChanged")

_named: Any = ClassInfo


class Told(SleepSignals):
    """Sleep that the test tells of."""

    def __init__(self, parent: QApplication) -> None:
        """Nobody has been let go."""
        super().__init__(parent)
        self.let_goes = 0

    def let_go(self) -> None:
        """Count it."""
        self.let_goes += 1


@_named({"D-Bus Interface": "org.freedesktop.UPower"})
class Power(QObject):
    """What UPower says of the lid."""

    shut = False
    asked = 0

    def is_shut(self) -> bool:
        """Whether the lid is shut; counts who asks."""
        self.asked += 1
        return self.shut

    LidIsClosed = Property(bool, is_shut)


@pytest.fixture
def told(qapp: QApplication) -> Iterator[Told]:
    """Sleep that the test tells of."""
    made = Told(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def bus(qtbot: QtBot) -> Iterator[QDBusConnection]:
    """A bus of the test's own, in the place of the system's."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    quiet = {**os.environ, "DBUS_VERBOSE": "0"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=quiet) as daemon:
        address = daemon.stdout.readline().strip() if daemon.stdout else ""
        yield QDBusConnection.connectToBus(address, "mavis-test")
        QDBusConnection.disconnectFromBus("mavis-test")
        daemon.terminate()


def tell(bus: QDBusConnection, signal: tuple[str, str, str], *arguments: object) -> None:
    """Send a signal on the bus as the system would."""
    message = QDBusMessage.createSignal(*signal)
    message.setArguments(list(arguments))
    assert bus.send(message)


def hear(qtbot: QtBot, heard: list[int], wanted: int) -> None:
    """Wait until something was told so often."""
    qtbot.waitUntil(lambda: len(heard) == wanted)
    assert len(heard) == wanted, wanted


def test_sleep_locks_at_once_and_the_half_typed_name_is_kept(hands: Hands, told: Told) -> None:
    """The laptop is let go when the database is closed, not before."""
    hands.shown.heed(told)
    hands.press("N / W r e n")
    told.sleeping.emit()
    assert hands.window.veiled
    assert told.let_goes == 0
    hands.until_locked()
    assert isinstance(hands.window.page, UnlockPage)
    assert told.let_goes == 1
    hands.unlock()

    assert [visit.name for visit in hands.stored()] == ["Wren"]


def test_a_locked_laptop_sleeps_without_waiting(locked: Hands, told: Told) -> None:
    """There is nothing to save."""
    locked.shown.heed(told)
    told.sleeping.emit()

    assert told.let_goes == 1


def test_linux_tells_by_logind_by_its_lock_and_by_the_lid(bus: QDBusConnection, qtbot: QtBot) -> None:
    """Going to sleep, the whole laptop locked, the lid shut: three; waking and an opened lid tell nothing."""
    signals = LinuxSleep(bus)
    heard: list[int] = []
    signals.sleeping.connect(lambda: heard.append(1))
    for wanted, signal, arguments in (
        (1, _LOGIND, (True,)),
        (1, _LOGIND, (False,)),
        (2, _SESSION_LOCK, ()),
    ):
        tell(bus, signal, *arguments)
        hear(qtbot, heard, wanted)
    power = Power()
    assert bus.registerObject(_UPOWER[0], power, QDBusConnection.RegisterOption.ExportAllProperties)
    assert bus.registerService("org.freedesktop.UPower")
    tell(bus, _UPOWER, "org.freedesktop.UPower")
    qtbot.waitUntil(lambda: power.asked == 1)
    power.shut = True
    tell(bus, _UPOWER, "org.freedesktop.UPower")
    hear(qtbot, heard, 3)
    signals.let_go()
    signals.deleteLater()


def test_without_a_bus_nothing_is_told(qapp: QApplication) -> None:
    """Mavis starts all the same; the guard still notices that time has jumped."""
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere", "mavis-nowhere")
    signals = LinuxSleep(nowhere)
    QDBusConnection.disconnectFromBus("mavis-nowhere")
    signals.deleteLater()

    assert not nowhere.isConnected()


@pytest.mark.parametrize(("message", "word", "heard"), [(0x0218, 4, 1), (0x0218, 7, 0), (0x0100, 4, 0)])
def test_windows_tells_by_its_power_message(message: int, word: int, heard: int) -> None:
    """A suspend that begins; not waking up, not a key; and no message is taken away."""
    seen: list[int] = []
    power = PowerMessages(lambda: seen.append(1))
    told = WindowsMessage(None, message, word, 0, 0)
    kept = power.nativeEventFilter(b"windows_generic_MSG", addressof(told))
    power.nativeEventFilter(b"xcb_generic_event_t", 0)

    assert (len(seen), kept) == (heard, (False, 0))
