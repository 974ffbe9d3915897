"""How cells look: alignment, rules and number formats, each format made once for a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mavis.exports.sheet_plan import Kind

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

INK = "#0B0C0C"
RULE = "#B0B4B8"

_NUMBERS = {
    Kind.COUNT: "#,##0",
    Kind.RATE: "0.0",
    Kind.FINE_RATE: "0.00",
    Kind.PERCENT: "0.0%",
    Kind.DAY: "ddd d mmm yyyy",
}
_LEFT = frozenset({Kind.TEXT, Kind.STRONG, Kind.WRAPPED, Kind.DAY})


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Make formats in this workbook."""
        self._book = book
        self._made: dict[tuple[Kind, bool, bool], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": INK, "valign": "vcenter"})
        self.note = book.add_format({"font_color": INK, "valign": "vcenter"})
        self._heads: dict[bool, Format] = {}

    def head(self, kind: Kind) -> Format:
        """A head, aligned like its column."""
        left = kind in _LEFT
        if left not in self._heads:
            look = {
                "bold": True,
                "text_wrap": True,
                "bottom": 2,
                "valign": "bottom",
                "align": "left" if left else "right",
            }
            self._heads[left] = self._book.add_format(look)
        return self._heads[left]

    def cell(self, kind: Kind, *, total: bool, first_total: bool) -> Format:
        """A cell of a column; text in a column of numbers stands to the right like them."""
        if (kind, total, first_total) not in self._made:
            look: dict[str, Any] = {"valign": "top", "bottom": 1, "bottom_color": RULE}
            look |= _aligned(left=kind in _LEFT)
            look |= {"num_format": _NUMBERS.get(kind, "@")}
            look |= {"bold": True} if total or kind is Kind.STRONG else {}
            look |= {"top": 1} if first_total else {}
            look |= {"text_wrap": True} if kind is Kind.WRAPPED else {}
            self._made[kind, total, first_total] = self._book.add_format(look)
        return self._made[kind, total, first_total]


def _aligned(*, left: bool) -> dict[str, Any]:
    """Text to the left; figures to the right, a little off the next column."""
    return {"align": "left"} if left else {"align": "right", "indent": 1}
