"""The questions of a visit as data: what can be chosen, what the record holds, and which edit a choice makes.

One table serves the page, its keys, the timeline's words and the tests. The words on a choice are
``chips.<question>.<code>``, its letter is the shortcut ``<question>.<code>``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from mavis.domain.access.roles import Right, may
from mavis.domain.edits import visit as edits
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.diversion import Basis, WouldHave, lacks_clinician
from mavis.domain.record.identity import AgeBand, AgeSource, Consent, Gender, ReferralSource, Residency
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.visit.triage import TriageCategory
from mavis.ui.presenters.visit.question import Moment, Question, Section

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum, StrEnum

    from mavis.domain.edits.visit import VisitEdit
    from mavis.domain.reference import FlagRules
    from mavis.domain.visit.visit import Visit

__all__ = ["OTHER_NEEDS", "Moment", "Question", "Section", "flag_letters", "flags_question", "questions"]


def _codes(members: Iterable[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in members)


def _one_field(field: str, code_list: type[StrEnum]) -> dict[str, Any]:
    def chosen(visit: Visit) -> frozenset[str]:
        held = getattr(visit, field)
        return frozenset() if held is None else frozenset({str(held.value)})

    def edit(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
        return edits.answer(**{field: _answer(code, code_list) if on else None})

    return {"chosen": chosen, "edit": edit, "one": True, "takes_unknown": True}


def _answer(code: str, code_list: type[StrEnum]) -> StrEnum:
    return NoAnswer(code) if code in _UNANSWERED else code_list(code)


_UNANSWERED = _codes(NoAnswer)

_MAIN_NEEDS = (
    Presentation.ALCOHOL_INTOXICATION,
    Presentation.SUSPECTED_DRUGS,
    Presentation.SUSPECTED_SPIKING,
    Presentation.HEAD_INJURY,
    Presentation.MINOR_INJURY,
    Presentation.ASSAULT,
    Presentation.MEDICAL_ILLNESS,
    Presentation.MENTAL_DISTRESS,
    Presentation.FOUND_ASLEEP,
    Presentation.COLD,
    Presentation.LOST_OR_SEPARATED,
    Presentation.NO_WAY_HOME,
    Presentation.SEXUAL_ASSAULT,
    Presentation.DOMESTIC_ABUSE,
)
OTHER_NEEDS = (
    Presentation.OTHER,
    Presentation.HOMELESS,
    Presentation.HARASSMENT,
    Presentation.HATE_INCIDENT,
    Presentation.INFORMATION_ONLY,
)


_OUTCOMES = (
    Outcome.HOME_ALONE,
    Outcome.HOME_WITH_FRIEND_FAMILY,
    Outcome.TAXI,
    Outcome.PUBLIC_TRANSPORT,
    Outcome.REJOINED_FRIENDS,
    Outcome.RETURNED_TO_ACCOMMODATION,
    Outcome.HANDED_TO_STREET_PASTORS,
    Outcome.HOSTEL,
    Outcome.AMBULANCE_CONVEYED,
    Outcome.OWN_TRANSPORT_TO_ED,
    Outcome.ADVISED_ELSEWHERE,
    Outcome.HANDED_TO_POLICE,
    Outcome.CHILDRENS_SERVICES,
    Outcome.LEFT_AGAINST_ADVICE,
    Outcome.LEFT_BEFORE_ASSESSMENT,
    Outcome.DIED,
)
_FIRST_CARE = (CareKind.WATER, CareKind.FOIL_BLANKET, CareKind.RECOVERY_POSITION, CareKind.LISTENING, CareKind.ICE)
_CARE = (*_FIRST_CARE, *(kind for kind in CareKind if kind not in _FIRST_CARE))


def _needs(visit: Visit) -> frozenset[str]:
    return frozenset(_codes(visit.needs))


def _tick_need(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.tick_need(Presentation(code), on)


def _triage(visit: Visit) -> frozenset[str]:
    return frozenset({visit.triage.category.value}) if visit.triage else frozenset()


def _set_triage(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.set_triage(TriageCategory(code) if on else None, moment.rules, moment.at, moment.actor.id)


def _substances(visit: Visit) -> frozenset[str]:
    return frozenset(_codes(visit.substances))


def _tick_substance(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.tick_substance(Substance(code), on)


_SAME_LOOK = timedelta(minutes=2)


def _consciousness(visit: Visit) -> frozenset[str]:
    latest = visit.observations[-1] if visit.observations else None
    return frozenset({latest.consciousness.value}) if latest and latest.consciousness else frozenset()


def _observe(code: str, on: bool, moment: Moment, visit: Visit) -> VisitEdit:
    """A second look is a new set, also when it finds the same; only a slip of the last moments is put right."""
    latest = visit.observations[-1] if visit.observations else None
    slip = latest is not None and latest.by == moment.actor.id and moment.at - latest.at < _SAME_LOOK
    if latest is not None and slip:
        if not on:
            return edits.take_back_observation(latest.id)
        return edits.observe(replace(latest, consciousness=Consciousness(code)))
    return edits.observe(ObservationSet(moment.new_id(), moment.at, moment.actor.id, consciousness=Consciousness(code)))


def _care(visit: Visit) -> frozenset[str]:
    return frozenset(given.kind.value for given in visit.care)


def _give_care(code: str, on: bool, moment: Moment, visit: Visit) -> VisitEdit:
    if on:
        return edits.give_care(CareGiven(moment.new_id(), CareKind(code), moment.at, moment.actor.id))
    last = next((given.id for given in reversed(visit.care) if given.kind.value == code), "")
    return edits.take_back_care(last)


def _leave(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.leave(Outcome(code) if on else None, moment.at)


def _outcome(visit: Visit) -> frozenset[str]:
    return frozenset({visit.outcome.value}) if visit.outcome else frozenset()


def _would_have(visit: Visit) -> frozenset[str]:
    held = visit.diversion.would_have
    return frozenset({held.value}) if held else frozenset()


def _judge(code: str, on: bool, moment: Moment, visit: Visit) -> VisitEdit:
    return edits.judge(WouldHave(code) if on else None, visit.diversion.basis, moment.actor.role)


def _basis(visit: Visit) -> frozenset[str]:
    held = visit.diversion.basis
    return frozenset({held.value}) if held else frozenset()


def _set_basis(code: str, on: bool, moment: Moment, visit: Visit) -> VisitEdit:
    """A clinician who presses what somebody else has ticked for them judges so, and takes nothing off."""
    confirms = lacks_clinician(visit.diversion) and may(moment.actor.role, Right.JUDGE_AS_CLINICIAN)
    on = on or (confirms and code == Basis.CLINICIAN_JUDGED)
    return edits.judge(visit.diversion.would_have, Basis(code) if on else None, moment.actor.role)


YES, NO = "yes", "no"


def _yes_no(field: str) -> dict[str, Any]:
    def chosen(visit: Visit) -> frozenset[str]:
        held = getattr(visit, field)
        return frozenset() if held is None else frozenset({YES if held else NO})

    def edit(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
        return edits.answer(**{field: code == YES if on else None})

    return {"codes": (YES, NO), "chosen": chosen, "edit": edit, "one": True, "columns": 5, "folded": True}


def _consent(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.answer(consent=Consent(code) if on else None, consent_at=moment.at if on else None)


def _where(visit: Visit) -> frozenset[str]:
    return frozenset({visit.beat_area}) if visit.beat_area else frozenset()


def _set_where(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.answer(beat_area=code if on else None)


def _advised(code: str, on: bool, _moment: Moment, _visit: Visit) -> VisitEdit:
    return edits.answer(outcome_advised=Outcome(code) if on else None)


def _advised_instead(visit: Visit) -> frozenset[str]:
    return frozenset({visit.advised_instead.value}) if visit.advised_instead else frozenset()


_ADVISED = (
    Outcome.AMBULANCE_CONVEYED,
    Outcome.OWN_TRANSPORT_TO_ED,
    Outcome.ADVISED_ELSEWHERE,
    Outcome.HOME_WITH_FRIEND_FAMILY,
)
"""What people are advised and do not do; how they left is asked apart."""


def flag_letters(rules: FlagRules) -> dict[str, str]:
    """The keys of the red flags, as the scheme's rules give them, by ``question.code``."""
    return {f"triage.flag.{rule.code}": rule.key for rule in rules.rules if rule.key}


def flags_question(rules: FlagRules) -> Question:
    """The red flags of the scheme's rules as a pick-any question; those the record raises show as ticked too."""

    def edit(code: str, on: bool, moment: Moment, _visit: Visit) -> VisitEdit:
        return edits.tick_flag(code, on, moment.rules, moment.at, moment.actor.id)

    def chosen(visit: Visit) -> frozenset[str]:
        return frozenset(flag.code for flag in visit.flags if flag.closed_at is None)

    codes = tuple(rule.code for rule in rules.rules if rule.key)
    return Question("triage.flag", Section.TRIAGE, codes, one=False, columns=4, chosen=chosen, edit=edit)


def _arrival(areas: tuple[str, ...]) -> tuple[Question, ...]:
    place = Section.ARRIVAL
    unanswered = (NoAnswer.NOT_KNOWN, NoAnswer.REFUSED)
    return (
        Question("arrival.need", place, _codes(_MAIN_NEEDS), False, 5, _needs, _tick_need),
        Question("arrival.other_need", place, _codes(OTHER_NEEDS), False, 5, _needs, _tick_need, folded=True),
        Question("arrival.age", place, _codes(AgeBand), columns=8, stacked=True, **_one_field("age_band", AgeBand)),
        Question("arrival.gender", place, _codes(Gender), columns=3, stacked=True, **_one_field("gender", Gender)),
        Question(
            "arrival.sent_by",
            place,
            _codes((*ReferralSource, NoAnswer.NOT_KNOWN)),
            columns=5,
            folded=True,
            **_one_field("referral_source", ReferralSource),
        ),
        Question("arrival.where", place, areas, True, 5, _where, _set_where, folded=True),
        Question("arrival.alone", place, **_yes_no("alone")),
        Question(
            "arrival.age_source",
            place,
            _codes(AgeSource),
            columns=5,
            folded=True,
            **(_one_field("age_source", AgeSource) | {"takes_unknown": False}),
        ),
        Question(
            "arrival.lives",
            place,
            _codes((*Residency, *unanswered)),
            columns=5,
            folded=True,
            **_one_field("residency", Residency),
        ),
        Question(
            "arrival.consent",
            place,
            _codes(Consent),
            columns=5,
            folded=True,
            **(_one_field("consent", Consent) | {"edit": _consent, "takes_unknown": False}),
        ),
        Question("arrival.privacy", place, **_yes_no("privacy_notice")),
    )


def _triage_questions(rules: FlagRules) -> tuple[Question, ...]:
    place = Section.TRIAGE
    return (
        Question("triage.category", place, _codes(TriageCategory), True, 1, _triage, _set_triage),
        flags_question(rules),
        Question("triage.drunk", place, _codes(Intoxication), columns=5, **_one_field("intoxication", Intoxication)),
        Question("triage.took", place, _codes(Substance), False, 5, _substances, _tick_substance, folded=True),
    )


def _leaving() -> tuple[Question, ...]:
    place = Section.LEAVING
    return (
        Question(
            "leaving.outcome",
            place,
            _codes(_OUTCOMES),
            one=True,
            columns=4,
            chosen=_outcome,
            edit=_leave,
            hold=frozenset({Outcome.DIED.value}),
        ),
        Question("leaving.would_have", place, _codes(WouldHave), True, 3, _would_have, _judge),
        Question("leaving.basis", place, _codes(Basis), True, 4, _basis, _set_basis),
        Question("leaving.advised", place, _codes(_ADVISED), True, 4, _advised_instead, _advised, folded=True),
    )


def questions(rules: FlagRules, areas: tuple[str, ...] = ()) -> tuple[Question, ...]:
    """Every question of the visit page, in the order of the page; ``areas`` are the codes of the beat areas."""
    return (
        *(question for question in _arrival(areas) if question.codes),
        *_triage_questions(rules),
        Question("observations.awake", Section.OBSERVATIONS, _codes(Consciousness), True, 5, _consciousness, _observe),
        Question("care.given", Section.CARE, _codes(_CARE), False, 5, _care, _give_care),
        *_leaving(),
    )
