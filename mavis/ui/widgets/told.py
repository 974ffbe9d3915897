"""Questions with their answers under headings, to read and not to change: no word is cut short, arrow keys scroll."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTextBrowser

from mavis.ui.look.fonts import family
from mavis.ui.look.tokens import Size, Space, Weight
from mavis.ui.widgets.dressed import Bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from mavis.ui.look.theme import ThemeKeeper


@dataclass(frozen=True, slots=True)
class ToldGroup:
    """A heading, and below it what was asked and what was answered."""

    title: str
    rows: tuple[tuple[str, str], ...]


class ToldList(QTextBrowser):
    """Takes words as they are: nothing in them is read as HTML."""

    def __init__(self, keeper: ThemeKeeper, name: str, parent: QWidget | None = None) -> None:
        """Nothing yet; ``name`` is its title, for a screen reader."""
        super().__init__(parent)
        self._keeper = keeper
        self._groups: tuple[ToldGroup, ...] = ()
        self.setVerticalScrollBar(Bar(keeper))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.viewport().setAutoFillBackground(False)
        keeper.changed.connect(self._write)

    def show_groups(self, groups: Sequence[ToldGroup]) -> None:
        """Show these groups."""
        self._groups = tuple(groups)
        self._write()

    def _write(self) -> None:
        self.document().setDocumentMargin(self._keeper.px(Space.CONTROL))
        self.setHtml(f"<style>{self._style()}</style>{''.join(map(_html, self._groups))}")

    def _style(self) -> str:
        keeper, tokens = self._keeper, self._keeper.tokens
        body, heading = keeper.font(Size.BODY).pixelSize(), family(Weight.TITLE)
        gap, row = keeper.px(Space.CARD), keeper.px(Space.TINY)
        return (
            f"body {{ color: {tokens.text}; font-family: '{family(Weight.BODY)}'; font-size: {body}px; }}"
            f"h3 {{ font-family: '{heading}'; font-size: {body}px; margin-top: {gap}px; margin-bottom: {row}px; }}"
            f"p {{ margin-top: {row}px; margin-bottom: {row}px; }} .asked {{ color: {tokens.muted}; }}"
        )


def _html(group: ToldGroup) -> str:
    rows = (f'<p><span class="asked">{_safe(_led(asked))}</span> {_safe(told)}</p>' for asked, told in group.rows)
    return f"<h3>{_safe(group.title)}</h3>{''.join(rows)}"


def _led(asked: str) -> str:
    """What was asked, leading to the answer."""
    return asked if asked.endswith("?") else f"{asked}:"


def _safe(text: str) -> str:
    return escape(text).replace("\n", "<br>")
