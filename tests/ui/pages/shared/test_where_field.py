"""Where a file is saved: the folder stands in words below a field that shows the end of the path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mavis.system.wording import words
from mavis.ui.pages.shared.where_field import WhereField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mavis.ui.look.theme import ThemeKeeper


def test_the_folder_is_told_and_follows_what_is_typed(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    """From the home folder where it lies there; nothing for no path."""
    field = WhereField(keeper, "Save it as")
    qtbot.addWidget(field)
    field.set_text(str(Path.home() / "Documents" / "summary.pdf"))
    home = words("folders.home")
    assert field.folder.text() == words("folders.saves_in", folder=f"{home} / Documents")

    for typed, folder in (("~/summary.pdf", home), ("/media/stick/summary.pdf", "/media / stick")):
        field.edit.setText(typed)
        assert field.folder.text() == words("folders.saves_in", folder=folder)
    field.edit.setText(" ")
    assert not field.folder.text()
