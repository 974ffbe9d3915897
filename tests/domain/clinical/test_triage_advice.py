"""Triage advice from the red flags of the scheme, and when to look again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mavis.domain.clinical.triage_advice import (
    Advice,
    CheckIntervals,
    advise,
    flags_by_record,
    main_need_first,
    next_check,
    owes_reason,
)
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import Consciousness, ObservationSet
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Intoxication, Presentation, Substance
from mavis.domain.record.signs import Sign
from mavis.domain.reference import FlagKind, FlagRule, FlagRules
from mavis.domain.visit.triage import RaisedFlag, Triage, TriageCategory
from tests.builders import a_visit, at

_HEAD = FlagRule(
    "head", "Head", FlagKind.CLINICAL, "a", 20, refer_to_ed=True, needs=frozenset({Presentation.HEAD_INJURY})
)
_FIT = FlagRule("fit", "Fit", FlagKind.CLINICAL, "b", 10)
_CHILD = FlagRule("child", "Child", FlagKind.SAFEGUARDING, "c", 30, age_bands=frozenset({AgeBand.UNDER_16}))
_GHB = FlagRule("ghb", "GHB", FlagKind.CLINICAL, "d", 40, substances=frozenset({Substance.GHB_GBL}))
_OUT = FlagRule(
    "out",
    "Out",
    FlagKind.CLINICAL,
    "e",
    5,
    intoxication=frozenset({Intoxication.UNCONSCIOUS}),
    consciousness=frozenset("U"),
)
_COLD = FlagRule("cold", "Cold", FlagKind.CLINICAL, "f", 50, signs=frozenset({Sign.COLD}))
_RULES = FlagRules("made-up", (_HEAD, _FIT, _CHILD, _GHB, _OUT, _COLD))


def _seen(time: str, awake: Consciousness | None) -> ObservationSet:
    return ObservationSet(time, at(time), "crew-1", consciousness=awake)


def _measured(**values: Any) -> ObservationSet:
    return ObservationSet("o", at("22:20"), "crew-1", **values)


def _flag(code: str, kind: FlagKind = FlagKind.CLINICAL, closed: bool = False) -> RaisedFlag:
    return RaisedFlag(code, kind, at("22:00"), "crew-1", ticked=True, closed_at=at("22:30") if closed else None)


def _decided(category: TriageCategory, time: str = "22:00") -> Triage:
    return Triage(category, "crew-1", at(time), category, "made-up")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, []),
        ({"needs": (Presentation.COLD,)}, []),
        ({"needs": (Presentation.COLD, Presentation.HEAD_INJURY)}, ["head"]),
        ({"age_band": AgeBand.UNDER_16}, ["child"]),
        ({"age_band": AgeBand.FROM_18}, []),
        ({"age_band": NoAnswer.NOT_KNOWN}, []),
        ({"substances": (Substance.ALCOHOL, Substance.GHB_GBL)}, ["ghb"]),
        ({"intoxication": Intoxication.UNCONSCIOUS}, ["out"]),
        ({"intoxication": Intoxication.SEVERE}, []),
        ({"intoxication": NoAnswer.REFUSED}, []),
        ({"observations": (_seen("22:00", Consciousness.UNRESPONSIVE),)}, ["out"]),
        ({"observations": (_seen("22:00", Consciousness.UNRESPONSIVE), _seen("22:15", Consciousness.ALERT))}, ["out"]),
        ({"observations": (_measured(temperature_tenths=350),)}, ["cold"]),
        ({"observations": (_measured(temperature_tenths=351),)}, []),
        ({"observations": (_seen("22:00", None),)}, []),
        ({"needs": (Presentation.HEAD_INJURY,), "age_band": AgeBand.UNDER_16}, ["head", "child"]),
    ],
)
def test_flags_that_the_record_raises(fields: dict[str, Any], codes: list[str]) -> None:
    """Any one condition of a rule raises its flag; waking up later does not lower it, only a clinician closes it."""
    assert [rule.code for rule in flags_by_record(a_visit(**fields), _RULES)] == codes


@pytest.mark.parametrize(
    ("fields", "category"),
    [
        ({}, TriageCategory.GREEN),
        ({"needs": (Presentation.COLD,)}, TriageCategory.GREEN),
        ({"intoxication": Intoxication.MILD}, TriageCategory.GREEN),
        ({"alone": False}, TriageCategory.GREEN),
        ({"alone": True}, TriageCategory.AMBER),
        ({"intoxication": Intoxication.MODERATE}, TriageCategory.AMBER),
        ({"intoxication": Intoxication.SEVERE}, TriageCategory.AMBER),
        ({"needs": (Presentation.MINOR_INJURY,)}, TriageCategory.AMBER),
        ({"needs": (Presentation.MENTAL_DISTRESS,)}, TriageCategory.AMBER),
        ({"needs": (Presentation.HEAD_INJURY,), "flags": (_flag("head", closed=True),)}, TriageCategory.AMBER),
        ({"flags": (_flag("child", FlagKind.SAFEGUARDING),)}, TriageCategory.AMBER),
        ({"observations": (_measured(pulse=90),)}, TriageCategory.GREEN),
        ({"observations": (_measured(pulse=91),)}, TriageCategory.AMBER),
        ({"observations": (_measured(pulse=91), _measured(pulse=90))}, TriageCategory.GREEN),
        ({"observations": (_measured(pulse=91),), "age_band": AgeBand.UNDER_16}, TriageCategory.GREEN),
        ({"flags": (_flag("fit"),)}, TriageCategory.RED),
        ({"flags": (_flag("fit", closed=True),)}, TriageCategory.GREEN),
        ({"flags": (_flag("gone"),)}, TriageCategory.GREEN),
    ],
)
def test_the_category_that_is_advised(fields: dict[str, Any], category: TriageCategory) -> None:
    """An open clinical flag is RED, whatever needs care soon AMBER, the rest GREEN."""
    assert advise(a_visit(**fields), _RULES).category is category


@pytest.mark.parametrize(
    ("chosen", "reason", "drunk", "owed"),
    [
        (TriageCategory.GREEN, "", Intoxication.MODERATE, True),
        (TriageCategory.GREEN, " ", Intoxication.MODERATE, True),
        (TriageCategory.GREEN, "Walks and talks", Intoxication.MODERATE, False),
        (TriageCategory.AMBER, "", Intoxication.MODERATE, False),
        (TriageCategory.RED, "", Intoxication.MODERATE, False),
        (TriageCategory.GREEN, "", Intoxication.MILD, False),
        (None, "", Intoxication.MODERATE, False),
    ],
)
def test_who_owes_a_reason(chosen: TriageCategory | None, reason: str, drunk: Intoxication, owed: bool) -> None:
    """Whoever is less careful than the record as it stands, also when it came to say so later; the careful owe none."""
    triage = None if chosen is None else Triage(chosen, "crew-1", at("22:01"), TriageCategory.GREEN, "made-up", reason)

    assert owes_reason(a_visit(triage=triage, intoxication=drunk)) is owed


def test_the_most_urgent_flag_stands_first() -> None:
    """By rank, not by the order in which they were ticked; one that refers to A&E is enough."""
    visit = a_visit(flags=(_flag("child", FlagKind.SAFEGUARDING), _flag("head"), _flag("fit")))
    assert advise(visit, _RULES) == Advice(TriageCategory.RED, (_FIT, _HEAD, _CHILD), refer_to_ed=True)
    assert not advise(a_visit(flags=(_flag("fit"),)), _RULES).refer_to_ed


def test_the_main_need_stands_first_and_then_what_is_worrying() -> None:
    """A line that has room for two tells of the harassment, not of the lost phone; else their order stays."""
    needs = (Presentation.LOST_OR_SEPARATED, Presentation.HARASSMENT, Presentation.COLD, Presentation.ASSAULT)

    assert main_need_first(needs, Presentation.COLD) == (needs[2], needs[1], needs[3], needs[0])
    assert main_need_first(needs, None) == (needs[1], needs[3], needs[0], needs[2])


def test_only_an_open_clinical_flag_holds_back_a_claim() -> None:
    """Safeguarding never does, and a closed flag no more."""
    flags = (_flag("fit"), _flag("head", closed=True), _flag("child", FlagKind.SAFEGUARDING))
    assert [flag.holds_back_a_claim for flag in flags] == [True, False, False]
    assert a_visit(flags=flags).open_clinical_flags == flags[:1]


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"triage": _decided(TriageCategory.GREEN)}, 30),
        ({"triage": _decided(TriageCategory.AMBER)}, 15),
        ({"triage": _decided(TriageCategory.RED)}, 15),
        ({"triage": _decided(TriageCategory.GREEN), "intoxication": Intoxication.MILD}, 30),
        ({"triage": _decided(TriageCategory.GREEN), "intoxication": Intoxication.MODERATE}, 15),
        ({"triage": _decided(TriageCategory.GREEN), "observations": (_seen("22:20", None),)}, 50),
        ({"triage": _decided(TriageCategory.GREEN), "observations": (_measured(pulse=130),)}, 50),
        ({"triage": _decided(TriageCategory.GREEN), "observations": (_measured(pulse=131),)}, 35),
        (
            {
                "triage": _decided(TriageCategory.GREEN),
                "observations": (_measured(pulse=130, spo2=92, spo2_scale=1, systolic=110),),
            },
            35,
        ),
        ({"triage": _decided(TriageCategory.GREEN, "22:40"), "observations": (_seen("22:20", None),)}, 70),
    ],
)
def test_when_to_look_again(fields: dict[str, Any], minutes: int) -> None:
    """15 minutes for RED, AMBER and the drunk, else 30, from the last look."""
    assert next_check(a_visit(**fields), CheckIntervals()) == at("22:00") + timedelta(minutes=minutes)


def test_intervals_can_be_set() -> None:
    """A coordinator changes the defaults."""
    intervals = CheckIntervals(urgent=timedelta(minutes=5), usual=timedelta(minutes=45))
    assert next_check(a_visit(triage=_decided(TriageCategory.RED)), intervals) == at("22:05")
    assert next_check(a_visit(triage=_decided(TriageCategory.GREEN)), intervals) == at("22:45")


@pytest.mark.parametrize("fields", [{}, {"triage": _decided(TriageCategory.RED), "outcome": Outcome.TAXI}])
def test_nobody_to_look_at(fields: dict[str, Any]) -> None:
    """Before triage and after leaving there is no next check."""
    assert next_check(a_visit(**fields), CheckIntervals()) is None


_URGENCY = [TriageCategory.GREEN, TriageCategory.AMBER, TriageCategory.RED]
_RAISED = st.lists(st.sampled_from([("fit", False), ("head", False), ("fit", True), ("child", False)]), max_size=4)


@given(_RAISED, st.sets(st.sampled_from(Presentation), max_size=4))
def test_one_flag_more_is_never_less_urgent(raised: list[tuple[str, bool]], needs: set[Presentation]) -> None:
    """And the order in which flags and needs were ticked changes nothing of the advice."""
    flags = tuple(
        _flag(code, FlagKind.SAFEGUARDING if code == "child" else FlagKind.CLINICAL, closed) for code, closed in raised
    )
    here = advise(a_visit(flags=flags, needs=tuple(needs)), _RULES)
    turned = advise(a_visit(flags=flags[::-1], needs=tuple(needs)[::-1]), _RULES)
    more = advise(a_visit(flags=(*flags, _flag("fit")), needs=tuple(needs)), _RULES)

    assert here == turned
    assert _URGENCY.index(more.category) >= _URGENCY.index(here.category)
    assert more.category is TriageCategory.RED
    assert here.refer_to_ed == any(code == "head" for code, _closed in raised)
