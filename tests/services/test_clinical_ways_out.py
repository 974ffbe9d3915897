"""The clinical depth of a real visit on its way out: the figures arrive, and none of its free texts does."""

from __future__ import annotations

import csv
import zipfile
from typing import TYPE_CHECKING

from mavis.domain.edits.visit import answer
from mavis.domain.record.assault import Assault, AssaultMethod, AssaultPlace, Spiking, SpikingRoute
from mavis.domain.record.care import CanDecide, CapacityNote, CareGiven, CareKind, Note, NoteAbout, Refusal, Refused
from mavis.domain.record.head_injury import HeadInjury
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import AbuseIndicator, Referral, ReferralTarget, Safeguarding
from mavis.domain.scores.alcohol_answers import Tool
from mavis.domain.visit.brief_intervention import BriefIntervention, InterventionStatus, Screening
from mavis.domain.visit.triage import Triage, TriageCategory
from mavis.exports.package_reader import read_datapackage
from tests.builders import at
from tests.records import LEAD
from tests.reports.reading import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift

_WORD = "quagga"
_SEEN = ObservationSet(
    "seen",
    at("22:20"),
    LEAD.id,
    respiration=25,
    spo2=94,
    gas=BreathedGas.AIR,
    systolic=125,
    pulse=115,
    consciousness=Consciousness.ALERT,
    temperature_tenths=368,
    news2=6,
    news2_rule="news2-2017.1",
)
_SCREENED = Screening(Tool.AUDIT_C, (4, 2, 2), 8, True, "audit-c-uk.1", while_intoxicated=False)
_EVERYTHING = answer(
    name=_WORD,
    label=_WORD,
    found_location=_WORD,
    looked_after_by=_WORD,
    needs=(Presentation.ASSAULT, Presentation.SUSPECTED_SPIKING, Presentation.HEAD_INJURY),
    triaged_at=at("22:05"),
    triage=Triage(TriageCategory.RED, LEAD.id, at("22:05"), TriageCategory.AMBER, "2026-11", _WORD),
    observations=(_SEEN,),
    care=(CareGiven("c", CareKind.ICE, at("22:10"), LEAD.id, _WORD),),
    notes=(Note("n", _WORD, at("22:11"), LEAD.id), Note("s", _WORD, at("22:12"), LEAD.id, NoteAbout.DOMESTIC_ABUSE)),
    refusal=Refusal(_WORD, at("22:30"), LEAD.id, _WORD, (Refused.HOSPITAL,)),
    capacity=CapacityNote(CanDecide.YES, at("22:30"), LEAD.id, why=_WORD),
    head_injury=HeadInjury((), at("22:06"), LEAD.id),
    abi=BriefIntervention(
        InterventionStatus.COMPLETED, at("22:40"), fit=True, screening=_SCREENED, clinical_reason=_WORD, goal=_WORD
    ),
    assault=Assault(at("21:30"), (AssaultMethod.GLASS_OR_BOTTLE,), _WORD, AssaultPlace.TAKEAWAY, _WORD),
    spiking=Spiking(SpikingRoute.DRINK, at("21:00"), True, _WORD, sample_to_police=True, clothing=_WORD, place=_WORD),
    safeguarding=Safeguarding((AbuseIndicator.AFRAID,), safe_contact=_WORD),
    referrals=(
        Referral("r", ReferralTarget.SARC, at("22:50"), LEAD.id, _WORD, how=_WORD, reference=_WORD, result=_WORD),
    ),
    departed_at=at("23:30"),
)


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        return b"".join(map(_bytes_of, sorted(path.iterdir())))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            return b"".join(map(book.read, book.namelist()))
    return path.read_bytes()


def test_figures_arrive_and_words_do_not(session: Session, shift: Shift, tmp_path: Path) -> None:
    """One visit with a word in every free text: each count is 1 in the scheme's table, and the word is nowhere."""
    visit = session.visits.open_visit(LEAD)
    session.visits.change(LEAD, visit.id, _EVERYTHING)
    actor, day, out = session.actor, shift.date, tmp_path / "out"
    out.mkdir()
    session.counts.export_visits(actor, day, day, out / "visits.csv")
    for audience in ("controller", "partner"):
        session.counts.export(actor, day, day, audience, "datapackage", out / audience)
        session.counts.export(actor, day, day, audience, "xlsx", out / f"{audience}.xlsx")
    page = text_of(session.summaries.pdf(session.summaries.of_shift(shift.id, "Dilys")))
    rows = {
        (row["measure"], row["dimension"], row["category"]): row["value"]
        for row in read_datapackage(out / "controller").rows
        if row["period"] == str(day)[:7]
    }
    with (out / "visits.csv").open(encoding="utf-8", newline="") as stream:
        (listed,) = csv.DictReader(stream)

    assert {rows[key] for key in _COUNTED_ONCE} == {"1"}
    assert (listed["news2_total"], listed["news2_rule"], listed["late_checks"]) == ("6", "news2-2017.1", "1")
    assert (listed["screening_total"], listed["abi_delivered"]) == ("8", "true")
    assert (listed["referrals"], listed["assault_methods"]) == ("private:waiting", "glass_or_bottle")
    assert "kept private 1 waiting" in page
    assert _WORD.encode() not in _bytes_of(out) + page.encode()
    partner = read_datapackage(out / "partner").rows
    assert {
        row["value"] for row in partner if (row["measure"], row["dimension"], row["category"]) in _COUNTED_ONCE
    } == {"*"}


_COUNTED_ONCE = {
    ("visits", "news2", "medium"),
    ("visits", "checks", "late"),
    ("visits", "abi", "completed"),
    ("abi_offered", "all", "all"),
    ("abi_delivered", "all", "all"),
    ("screened_positive", "tool", "audit-c"),
    ("assaults", "method", "glass_or_bottle"),
    ("assaults", "location", "takeaway"),
    ("assaults", "police", "not_known"),
    ("spikings", "route", "drink"),
    ("spikings", "within_12_hours", "yes"),
    ("spikings", "sample", "yes"),
    ("head_injuries", "all", "all"),
    ("referrals", "target_state", "sarc|waiting"),
    ("referrals", "consent", "not_known"),
    ("domestic_abuse", "all", "all"),
    ("first_aid", "care", "ice"),
    ("refusals", "refused", "hospital"),
}
