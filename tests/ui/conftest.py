"""The application in its usual look, for every test of the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.looks import dressed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from mavis.ui.theme import ThemeKeeper


@pytest.fixture
def keeper(qapp: QApplication) -> Iterator[ThemeKeeper]:
    """The keeper of the dark theme at 100 % text; its look is taken off again after the test."""
    made = dressed(qapp)
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
