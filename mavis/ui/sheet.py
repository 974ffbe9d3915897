"""The small style sheet of Qt's own fields, menus and scroll bars; all else is painted by ``mavis/ui/widgets``.

The application wears none: a change of it would have Qt dress every widget anew, 0.3 ms for each.
"""

from __future__ import annotations

from functools import cache
from string import Template
from typing import TYPE_CHECKING

from mavis.system.resources import resource
from mavis.ui.tokens import TARGET, Radius, Size, Space

if TYPE_CHECKING:
    from mavis.ui.theme import Theme

_LENGTHS = {
    "bar": Space.CONTROL,
    "thumb": 48,
    "inset": Space.CARD,
    "gap": Space.CONTROL,
    "radius": Radius.CONTROL,
    "tag": Radius.TAG,
    "body": Size.BODY,
    "label": Size.LABEL,
}


@cache
def style_sheet(theme: Theme) -> str:
    """The sheet, filled with the colours and lengths of the theme."""
    lengths = {name: f"{theme.px(length)}px" for name, length in _LENGTHS.items()}
    for name, border in (("target", 1), ("marked", 2)):
        lengths[name] = f"{theme.px(TARGET) - 2 * border}px"  # the height that Qt adds the border to
    text = resource("style", "mavis.qss").read_text(encoding="utf-8")
    return Template(text).substitute(theme.tokens._asdict() | lengths)
