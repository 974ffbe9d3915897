"""The counts that wait to be sent: which files they are, where they lie, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Space, Tone, Weight
from mavis.ui.pages.shared.overlay import Overlay
from mavis.ui.presenters.shared.folders import folder_text
from mavis.ui.spoken import Role, speak_as
from mavis.ui.widgets.button import Button
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

_NAMED = 8
"""So many files are named, the newest first; the others are counted."""


class WaitingCounts(Overlay):
    """Nothing is sent from here: whoever takes the files away finds them by what it says."""

    def __init__(self, keeper: ThemeKeeper, files: Sequence[str], folder: Path, window: QWidget) -> None:
        """Lie over the window; ``files`` are the names of what waits in the folder, in order."""
        super().__init__(keeper, window)
        speak_as(self.panel, Role.Grouping)
        self.panel.setAccessibleName(words("close.waiting.title"))
        self.column.setContentsMargins(Space.GROUP, Space.GROUP, Space.GROUP, Space.EDGE)
        self.column.setSpacing(Space.CARD)
        self.column.addWidget(
            TextLabel(keeper, words("close.waiting.title"), size=Size.TITLE, weight=Weight.TITLE, parent=self.panel)
        )
        newest = list(reversed(files))
        for name in newest[:_NAMED]:
            self._say(name, Tone.PLAIN)
        if len(newest) > _NAMED:
            self._say(words("close.waiting.more", count=len(newest) - _NAMED), Tone.PLAIN)
        if files:
            self._say(words("close.done.where", folder=folder_text(folder)), Tone.PLAIN)
        for key in ("how", "then", "whose") if files else ("nothing",):
            self._say(words(f"close.waiting.{key}"), Tone.MUTED)
        close = Button(keeper, words("close.waiting.close"), keys="Esc", main=True, parent=self.panel)
        close.used.connect(self.close_down)
        self.column.addWidget(close)
        self.open(close)

    def _say(self, text: str, tone: Tone) -> None:
        self.column.addWidget(TextLabel(self.keeper, text, tone=tone, wrap=True, parent=self.panel))
