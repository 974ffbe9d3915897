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


def theme_of(settings: Settings, now: datetime) -> Theme:
    """The theme and text size; "auto" is dark from 18:00 to 07:00, UK time, and light by day."""
    hour = now.astimezone(LONDON).hour
    by_hour = ThemeName.LIGHT if _LIGHT_FROM <= hour < _DARK_FROM else ThemeName.DARK
    return Theme(_NAMES.get(settings.theme, by_hour), settings.text_percent)
