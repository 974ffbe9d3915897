"""The handover sheet for an ambulance crew or A&E: one A4 page in pure black, to be read by torch light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.scores.news2 import Parameter
from mavis.reports.handover_signs import draw_signs, signs_height
from mavis.reports.handover_top import draw_top
from mavis.reports.handover_words import known, passages
from mavis.reports.lettering import SMALL, Face, Run, Style, runs, wrap, wrap_runs
from mavis.reports.page import Frame, FramedSheet, Mark
from mavis.reports.phrases import moment
from mavis.reports.sheet import HEAD_RULE, LEFT, RIGHT, SECTION_RULE
from mavis.reports.tagging import Tag
from mavis.system.wording import words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover
    from mavis.reports.handover_words import Passage
    from mavis.reports.lettering import Line
    from mavis.reports.sheet import Sheet

_TEXT = Style(Face.REGULAR, 11.5)
_BOLD = Style(Face.BOLD, 11.5)
_NAME = Style(Face.SEMIBOLD, 10)
_LETTER = Style(Face.BOLD, 22)
_LETTER_WIDE, _INDENT = 11.0, 14.0
_LINE = _TEXT.leading
_SIGN_OFF = 15.5
_BESIDE = RIGHT - LEFT - 36.0
"""What stands beside a name in the left margin may be so wide."""


def draw(handover: Handover) -> bytes:
    """The sheet as a tagged PDF; the same handover gives the same bytes.

    What a long story takes too much room for goes on overleaf, in full, so that the signs stay on the first page.
    """
    sheet = FramedSheet(_frame(handover))
    draw_top(sheet, handover)
    told, below = passages(handover), known(handover)
    after = sum(map(_line_height, below)) + _SIGN_OFF
    room_below = {"injuries": _signs_height(handover) + _letter_height(2) + after, "treatment": after}
    left_over: list[tuple[str, Passage, list[Line]]] = []
    for name, passage in told.items():
        if name == "treatment":
            _draw_signs(sheet, handover)
        lines = _lines(passage, RIGHT - LEFT - _INDENT)
        rest = _draw_letter(sheet, name, passage.name, lines, room_below.get(name, 0.0))
        left_over += [(name, passage, rest)] if rest else []
    for passage in below:
        _draw_line(sheet, passage)
    _draw_sign_off(sheet, handover)
    if left_over and sheet.page == 1:
        sheet.turn()
    for name, passage, rest in left_over:
        _draw_rest(sheet, name, words("handover.overleaf", heading=passage.name), rest)
    return sheet.finish()


def _draw_rest(sheet: Sheet, name: str, heading: str, lines: list[Line]) -> None:
    """What was left of a letter, on as many pages as it takes."""
    while lines:
        if sheet.room() < _letter_height(2):
            sheet.turn()
        lines = _draw_letter(sheet, name, heading, lines, 0.0)


def _lines(passage: Passage, room: float) -> list[Line]:
    return wrap_runs([run for said in passage.said for run in runs(said.key, _TEXT, _BOLD, **said.facts)], room)


def _frame(handover: Handover) -> Frame:
    stamp, visit = handover.stamp, handover.visit
    time = moment(stamp.made_at)
    state = words("handover.foot.open" if visit.is_open else "handover.foot.closed")
    what = words("handover.foot.what", code=visit.code, time=time, state=state, inputs=_inputs(handover))
    return Frame(
        title=words("handover.file", title=words("handover.title"), code=visit.code),
        running_head=words("handover.running", title=words("handover.title"), code=visit.code),
        mark=Mark.CONFIDENTIAL,
        foot=(
            (what, words("handover.foot.what_short", code=visit.code, time=time)),
            (
                words("handover.foot.advice", version=stamp.app_version),
                words("handover.foot.advice_short", version=stamp.app_version),
            ),
        ),
        made_at=stamp.made_at,
        training=stamp.training,
    )


def _inputs(handover: Handover) -> str:
    stands = handover.standing
    known_inputs = 0 if stands is None else len(Parameter) - len(stands.score.missing)
    if known_inputs == len(Parameter):
        return words("handover.foot.all_inputs")
    return words("handover.foot.some_inputs", known=known_inputs) if known_inputs else words("handover.foot.no_inputs")


def _draw_letter(sheet: Sheet, name: str, heading: str, lines: list[Line], below: float) -> list[Line]:
    """One letter of ATMIST with as many lines as leave so many mm below it; answers with the lines that are left."""
    fit = max(1, int((sheet.room() - below - _letter_height(0)) / _LINE))
    if len(lines) > fit:
        fit = max(1, fit - 1)
        lines = [*lines[:fit], (Run(words("handover.goes_on"), _BOLD),), *lines[fit:]]
        fit += 1
    _draw_part(sheet, words(f"handover.letter.{name}"), heading, lines[:fit])
    return lines[fit:]


def _letter_height(lines: int) -> float:
    return 6.4 + lines * _LINE + 1.4


def _draw_part(sheet: Sheet, letter: str, name: str, lines: list[Line]) -> None:
    height = max(_letter_height(len(lines)), 11.6)
    sheet.box(LEFT, sheet.y + 0.8, _LETTER_WIDE, height - 1.6, fill=0)
    with sheet.tagged(Tag.HEADING):
        sheet.text_centred(LEFT + _LETTER_WIDE / 2, sheet.y + height / 2 + 2.8, letter, _LETTER, ink=1)
        sheet.text(LEFT + _INDENT, sheet.y + 4.6, name, _NAME)
    with sheet.tagged(Tag.PARAGRAPH):
        for number, line in enumerate(lines):
            sheet.line(LEFT + _INDENT, sheet.y + 5.0 + (number + 1) * _LINE, line)
    sheet.y += height
    sheet.rule(LEFT, RIGHT, sheet.y, HEAD_RULE)


def _signs_height(handover: Handover) -> float:
    return 7.0 + (signs_height(handover) if handover.sets else _LINE) + 2.5


def _draw_signs(sheet: FramedSheet, handover: Handover) -> None:
    height = _signs_height(handover)
    if height > sheet.room():
        sheet.turn()
    top = sheet.y
    sheet.box(LEFT, top + 0.8, _LETTER_WIDE, height - 1.6, fill=0)
    with sheet.tagged(Tag.HEADING):
        sheet.text_centred(LEFT + _LETTER_WIDE / 2, top + 9.6, words("handover.letter.signs"), _LETTER, ink=1)
        sheet.text(LEFT + _INDENT, top + 4.6, _signs_heading(handover), _NAME)
    sheet.y = top + 6.6
    if handover.sets:
        draw_signs(sheet, handover, LEFT + _INDENT)
    else:
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.text(LEFT + _INDENT, sheet.y + 4.0, words("handover.band.no_set"), _TEXT)
    sheet.y = top + height
    sheet.rule(LEFT, RIGHT, sheet.y, HEAD_RULE)


def _signs_heading(handover: Handover) -> str:
    if handover.not_valid is not None:
        return words("handover.heading.signs_not_valid")
    if handover.sets_taken > len(handover.sets):
        return words("handover.heading.signs_some", taken=handover.sets_taken, shown=len(handover.sets))
    return words("handover.heading.signs")


def _draw_line(sheet: FramedSheet, passage: Passage) -> None:
    """A name on the left and its sentences beside it."""
    lines = _lines(passage, _BESIDE)
    if _line_height(passage) > sheet.room():
        sheet.turn()
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, sheet.y + 5.0, passage.name, _NAME)
        for number, line in enumerate(lines):
            sheet.line(RIGHT - _BESIDE, sheet.y + 5.0 + number * _LINE, line)
    sheet.y += _line_height(passage)


def _line_height(passage: Passage) -> float:
    return len(_lines(passage, _BESIDE)) * _LINE + 1.4


def _draw_sign_off(sheet: FramedSheet, handover: Handover) -> None:
    if sheet.room() < _SIGN_OFF:
        sheet.turn()
    sheet.y += 1.2
    sheet.rule(LEFT, RIGHT, sheet.y, SECTION_RULE)
    fields = (
        (LEFT, 56.0, "handover.sign_off.by"),
        (LEFT + 60.0, 70.0, "handover.sign_off.received"),
        (LEFT + 134.0, 15.0, "handover.sign_off.time"),
        (LEFT + 152.0, 25.0, "handover.sign_off.signature"),
    )
    for x, wide, key in fields:
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.text(x, sheet.y + 4.4, words(key), SMALL)
        sheet.rule(x, x + wide, sheet.y + 13.4, HEAD_RULE)
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, sheet.y + 12.2, wrap(handover.stamp.made_by, _TEXT, 56.0)[0], _TEXT)
    sheet.y += _SIGN_OFF - 2.0
