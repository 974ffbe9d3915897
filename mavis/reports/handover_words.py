"""What a handover says, passage by passage in ATMIST order: the same sentences for paper and for reading aloud."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from mavis.domain.clinical.agreed_later import agreed_later
from mavis.domain.clinical.danger import PREGNANCY_FLAGS
from mavis.domain.clinical.triage_advice import main_need_first
from mavis.domain.edits.head_injury import answered_yes, has_head_injury
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.rounding import one_decimal
from mavis.reports.phrases import clock, in_a_row, listed
from mavis.system.wording import label, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from enum import StrEnum

    from mavis.domain.handover import Handover
    from mavis.domain.visit.visit import Visit


class Said(NamedTuple):
    """One sentence: its key in the wording, where ``**`` makes bold, and the facts that fill its blanks."""

    key: str
    facts: dict[str, str]

    def __str__(self) -> str:
        """The sentence without bold."""
        return "".join(words(self.key).split("**")).format(**self.facts)


class Passage(NamedTuple):
    """One letter of ATMIST, or one line under it: its name and its sentences."""

    name: str
    said: tuple[Said, ...]


def passages(handover: Handover) -> dict[str, Passage]:
    """The five letters that are told in sentences, by their keys; signs are a table of their own."""
    visit = handover.visit
    told = {
        "age": _who(visit),
        "time": _when(handover),
        "mechanism": _mechanism(handover),
        "injuries": _injuries(handover),
        "treatment": _treatment(visit),
    }
    nothing = (Said("handover.not_recorded", {}),)
    return {name: Passage(words(f"handover.heading.{name}"), tuple(said) or nothing) for name, said in told.items()}


def known(handover: Handover) -> tuple[Passage, ...]:
    """What is known and not known, consent, the power to decide, and that there is something not written here."""
    visit = handover.visit
    history = [Said("handover.known.history_text", {})]
    if any(flag.code in PREGNANCY_FLAGS for flag in visit.flags):
        history.append(Said("handover.known.pregnant", {}))
    agreed = [Said("handover.known.consent_text", {"consent": label(visit.consent)})] if visit.consent else []
    if visit.capacity is not None:
        answer = label(visit.capacity.can_decide or NoAnswer.NOT_KNOWN)
        about = ". ".join(filter(None, (visit.capacity.decision, visit.capacity.why)))
        agreed.append(Said("handover.known.capacity", {"answer": answer, "why": about}))
    if any(note.about is not None for note in visit.notes):
        agreed.append(Said("handover.known.told_apart", {}))
    return (
        Passage(words("handover.known.history"), tuple(history)),
        Passage(words("handover.known.consent"), tuple(agreed) or (Said("handover.not_recorded", {}),)),
    )


def _who(visit: Visit) -> Iterator[Said]:
    age, gender = _answered(visit.age_band), _answered(visit.gender)
    facts = {
        "age": age or words("handover.said.age_unknown"),
        "gender": gender.lower() or words("handover.said.gender_unknown"),
    }
    yield Said("handover.said.age", facts)
    if age and visit.age_source is AgeSource.ESTIMATED:
        yield Said("handover.said.age_guessed", {})
    if visit.alone is not None:
        yield Said("handover.said.alone" if visit.alone else "handover.said.not_alone", {})
    yield from _child(visit)


def _child(visit: Visit) -> Iterator[Said]:
    """Who is with somebody under 18, as far as it was written down: the crew takes them on."""
    safety = visit.safeguarding.child if visit.safeguarding else None
    if safety is None:
        return
    if safety.with_whom.strip():
        yield Said("handover.said.with_whom", {"who": safety.with_whom.strip()})
    if safety.with_adult is False:
        yield Said("handover.said.no_adult", {})
    if safety.front_door_told is True:
        yield Said("handover.said.services_told", {})


def _when(handover: Handover) -> Iterator[Said]:
    visit = handover.visit
    if visit.assault is not None and visit.assault.at is not None:
        yield Said("handover.said.assaulted", {"time": clock(visit.assault.at)})
    if visit.spiking is not None and visit.spiking.happened_at is not None:
        left = visit.spiking.left_to_test(handover.stamp.made_at)
        hours = "0" if left is None else f"{left.total_seconds() // 3600:.0f} h {left.seconds // 60 % 60:02} min"
        yield Said("handover.said.spiked", {"time": clock(visit.spiking.happened_at), "hours": hours})
    yield Said("handover.said.arrived", {"time": clock(visit.arrived_at)})
    if visit.ambulance_requested_at is not None:
        yield Said("handover.said.called", {"time": clock(visit.ambulance_requested_at)})
    if visit.departed_at is not None:
        yield Said("handover.said.left_at", {"time": clock(visit.departed_at)})


def _mechanism(handover: Handover) -> Iterator[Said]:
    visit = handover.visit
    if visit.needs:
        yield Said("handover.said.needs", {"needs": _row(main_need_first(visit.needs, visit.main_need))})
    if visit.substances:
        yield Said("handover.said.took", {"substances": _row(visit.substances)})
    if drunk := _answered(visit.intoxication):
        yield Said("handover.said.drunk", {"level": drunk.lower()})
    yield from _harm(visit)
    if handover.found_at:
        yield Said("handover.said.found", {"place": handover.found_at})


def _harm(visit: Visit) -> Iterator[Said]:
    """What somebody did to them, as they say."""
    assault, spiking = visit.assault, visit.spiking
    if assault is not None and assault.methods:
        yield Said("handover.said.assault", {"methods": _row(assault.methods)})
    if assault is not None and assault.weapon:
        yield Said("handover.said.weapon", {"weapon": assault.weapon})
    if spiking is not None and spiking.route is not None:
        yield Said("handover.said.spiking", {"route": label(spiking.route).lower()})
    if spiking is not None and spiking.which_symptoms:
        yield Said("handover.said.symptoms", {"symptoms": spiking.which_symptoms})


def _injuries(handover: Handover) -> Iterator[Said]:
    visit = handover.visit
    yield from _head_injury(visit)
    yield from _measured(visit)
    ticked = {flag.code for flag in visit.flags if flag.ticked and flag.closed_at is None}
    if found := [flag.name for flag in handover.flags if flag.code in ticked]:
        yield Said("handover.said.flags", {"flags": listed(in_a_row(found))})
    unread = tuple(words(f"observations.{why}", text="") for why in ("lost", "half"))  # no finding, either of them
    for note in visit.notes:
        if note.about is None and not note.text.startswith(unread):
            yield Said("handover.said.note", {"time": clock(note.at), "text": note.text})


def _head_injury(visit: Visit) -> Iterator[Said]:
    """Each sign that means A&E by name, and which of them the rest of the record says without being asked."""
    if not has_head_injury(visit):
        return
    yes = answered_yes(visit)
    for key, recorded in (("head_signs", False), ("head_recorded", True)):
        if signs := [sign for sign, by_record in yes.items() if by_record is recorded]:
            yield Said(f"handover.said.{key}", {"signs": _row(signs)})
    if not yes and visit.head_injury is not None and visit.head_injury.is_clear:
        yield Said("handover.said.head_none", {})


def _measured(visit: Visit) -> Iterator[Said]:
    """The newest of what stands in no column of the table."""
    if pupils := newest(visit, "pupils"):
        yield Said("handover.said.pupils", {"pupils": label(pupils[0]).lower()})
    if glucose := newest(visit, "glucose_tenths"):
        level, at = glucose
        yield Said("handover.said.glucose", {"glucose": one_decimal(Fraction(level, 10)), "time": clock(at)})
    if pain := newest(visit, "pain"):
        yield Said("handover.said.pain", {"pain": str(pain[0])})


def newest(visit: Visit, name: str) -> tuple[Any, datetime] | None:
    """The last value of a measurement and when it was taken; None where it never was."""
    taken = [(getattr(one, name), one.at) for one in visit.observations if getattr(one, name) is not None]
    return taken[-1] if taken else None


def _treatment(visit: Visit) -> Iterator[Said]:
    for time, given in groupby(sorted(visit.care, key=attrgetter("at")), key=lambda one: clock(one.at)):
        acts = [
            words("handover.said.site", care=label(one.kind), site=one.body_site) if one.body_site else label(one.kind)
            for one in given
        ]
        yield Said("handover.said.care", {"time": time, "care": listed(in_a_row(acts))})
    yield from _refusal(visit)
    if visit.advised_instead is Outcome.ADVISED_ELSEWHERE:
        yield Said("handover.said.advised_elsewhere", {})
    elif visit.advised_instead is not None:
        yield Said("handover.said.advised_outcome", {"outcome": label(visit.advised_instead)})
    if visit.outcome is not None:
        yield Said("handover.said.outcome", {"outcome": label(visit.outcome)})


def _answered(code: StrEnum | None) -> str:
    """The name of a code that says something; nothing for one that was asked in vain or not at all."""
    return "" if code is None or isinstance(code, NoAnswer) else label(code)


def _refusal(visit: Visit) -> Iterator[Said]:
    """What they said no to, apart from what they took in the end, and what they were advised."""
    refusal, later = visit.refusal, agreed_later(visit)
    if refusal is None:
        return
    for key, taken in (("refused", False), ("refused_first", True)):
        what = [each for each in refusal.refused if (each in later) is taken]
        if what:
            yield Said(f"handover.said.{key}", {"what": _row(what)})
    if refusal.advised:
        yield Said("handover.said.advised", {"advised": refusal.advised})


def _row(codes: Iterable[StrEnum]) -> str:
    return listed(in_a_row([label(code) for code in codes]))
