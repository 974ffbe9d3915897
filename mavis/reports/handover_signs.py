"""The signs of a handover as a grid: three sets of observations at most, oldest first, and a column for the crew."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mavis.domain.record.observation import BreathedGas
from mavis.domain.scores.gcs import NOT_TESTABLE
from mavis.domain.scores.news2 import SCALE_2, WORST, Parameter
from mavis.reports.lettering import Face, Style, width
from mavis.reports.phrases import clock
from mavis.reports.sheet import HEAD_RULE, RIGHT, ROW_RULE, SECTION_RULE
from mavis.reports.tagging import Tag
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover, ScoredSet
    from mavis.domain.record.observation import ObservationSet
    from mavis.reports.sheet import Sheet

_TEXT = Style(Face.REGULAR, 11.5)
_BOLD = Style(Face.BOLD, 11.5)
_READING = Style(Face.BOLD, 14)
_POINTS = Style(Face.REGULAR, 9.5)
_POINTS_BOLD = Style(Face.BOLD, 9.5)
_TOTAL = Style(Face.BOLD, 15)
_NAMES, _WIDE, _ROW, _TOTAL_ROW = 48.5, 29.2, 6.4, 8.6
_OUTLINED, _HIGH = 2, 7
_WIDEST = 5
"""So many letters fit before the middle of a column; ``130/80`` is written smaller."""


class _Reading(NamedTuple):
    """What a cell holds: the value, its points (None where there are none to show), or small words beside it."""

    text: str
    points: int | None = None
    beside: str = ""


def signs_height(handover: Handover) -> float:
    """Millimetres that the grid takes."""
    return _ROW * (len(Parameter) + 2) + (0.0 if handover.not_valid else _TOTAL_ROW)


def draw_signs(sheet: Sheet, handover: Handover, x: float) -> None:
    """Draw the grid from ``sheet.y`` down, and move ``y`` below it."""
    top = sheet.y
    with sheet.tagged(Tag.TABLE):
        _draw_head(sheet, handover, x)
        for parameter in Parameter:
            cells = [_reading(one, parameter, points=handover.not_valid is None) for one in handover.sets]
            _draw_row(sheet, x, _name(handover, parameter), cells)
        if handover.not_valid is None:
            _draw_totals(sheet, handover, x)
        _draw_row(sheet, x, words("handover.sign.gcs"), [_coma(one.taken) for one in handover.sets], HEAD_RULE)
    for number in range(len(handover.sets) + 1):
        place = x + _NAMES + number * _WIDE
        sheet.upright(place, top, sheet.y, ROW_RULE * 2)


def _draw_head(sheet: Sheet, handover: Handover, x: float) -> None:
    baseline = sheet.y + 4.7
    with sheet.tagged(Tag.ROW):
        with sheet.tagged(Tag.HEADER_CELL, scope="Column"):
            sheet.text(x, baseline, words("handover.sign.time"), _BOLD)
        for number, one in enumerate(handover.sets):
            with sheet.tagged(Tag.HEADER_CELL, scope="Column"):
                sheet.text_right(_middle(x, number), baseline, clock(one.taken.at), _BOLD)
        with sheet.tagged(Tag.HEADER_CELL, scope="Column"):
            left = x + _NAMES + len(handover.sets) * _WIDE
            sheet.text_centred((left + RIGHT) / 2, baseline, words("handover.sign.crew"), _TEXT)
    sheet.y += _ROW
    sheet.rule(x, RIGHT, sheet.y, SECTION_RULE)


def _draw_row(sheet: Sheet, x: float, name: str, cells: list[_Reading], rule: float = ROW_RULE * 2) -> None:
    baseline = sheet.y + 4.8
    with sheet.tagged(Tag.ROW):
        with sheet.tagged(Tag.HEADER_CELL, scope="Row"):
            sheet.text(x, baseline, name, _TEXT)
        for number, cell in enumerate(cells):
            with sheet.tagged(Tag.CELL):
                _draw_reading(sheet, _middle(x, number), baseline, cell)
    sheet.y += _ROW
    sheet.rule(x, RIGHT, sheet.y, rule)


def _draw_reading(sheet: Sheet, middle: float, baseline: float, cell: _Reading) -> None:
    """The value ends in the middle of its column, its points stand behind it; words alone are small and centred."""
    if cell.beside:
        sheet.text_right(middle, baseline, cell.text, _READING)
        sheet.text(middle + 1.6, baseline, cell.beside, _POINTS)
        return
    if cell.points is None:
        small = _POINTS if len(cell.text) > _WIDEST else _READING
        sheet.text_right(middle + (10.5 if small is _POINTS else 0.0), baseline, cell.text, small)
        return
    sheet.text_right(middle, baseline, cell.text, _READING if len(cell.text) <= _WIDEST else _BOLD)
    _draw_points(sheet, middle + 2.2, baseline, cell.points)


def _draw_points(sheet: Sheet, x: float, baseline: float, points: int) -> None:
    """0 plain, 1 bold, 2 outlined, 3 white on black: the more ink, the worse."""
    text, worst = str(points), points == WORST
    if points >= _OUTLINED:
        sheet.box(x - 0.4, baseline - 4.0, 5.2, 5.0, fill=0 if worst else None, line=HEAD_RULE)
        sheet.text_centred(x + 2.2, baseline - 0.2, text, _POINTS_BOLD, ink=1.0 if worst else 0.0)
        return
    sheet.text_centred(x + 2.2, baseline - 0.2, text, _POINTS_BOLD if points else _POINTS)


def _draw_totals(sheet: Sheet, handover: Handover, x: float) -> None:
    baseline = sheet.y + 6.4
    with sheet.tagged(Tag.ROW):
        with sheet.tagged(Tag.HEADER_CELL, scope="Row"):
            sheet.text(x, baseline - 0.3, words("handover.sign.total"), _BOLD)
        for number, one in enumerate(handover.sets):
            with sheet.tagged(Tag.CELL):
                _draw_total(sheet, _middle(x, number), baseline, one)
    sheet.y += _TOTAL_ROW
    sheet.rule(x, RIGHT, sheet.y, ROW_RULE * 2)


def _draw_total(sheet: Sheet, middle: float, baseline: float, one: ScoredSet) -> None:
    text = total_text(one)
    high = one.score.at_least >= _HIGH if one.total is None else one.total >= _HIGH
    wide = max(9.5, width(text, _TOTAL) + 3.0)
    sheet.box(middle - wide + 1.0, baseline - 5.7, wide, 7.4, fill=0 if high else None, line=HEAD_RULE)
    sheet.text_centred(middle - wide / 2 + 1.0, baseline, text, _TOTAL, ink=1.0 if high else 0.0)
    if one.score.risk is not None and one.is_present_rule:
        sheet.text(middle + 1.8, baseline - 0.3, words(f"handover.risk_short.{one.score.risk}"), _POINTS)


def total_text(one: ScoredSet) -> str:
    """``9``; ``4+`` for a set that is incomplete and has at least so many points."""
    return words("handover.sign.at_least", points=one.score.at_least) if one.total is None else str(one.total)


def _middle(x: float, number: int) -> float:
    """Where the values of a column end, in mm."""
    return x + _NAMES + number * _WIDE + 14.2


def _name(handover: Handover, parameter: Parameter) -> str:
    if parameter is Parameter.SYSTOLIC and any(one.taken.diastolic is not None for one in handover.sets):
        return words("handover.sign.pressure")
    if parameter is not Parameter.SPO2:
        return words(f"handover.sign.{parameter}")
    scales = {one.taken.spo2_scale for one in handover.sets if one.taken.spo2_scale is not None}
    return words("handover.sign.spo2", scale=" / ".join(map(str, sorted(scales or {1}))))


def _reading(one: ScoredSet, parameter: Parameter, *, points: bool) -> _Reading:
    text = value_text(one.taken, parameter)
    shown = one.score.points.get(parameter) if points and one.is_present_rule else None
    return _Reading(text, shown)


def value_text(taken: ObservationSet, parameter: Parameter) -> str:
    """The reading as it is written: ``35.8``, ``V``, ``O2``; words where it was not taken."""
    if parameter is Parameter.OXYGEN:
        found = {BreathedGas.AIR: "handover.sign.air", BreathedGas.OXYGEN: "handover.sign.gas", None: ""}[taken.gas]
        return words(found) if found else words("handover.sign.not_taken")
    if parameter is Parameter.CONSCIOUSNESS:
        return taken.consciousness or words("handover.sign.not_taken")
    if parameter is Parameter.TEMPERATURE:
        tenths = taken.temperature_tenths
        return words("handover.sign.not_taken") if tenths is None else f"{tenths // 10}.{tenths % 10}"
    if parameter is Parameter.SYSTOLIC and taken.systolic is not None and taken.diastolic is not None:
        return f"{taken.systolic}/{taken.diastolic}"
    value = getattr(taken, parameter.value)
    return words("handover.sign.not_taken") if value is None else str(value)


def said_reading(parameter: Parameter, taken: ObservationSet) -> str:
    """One sign that was taken as it is said: the gas once, how awake in words, both numbers of a blood pressure."""
    if parameter is Parameter.OXYGEN and taken.gas is not None:
        return words(f"handover.aloud.on_{taken.gas}")
    if parameter is Parameter.CONSCIOUSNESS and taken.consciousness is not None:
        return label(taken.consciousness)
    if parameter is Parameter.SYSTOLIC and taken.diastolic is not None:
        return words("handover.aloud.pressure", upper=taken.systolic, lower=taken.diastolic)
    if parameter is Parameter.SPO2 and taken.spo2_scale == SCALE_2:
        return words("handover.aloud.spo2_scale", value=taken.spo2, scale=SCALE_2)
    return words(f"handover.aloud.{parameter}", value=value_text(taken, parameter))


def measured(one: ScoredSet) -> list[Parameter]:
    """What was taken in a set, in the order of the chart."""
    return [parameter for parameter in Parameter if parameter not in one.score.missing]


def said_signs(one: ScoredSet) -> list[str]:
    """What was taken in a set as it is said, breathing first; the coma scale stands behind how awake they are."""
    said = {parameter: said_reading(parameter, one.taken) for parameter in measured(one)}
    warmth = said.pop(Parameter.TEMPERATURE, "")
    return [*said.values(), *filter(None, (_said_coma(one.taken), warmth))]


def _said_coma(taken: ObservationSet) -> str:
    """The sum with its parts; the parts alone where one of them could not be tested; nothing where it was not taken."""
    parts = {"eye": taken.gcs_eye, "verbal": taken.gcs_verbal, "motor": taken.gcs_motor}
    if all(part is None for part in parts.values()):
        return ""
    written = {name: f"-{_part(part)}" if part == NOT_TESTABLE else _part(part) for name, part in parts.items()}
    if taken.gcs is None:
        return words("handover.aloud.coma_parts", **written)
    return words("handover.aloud.coma", total=taken.gcs, **written)


def _coma(taken: ObservationSet) -> _Reading:
    parts = (taken.gcs_eye, taken.gcs_verbal, taken.gcs_motor)
    if all(part is None for part in parts):
        return _Reading(words("handover.sign.not_taken"))
    written = " ".join(_part(part) for part in parts)
    return _Reading(written) if taken.gcs is None else _Reading(str(taken.gcs), beside=written)


def _part(part: int | None) -> str:
    if part is None:
        return "-"
    return words("handover.sign.nt") if part == NOT_TESTABLE else str(part)
