"""The laptop goes to sleep or its lid shuts: the system says so, and Mavis locks before it happens.

Linux is asked through logind and UPower on the system's bus, Windows through its power messages. A Mac tells nothing
here; there, as wherever the system is silent, the guard notices at the first second after waking that time has jumped.
"""

from __future__ import annotations

import sys
from ctypes import Structure, c_long, c_size_t, c_ssize_t, c_uint, c_void_p
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant

from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusPendingCall

_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = "org.freedesktop.login1.Manager", "org.freedesktop.login1.Session"
_UPOWER, _UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_POWER_MESSAGE, _SUSPENDS = 0x0218, 0x0004
"""WM_POWERBROADCAST and PBT_APMSUSPEND of Windows."""
_WINDOWS = b"windows_generic_MSG"


class SleepSignals(QObject):
    """What every system tells alike; this one tells nothing."""

    sleeping = Signal()
    """The laptop is about to sleep, or its lid is shut: lock now."""

    def let_go(self) -> None:
        """Mavis is locked: the laptop need not wait any longer."""


class LinuxSleep(SleepSignals):
    """Listens to the system's bus, and has the laptop wait a moment with sleeping until Mavis is locked."""

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None) -> None:
        """Listen; without a bus, or without logind on it, nothing is ever told."""
        super().__init__(parent)
        self._bus = bus
        self._hold: QDBusMessage | None = None
        if not bus.isConnected():
            return
        bus.connect("", _LOGIND_PATH, _MANAGER, "PrepareForSleep", self, _slot("prepare(bool)"))
        bus.connect("", "", _SESSION, "Lock", self, _slot("lock()"))
        bus.connect("", _UPOWER_PATH, _PROPERTIES, "PropertiesChanged", self, _slot("look_at_lid()"))
        self._ask_to_wait()

    @Slot(bool)
    def prepare(self, going: bool) -> None:
        """Logind is about to suspend, or has woken up."""
        if going:
            self.sleeping.emit()
        else:
            self._ask_to_wait()

    @Slot()
    def lock(self) -> None:
        """The person locked the whole laptop."""
        self.sleeping.emit()

    @Slot()
    def look_at_lid(self) -> None:
        """Something about the power changed; a lid that is shut locks also where the laptop does not sleep by it."""
        ask = QDBusMessage.createMethodCall(_UPOWER, _UPOWER_PATH, _PROPERTIES, "Get")
        ask.setArguments([_UPOWER, "LidIsClosed"])
        self._ask(ask, self._lid_seen)

    def let_go(self) -> None:
        """Give the delay back, which ends when its file is closed."""
        self._hold = None

    def _ask_to_wait(self) -> None:
        ask = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, _MANAGER, "Inhibit")
        ask.setArguments(["sleep", words("window.title"), words("window.locks_first"), "delay"])
        self._ask(ask, self._granted)

    def _ask(self, question: QDBusMessage, answered: Callable[[QDBusMessage], None]) -> None:
        """Ask without waiting; a question that nobody answers, or with an error, is none."""

        def finished(call: QDBusPendingCall) -> None:
            if not call.isError():
                answered(call.reply())
            watcher.deleteLater()

        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        watcher.finished.connect(finished)

    def _granted(self, reply: QDBusMessage) -> None:
        self._hold = reply

    def _lid_seen(self, reply: QDBusMessage) -> None:
        shut = reply.arguments()[0]
        if isinstance(shut, QDBusVariant) and shut.variant() is True:
            self.sleeping.emit()


def _slot(name: str) -> bytes:
    """A slot by name, which PySide gives as text and says that it takes as bytes."""
    return cast("bytes", SLOT(name))


class WindowsSleep(SleepSignals):
    """Sees the messages of Windows before Qt does."""

    def __init__(self, app: QCoreApplication) -> None:
        """Look at every message of the application."""
        super().__init__(app)
        self.messages = PowerMessages(self.sleeping.emit)
        app.installNativeEventFilter(self.messages)


class PowerMessages(QAbstractNativeEventFilter):
    """Looks for the message that a suspend begins; it takes no message away."""

    def __init__(self, told: Callable[[], None]) -> None:
        """``told`` is called at each suspend."""
        super().__init__()
        self._told = told

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> tuple[bool, int]:
        """Tell of a suspend that begins; ``message`` is the address of a ``WindowsMessage``."""
        if QByteArray(kind) == _WINDOWS:
            seen = WindowsMessage.from_address(int(message))
            if seen.message == _POWER_MESSAGE and seen.word == _SUSPENDS:
                self._told()
        return False, 0


class WindowsMessage(Structure):
    """The head of a message as Windows hands it over (MSG)."""

    _fields_ = (("window", c_void_p), ("message", c_uint), ("word", c_size_t), ("long", c_ssize_t), ("time", c_long))


def sleep_signals(app: QCoreApplication) -> SleepSignals:
    """What this system tells about sleeping."""
    system: str = sys.platform
    if system == "linux":
        return LinuxSleep(QDBusConnection.systemBus(), app)
    if system == "win32":
        return WindowsSleep(app)
    return SleepSignals(app)
