"""The head of a handover sheet: NEWS2 in white on black, the three lines a crew asks for first, who it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mavis.domain.record.identity import ReferralSource
from mavis.domain.record.observation import BreathedGas
from mavis.domain.scores.news2 import Parameter
from mavis.reports.handover_signs import measured, said_reading, total_text
from mavis.reports.handover_words import newest
from mavis.reports.lettering import SMALL, TITLE, Face, Style, width, wrap
from mavis.reports.phrases import clock
from mavis.reports.sheet import HEAD_RULE, LEFT, RIGHT, SECTION_RULE, TEXT_WIDTH
from mavis.reports.tagging import Tag
from mavis.system.flag_words import flag_words
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from mavis.domain.handover import Handover, ScoredSet
    from mavis.domain.reference import FlagRule
    from mavis.reports.page import FramedSheet
    from mavis.reports.sheet import Sheet

_TEXT = Style(Face.REGULAR, 11.5)
_BOLD = Style(Face.BOLD, 11.5)
_PLACE = Style(Face.SEMIBOLD, 10)
_HEADLINE = Style(Face.BOLD, 15)
_FACT = Style(Face.BOLD, 13)
_NEWS2 = Style(Face.BOLD, 34)
_BAND_TOP, _BAND_NEWS2 = 27.0, 32.0
_BAND = (_HEADLINE, _TEXT, _BOLD)


def draw_top(sheet: FramedSheet, handover: Handover) -> None:
    """Draw the head of the first page and move ``y`` below it."""
    _draw_title(sheet, handover)
    _draw_band(sheet, handover)
    _draw_who(sheet, handover)


def _draw_title(sheet: FramedSheet, handover: Handover) -> None:
    with sheet.tagged(Tag.TITLE):
        sheet.text(LEFT, 17.2, words("handover.title"), TITLE)
    place = words("handover.where", scheme=handover.scheme, place=handover.place) if handover.place else handover.scheme
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text(LEFT, 23.4, wrap(place, _PLACE, 128.0)[0], _PLACE)
    sheet.draw_mark_meaning()


def _draw_band(sheet: Sheet, handover: Handover) -> None:
    """NEWS2 in white on black, then the three lines that a crew asks for first; it grows with the red flags."""
    x, room = LEFT + _BAND_NEWS2 + 4.0, TEXT_WIDTH - _BAND_NEWS2 - 7.0
    told = [(wrap(text, style, room), style) for text, style in zip(band_lines(handover), _BAND, strict=True)]
    height = 2.6 + sum(len(lines) * style.leading + 0.9 for lines, style in told)
    sheet.box(LEFT, _BAND_TOP, TEXT_WIDTH, height, line=SECTION_RULE)
    sheet.box(LEFT, _BAND_TOP, _BAND_NEWS2, height, fill=0)
    _draw_now(sheet, handover, height)
    sheet.y = _BAND_TOP + 1.0
    for lines, style in told:
        with sheet.tagged(Tag.PARAGRAPH):
            for line in lines:
                sheet.y += style.leading
                sheet.text(x, sheet.y, line, style)
        sheet.y += 0.9
    sheet.y = _BAND_TOP + height


def _draw_now(sheet: Sheet, handover: Handover, height: float) -> None:
    middle, text = LEFT + _BAND_NEWS2 / 2, _now(handover)
    then = when_scored(handover)
    name = words("handover.band.then", time=then) if then else words("handover.band.now")
    named = _BOLD if width(name, _BOLD) < _BAND_NEWS2 else SMALL
    style = _NEWS2 if len(text) < 4 else _HEADLINE
    with sheet.tagged(Tag.PARAGRAPH):
        sheet.text_centred(middle, _BAND_TOP + 6.0, name, named, ink=1)
        sheet.text_centred(middle, _BAND_TOP + (height + 6.0 + style.cap) / 2, text, style, ink=1)


def _now(handover: Handover) -> str:
    if handover.not_valid is not None:
        return words("handover.band.not_valid")
    return words("handover.band.none") if handover.standing is None else total_text(handover.standing)


def when_scored(handover: Handover) -> str:
    """When the score was taken that is told first, where more was measured since; empty where nothing was."""
    stands = handover.standing if handover.not_valid is None else None
    return clock(stands.taken.at) if stands is not None and handover.since else ""


def band_lines(handover: Handover) -> tuple[str, str, str]:
    """What a crew asks for first: how ill and which way it goes; triage, complaint and state; the red flags."""
    visit = handover.visit
    main = label(visit.main_need) if visit.main_need else ""
    state = [words("handover.band.triage", category=label(visit.triage.category))] if visit.triage else []
    if main:
        state.append(words("handover.band.suspected", needs=main))
    if awake := newest(visit, "consciousness"):
        level, at = awake
        key = "handover.band.awake" if at == visit.observations[-1].at else "handover.band.awake_then"
        state.append(words(key, level=label(level), time=clock(at)))
    if (gas := newest(visit, "gas")) and gas[0] is BreathedGas.OXYGEN:
        state.append(words("handover.band.oxygen"))
    flags = words("handover.band.between").join(_flag(flag, handover) for flag in handover.flags)
    return (
        _trend(handover),
        " ".join(state) or words("handover.not_recorded"),
        words("handover.band.flags", flags=flags) if flags else words("handover.band.no_flags"),
    )


def _flag(flag: FlagRule, handover: Handover) -> str:
    """The name of a flag, with the sign where the score raised it; of one that is no more when it was measured."""
    name, then = flag_words(flag, handover.visit), handover.passed.get(flag.code)
    if then is None:
        return name
    return words("handover.band.flag_then", name=name, was=clock(then.was), gone=clock(then.gone))


def _trend(handover: Handover) -> str:
    if handover.not_valid is not None:
        return words(f"handover.band.{handover.not_valid}")
    stands = handover.standing
    if stands is None:
        return words("handover.band.no_set")
    return " ".join(filter(None, (_risk(stands), _since(handover), _course(handover.totals))))


def _risk(stands: ScoredSet) -> str:
    """How ill by the score; of an incomplete one how much is certain, and from which signs."""
    risk = stands.score.risk
    if stands.total is None or risk is None:
        known = measured(stands)
        names = ", ".join(words(f"observations.parameter.{parameter}") for parameter in known)
        return words("handover.band.incomplete_line", points=stands.score.at_least, known=len(known), names=names)
    return words("handover.band.line", risk=words(f"handover.risk.{risk}"), response=words(f"handover.response.{risk}"))


def _since(handover: Handover) -> str:
    """What was measured after the score that is told, the newest of each sign; empty where nothing was."""
    last = {parameter: one.taken for one in handover.since for parameter in measured(one)}
    readings = ", ".join(said_reading(parameter, last[parameter]) for parameter in Parameter if parameter in last)
    return words("handover.band.since", readings=readings) if readings else ""


def _course(totals: tuple[int, ...]) -> str:
    if len(totals) < 2:
        return ""
    shown = totals if len(totals) <= 3 else (totals[0], *totals[-2:])
    steps = [after - before for before, after in pairwise(shown)]
    if all(step == 0 for step in steps):
        key = "handover.band.steady"
    elif all(step >= 0 for step in steps):
        key = "handover.band.rising"
    else:
        key = "handover.band.falling" if all(step <= 0 for step in steps) else "handover.band.changing"
    return words(key, totals=", ".join(map(str, shown)))


def name_of(handover: Handover) -> str:
    """The name as it was given, which nobody has checked."""
    name = handover.visit.name
    return words("handover.who.unchecked", name=name) if name else words("handover.who.unnamed")


def _draw_who(sheet: Sheet, handover: Handover) -> None:
    visit = handover.visit
    sent = visit.referral_source
    came = clock(visit.arrived_at)
    if sent is not None:
        key = "handover.who.came_self" if sent is ReferralSource.SELF else "handover.who.came_with"
        came = words(key, time=came, who=label(sent).lower())
    left = words("handover.who.still_here") if visit.departed_at is None else clock(visit.departed_at)
    facts = (
        (LEFT, 24.0, "handover.who.code", visit.code),
        (LEFT + 27.0, 62.0, "handover.who.name", name_of(handover)),
        (LEFT + 92.0, 56.0, "handover.who.came", came),
        (LEFT + 151.0, 26.0, "handover.who.left", left),
    )
    most = 1
    for x, room, key, value in facts:
        with sheet.tagged(Tag.PARAGRAPH):
            sheet.text(x, sheet.y + 5.6, words(key), SMALL)
            lines = wrap(value, _FACT, room)
            most = max(most, len(lines))
            for number, line in enumerate(lines):
                sheet.text(x, sheet.y + 11.0 + number * _FACT.leading, line, _FACT)
    sheet.y += 13.0 + (most - 1) * _FACT.leading
    sheet.rule(LEFT, RIGHT, sheet.y, HEAD_RULE)
