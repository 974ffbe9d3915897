"""The look that the settings ask for at an hour of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.shift.night import LONDON
from mavis.system import settings as chosen
from mavis.ui.look.theme import Theme
from mavis.ui.look.tokens import ThemeName

if TYPE_CHECKING:
    from datetime import datetime

    from mavis.system.settings import Settings

_DARK_FROM, _LIGHT_FROM = 18, 7
_NAMES = {
    chosen.Theme.DARK: ThemeName.DARK,
    chosen.Theme.LIGHT: ThemeName.LIGHT,
    chosen.Theme.AMBER: ThemeName.AMBER_NIGHT,
}


def name_of(code: chosen.Theme) -> ThemeName:
    """The theme of a choice that does not go by the hour."""
    return _NAMES[code]


def code_of(name: ThemeName) -> chosen.Theme:
    """The choice that always gives this theme."""
    return next(code for code, given in _NAMES.items() if given is name)


def theme_of(settings: Settings, now: datetime) -> Theme:
    """The theme and text size; "auto" is dark from 18:00 to 07:00, UK time, and light by day."""
    hour = now.astimezone(LONDON).hour
    by_hour = ThemeName.LIGHT if _LIGHT_FROM <= hour < _DARK_FROM else ThemeName.DARK
    return Theme(_NAMES.get(settings.theme, by_hour), settings.text_percent)
