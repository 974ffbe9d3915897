"""Names are hidden until somebody asks: on cards, in lists, in the palette, in messages, on the veil, in the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.ui.session.test_open_session import texts

if TYPE_CHECKING:
    from tests.builders import SettableClock
    from tests.ui.windows import Hands

NAME = "Zaphrina"


@pytest.fixture
def named(hands: Hands) -> Hands:
    """Two people called Zaphrina, one of them gone; the board is shown."""
    for keys in ("Enter Enter 7 X Enter", "Enter Enter Esc"):
        hands.press("N D R F")
        hands.type(NAME)
        hands.press(keys)
    hands.settle()
    return hands


def shown(hands: Hands) -> list[str]:
    """Whatever of the window that is seen holds the name."""
    found = [hands.window.windowTitle()]
    for widget in hands.window.findChildren(QWidget):
        if widget.isVisible():
            found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
            found += [repr(getattr(widget, name, "")) for name in ("view", "_view", "_views", "_words", "_text")]
            found += [widget.text()] if isinstance(widget, QLabel | QLineEdit) else []
    return [text for text in found if NAME in text]


def test_the_board_hides_names_until_asked_and_again_after_twenty_seconds(named: Hands, clock: SettableClock) -> None:
    """S shows them; twenty seconds later they are gone, also for a screen reader."""
    assert shown(named) == []
    named.press("S")
    assert shown(named)
    clock.advance(seconds=20)
    named.until(lambda: shown(named) == [])


@pytest.mark.parametrize("keys", ["/ Z A P", "Ctrl+K Z A P", "F1", "F4", "F8", "F9", "R F2", "W"])
def test_nothing_over_or_beside_the_board_shows_them(named: Hands, keys: str) -> None:
    """Finding, the palette, the keys, close, settings, hand-over, the closed list, a message: matched, not told."""
    named.press(keys)
    named.settle()

    assert [text for text in shown(named) if text != "Zap"] == []


def test_the_tabs_of_other_visits_show_no_name(named: Hands) -> None:
    """While another visit is written, and in the message of an undo."""
    named.press("N D H Ctrl+Z")

    assert shown(named) == []


def test_the_veil_shows_no_name(named: Hands) -> None:
    """Nor does anything that is seen under it, while names were asked for just before."""
    for _ in range(3):
        named.idle.advance(seconds=20)
        named.session.guard.look()

    assert named.window.veiled
    assert named.window.windowTitle() == "Mavis"
    assert not any(NAME in text for text in texts() if text == named.window.windowTitle())
