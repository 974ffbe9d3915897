"""Open Sans on paper: its four faces, the sizes of print, and how words are measured and broken into lines."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from mavis.system.resources import resource
from mavis.system.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SUBSTITUTE = "?"
_POINT = 25.4 / 72
"""Millimetres."""


class Face(StrEnum):
    """One face of Open Sans, by the name of its file."""

    REGULAR = "OpenSans-Regular"
    SEMIBOLD = "OpenSans-SemiBold"
    BOLD = "OpenSans-Bold"
    ITALIC = "OpenSans-Italic"

    __hash__ = str.__hash__


class Style(NamedTuple):
    """A face at a size in points; nothing is printed below 8.5."""

    face: Face
    size: float

    @property
    def leading(self) -> float:
        """Millimetres from one line to the next."""
        return self.size * 1.32 * _POINT

    @property
    def cap(self) -> float:
        """The height of a capital in millimetres."""
        return self.size * 0.714 * _POINT


TITLE = Style(Face.BOLD, 20)
SUBTITLE = Style(Face.SEMIBOLD, 11)
SECTION = Style(Face.BOLD, 11)
FIGURE = Style(Face.BOLD, 27)
FIGURE_WORDS = Style(Face.BOLD, 18)
LEAD = Style(Face.REGULAR, 10.5)
LEAD_BOLD = Style(Face.BOLD, 10.5)
TEXT = Style(Face.REGULAR, 9.5)
TEXT_BOLD = Style(Face.BOLD, 9.5)
TEXT_SEMIBOLD = Style(Face.SEMIBOLD, 9.5)
TABLE = Style(Face.REGULAR, 9)
TABLE_BOLD = Style(Face.BOLD, 9)
TABLE_ITALIC = Style(Face.ITALIC, 9)
SMALL = Style(Face.REGULAR, 8.5)
SMALL_BOLD = Style(Face.BOLD, 8.5)
HEAD = Style(Face.SEMIBOLD, 8.5)


@cache
def load_faces() -> None:
    """Make the four faces known to the PDF writer, once; they are embedded as the subsets a document uses."""
    for face in Face:
        pdfmetrics.registerFont(TTFont(face.value, str(resource("fonts", "open-sans", f"{face.value}.ttf"))))


@cache
def _glyphs() -> frozenset[int]:
    load_faces()
    return frozenset.intersection(*(frozenset(pdfmetrics.getFont(face).face.charToGlyph) for face in Face))


def printable(text: str) -> str:
    """The text with spaces for control characters and ``?`` for what Open Sans cannot draw."""
    if text.isascii() and text.isprintable():
        return text
    clean = (char if char.isprintable() else " " for char in text)
    return "".join(char if ord(char) in _glyphs() else _SUBSTITUTE for char in clean)


@cache
def _advance(face: Face, text: str) -> float:
    load_faces()
    return float(pdfmetrics.stringWidth(text, face.value, 1.0))


def width(text: str, style: Style) -> float:
    """How wide a text is printed, in millimetres; measured once while a print is drawn."""
    return _advance(style.face, text) * style.size * _POINT


def forget_widths() -> None:
    """Forget the texts that were measured and broken: nothing of a night stays in memory after its print."""
    _advance.cache_clear()
    _wrapped.cache_clear()


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style

    @property
    def width(self) -> float:
        """Millimetres."""
        return width(self.text, self.style)


Line = tuple[Run, ...]


def runs(key: str, style: Style, bold: Style, /, **facts: object) -> tuple[Run, ...]:
    """The wording of a key as runs: what stands between ``**`` is bold; the facts fill its blanks."""
    parts = words(key).split("**")
    return tuple(Run(part.format(**facts), bold if number % 2 else style) for number, part in enumerate(parts) if part)


def wrap(text: str, style: Style, room: float) -> list[str]:
    """The lines of a text within a width in millimetres; at least one, and no word is lost or cut short."""
    return list(_wrapped(text, style, room))


@cache
def _wrapped(text: str, style: Style, room: float) -> tuple[str, ...]:
    """A cell is asked for its lines when its row is measured, when it is drawn, and by the row above it."""
    one_line = " ".join(printable(text).split())
    if width(one_line, style) <= room:
        return (one_line,)
    return tuple("".join(run.text for run in line) for line in wrap_runs([Run(text, style)], room))


def wrap_runs(parts: Iterable[Run], room: float) -> list[Line]:
    """The lines of a text of several styles; a word that is wider than the room is broken."""
    lines: list[list[Run]] = []
    used = 0.0
    for word in _words(parts):
        for piece in _pieces(word, room):
            space = _space(lines, piece, used, room)
            if space is None:
                lines.append([piece])
                used = piece.width
            else:
                lines[-1].append(Run(space + piece.text, piece.style))
                used += width(space + piece.text, piece.style)
    return [_joined(line) for line in lines]


def _words(parts: Iterable[Run]) -> list[Run]:
    return [Run(word, part.style) for part in parts for word in printable(part.text).split()]


def _space(lines: Sequence[Sequence[Run]], piece: Run, used: float, room: float) -> str | None:
    """What goes before a word on the present line; None when it needs a new line."""
    if not lines:
        return None
    return " " if used + width(" " + piece.text, piece.style) <= room else None


def _pieces(word: Run, room: float) -> list[Run]:
    if word.width <= room:
        return [word]
    pieces = [""]
    for char in word.text:
        if pieces[-1] and width(pieces[-1] + char, word.style) > room:
            pieces.append("")
        pieces[-1] += char
    return [Run(piece, word.style) for piece in pieces]


def _joined(line: Sequence[Run]) -> Line:
    """The line with neighbours of one style put together, so that a word-spaced text is one string."""
    joined: list[Run] = []
    for run in line:
        if joined and joined[-1].style == run.style:
            joined[-1] = Run(joined[-1].text + run.text, run.style)
        else:
            joined.append(run)
    return tuple(joined)
