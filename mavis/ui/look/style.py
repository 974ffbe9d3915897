"""Dresses the whole application: Fusion style, a palette and a font from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from mavis.ui.look.fonts import register_fonts
from mavis.ui.spoken import give_voices

if TYPE_CHECKING:
    from mavis.ui.look.theme import ThemeKeeper
    from mavis.ui.look.tokens import Tokens


def application(name: str = "mavis") -> QApplication:
    """The one application object, in the Fusion style; made by the first call.

    Qt takes the style from the words of a command line. To be handed it as an object costs 7 ms of the start, because
    Python is then told of everything that a style can draw.

    Raises:
        TypeError: another part of this process runs Qt without a screen.
    """
    app = QApplication.instance() or QApplication([name, "-style", "Fusion"])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    return app


def dress(app: QApplication, keeper: ThemeKeeper) -> None:
    """Register the fonts and give the application the look in use, now and after each change of theme."""
    register_fonts()
    give_voices()

    def wear() -> None:
        app.setFont(keeper.font())
        app.setPalette(palette(keeper.tokens))

    wear()
    keeper.changed.connect(wear)


def palette(tokens: Tokens) -> QPalette:
    """The colours that Qt's own widgets take."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.on_sel,
        QPalette.ColorRole.Highlight: tokens.sel,
        QPalette.ColorRole.HighlightedText: tokens.on_sel,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Light: tokens.hair,
        QPalette.ColorRole.Midlight: tokens.hair,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.line,
        QPalette.ColorRole.Shadow: tokens.rail,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return made
