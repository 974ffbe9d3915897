"""The small style sheet of Qt's own fields, menus and scroll bars; all else is painted by ``mavis/ui/widgets``.

The application wears none: a change of it would have Qt dress every widget anew, 0.3 ms for each.
"""

from __future__ import annotations

import re
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from mavis.system.resources import resource
from mavis.ui.look.tokens import TARGET, Radius, Size, Space

if TYPE_CHECKING:
    from mavis.ui.look.theme import Theme

_LENGTHS = {
    "bar": Space.CONTROL,
    "row": TARGET,
    "thumb": 48,
    "inset": Space.CARD,
    "gap": Space.CONTROL,
    "radius": Radius.CONTROL,
    "tag": Radius.TAG,
    "body": Size.BODY,
    "label": Size.LABEL,
}


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+){([^{}]*)}")


@cache
def style_sheet(theme: Theme, *classes: str) -> str:
    """The rules for these classes of Qt, or all rules, filled with the colours and lengths of the theme.

    Qt reads and keeps a sheet once for each widget that wears it, and the whole takes 70 kB: a widget is to name the
    classes that it is made of, with those of its tip and of the menu under its right button.
    """
    if classes:
        wanted = ((_rules_of(classes, who), what) for who, what in _RULE.findall(style_sheet(theme)))
        return "\n".join(f"{who} {{{what}}}" for who, what in wanted if who)
    lengths = {name: f"{theme.px(length)}px" for name, length in _LENGTHS.items()}
    for name, border in (("target", 1), ("marked", 2)):
        lengths[name] = f"{theme.px(TARGET) - 2 * border}px"  # the height that Qt adds the border to
    text = resource("style", "mavis.qss").read_text(encoding="utf-8")
    return Template(_COMMENT.sub("", text)).substitute(theme.tokens._asdict() | lengths)


def _rules_of(classes: tuple[str, ...], who: str) -> str:
    """Those parts of ``QLineEdit, QComboBox:disabled`` that begin with one of the classes."""
    return ", ".join(part for part in map(str.strip, who.split(",")) if re.split(r"\W", part)[0] in classes)
