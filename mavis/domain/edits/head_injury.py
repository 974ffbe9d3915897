"""Edits of the head-injury list, and which of its signs the rest of the record answers by itself *(NICE NG232)*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.head_injury import HeadInjury, HeadInjurySign
from mavis.domain.record.observation import Consciousness
from mavis.domain.record.presentation import Intoxication, Presentation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.record.observation import ObservationSet
    from mavis.domain.visit.visit import Visit

Answer = bool | NoAnswer
"""Yes, no, or nobody can tell."""

HEAD_INJURY_FLAG = "head_injury"
"""The code of the red flag whose list this is."""
_FULLY_AWAKE = 15
_DRUNK = frozenset(Intoxication) - {Intoxication.NONE}
_TOOK_SOMETHING = frozenset({Presentation.ALCOHOL_INTOXICATION, Presentation.SUSPECTED_DRUGS})


def answer_sign(sign: HeadInjurySign, answer: Answer | None, at: datetime, by: str) -> VisitEdit:
    """Answer one sign of the list, or take the answer back; a list without any answer is none."""

    def edit(visit: Visit) -> Visit:
        held = visit.head_injury or HeadInjury((), at, by)
        new = HeadInjury(
            _with(held.signs, sign, here=answer is True),
            at,
            by,
            _with(held.absent, sign, here=answer is False),
            _with(held.not_known, sign, here=isinstance(answer, NoAnswer)),
        )
        nothing = not (new.signs or new.absent or new.not_known)
        return replace(visit, head_injury=None if nothing else new)

    return edit


def rule_out_the_rest(at: datetime, by: str) -> VisitEdit:
    """Say no to every sign that neither an answer nor the record speaks of."""

    def edit(visit: Visit) -> Visit:
        for sign in unanswered(visit):
            visit = answer_sign(sign, answer=False, at=at, by=by)(visit)
        return visit

    return edit


def answers(visit: Visit) -> dict[HeadInjurySign, Answer]:
    """Every sign that is answered, by a person or by the record; a yes of either counts."""
    held = visit.head_injury
    found: dict[HeadInjurySign, Answer] = {}
    if held is not None:
        found |= dict.fromkeys(held.not_known, NoAnswer.NOT_KNOWN)
        found |= dict.fromkeys(held.absent, False)
        found |= dict.fromkeys(held.signs, True)
    return found | dict.fromkeys(by_record(visit), True)


def answered_yes(visit: Visit) -> dict[HeadInjurySign, bool]:
    """The signs that mean A&E, in the order of the list; True for one that nobody but the record says yes to."""
    asked = visit.head_injury.signs if visit.head_injury is not None else ()
    told = answers(visit)
    return {sign: sign not in asked for sign in HeadInjurySign if told.get(sign) is True}


def unanswered(visit: Visit) -> tuple[HeadInjurySign, ...]:
    """The signs still to ask, in the order of the list."""
    known = answers(visit)
    return tuple(sign for sign in HeadInjurySign if sign not in known)


def by_record(visit: Visit) -> frozenset[HeadInjurySign]:
    """The signs that the record answers with yes: drink or drugs tonight, and not fully awake when measured."""
    found = set()
    if is_intoxicated(visit):
        found.add(HeadInjurySign.DRINK_OR_DRUGS)
    if any(_is_drowsy(taken) for taken in visit.observations):
        found.add(HeadInjurySign.NOT_FULLY_AWAKE)
    return frozenset(found)


def is_intoxicated(visit: Visit) -> bool:
    """Whether the record says drink or drugs, however little."""
    drunk = visit.intoxication in _DRUNK
    return drunk or bool(visit.substances) or bool(_TOOK_SOMETHING.intersection(visit.needs))


def has_head_injury(visit: Visit) -> bool:
    """Whether the record speaks of a head injury: as a need, as a red flag, or by its list."""
    flagged = any(flag.code == HEAD_INJURY_FLAG for flag in visit.flags)
    return Presentation.HEAD_INJURY in visit.needs or flagged or visit.head_injury is not None


def _is_drowsy(taken: ObservationSet) -> bool:
    awake = taken.consciousness in (None, Consciousness.ALERT)
    return not awake or (taken.gcs is not None and taken.gcs < _FULLY_AWAKE)


def _with(held: Iterable[HeadInjurySign], sign: HeadInjurySign, *, here: bool) -> tuple[HeadInjurySign, ...]:
    """The signs of one kind, in the order of the list."""
    kept = {each for each in held if each is not sign} | ({sign} if here else set())
    return tuple(each for each in HeadInjurySign if each in kept)
