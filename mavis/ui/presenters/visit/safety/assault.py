"""The assault block as data: when, how, where, by whom, and what the partnership's list still needs (domain.md 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.edits.safety import tell_assault, tick_method
from mavis.domain.record.assault import AssaultMethod, AssaultPlace, Attackers, Relationship
from mavis.domain.record.safeguarding import police_answered
from mavis.domain.sharing.istv import still_missing
from mavis.system.wording import words
from mavis.ui.presenters.visit.question import Moment, Question, Section
from mavis.ui.presenters.visit.safety.part import Line, Part, Told, When, part_of, pick_one, words_of, yes_no

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Any

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.visit.visit import Visit

AGO = (0, 30, 60, 120)
"""The quick choices of when it was, in minutes."""
_NOT_KNOWN = "not_known"


def _tell(field: str) -> Callable[[Any, Moment], VisitEdit]:
    return lambda value, _moment: tell_assault(**{field: value})


def _held(field: str) -> Callable[[Visit], Any]:
    return part_of("assault", field)


def _methods(visit: Visit) -> frozenset[str]:
    held = visit.assault.methods if visit.assault else ()
    return frozenset(_NOT_KNOWN if each is AssaultMethod.UNKNOWN else each.value for each in held)


def _tick_method(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
    if code == "refused":  # the dataset has no such code; not known is what it would be counted as
        return lambda visit: visit
    return tick_method(AssaultMethod.UNKNOWN if code == _NOT_KNOWN else AssaultMethod(code), on)


def _method() -> Question:
    shown = tuple(each.value for each in AssaultMethod if each is not AssaultMethod.UNKNOWN)
    return Question("assault.method", Section.SAFETY, shown, False, 4, _methods, _tick_method, takes_unknown=True)


def assault_part(venues: tuple[str, ...]) -> Part:
    """The rows of the block; ``venues`` are names that the scheme suggests for the place."""
    place, attackers, known_as = _held("place"), _held("attackers"), _held("relationship")
    return Part(
        "assault",
        (
            When("assault.at", _held("at"), _tell("at"), AGO),
            _method(),
            Line("assault.weapon", words_of("assault", "weapon"), _tell("weapon")),
            pick_one("assault.place", tuple(AssaultPlace), place, _tell("place"), columns=4),
            Line(
                "assault.place_description",
                words_of("assault", "place_description"),
                _tell("place_description"),
                venues,
            ),
            pick_one(
                "assault.attackers",
                tuple(Attackers),
                attackers,
                _tell("attackers"),
                columns=4,
                unknown=Attackers.UNKNOWN,
            ),
            pick_one(
                "assault.relationship",
                tuple(Relationship),
                known_as,
                _tell("relationship"),
                columns=4,
                unknown=Relationship.UNKNOWN,
            ),
            yes_no("assault.reported", _held("reported_to_police"), _tell("reported_to_police")),
        ),
        assault_told,
    )


def assault_told(visit: Visit, _now: datetime) -> Told:
    """What the list for the partnership still needs; without a time the assault cannot be counted by the hour."""
    missing = still_missing(visit.assault)
    known = visit.assault is not None and visit.assault.reported_to_police is True
    answer = words("safety.assault.police_answered" if known else "safety.assault.police_may_know")
    answered = answer if visit.assault is not None and police_answered(visit.referrals) else ""
    if not missing:
        return Told(words("safety.assault.complete"), answered)
    also = ", ".join(words(f"safety.assault.missing.{name}") for name in missing if name != "at")
    more = " ".join(filter(None, (words("safety.assault.also", what=also) if also else "", answered)))
    if "at" in missing:
        return Told(words("safety.assault.no_time"), more, pressing=visit.assault is not None)
    return Told("", more)
