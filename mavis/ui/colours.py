"""The colours by key: dark, light and amber night in turn, on every page from the first start on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.settings import Theme
from mavis.system.wording import sentence, words
from mavis.ui.presenters.settings.appearance import code_of, name_of

if TYPE_CHECKING:
    from mavis.services.preferences import Preferences
    from mavis.ui.main_window import MainWindow
    from mavis.ui.presenters.desk.doors import Doors

_TURN = (Theme.DARK, Theme.LIGHT, Theme.AMBER)


def next_theme(preferences: Preferences, window: MainWindow, doors: Doors) -> None:
    """Show the next colours at once and keep them in the settings of this laptop, behind the scenes.

    Where they cannot be kept they stay until Mavis is closed, and the message says why.
    """
    wanted = _TURN[(_TURN.index(code_of(window.keeper.theme.name)) + 1) % len(_TURN)]
    window.keeper.use(name_of(wanted))
    window.say(words("window.colours", name=words(f"settings.theme.{wanted.value}")))
    doors.change(lambda: preferences.change(theme=wanted), _kept, lambda failure: window.warn(sentence(failure)))


def _kept(_settings: object) -> None:
    """The message said so already."""
