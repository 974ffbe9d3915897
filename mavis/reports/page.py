"""The frame of every print: its mark, a running head, the footer with what, when and from which data, page x of y."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mavis.reports.grid import ROOMY, Grid
from mavis.reports.lettering import SECTION, SMALL, SMALL_BOLD, TEXT_SEMIBOLD, Face, Style, width, wrap
from mavis.reports.sheet import HEAD_RULE, LEFT, RIGHT, ROW_RULE, SECTION_RULE, Sheet
from mavis.reports.tagging import Tag
from mavis.system.wording import words

_MARK_LEFT, _MARK_TOP, _MARK_HEIGHT = 153.0, 11.5, 7.2
_FOOT_RULE, _FOOT_LINES = 283.0, (287.2, 291.2)
_FOOT_ROOM = 148.0
_ACROSS = Style(Face.BOLD, 44)
_NEXT_PAGE_TOP = 20.9
_UNDER_HEADING = 1.6


class Mark(StrEnum):
    """How far a print may travel; the values are the stems of its words."""

    RESTRICTED = "restricted"
    CONFIDENTIAL = "confidential"
    COUNTS_ONLY = "counts_only"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands on every page around the content.

    ``foot`` holds the ways to write the two lines of the footer, the fullest first; the first that fits is printed.
    In ``training`` every page says, across all of it and at its foot, that the people on it are made up.
    """

    title: str
    running_head: str
    mark: Mark
    foot: tuple[tuple[str, ...], tuple[str, ...]]
    made_at: datetime
    training: bool = False

    @property
    def full_title(self) -> str:
        """The title of the file; in training it says so first."""
        return words("training.paper_title", title=self.title) if self.training else self.title


class FramedSheet(Sheet):
    """A sheet that frames each of its pages."""

    def __init__(self, frame: Frame) -> None:
        """Start the first page, with its mark."""
        super().__init__(frame.full_title, frame.made_at)
        self._frame = frame
        self._feet: list[int] = []
        self._draw_mark()

    def turn(self) -> None:
        """Leave room for the footer of this page and open the next one with its running head."""
        self._feet.append(len(self._canvas))
        super().turn()
        self._draw_mark()
        with self.artifact():
            room = _MARK_LEFT - LEFT - 4.0
            lines = wrap(self._frame.running_head, TEXT_SEMIBOLD, room)
            for number, line in enumerate(lines):
                self.text(LEFT, 16.2 + (number - (len(lines) - 1) / 2) * 4.4, line, TEXT_SEMIBOLD)
            self.rule(LEFT, RIGHT, _NEXT_PAGE_TOP, SECTION_RULE)
        self.y = _NEXT_PAGE_TOP

    def finish(self) -> bytes:
        """Put a footer on each page, now that it is known how many there are, and give the file."""
        self._feet.append(len(self._canvas))
        for page in range(self.page, 0, -1):
            with self._canvas.before(self._feet[page - 1]):
                self._draw_foot(page)
        return super().finish()

    def _draw_mark(self) -> None:
        if self._frame.training:
            self.watermark(words("training.paper"), _ACROSS)
        mark = self._frame.mark
        wide, middle = RIGHT - _MARK_LEFT, (_MARK_LEFT + RIGHT) / 2
        outlined = mark is Mark.COUNTS_ONLY
        if outlined:
            self.box(_MARK_LEFT, _MARK_TOP, wide, _MARK_HEIGHT, line=HEAD_RULE)
        else:
            self.box(_MARK_LEFT, _MARK_TOP, wide, _MARK_HEIGHT, fill=0)
        with self.tagged(Tag.PARAGRAPH) if self.page == 1 else self.artifact():
            baseline = _MARK_TOP + (_MARK_HEIGHT + SECTION.cap) / 2 + 0.1
            self.text_centred(middle, baseline, words(f"print.mark.{mark}.head"), SECTION, ink=0 if outlined else 1)

    def draw_mark_meaning(self) -> None:
        """Say under the mark of the first page what it means."""
        text = words(f"print.mark.{self._frame.mark}.meaning")
        with self.tagged(Tag.PARAGRAPH):
            for number, line in enumerate(wrap(text, SMALL, 45.0)):
                self.text_right(RIGHT, 22.2 + number * 3.9, line, SMALL)

    def _draw_foot(self, page: int) -> None:
        frame = self._frame
        with self.artifact():
            self.rule(LEFT, RIGHT, _FOOT_RULE, ROW_RULE * 2)
            for baseline, ways in zip(_FOOT_LINES, frame.foot, strict=True):
                self.text(LEFT, baseline, _first_that_fits(ways, SMALL), SMALL)
            self.text_right(RIGHT, _FOOT_LINES[0], words("print.page", page=page, pages=self.page), SMALL_BOLD)
            if frame.training:
                self.text_right(RIGHT, _FOOT_LINES[1], words("training.paper"), SMALL_BOLD)
            else:
                self.text_right(RIGHT, _FOOT_LINES[1], words(f"print.mark.{frame.mark}.word"), SMALL)


def _first_that_fits(ways: tuple[str, ...], style: Style) -> str:
    """The fullest way to write a line that fits; the shortest one is cut with an ellipsis when it must be."""
    found = next((way for way in ways if width(way, style) <= _FOOT_ROOM), None)
    return found if found is not None else wrap(ways[-1], style, _FOOT_ROOM - 3.0)[0] + "…"


def begin_section(
    sheet: Sheet, heading: str, grid: Grid = ROOMY, *, x0: float = LEFT, x1: float = RIGHT, ruled: bool = True
) -> None:
    """Draw the rule and the heading of a section at ``sheet.y`` and move ``y`` to where its content begins."""
    if ruled:
        sheet.rule(x0, x1, sheet.y, SECTION_RULE)
    with sheet.tagged(Tag.HEADING):
        for number, line in enumerate(wrap(heading, SECTION, x1 - x0)):
            if number:
                sheet.y += SECTION.leading
            sheet.text(x0, sheet.y + grid.heading - _UNDER_HEADING, line, SECTION)
    sheet.y += grid.heading


def keep(sheet: Sheet, height: float, gap: float) -> None:
    """Leave a gap, or turn the page when less than ``height`` mm would be left after it."""
    if sheet.room() < gap + height:
        sheet.turn()
    else:
        sheet.y += gap
