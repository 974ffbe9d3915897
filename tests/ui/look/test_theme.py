"""The look can be switched while the program runs, and grows with the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF, QPalette

from mavis.ui.look.sheet import style_sheet
from mavis.ui.look.style import palette
from mavis.ui.look.theme import Theme, ThemeKeeper
from mavis.ui.look.tokens import TABLES, Size, ThemeName, Weight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_switching_the_theme_tells_everybody_once(qtbot: QtBot) -> None:
    """Another theme is announced; the same one again is not."""
    keeper = ThemeKeeper()
    told: list[ThemeName] = []
    keeper.changed.connect(lambda: told.append(keeper.theme.name))

    keeper.use(ThemeName.LIGHT)
    keeper.use(ThemeName.LIGHT)

    assert told == [ThemeName.LIGHT]
    assert keeper.tokens is TABLES[ThemeName.LIGHT]


@pytest.mark.parametrize(("asked", "given"), [(50, 100), (100, 100), (150, 150), (200, 200), (400, 200)])
def test_text_grows_between_its_ends(asked: int, given: int) -> None:
    """The text size stays between 100 and 200 percent and keeps the theme."""
    keeper = ThemeKeeper(Theme(ThemeName.LIGHT))

    keeper.set_text_percent(asked)

    assert keeper.theme == Theme(ThemeName.LIGHT, given)
    assert keeper.px(56) == 56 * given // 100
    assert keeper.font(Size.LABEL).pixelSize() == 20 * given // 100


def test_a_hairline_never_vanishes() -> None:
    """A length above nothing is at least one pixel; nothing stays nothing."""
    assert Theme().px(0.4) == 1
    assert Theme().px(0) == 0


@pytest.mark.parametrize("weight", Weight)
def test_digits_are_equally_wide(keeper: ThemeKeeper, weight: Weight) -> None:
    """Counting down does not wobble in any weight."""
    metrics = QFontMetricsF(keeper.font(Size.NUMBER, weight))

    assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


def test_the_weights_are_different_letters(keeper: ThemeKeeper) -> None:
    """Each weight is a face of its own, not one face drawn four times."""
    widths = {
        QFontMetricsF(keeper.font(Size.NUMBER, weight)).horizontalAdvance("Home with friend") for weight in Weight
    }

    assert len(widths) == len(Weight)


@pytest.mark.parametrize("name", ThemeName)
def test_the_style_sheet_has_no_blank_left(name: ThemeName) -> None:
    """Every token that the sheet names exists."""
    sheet = style_sheet(Theme(name, 125))

    assert "$" not in sheet
    assert TABLES[name].surface in sheet


def test_the_application_wears_the_new_look_at_once(qapp: QApplication, keeper: ThemeKeeper) -> None:
    """Palette and font follow the keeper; a sheet of the application would have every widget dressed anew."""
    keeper.use(ThemeName.LIGHT)
    keeper.set_text_percent(150)

    window = qapp.palette().color(QPalette.ColorRole.Window).name()
    assert window == TABLES[ThemeName.LIGHT].bg.lower()
    assert qapp.font().pixelSize() == 24
    assert qapp.styleSheet() == ""


def test_disabled_words_are_muted() -> None:
    """What cannot be used now is quieter, not gone."""
    made = palette(TABLES[ThemeName.DARK])

    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    assert disabled == TABLES[ThemeName.DARK].muted.lower()


def test_a_widget_wears_the_rules_of_its_own_classes_alone() -> None:
    """A rule for several classes is cut down to those that are asked for, and every rule belongs to some class."""
    sheet = style_sheet(Theme(), "QLineEdit", "QToolTip")
    kinds = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QMenu", "QToolTip", "QScrollBar")

    assert sheet.startswith("QLineEdit {")
    assert "QLineEdit QLabel {" in sheet
    assert not [kind for kind in ("QComboBox", "QScrollBar", "QMenu", "QPlainTextEdit") if kind in sheet]
    assert sum(len(style_sheet(Theme(), kind)) for kind in kinds) > len(style_sheet(Theme()))
    assert style_sheet(Theme(), *kinds).count("{") == style_sheet(Theme()).count("{")
