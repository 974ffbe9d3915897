"""The four headline figures: visits, A&E attendances and ambulances avoided, and who was sent on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mavis.domain.counting.facts import came_again
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.rounding import one_decimal
from mavis.domain.summing_up.usual import NIGHTS_NEEDED
from mavis.reports.lettering import FIGURE, FIGURE_WORDS, TABLE, TEXT_SEMIBOLD, Style, wrap
from mavis.reports.phrases import counted, range_of, weekday
from mavis.reports.sheet import GUTTER, HEAD_RULE, LEFT, TEXT_WIDTH
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.counting.diversion import BasisSplit
    from mavis.domain.counting.summary import ShiftSummary
    from mavis.reports.grid import Grid
    from mavis.reports.sheet import Sheet

_WIDTH = (TEXT_WIDTH - 3 * GUTTER) / 4
_LINE = 4.1
FIGURE_LINE, FIRST_LINE = (15.9, 14.9), (5.0, 4.6)
"""From the rule to the figure, and from the figure to the line under it: on a roomy page, on a dense one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One headline figure: its name, what it came to, and the lines that say what to think of it."""

    name: str
    figure: str
    says: tuple[str, ...]

    @property
    def style(self) -> Style:
        """Large for a number; words that stand in its place are smaller, to fit."""
        return FIGURE if self.figure[:1].isdigit() else FIGURE_WORDS

    def lines(self) -> list[str]:
        """What stands under the figure, line by line."""
        return [line for said in self.says for line in wrap(said, TABLE, _WIDTH)]


def figures(summary: ShiftSummary) -> tuple[Figure, ...]:
    """The four figures in the order of print."""
    count = summary.diversion
    sent = (
        words("print.figure.by_ambulance", n=count.conveyed),
        words("print.figure.by_own", n=count.own_transport),
    )
    return (
        Figure(words("print.figure.visits"), str(len(summary.visits)), (*_rates(summary), *_people(summary))),
        _avoided("ed", summary, count.ed),
        _avoided("ambulance", summary, count.ambulance),
        Figure(words("print.figure.sent"), str(count.sent_to_ed), sent),
    )


def draw_figures(sheet: Sheet, summary: ShiftSummary, grid: Grid) -> None:
    """Draw the four figures beside each other and move ``y`` under the longest."""
    top, deepest = sheet.y, 0
    figure_line = top + grid.between(*FIGURE_LINE)
    first_line = figure_line + grid.between(*FIRST_LINE)
    for number, figure in enumerate(figures(summary)):
        x = LEFT + number * (_WIDTH + GUTTER)
        sheet.rule(x, x + _WIDTH, top, HEAD_RULE)
        with sheet.tagged(Tag.HEADING):
            sheet.text(x, top + 4.9, figure.name, TEXT_SEMIBOLD)
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.text(x, figure_line, figure.figure, figure.style)
        with sheet.tagged(Tag.PARAGRAPH):
            for line, text in enumerate(figure.lines()):
                sheet.text(x, first_line + line * _LINE, text, TABLE)
        deepest = max(deepest, len(figure.lines()))
    sheet.y = first_line + (deepest - 1) * _LINE


def _rates(summary: ShiftSummary) -> tuple[str, ...]:
    usual, day = summary.usual, summary.shift.date
    if usual.rate is None:
        return (words("print.usual.no_rate"),)
    rate = words("print.figure.rate", rate=one_decimal(usual.rate))
    if usual.nights < NIGHTS_NEEDED or usual.median is None:
        return (rate, words("print.figure.usual_unknown"))
    return (rate, words("print.figure.usual", weekday=weekday(day), rate=one_decimal(usual.median)))


def _people(summary: ShiftSummary) -> tuple[str, ...]:
    """How many people the visits were at most, where somebody is known to have come twice; nameless ones may have."""
    again = len(came_again(summary.visits))
    return (words("print.figure.people", people=counted("people", len(summary.visits) - again)),) if again else ()


def is_known(summary: ShiftSummary) -> bool:
    """Whether it is known of any visit what would have happened; if of none, there is no figure, not even 0."""
    return summary.diversion.not_known < summary.diversion.visits


def _avoided(kind: str, summary: ShiftSummary, split: BasisSplit) -> Figure:
    count = summary.diversion
    name = words(f"print.figure.{kind}")
    known, visits = count.visits - count.not_known, counted("visits", count.visits)
    if not is_known(summary):
        how = words("print.figure.known" if count.asked else "print.figure.asked", n=known, visits=visits)
        return Figure(name, words("print.not_known"), (how, words("print.figure.not_zero")))
    if split.highest == 0:
        nobody = words("print.figure.all_left_out" if _claimed(kind, summary) else f"print.figure.{kind}_nobody")
        return Figure(name, range_of(split), (nobody, words("print.figure.answered", n=known, visits=visits)))
    return Figure(name, range_of(split), _ed_basis(split) if kind == "ed" else _ambulance_basis(split))


def _claimed(kind: str, summary: ShiftSummary) -> bool:
    """Whether any visit would have led to this, though none is counted."""
    wanted = {WouldHave.AMBULANCE_999} if kind == "ambulance" else {WouldHave.AMBULANCE_999, WouldHave.ED_OWN_MEANS}
    return any(visit.would_have in wanted for visit in summary.visits)


def _ed_basis(split: BasisSplit) -> tuple[str, str]:
    if not split.lowest:
        return words("print.figure.all_volunteer"), words("print.figure.no_clinician")
    volunteer = words("print.figure.volunteer", n=split.volunteer_judged)
    return _firm(split), volunteer if split.volunteer_judged else words("print.figure.no_volunteer")


def _ambulance_basis(split: BasisSplit) -> tuple[str, str]:
    stood_down = words("print.figure.of_which_stood_down", n=split.stood_down)
    if not split.lowest:
        return words("print.figure.all_volunteer"), stood_down
    others = [words("print.figure.volunteer_judged", n=split.volunteer_judged)] if split.volunteer_judged else []
    return ", ".join([_firm(split), *others]), stood_down


def _firm(split: BasisSplit) -> str:
    parts = {
        Basis.CLINICIAN_JUDGED: split.clinician_judged,
        Basis.PROTOCOL_MET: split.protocol_met,
        Basis.STOOD_DOWN: split.stood_down,
    }
    return ", ".join(words(f"print.figure.{basis}", n=n) for basis, n in parts.items() if n)
