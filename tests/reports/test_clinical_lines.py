"""What the summary says of the clinical record: each figure with its whole, none said plainly, unknown never none."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.counting.clinical_facts import ClinicalFacts, RedFlags, ReferralFacts
from mavis.domain.record.safeguarding import ReferralState, ReferralTarget
from mavis.domain.visit.brief_intervention import InterventionStatus
from mavis.reports.clinical_lines import clinical_lines
from mavis.reports.lettering import SMALL_BOLD, width
from mavis.reports.shift_summary import draw
from mavis.reports.summary_clinical import NAME_ROOM
from tests.reports.builders import REFERENCE, VISITS, night
from tests.reports.clinical_nights import advice, deepened
from tests.reports.reading import text_of


def _said(*facts: ClinicalFacts) -> dict[str, str]:
    visits = tuple(replace(visit, care=(), clinical=each) for visit, each in zip(VISITS, facts, strict=False))
    return {line.name: line.text for line in clinical_lines(night(visits))}


def test_each_subject_has_its_line() -> None:
    """Scores by band, late checks, advice with what counts, harm, referrals by target and state, care by kind."""
    said = {line.name: line.text for line in clinical_lines(night(deepened()))}

    assert said["NEWS2"] == "Worst score of each visit: high 1, medium 1, low 1, incomplete 1. Not taken: 12 of 16."
    assert said["Checks"] == "3 checks late, on 2 of 5 known; not known for 11."
    assert said["Red flags"] == "Still open on 1 of 16 visits; all closed on 1."
    assert said["Head injuries"] == "1: sent to A&E 1."
    assert "completed 2, declined 1. Counts as delivered: 1. Not right tonight: too drunk" in said["Alcohol advice"]
    assert said["Alcohol advice"].endswith("Not recorded: 12.")
    assert said["Alcohol screening"] == "2: AUDIT-C 1, FAST 1. Positive: AUDIT-C 1."
    assert said["Assaults"].startswith("2. How: fist or hand 1, glass or bottle 1, not known 1. Where: street 1")
    assert said["Suspected spiking"] == "1. By: drink 1. Here within 12 hours: yes 1. Sample with police: not known 1."
    assert said["Referrals"].startswith("3: police 1 closed; kept private 1 waiting; alcohol treatment 1 waiting.")
    assert said["First aid"].startswith("13 of 16 visits: water 10,")
    assert said["Care refused"] == "1 of 16 visits: an ambulance 1, going to A&E 1."


def test_no_name_runs_into_what_is_said() -> None:
    """Each name is narrower than its column, with a gap that can be seen."""
    lines = (*clinical_lines(night(deepened())), *clinical_lines(night()))
    wide = {line.name: width(line.name, SMALL_BOLD) for line in lines}

    assert len(wide) > 12
    assert {name: room for name, room in wide.items() if room > NAME_ROOM - 1.5} == {}


def test_none_is_said_plainly_and_unknown_is_not_none() -> None:
    """Where nobody kept a record, the line says so; what was kept and did not happen is none."""
    said = _said(ClinicalFacts(), ClinicalFacts(late_checks=None))

    assert list(said) == ["None tonight"]
    assert said["None tonight"].startswith("Observations, red flags, head injuries, assaults, spiking")
    assert said["None tonight"].endswith("Not recorded: late checks, alcohol advice (ABI).")


def test_advice_that_was_never_offered_is_told_as_nought() -> None:
    """Somebody was asked about: then nobody offered is a figure."""
    said = _said(ClinicalFacts(intervention=advice(InterventionStatus.NOT_OFFERED), late_checks=0))

    assert said["Alcohol advice"] == "Offered on 0 of 1 visit."
    assert said["Checks"] == "None late of 1 known; not known for 0."


def test_a_private_target_is_not_named() -> None:
    """Two services that would tell too much are one row, which adds up with the others."""
    private = (ReferralTarget.SARC, ReferralTarget.DOMESTIC_ABUSE_SERVICE)
    made = tuple(ReferralFacts(target, ReferralState.WAITING, None) for target in private)
    said = _said(ClinicalFacts(referrals=made, red_flags=RedFlags.OPEN))

    assert said["Referrals"] == "2: kept private 2 waiting. Consent: not known 2."


def test_worries_of_the_crew_stand_beside_the_flags_of_the_rules() -> None:
    """Both out of all visits; where no rule raised a flag, the worry alone is told."""
    both = _said(ClinicalFacts(safeguarding=("under_18",)), ClinicalFacts(worried=True))
    alone = _said(ClinicalFacts(), ClinicalFacts(worried=True))

    worry = "The crew wrote down a worry for somebody's safety on 1 of 2 visits."
    assert both["Safeguarding flags"] == (
        f"A rule raised one on 1 of 2 visits, such as under 18 or may be spiked. {worry}"
    )
    assert alone["Safeguarding flags"] == worry


def test_the_page_says_it() -> None:
    """The lines stand on the second page, above the tallies."""
    page = text_of(draw(night(deepened()), REFERENCE), 2)

    assert page.index("Clinical record") < page.index("Assaults: 2.") < page.index("Helped without a visit")
