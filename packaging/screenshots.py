"""Draw the pictures of the manual, every page in every state and every theme, and write its tables of keys anew.

The same program draws the same bytes each time, so a picture that changes shows a change of the page.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from mavis.system.files import write_whole
from mavis.ui.keys.manual_keys import with_keys
from mavis.ui.look.tokens import TABLES, ThemeName
from mavis.ui.presenters.help.manual import CHAPTERS
from mavis.ui.show.scenes import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mavis.ui.show.scenes import Scene

_MANUAL = Path(__file__).parent.parent / "docs" / "manual"
_PICTURES = _MANUAL / "pictures"
_COLOURS = 64
"""Flat pages have few colours; letters keep their soft edges, and a picture takes a quarter of the room."""
_SMALLEST = 100


def main() -> int:
    """Draw all pictures and take away those that no scene has any more; returns the exit status."""
    with tempfile.TemporaryDirectory(prefix="mavis-pictures-") as home:
        os.environ["HOME"] = home  # a page that says where files lie says it the same on every laptop
        drawn = {path for scene in walk(Path(home) / "night") for path in _draw(scene)}
    for old in set(_PICTURES.rglob("*.png")) - drawn:
        old.unlink()
    for chapter in CHAPTERS:
        path = _MANUAL / f"{chapter}.md"
        write_whole(path, with_keys(path.read_text(encoding="utf-8")).encode())
    size = sum(path.stat().st_size for path in drawn)
    sys.stdout.write(f"{len(drawn)} pictures, {size / 1e6:.1f} MB: {_PICTURES}\n")
    return 0


def _draw(scene: Scene) -> Iterator[Path]:
    for theme in ThemeName:
        scene.look(theme)
        path = _PICTURES / theme.value / f"{scene.name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, png(scene.window.grab().toImage(), theme))
        yield path


def png(image: QImage, theme: ThemeName) -> bytes:
    """A picture as a small PNG file: the colours of its theme, however rare, and the most frequent of the others."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    ours = {QColor(colour).rgb() for colour in TABLES[theme] if isinstance(colour, str)}
    frequent = [colour for colour, _ in counted.most_common(_COLOURS + len(ours)) if colour not in ours]
    few = plain.convertToFormat(QImage.Format.Format_Indexed8, [*sorted(ours), *frequent[:_COLOURS]])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(_SMALLEST)
    writer.write(few)
    return bytes(buffer.data().data())


if __name__ == "__main__":
    sys.exit(main())
