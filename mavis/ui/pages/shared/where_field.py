"""Where a file is to be saved: the path to type in, whose end the field shows, and its folder in words below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.look.tokens import Size, Tone
from mavis.ui.presenters.shared.folders import folder_text, typed_path
from mavis.ui.widgets.field import Field
from mavis.ui.widgets.text import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper


class WhereField(Field):
    """Says the folder anew with each letter that is typed."""

    def __init__(self, keeper: ThemeKeeper, label: str, parent: QWidget | None = None) -> None:
        """An empty field under its label."""
        super().__init__(keeper, label, parent=parent)
        self.folder = TextLabel(keeper, size=Size.CAPTION, tone=Tone.MUTED, wrap=True)
        """The folder in words."""
        self.add_below(self.folder)
        self.edit.textChanged.connect(self._say_folder)

    def _say_folder(self, text: str) -> None:
        where = words("folders.saves_in", folder=folder_text(typed_path(text).parent)) if text.strip() else ""
        self.folder.setText(where)
