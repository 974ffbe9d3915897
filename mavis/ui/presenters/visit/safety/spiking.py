"""The spiking block as data, and the hours that are left to find what it was (domain.md 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.safety import tell_spiking
from mavis.domain.record.assault import SOME_DRUGS_GONE_AFTER, SpikingRoute
from mavis.domain.record.safeguarding import ReferralTarget
from mavis.system.wording import words
from mavis.ui.keys.letters_safety import SAFETY_ANSWERS
from mavis.ui.presenters.shared.times import clock_text, length_text
from mavis.ui.presenters.visit.question import way_to_part
from mavis.ui.presenters.visit.safety.part import Line, Part, Told, When, part_of, pick_one, words_of, yes_no
from mavis.ui.presenters.visit.safety.part_presenter import when_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, timedelta
    from typing import Any

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit
    from mavis.ui.presenters.visit.question import Moment

AGO = (60, 120, 180, 240, 360, 480, 720)
"""The quick choices of when it was, in minutes; the last stands for half a day and more."""


def _tell(field: str) -> Callable[[Any, Moment], VisitEdit]:
    return lambda value, _moment: tell_spiking(**{field: value})


def _held(field: str) -> Callable[[Visit], Any]:
    return part_of("spiking", field)


def _line(field: str, name: str = "") -> Line:
    return Line(f"spiking.{name or field}", words_of("spiking", field), _tell(field))


def spiking_part() -> Part:
    """The rows of the block."""
    return Part(
        "spiking",
        (
            When("spiking.at", _held("happened_at"), _tell("happened_at"), AGO),
            pick_one("spiking.route", tuple(SpikingRoute), _held("route"), _tell("route"), columns=4),
            yes_no("spiking.symptoms", _held("symptoms"), _tell("symptoms")),
            _line("which_symptoms", "which"),
            yes_no("spiking.sample", _held("sample_to_police"), _tell("sample_to_police")),
            yes_no("spiking.vessel", _held("vessel_secured"), _tell("vessel_secured")),
            _line("clothing"),
            _line("place"),
        ),
        spiking_told,
    )


def spiking_told(visit: Visit, now: datetime) -> Told:
    """The hours that are left until 12 h have passed, what to keep for the police, and whether they know."""
    more = f"{words('safety.spiking.keep')} {_police(visit)}"
    spiking = visit.spiking
    left = spiking.left_to_test(now) if spiking else None
    if left is None or spiking is None or spiking.happened_at is None:
        return Told(words("safety.spiking.when"), more)
    if not left:
        return Told(words("safety.spiking.over"), more)
    until = when_words(spiking.happened_at + SOME_DRUGS_GONE_AFTER, now)
    return Told(words("safety.spiking.left", time=_length(left), until=until), more, pressing=True)


def _police(visit: Visit) -> str:
    """When the police were told and answered: that is a referral, so it leads there where there is none."""
    told = next((one for one in visit.referrals if one.target is ReferralTarget.POLICE), None)
    if told is None:
        keys = f"{way_to_part('referrals')} {SAFETY_ANSWERS['referrals.target'][ReferralTarget.POLICE.value]}"
        return words("safety.spiking.police", keys=keys, field=words("referrals.ask.acknowledged"))
    made = clock_text(told.made_at)
    if told.acknowledged_at is None:
        return words("safety.spiking.police_asked", time=made)
    return words("safety.spiking.police_came", time=made, answered=clock_text(told.acknowledged_at))


def spiking_sign(visit: Visit, now: datetime) -> str:
    """The hours left for a card of the board; empty when there is nothing to count down."""
    left = visit.spiking.left_to_test(now) if visit.spiking and visit.is_open else None
    return words("safety.spiking.sign", time=_length(left)) if left else ""


def _length(left: timedelta) -> str:
    """Whole minutes, a begun one counts: 0 min is never shown while some time is left."""
    return length_text(-(-int(left.total_seconds()) // 60))
