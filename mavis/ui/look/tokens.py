"""The colours of the three themes and the scales of size, weight and radius: every look in Mavis comes from here."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Size(IntEnum):
    """Heights of type in pixels at 100 % text."""

    CAPTION = 14
    BODY = 16
    LABEL = 20
    TITLE = 24
    NUMBER = 32
    CLOCK = 48


class Weight(IntEnum):
    """How heavy the letters are: words, controls, titles, the letter in a triage shape."""

    BODY = 500
    CONTROL = 600
    TITLE = 700
    LETTER = 800


class Space(IntEnum):
    """The only distances in pixels at 100 % text: inside and between controls, cards, the page edge, groups."""

    TINY = 4
    CONTROL = 8
    CARD = 12
    EDGE = 16
    GROUP = 24
    WIDE = 32


class Radius(IntEnum):
    """How round corners are: key caps and tags, controls and cards, the round cap of a pick-one choice."""

    TAG = 4
    CONTROL = 8
    ROUND = 11


TARGET = 56
"""The least height of anything to press, in pixels at 100 % text."""


class ThemeName(StrEnum):
    """The three themes; dark is the usual one after 18:00."""

    DARK = "dark"
    LIGHT = "light"
    AMBER_NIGHT = "amber_night"


class Tone(StrEnum):
    """What a piece of text says by its colour, never by the colour alone."""

    PLAIN = "plain"
    MUTED = "muted"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    ACCENT = "accent"
    INVERTED = "inverted"
    """Upon the one block that is overdue."""


class Tokens(NamedTuple):
    """The colours of one theme, each as ``#RRGGBB``; a name with ``on_`` is what is written upon that fill."""

    bg: str
    rail: str
    surface: str
    raised: str
    hair: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    sel: str
    on_sel: str
    red: str
    on_red: str
    red_text: str
    red_soft: str
    amber: str
    on_amber: str
    amber_text: str
    amber_soft: str
    green: str
    green_text: str
    inv: str
    on_inv: str
    focus: str
    focus_dark: str
    paper: str
    focus_outside: bool
    """True when the yellow focus line lies outside the dark one (dark themes)."""
    amber_edged: bool
    """True when AMBER is a dark triangle with a thick edge instead of a solid one (amber night)."""

    def tone(self, tone: Tone) -> str:
        """The text colour of a tone."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.RED: self.red_text,
            Tone.AMBER: self.amber_text,
            Tone.GREEN: self.green_text,
            Tone.ACCENT: self.accent,
            Tone.INVERTED: self.on_inv,
        }[tone]


DARK = Tokens(
    bg="#10151B",
    rail="#0A0E13",
    surface="#19212A",
    raised="#242E39",
    hair="#33404C",
    line="#74828E",
    text="#EDF2F5",
    muted="#B1BDC7",
    accent="#8CC8FF",
    on_accent="#06121D",
    sel="#15426A",
    on_sel="#FFFFFF",
    red="#D93A30",
    on_red="#FFFFFF",
    red_text="#FF9A91",
    red_soft="#3A1613",
    amber="#FFB21F",
    on_amber="#1A1000",
    amber_text="#FFC24D",
    amber_soft="#33240A",
    green="#4CCB8C",
    green_text="#4CCB8C",
    inv="#F4F7F9",
    on_inv="#10151B",
    focus="#FFE52E",
    focus_dark="#06090C",
    paper="#C3CCD3",
    focus_outside=True,
    amber_edged=False,
)

LIGHT = Tokens(
    bg="#EDF1F4",
    rail="#DDE5EA",
    surface="#FFFFFF",
    raised="#F5F8FA",
    hair="#C6D0D7",
    line="#66757F",
    text="#16212B",
    muted="#46565F",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    sel="#CFE4F9",
    on_sel="#08294A",
    red="#BF241B",
    on_red="#FFFFFF",
    red_text="#A81A12",
    red_soft="#FCE6E4",
    amber="#FFB21F",
    on_amber="#1A1000",
    amber_text="#7A4A00",
    amber_soft="#FFF1D2",
    green="#0A7A45",
    green_text="#086238",
    inv="#16212B",
    on_inv="#FFFFFF",
    focus="#FFE52E",
    focus_dark="#10151B",
    paper="#FFFFFF",
    focus_outside=False,
    amber_edged=False,
)

AMBER_NIGHT = Tokens(
    bg="#050300",
    rail="#000000",
    surface="#110B02",
    raised="#1B1203",
    hair="#3D2B0A",
    line="#98691A",
    text="#FFB52E",
    muted="#D0922A",
    accent="#FFC65C",
    on_accent="#120A00",
    sel="#4A3000",
    on_sel="#FFD489",
    red="#FFB52E",
    on_red="#120A00",
    red_text="#FFC65C",
    red_soft="#241600",
    amber="#4A3000",
    on_amber="#FFC65C",
    amber_text="#FFB52E",
    amber_soft="#1B1203",
    green="#D0922A",
    green_text="#D0922A",
    inv="#FFB52E",
    on_inv="#120A00",
    focus="#FFF0A8",
    focus_dark="#000000",
    paper="#C3CCD3",
    focus_outside=True,
    amber_edged=True,
)

TABLES = {ThemeName.DARK: DARK, ThemeName.LIGHT: LIGHT, ThemeName.AMBER_NIGHT: AMBER_NIGHT}
"""The colours of each theme."""
