"""One scale of colours, type and distances: nothing in the windows is drawn in a colour or a font of its own."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from mavis.system.resources import resource
from mavis.ui.look.tokens import Size, Space
from tests.architecture.source import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.architecture.source import Source

_TOKENS, _MAKERS = "mavis/ui/look/tokens.py", ("mavis/ui/look/fonts.py", "mavis/ui/printing.py")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b")
_DISTANCES = {"setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing", "setContentsMargins"}
_TYPE = {"setPixelSize", "setPointSize", "setPointSizeF", "QFont", "typeface"}


def test_the_scales_are_those_of_the_design() -> None:
    """Six sizes of type and six distances."""
    assert [size.value for size in Size] == [14, 16, 20, 24, 32, 48]
    assert [space.value for space in Space] == [4, 8, 12, 16, 24, 32]


def test_every_colour_comes_from_the_tokens() -> None:
    """No other file of the windows names a colour, nor does the style sheet."""
    named = [
        f"{source.path}:{node.lineno} {node.value}"
        for source in _windows()
        if source.path != _TOKENS
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _COLOUR.fullmatch(node.value)
    ]
    sheet = resource("style", "mavis.qss").read_text(encoding="utf-8")

    assert named == []
    assert _COLOUR.findall(sheet) == []


def test_every_font_comes_from_the_scale() -> None:
    """Only the theme asks for a typeface, and only the fonts make one; paper has fonts of its own."""
    makers = {f"{source.path} {name}" for source in _windows() for name, _ in _calls(source, _TYPE)}

    assert {maker for maker in makers if not maker.startswith(_MAKERS)} == {"mavis/ui/look/theme.py typeface"}


def test_every_distance_comes_from_the_scale() -> None:
    """Layouts are given members of the scale, or nothing; one pixel is a line."""
    odd = [
        f"{source.path}:{call.lineno} {name}"
        for source in _windows()
        for name, call in _calls(source, _DISTANCES)
        for given in call.args
        for number in ast.walk(given)
        if isinstance(number, ast.Constant) and number.value not in {0, 1}
    ]

    assert odd == []


def _windows() -> tuple[Source, ...]:
    return tuple(source for source in sources("mavis") if source.path.startswith("mavis/ui/"))


def _calls(source: Source, names: set[str]) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                yield name, node
