"""The pages of the manual as HTML in the colours of the theme: a small, plain part of Markdown and nothing else.

Headings, paragraphs, lists, tables, pictures on a line of their own, **bold**, `keys` and [links](board.md#find).
Whatever is written otherwise is shown as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"(#{1,3}) (.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_ITEM = re.compile(r"(?:-|(\d+)\.) (.+)", re.DOTALL)
_RULE = re.compile(r"[\s|:-]+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INLINE = (
    (re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)"), r'<a href="\2">\1</a>'),
    (re.compile(r"\*\*([^*]+)\*\*"), r"<b>\1</b>"),
    (re.compile(r"`([^`]+)`"), r'<span class="key">&nbsp;\1&nbsp;</span>'),
)


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours (``#rrggbb``), the families of plain and of bold words, and how many pixels a length of 1 takes."""

    text: str
    muted: str
    accent: str
    raised: str
    line: str
    plain: str
    bold: str
    scale: float = 1.0


def to_html(text: str, ink: Ink) -> str:
    """A whole page."""
    body = "".join(_block(block) for block in _blocks(text))
    return f"<html><head><style>{_style(ink)}</style></head><body>{body}</body></html>"


def headings(text: str) -> list[tuple[str, str]]:
    """Each heading of a page with its anchor."""
    found = (_HEADING.fullmatch(block) for block in _blocks(text))
    return [(heading[2], anchor(heading[2])) for heading in found if heading is not None]


def anchor(heading: str) -> str:
    """The name by which a link finds a heading: ``Count with one key`` is ``count-with-one-key``."""
    return re.sub(r"[^\w-]", "", heading.lower().replace(" ", "-"))


def links(text: str) -> list[str]:
    """Where the links of a page lead."""
    return [target for _, target in re.findall(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)", text)]


def pictures(text: str) -> list[str]:
    """The picture files that a page names."""
    return [target for _, target in _PICTURE.findall(text)]


def plain_text(text: str) -> str:
    """The words of a page alone, for searching."""
    bare = _PICTURE.sub(r"\1", _COMMENT.sub("", text))
    return re.sub(r"[#*`|]|\[([^\]]+)\]\([^)]+\)", r"\1", bare)


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, headings, and each item of a list by itself; a table stays whole."""
    for block in re.split(r"\n\s*\n", _COMMENT.sub("\n", text)):
        lines: list[str] = []
        for line in block.strip().splitlines():
            if lines and (_ITEM.match(line) or _HEADING.match(lines[-1])):
                yield "\n".join(lines)
                lines = []
            lines.append(line.strip())
        if lines:
            yield "\n".join(lines)


def _block(block: str) -> str:
    heading, picture, item = _HEADING.fullmatch(block), _PICTURE.fullmatch(block), _ITEM.fullmatch(block)
    if heading is not None:
        level = len(heading[1])
        return f'<h{level}><a name="{anchor(heading[2])}"></a>{_inline(heading[2])}</h{level}>'
    if picture is not None:
        words = escape(picture[1])
        return f'<p class="picture"><img src="{escape(picture[2])}" alt="{words}"><br>{words}</p>'
    if item is not None:
        return f'<p class="item">{item[1] + "." if item[1] else "•"}&nbsp; {_inline(item[2])}</p>'
    if block.startswith("|"):
        return _table(block.splitlines())
    return f"<p>{_inline(block)}</p>"


def _table(lines: list[str]) -> str:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not _RULE.fullmatch(line)]
    kinds = ["th"] + ["td"] * len(rows)
    html = "".join(_row(kind, row) for kind, row in zip(kinds, rows, strict=False))
    return f'<table cellspacing="0" cellpadding="6" width="100%">{html}</table>'


def _row(kind: str, cells: list[str]) -> str:
    return f"<tr>{''.join(f'<{kind}>{_inline(cell)}</{kind}>' for cell in cells)}</tr>"


def _inline(text: str) -> str:
    html = escape(text, quote=False).replace("\n", " ")
    for pattern, made in _INLINE:
        html = pattern.sub(made, html)
    return html


def _style(ink: Ink) -> str:
    def px(length: float) -> str:
        return f"{round(length * ink.scale)}px"

    bold = f"font-family: '{ink.bold}'; font-weight: 700"
    return (
        f"body {{ color: {ink.text}; font-family: '{ink.plain}'; font-size: {px(18)} }}"
        f"h1 {{ font-size: {px(32)}; {bold}; margin-bottom: {px(12)} }}"
        f"h2 {{ font-size: {px(24)}; {bold}; margin-top: {px(28)}; margin-bottom: {px(8)} }}"
        f"h3 {{ font-size: {px(20)}; {bold}; margin-top: {px(20)}; margin-bottom: {px(4)} }}"
        f"p {{ margin-top: 0px; margin-bottom: {px(12)}; line-height: 135% }}"
        f"p.item {{ margin-left: {px(12)}; margin-bottom: {px(6)} }}"
        f"p.picture {{ color: {ink.muted}; font-size: {px(16)}; line-height: 100% }}"
        f"b {{ {bold} }}"
        f"a {{ color: {ink.accent} }}"
        f"span.key {{ background-color: {ink.raised}; {bold} }}"
        f"table {{ border-collapse: collapse; margin-bottom: {px(16)} }}"
        f"td, th {{ border: 1px solid {ink.line} }}"
        f"th {{ color: {ink.muted}; text-align: left }}"
    )
