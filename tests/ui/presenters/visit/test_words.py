"""What the page of a visit says: the banner, the rail, and what the visit counts as."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from mavis.domain.access.roles import Role
from mavis.domain.clinical.triage_advice import CheckIntervals
from mavis.domain.counting.diversion import TO_ED, LeftOut
from mavis.domain.edits import visit as edits
from mavis.domain.record.care import CareGiven, CareKind
from mavis.domain.record.diversion import Basis, Diversion, WouldHave
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.reference import FlagKind
from mavis.domain.visit.triage import Triage, TriageCategory
from mavis.system.reference import load_reference
from mavis.system.wording import label, words
from mavis.ui.presenters.visit.questions import Section
from mavis.ui.presenters.visit.words import banner, claim, finished, red_untriaged, section_note
from tests.builders import a_shift, a_visit, at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mavis.domain.visit.visit import Visit

RULES = load_reference().flags
CLINICAL = [rule.code for rule in RULES.rules if rule.key and rule.kind is FlagKind.CLINICAL]
SAFEGUARDING = [rule.code for rule in RULES.rules if rule.key and rule.kind is FlagKind.SAFEGUARDING]


def flagged(*codes: str, **fields: object) -> Visit:
    """A visit with these flags ticked."""
    visit = a_visit(**fields)
    for code in codes:
        visit = edits.tick_flag(code, True, RULES, at("22:00"), "crew-1")(visit)
    return visit


def claimed(
    would_have: WouldHave | None, basis: Basis | None, *, flags: Sequence[str] = (), **fields: object
) -> tuple[str, str]:
    """What is said of a visit that would have gone there, judged so."""
    judged = Diversion(would_have, basis, Role.LEAD) if would_have else Diversion(None, None, None)
    return claim(flagged(*flags, diversion=judged, **fields), a_shift())


def test_without_flags_there_is_no_banner() -> None:
    """Nothing to say is said by saying nothing."""
    assert banner(a_visit(), RULES) is None


@pytest.mark.parametrize("code", [rule.code for rule in RULES.rules])
def test_every_flag_has_its_advice(code: str) -> None:
    """A headline, the name of the flag, and whether 999 is offered."""
    rule = next(rule for rule in RULES.rules if rule.code == code)
    said = banner(flagged(code), RULES)

    assert said is not None
    assert said.headline == words(rule.advice)
    assert rule.name in said.why
    assert not rule.never or said.why.startswith(words(rule.never))
    assert said.clinical is (rule.kind is FlagKind.CLINICAL)


def test_the_most_urgent_speaks_and_the_rest_is_counted() -> None:
    """Three names, one more behind them; the order of ticking does not matter."""
    codes = sorted(CLINICAL, key=lambda code: -next(rule.rank for rule in RULES.rules if rule.code == code))[:4]
    said = banner(flagged(*codes), RULES)
    first = min((rule for rule in RULES.rules if rule.code in codes), key=lambda rule: rule.rank)

    assert said is not None
    assert (said.headline, said.more) == (words(first.advice), 1)


def test_the_banner_goes_when_the_person_has_gone() -> None:
    """And it knows when 999 was called."""
    assert banner(flagged(CLINICAL[0], outcome=Outcome.AMBULANCE_CONVEYED), RULES) is None
    said = banner(flagged(CLINICAL[0], ambulance_requested_at=at("22:01")), RULES)
    assert said is not None
    assert said.called_999


@pytest.mark.parametrize("code", CLINICAL)
def test_after_the_call_nobody_is_told_to_call_again(code: str) -> None:
    """What to do while waiting stands there instead."""
    said = banner(flagged(code, ambulance_requested_at=at("22:01")), RULES)

    assert said is not None
    assert said.headline.startswith("999 is called. ")
    assert "Call 999" not in said.headline + said.why


def test_an_open_clinical_flag_without_triage_is_asked_about_and_told_at_the_end() -> None:
    """Before the visit is finished, and in the message after it; a category or a safeguarding flag asks nothing."""
    visit = flagged("head_injury", outcome=Outcome.TAXI)
    chosen = replace(visit, triage=Triage(TriageCategory.RED, "crew-1", at("22:00"), TriageCategory.RED, "1"))

    assert red_untriaged(visit, RULES) == "Head injury"
    assert finished(visit, RULES).said == words("visit.said.finished_red", code=visit.code, names="Head injury")
    assert not red_untriaged(chosen, RULES)
    assert finished(chosen, RULES).said == words("safety.finished_flagged", code=visit.code)
    in_an_ambulance = replace(chosen, outcome=Outcome.AMBULANCE_CONVEYED)
    assert finished(in_an_ambulance, RULES).said == words("visit.said.finished", code=visit.code)
    assert not red_untriaged(flagged(*SAFEGUARDING), RULES)


@pytest.mark.parametrize(
    ("key", "would_have", "outcome"),
    [
        ("ed", WouldHave.ED_OWN_MEANS, Outcome.TAXI),
        ("both", WouldHave.AMBULANCE_999, Outcome.TAXI),
        ("ambulance", WouldHave.AMBULANCE_999, Outcome.OWN_TRANSPORT_TO_ED),
        ("nothing", WouldHave.POLICE, Outcome.TAXI),
        ("nothing", WouldHave.NOTHING, Outcome.TAXI),
        ("not_known", WouldHave.NOT_KNOWN, Outcome.TAXI),
        ("nothing", WouldHave.AMBULANCE_999, Outcome.AMBULANCE_CONVEYED),
    ],
)
def test_the_claim_is_said_while_it_is_chosen(key: str, would_have: WouldHave, outcome: Outcome) -> None:
    """With its basis, and why; there is nothing to prove where A&E would not have had them."""
    said, proof = claimed(would_have, Basis.PROTOCOL_MET, outcome=outcome)

    assert said == words(f"visit.claim.{key}", basis=label(Basis.PROTOCOL_MET))
    assert bool(proof) is (would_have in TO_ED)


@pytest.mark.parametrize(
    ("reason", "fields"),
    [
        (LeftOut.STILL_OPEN, {}),
        (LeftOut.SENT_TO_ED, {"outcome": Outcome.OWN_TRANSPORT_TO_ED}),
        (LeftOut.LEFT_EARLY, {"outcome": Outcome.LEFT_AGAINST_ADVICE}),
        (LeftOut.DIED, {"outcome": Outcome.DIED}),
        (LeftOut.RED_FLAG, {"outcome": Outcome.TAXI, "flags": CLINICAL[:1]}),
    ],
)
def test_what_withholds_a_claim_is_said(reason: LeftOut, fields: dict[str, Any]) -> None:
    """Each reason has its sentence."""
    said, why = claimed(WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED, **fields)

    assert said == words("visit.claim.nothing")
    assert why == words(f"visit.claim.withheld_{reason.value}")


@pytest.mark.parametrize("reason", list(LeftOut))
def test_every_reason_has_words(reason: LeftOut) -> None:
    """Also the one that only a later night brings: they came back."""
    assert words(f"visit.claim.withheld_{reason.value}")


def test_a_safeguarding_flag_withholds_nothing() -> None:
    """Only a clinical one does."""
    said, _ = claimed(WouldHave.ED_OWN_MEANS, Basis.STOOD_DOWN, outcome=Outcome.TAXI, flags=SAFEGUARDING[:1])

    assert said == words("visit.claim.ed", basis=label(Basis.STOOD_DOWN))


def test_an_ambulance_counts_apart_from_the_flag_that_withholds_the_visit() -> None:
    """Domain rules: an open flag withholds the A&E visit alone, and the page says why the two differ."""
    said, why = claimed(WouldHave.AMBULANCE_999, Basis.PROTOCOL_MET, outcome=Outcome.TAXI, flags=CLINICAL[:1])

    assert said == words("visit.claim.ambulance", basis=label(Basis.PROTOCOL_MET))
    assert why == words("visit.claim.apart", why=words("visit.claim.withheld_red_flag"))


def test_a_clinicians_judgement_needs_a_clinician() -> None:
    """The foot says what it counts as until then, and what would make it count as ticked."""
    said, _ = claimed(WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED, outcome=Outcome.TAXI)

    assert said == words("visit.claim.ed", basis=words("visit.claim.no_clinician", hand_over="F9", key="I"))


def test_nobody_asked_nothing_claimed() -> None:
    """Said as such."""
    assert claimed(None, None, outcome=Outcome.TAXI)[0] == words("visit.claim.not_asked")
    assert claim(a_visit(), None)[0] == words("visit.claim.not_asked")


def test_the_rail_says_what_each_section_holds() -> None:
    """Done, the category, the next check, how much was given, left."""
    triage = Triage(TriageCategory.RED, "crew-1", at("22:00"), TriageCategory.RED, "1")
    visit = a_visit(
        needs=(Presentation.COLD,), triage=triage, care=(CareGiven("c", CareKind.WATER, at("22:05"), "crew-1"),)
    )
    intervals = CheckIntervals()
    notes = {one: section_note(visit, one, at("22:04"), intervals) for one in Section}

    assert notes[Section.ARRIVAL] == words("visit.rail.done")
    assert notes[Section.TRIAGE] == label(TriageCategory.RED)
    assert notes[Section.OBSERVATIONS] == words("visit.rail.check_later", minutes=11)
    assert notes[Section.CARE] == words("visit.rail.given", count=1)
    assert notes[Section.LEAVING] == ""
    left = replace(visit, outcome=Outcome.TAXI)
    assert section_note(left, Section.LEAVING, at("22:30"), intervals) == words("visit.rail.left")
    assert section_note(visit, Section.OBSERVATIONS, at("22:30"), intervals) == words("visit.rail.check_overdue")


def test_a_claim_without_a_basis_says_that_none_was_chosen() -> None:
    """Otherwise the sentence names an answer whose chip is not ticked."""
    said, _ = claimed(WouldHave.ED_OWN_MEANS, None, outcome=Outcome.TAXI)

    assert said == words("visit.claim.ed", basis=words("visit.claim.no_basis"))
