"""The shipped fonts are found, and a damaged one is said at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontInfo

from mavis.ui.look import fonts
from mavis.ui.look.tokens import Weight

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("weight", Weight)
def test_the_typeface_is_ours(qapp: QApplication, weight: Weight) -> None:
    """No weight falls back to a font of the machine."""
    fonts.register_fonts()

    assert QFontInfo(fonts.typeface(16, weight)).family().startswith("Atkinson Hyperlegible Next")


def test_qt_is_told_of_them_once(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window that is opened after another one, as for training, reads no font again."""
    fonts.register_fonts()
    monkeypatch.delattr(fonts, "QFontDatabase")

    fonts.register_fonts()


def test_a_damaged_font_is_not_passed_over(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Boxes instead of letters would be found by a volunteer at night; the start fails instead."""
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(fonts, "resource", lambda *_parts: tmp_path)

    fonts.register_fonts.cache_clear()
    with pytest.raises(FileNotFoundError, match="broken"):
        fonts.register_fonts()
