"""The clinical columns of the list of visits: scores with their rule and what they lack, then codes; no free text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mavis.domain.counting.clinical_facts import ConsentToRefer
from mavis.domain.counting.clinical_questions import PRIVATE_TARGETS
from mavis.domain.counting.summary import NOT_KNOWN
from mavis.exports.described_table import Described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mavis.domain.counting.clinical_facts import AssaultFacts, InterventionFacts, ScreeningFacts, SpikingFacts
    from mavis.domain.counting.facts import VisitFacts

PRIVATE = "private"
"""Stands for a target that tells of a sexual assault or of abuse at home."""


def _number(count: int | None) -> str:
    return "" if count is None else str(count)


def _code(code: object) -> str:
    """A code, or yes and no; ``not_known`` when there is none."""
    if isinstance(code, bool):
        return "yes" if code else "no"
    return NOT_KNOWN if code is None else str(code)


def _listed(codes: Iterable[object]) -> str:
    return "|".join(map(str, codes))


def _abi(name: str, cell: Callable[[InterventionFacts], str]) -> Described[VisitFacts]:
    """A cell about the conversation on drinking; empty when nothing of it was recorded."""
    return Described(
        name, "string", lambda visit: cell(visit.clinical.intervention) if visit.clinical.intervention else ""
    )


def _screening(name: str, kind: str, cell: Callable[[ScreeningFacts], str]) -> Described[VisitFacts]:
    def found(visit: VisitFacts) -> str:
        told = visit.clinical.intervention
        return cell(told.screening) if told is not None and told.screening is not None else ""

    return Described(name, kind, found)


def _assault(name: str, cell: Callable[[AssaultFacts], str]) -> Described[VisitFacts]:
    return Described(name, "string", lambda visit: cell(visit.clinical.assault) if visit.clinical.assault else "")


def _spiking(name: str, cell: Callable[[SpikingFacts], str]) -> Described[VisitFacts]:
    return Described(name, "string", lambda visit: cell(visit.clinical.spiking) if visit.clinical.spiking else "")


def _referrals(visit: VisitFacts) -> str:
    """Each referral with how far it is: ``police:closed|private:waiting``."""
    return _listed(
        f"{PRIVATE if made.target in PRIVATE_TARGETS else made.target}:{made.state}"
        for made in visit.clinical.referrals
    )


def _overridden(visit: VisitFacts) -> str:
    return str(sum(made.consent is ConsentToRefer.OVERRIDDEN for made in visit.clinical.referrals))


def _refused(visit: VisitFacts) -> str:
    told = visit.clinical.refused
    return "" if told is None else _listed(told) or NOT_KNOWN


def _head_injury(visit: VisitFacts) -> str:
    return _code(visit.clinical.head_injury) if visit.clinical.head_injured else ""


CLINICAL_COLUMNS: tuple[Described[VisitFacts], ...] = (
    Described("observation_sets", "integer", lambda visit: str(visit.clinical.sets)),
    Described("news2_band", "string", lambda visit: str(visit.clinical.worst.band)),
    Described("news2_total", "integer", lambda visit: _number(visit.clinical.worst.total)),
    Described("news2_rule", "string", lambda visit: visit.clinical.worst.rule),
    Described("news2_missing", "string", lambda visit: _listed(visit.clinical.worst.missing)),
    Described("late_checks", "integer", lambda visit: _number(visit.clinical.late_checks)),
    Described("red_flags", "string", lambda visit: str(visit.clinical.red_flags)),
    Described("head_injury", "string", _head_injury),
    _abi("abi_status", lambda told: _code(told.status)),
    _abi("abi_not_appropriate", lambda told: _code(told.not_appropriate) if told.status == "not_appropriate" else ""),
    _abi("abi_delivered", lambda told: "true" if told.delivered else "false"),
    _screening("screening_tool", "string", lambda taken: str(taken.tool)),
    _screening("screening_total", "integer", lambda taken: _number(taken.total)),
    _screening("screening_positive", "string", lambda taken: _code(taken.positive)),
    _screening("screening_rule", "string", lambda taken: taken.rule),
    _screening("screening_missing", "string", lambda taken: _listed(taken.missing)),
    _assault("assault_methods", lambda told: _listed(told.methods) or NOT_KNOWN),
    _assault("assault_location", lambda told: _code(told.place)),
    _assault("assault_police", lambda told: _code(told.reported)),
    _spiking("spiking_route", lambda told: _code(told.route)),
    _spiking("spiking_within_12_hours", lambda told: _code(told.within_12_hours)),
    _spiking("spiking_sample", lambda told: _code(told.sample)),
    Described("safeguarding_flag", "boolean", lambda visit: "true" if visit.clinical.safeguarding else "false"),
    Described("referrals", "string", _referrals),
    Described("referrals_overridden", "integer", _overridden),
    Described("refused", "string", _refused),
)
"""In the order of the list; an empty cell says that there was no such thing, ``not_known`` that nobody knows."""
