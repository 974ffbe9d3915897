"""How much fits beside each other at the text size in use, so that nothing is cut and nothing scrolls sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper

LABEL_WIDTH = 112
"""The column of labels at the left of a visit, in pixels at 100 % text."""
_WIDE_LABEL, _WIDEST_LABEL = 184, 240


def is_large(keeper: ThemeKeeper) -> bool:
    """Whether the text is so large that things that stand beside each other must stand under each other."""
    return keeper.theme.is_large


def label_width(keeper: ThemeKeeper) -> int:
    """How wide the column of labels of the settings is, in real pixels; large text gives way to the answers."""
    return min(_WIDEST_LABEL, keeper.px(_WIDE_LABEL))


def columns_for(keeper: ThemeKeeper, room: int, most: int, least: int) -> int:
    """How many columns of at least ``least`` pixels (at 100 % text) fit into a room of so many real pixels."""
    return max(1, min(most, room // keeper.px(least)))


def keep_place(part: QWidget, *, kept: bool) -> None:
    """Have a part keep its place while it is hidden, or give it up again."""
    policy = part.sizePolicy()
    if policy.retainSizeWhenHidden() != kept:
        policy.setRetainSizeWhenHidden(kept)
        part.setSizePolicy(policy)


def stack(row: QBoxLayout, under: bool) -> None:
    """Have the parts of a row stand under each other, or beside each other."""
    row.setDirection(QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight)
