"""The size of the text by keys: larger, smaller and as it was made, on every page from the first start on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import sentence, words
from mavis.ui.look.theme import LARGEST_TEXT, SMALLEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mavis.services.preferences import Preferences
    from mavis.ui.main_window import MainWindow
    from mavis.ui.presenters.desk.doors import Doors

_STEP = 25


class TextSize:
    """Changes the look at once and keeps the size in the settings of this laptop, behind the scenes."""

    def __init__(self, preferences: Preferences, window: MainWindow, doors: Doors) -> None:
        """Leave the size as it is."""
        self._preferences = preferences
        self._window = window
        self._doors = doors

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What each key of the table does."""
        return {
            "larger_text": lambda: self.step(1),
            "smaller_text": lambda: self.step(-1),
            "usual_text": lambda: self._take(SMALLEST_TEXT),
        }

    def step(self, steps: int) -> None:
        """Make the text larger by so many quarters, or smaller; at either end nothing more happens."""
        self._take(self._window.keeper.theme.text_percent + steps * _STEP)

    def _take(self, percent: int) -> None:
        percent = min(LARGEST_TEXT, max(SMALLEST_TEXT, percent))
        self._window.keeper.set_text_percent(percent)
        self._window.say(words("window.text_size", percent=percent))
        self._doors.change(lambda: self._preferences.change(text_percent=percent), _kept, self._failed)

    def _failed(self, failure: Exception) -> None:
        """The text stays as large as it is shown, until Mavis is closed."""
        self._window.warn(sentence(failure))


def _kept(_settings: object) -> None:
    """The message said so already."""
