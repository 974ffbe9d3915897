"""What a laptop and its scheme can set: the look, hiding and locking, people, backups, the recovery code."""

from __future__ import annotations

import platform
from importlib import import_module
from typing import TYPE_CHECKING

import mavis
from mavis.domain.access.roles import Right, may
from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.system.settings import Theme as Colours
from mavis.system.wording import words
from mavis.ui.presenters.settings.appearance import theme_of
from mavis.ui.presenters.shared.folders import folder_text
from mavis.ui.presenters.shared.times import clock_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from enum import Enum

    from mavis.bootstrap import Program, Session
    from mavis.system.settings import Settings
    from mavis.ui.look.theme import Theme
    from mavis.ui.presenters.desk.doors import Doors

_TEXT = (100, 125, 150, 175, 200)
_MINUTE = 60
_VEIL = (30, 60, 120, 300)
_LOCK = tuple(range(1, 11))
_CHECK_URGENT = (5, 10, 15, 20, 30)
_CHECK_CALM = (15, 20, 30, 45, 60)
_ADVICE = (30, 60, 90, 180, 365)
_IDENTITY = (3, 6, 12, 24, 36)
_NUMBERS = {
    "text_percent": (_TEXT, "look.percent"),
    "veil_seconds": (_VEIL, "look.seconds"),
    "lock_minutes": (_LOCK, "look.minutes"),
    "check_minutes_urgent": (_CHECK_URGENT, "look.minutes"),
    "check_minutes_calm": (_CHECK_CALM, "look.minutes"),
    "advice_again_days": (_ADVICE, "visitors.days"),
    "identity_months": (_IDENTITY, "protection.months"),
}
"""What is usual of each number, and the words of its unit."""
_CODED: dict[str, type[Enum]] = {"theme": Colours, "small_numbers": SmallNumberRule}
_YES_NO = {str(value): value for value in (False, True)}


class SettingsPresenter:
    """Every change is written at once; whoever asks is told on the GUI thread when it is on the disk."""

    def __init__(self, program: Program, session: Session, doors: Doors) -> None:
        """Use the program's settings and the rights of the session."""
        self._program = program
        self._session = session
        self._doors = doors

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._program.settings

    @property
    def is_training(self) -> bool:
        """Whether everybody is made up, so that its papers say so."""
        return self._program.paths.is_training

    @property
    def manages(self) -> bool:
        """Whether whoever is signed in may make a recovery code and set what holds for the scheme."""
        return may(self._session.actor.role, Right.MANAGE_PEOPLE)

    def choices(self, name: str) -> list[tuple[str, str]]:
        """Code and words of each choice of a setting; a value that somebody wrote by hand is one as well."""
        if name == "theme":
            return [(theme.value, words(f"settings.theme.{theme.value}")) for theme in Colours]
        if name == "small_numbers":
            return [(rule.value, words(f"settings.sharing.{rule.value}")) for rule in SmallNumberRule]
        if name == "birth_dates":
            return [(code, words(f"settings.visitors.{'date' if kept else 'year'}")) for code, kept in _YES_NO.items()]
        usual, key = _NUMBERS[name]
        values = sorted({*usual, int(self.chosen(name))})
        return [(str(value), _told(key, value)) for value in values]

    def chosen(self, name: str) -> str:
        """The code of what is chosen now."""
        value = getattr(self.settings, name)
        return str(value.value if name in _CODED else value)

    def choose(
        self, name: str, code: str, done: Callable[[Settings], None], failed: Callable[[Exception], None]
    ) -> None:
        """Write a setting; the open session follows it where it can."""
        value = _CODED[name](code) if name in _CODED else _YES_NO[code] if code in _YES_NO else int(code)

        def written(settings: Settings) -> None:
            self._session.follow(settings)
            done(settings)

        self._doors.change(lambda: self._program.preferences.change(**{name: value}), written, failed)

    def look(self, settings: Settings) -> Theme:
        """The theme and text size that settings ask for at this hour."""
        return theme_of(settings, self._program.clock())

    def backup_line(self, shown: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
        """Look for the newest backup; ``shown`` gets ``Newest: 01:40, 12 min ago``."""
        self._doors.query(self._session.backups.newest, lambda newest: shown(self._age_of(newest)), failed)

    def _age_of(self, newest: datetime | None) -> str:
        if newest is None:
            return words("settings.backups.none")
        ago = _ago(self._program.clock() - newest)
        return words("settings.backups.newest", time=clock_text(newest), ago=ago)

    def back_up(self, done: Callable[[], None], failed: Callable[[Exception], None]) -> None:
        """Make a backup now and check it."""
        self._doors.change(lambda: self._session.backups.make("asked"), lambda _: done(), failed)

    def new_code(self, shown: Callable[[str], None], failed: Callable[[Exception], None]) -> None:
        """Make a new recovery code, to be shown once."""
        people, actor = self._session.people, self._session.actor
        self._doors.change(lambda: people.new_recovery_code(actor), shown, failed)

    def about(self) -> list[str]:
        """Versions, and where the records lie."""
        qt: str = import_module("PySide6.QtCore").qVersion()
        return [
            words("settings.about.mavis", version=mavis.__version__),
            words("settings.about.rules", version=self._program.reference.flags.version),
            words("settings.about.engine", python=platform.python_version(), qt=qt),
            words("settings.about.folder", folder=folder_text(self._program.paths.root)),
        ]


def _told(key: str, value: int) -> str:
    """A value in words; whole minutes are minutes, however they are kept."""
    if key == "look.seconds" and value >= _MINUTE and value % _MINUTE == 0:
        key, value = "look.minutes", value // _MINUTE
    return words(f"settings.{key}", n=value)


def _ago(length: timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    if minutes < 1:
        return words("settings.backups.just_now")
    if minutes < 60:
        return words("settings.backups.ago_minutes", minutes=minutes)
    if minutes < 48 * 60:
        return words("settings.backups.ago_hours", hours=minutes // 60)
    return words("settings.backups.ago_days", days=minutes // (24 * 60))
