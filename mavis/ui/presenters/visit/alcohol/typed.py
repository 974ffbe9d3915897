"""Minutes and days that are typed beside the choices of the talk about alcohol."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from mavis.domain.edits.alcohol import tell
from mavis.system.wording import words
from mavis.ui.presenters.shared.typed_times import typed_day
from mavis.ui.presenters.visit.alcohol.pages import LENGTH
from mavis.ui.presenters.visit.alcohol.words import day_words

if TYPE_CHECKING:
    from datetime import date

    from mavis.domain.edits.visit import VisitEdit
    from mavis.ui.presenters.visit.alcohol.pages import TalkPage

_MINUTES = re.compile(r"\d{1,3}")
_LONGEST_TALK = 240
"""Minutes; more is a slip."""
_A_YEAR = timedelta(days=366)


class NotReadableError(ValueError):
    """What was typed is no such value; the argument says what to type instead."""


def typed_value(page: TalkPage, text: str, night: date) -> tuple[VisitEdit, str]:
    """The edit that a typed value makes, and what to say of it; a day is one of the year after the night.

    Raises:
        NotReadableError: the words are no minutes, or no such day.
    """
    return _minutes(text) if page == LENGTH else _day(text, night)


def _minutes(text: str) -> tuple[VisitEdit, str]:
    found = _MINUTES.fullmatch(text.strip())
    minutes = int(found[0]) if found else 0
    if not 0 < minutes <= _LONGEST_TALK:
        raise NotReadableError(words("alcohol.wrong.minutes", most=_LONGEST_TALK))
    return tell(minutes=minutes), words("alcohol.said.minutes", n=minutes)


def _day(text: str, night: date) -> tuple[VisitEdit, str]:
    day = typed_day(text, night + _A_YEAR / 2)
    if day is None or not night < day <= night + _A_YEAR:
        raise NotReadableError(words("alcohol.wrong.day"))
    return tell(follow_up=day, no_follow_up=False), words("alcohol.said.day", day=day_words(day))
