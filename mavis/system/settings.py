"""How this laptop likes to be used: a few typed values with defaults, and never any personal data."""

from __future__ import annotations

import json
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from mavis.domain.sharing.disclosure import SmallNumberRule
from mavis.system.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class Theme(Enum):
    """The colours of the screen; ``auto`` follows the system."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"
    AMBER = "amber"


class Settings(NamedTuple):
    """One laptop's settings; ``others`` holds what a newer Mavis wrote, so that nothing of it is lost."""

    theme: Theme = Theme.AUTO
    text_percent: int = 100
    veil_seconds: int = 60
    lock_minutes: int = 5
    scheme: str = ""
    site: str = "bus1"
    device_letter: str = "K"
    backup_minutes: int = 15
    small_numbers: SmallNumberRule = SmallNumberRule.NEAREST_5
    advice_again_days: int = 90
    identity_months: int = 12
    birth_dates: bool = False
    check_minutes_urgent: int = 15
    check_minutes_calm: int = 30
    others: Mapping[str, Any] = MappingProxyType({})


class Loaded(NamedTuple):
    """Settings as read, and the names of those that could not be used and have their default instead."""

    settings: Settings
    unusable: tuple[str, ...] = ()


def load_settings(path: Path) -> Loaded:
    """Read the settings; a missing file means defaults, a damaged one means defaults and a notice, never a failure."""
    try:
        plain = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Loaded(Settings())
    except (OSError, ValueError, RecursionError):
        return Loaded(Settings(), ("file",))
    if not isinstance(plain, dict):
        return Loaded(Settings(), ("file",))
    return _from_plain(plain)


def save_settings(path: Path, settings: Settings) -> None:
    """Write all settings, whole or not at all.

    Raises:
        StorageError: the disk refuses; the old file is untouched.
    """
    known = settings._asdict()
    plain = {**known.pop("others"), **known, "theme": settings.theme.value}
    write_whole(path, (json.dumps(plain, indent=1, sort_keys=True) + "\n").encode("utf-8"))


def _from_plain(plain: Mapping[str, Any]) -> Loaded:
    known = set(Settings._fields) - {"others"}
    good = {name: value for name, value in plain.items() if name in known and _RULES[name](value)}
    unusable = tuple(sorted(name for name in plain if name in known and name not in good))
    others = {name: value for name, value in plain.items() if name not in known}
    if "theme" in good:
        good["theme"] = Theme(good["theme"])
    if "small_numbers" in good:
        good["small_numbers"] = SmallNumberRule(good["small_numbers"])
    return Loaded(Settings(**good, others=others), unusable)


def _whole(least: int, most: int) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _text(longest: int, shortest: int = 0) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and shortest <= len(value) <= longest and value.isprintable()


_RULES: dict[str, Callable[[object], bool]] = {
    "theme": lambda value: value in [theme.value for theme in Theme],
    "text_percent": _whole(100, 200),
    "veil_seconds": _whole(10, 600),
    "lock_minutes": _whole(1, 10),
    "scheme": _text(80),
    "site": _text(20, shortest=1),
    "device_letter": lambda value: isinstance(value, str) and len(value) == 1 and "A" <= value <= "Z",
    "backup_minutes": _whole(5, 60),
    "small_numbers": lambda value: value in [rule.value for rule in SmallNumberRule],
    "advice_again_days": _whole(1, 730),
    "check_minutes_urgent": _whole(5, 60),
    "check_minutes_calm": _whole(5, 120),
    "identity_months": _whole(1, 120),
    "birth_dates": lambda value: isinstance(value, bool),
}
