"""How a line of the board becomes the card that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.ui.look.icons import IconName
from mavis.ui.look.tokens import Tone
from mavis.ui.widgets.card import CardView, FlagView
from mavis.ui.widgets.next_check import CheckState, NextCheckView
from mavis.ui.widgets.triage import TriageSign

if TYPE_CHECKING:
    from mavis.ui.presenters.board.page import CardLine


def card_view(line: CardLine) -> CardView:
    """The card of one open visit."""
    check = NextCheckView(CheckState(line.check.state.value), line.check.minutes, line.check_time)
    return CardView(
        code=line.code,
        label=line.label,
        check=check,
        triage=TriageSign(line.triage),
        flags=tuple(FlagView(IconName(sign.icon), sign.words, Tone(sign.tone)) for sign in line.signs),
        here=line.here,
        carer=line.carer,
        digit=line.digit,
        quiet_label=line.quiet,
    )
