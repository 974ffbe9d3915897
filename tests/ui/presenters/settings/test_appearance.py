"""The look that the settings ask for."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from mavis.system.settings import Settings, Theme
from mavis.ui.look.tokens import ThemeName
from mavis.ui.presenters.settings.appearance import theme_of


@pytest.mark.parametrize(
    ("hour", "name"),
    [(6, ThemeName.LIGHT), (5, ThemeName.DARK), (16, ThemeName.LIGHT), (17, ThemeName.DARK), (23, ThemeName.DARK)],
)
def test_auto_is_dark_by_night_as_london_has_it(hour: int, name: ThemeName) -> None:
    """In summer London is an hour ahead of UTC: light from 06:00 UTC to 17:00 UTC."""
    assert theme_of(Settings(), datetime(2026, 7, 1, hour, 30, tzinfo=UTC)).name is name


@pytest.mark.parametrize(
    ("chosen", "name"),
    [(Theme.DARK, ThemeName.DARK), (Theme.LIGHT, ThemeName.LIGHT), (Theme.AMBER, ThemeName.AMBER_NIGHT)],
)
def test_a_chosen_theme_holds_at_any_hour(chosen: Theme, name: ThemeName) -> None:
    """With its text size."""
    settings = Settings(theme=chosen, text_percent=150)
    for hour in (3, 12):
        theme = theme_of(settings, datetime(2026, 1, 1, hour, tzinfo=UTC))
        assert (theme.name, theme.text_percent) == (name, 150)
