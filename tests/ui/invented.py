"""Invented visits and counters for the gallery and the tests of the widgets."""

from __future__ import annotations

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.widgets.card import CardView, FlagView
from mavis.ui.widgets.next_check import CheckState, NextCheckView
from mavis.ui.widgets.tally import TallyView
from mavis.ui.widgets.triage import TriageSign

_RETURNING = (FlagView(IconName.RETURNING, "Returning"), FlagView(IconName.SPEECH_LINES, "ABI due", Tone.AMBER))
CARDS: tuple[CardView, ...] = (
    CardView(
        "K7",
        "man, grey coat",
        NextCheckView(CheckState.OVERDUE, 6, "01:46"),
        TriageSign.RED,
        (FlagView(IconName.HEARTBEAT, "NEWS2 7, rising", Tone.RED),),
        "here 48 min",
        "Ruth E.",
        "1",
    ),
    CardView(
        "K14",
        "woman, black boots",
        NextCheckView(CheckState.UNTRIAGED, 1, "01:51"),
        flags=(FlagView(IconName.ALONE, "Alone", Tone.AMBER),),
        here="here 1 min",
        carer="nobody yet",
        digit="2",
    ),
    CardView(
        "K9",
        "man, red jacket",
        NextCheckView(CheckState.SOON, 2, "01:54"),
        TriageSign.AMBER,
        (FlagView(IconName.HEARTBEAT, "NEWS2 2"),),
        "here 22 min",
        "Dev P.",
        "3",
    ),
    CardView(
        "K4",
        "name hidden",
        NextCheckView(CheckState.LATER, 7, "01:59"),
        TriageSign.AMBER,
        _RETURNING,
        "here 35 min",
        "Ruth E.",
        "4",
        quiet_label=True,
    ),
    CardView(
        "K12",
        "girl, blue coat",
        NextCheckView(CheckState.LATER, 9, "02:01"),
        TriageSign.AMBER,
        (FlagView(IconName.SHIELD, "Safeguarding, under 18", Tone.RED),),
        "here 19 min",
        "Mags T.",
        "5",
    ),
    CardView(
        "K10",
        "woman, silver dress",
        NextCheckView(CheckState.LATER, 14, "02:06"),
        TriageSign.GREEN,
        (FlagView(IconName.FRIENDS, "Lost her friends"),),
        "here 12 min",
        "Dev P.",
        "6",
    ),
    CardView(
        "K13", "man, football shirt", NextCheckView(CheckState.LATER, 128, "04:13"), TriageSign.GREEN, (), "here 9 min"
    ),
)
"""Seven visits, as in picture 01."""

TALLIES: tuple[TallyView, ...] = (
    TallyView("water", IconName.DROP, "Water", "W", 14),
    TallyView("flip_flops", IconName.FLIP_FLOP, "Flip-flops", "F", 6),
    TallyView("blanket", IconName.BLANKET, "Blanket", "B"),
    TallyView("lollipop", IconName.LOLLIPOP, "Lollipop", "L", 22),
    TallyView("glass", IconName.BOTTLE, "Glass", "G", 9),
    TallyView("phone", IconName.PHONE, "Phone", "P", 4),
    TallyView("directions", IconName.SIGNPOST, "Directions", "D", 11),
    TallyView("talk", IconName.SPEECH, "Talk", "T", 0),
    TallyView("more", IconName.PLUS, "More", "M", countable=False),
)
"""Nine counters."""
