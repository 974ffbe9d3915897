"""Whatever a night was like, its print keeps its margins, its words apart and its totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mavis.domain.access.roles import Duty
from mavis.domain.counting.facts import CrewTime, ShiftFacts, VisitFacts
from mavis.domain.record.care import CareKind
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.identity import AgeBand, Gender, ReferralSource
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.triage import TriageCategory
from mavis.reports.shift_summary import draw
from tests.reports.builders import NIGHT, REFERENCE, SHIFT, night, past_nights
from tests.reports.reading import badly_placed, text_of

_OPENED = SHIFT.opened_at
_NAMES = st.text(st.characters(codec="utf-8"), max_size=60)


@st.composite
def _visits(draw_one: st.DrawFn) -> tuple[VisitFacts, ...]:
    return tuple(draw_one(_visit(number)) for number in range(draw_one(st.integers(0, 45))))


@st.composite
def _visit(draw_one: st.DrawFn, number: int) -> VisitFacts:
    arrived = _OPENED + timedelta(minutes=draw_one(st.integers(-30, 460)))
    needs = tuple(draw_one(st.lists(st.sampled_from(Presentation), max_size=6, unique=True)))
    return VisitFacts(
        id=str(number),
        code=f"K{number}",
        shift_id="shift",
        site="bus",
        shift_date=NIGHT,
        arrived_at=arrived,
        departed_at=draw_one(st.none() | st.just(arrived + timedelta(minutes=draw_one(st.integers(0, 1500))))),
        age_band=draw_one(st.none() | st.sampled_from(AgeBand)),
        gender=draw_one(st.none() | st.sampled_from(Gender)),
        triage=draw_one(st.none() | st.sampled_from(TriageCategory)),
        needs=needs,
        main_need=needs[0] if needs else None,
        care=tuple(draw_one(st.lists(st.sampled_from(CareKind), max_size=12, unique=True))),
        outcome=draw_one(st.none() | st.sampled_from(Outcome)),
        would_have=draw_one(st.none() | st.sampled_from(WouldHave)),
        basis=draw_one(st.sampled_from(Basis)),
        ambulance_requested=draw_one(st.booleans()),
        open_clinical_flag=draw_one(st.booleans()),
        referral_source=draw_one(st.none() | st.sampled_from(ReferralSource)),
    )


@st.composite
def _shifts(draw_one: st.DrawFn) -> ShiftFacts:
    duties = draw_one(st.lists(st.sampled_from(Duty), max_size=8, unique=True))
    return replace(
        SHIFT,
        opened_at=_OPENED + timedelta(minutes=draw_one(st.integers(-120, 60))),
        closed_at=draw_one(st.none() | st.just(_OPENED + timedelta(minutes=draw_one(st.integers(90, 720))))),
        parked_at=draw_one(_NAMES),
        events=tuple(draw_one(st.lists(_NAMES, max_size=3))),
        crew=tuple(CrewTime(duty, draw_one(st.integers(1, 12)), draw_one(st.integers(0, 4000))) for duty in duties),
        tallies=tuple((kind.code, draw_one(st.none() | st.integers(0, 5000))) for kind in REFERENCE.tallies),
        handover_notes=draw_one(st.text(max_size=400)),
        signed_by=draw_one(_NAMES),
    )


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(_visits(), _shifts(), st.integers(0, 20), _NAMES)
def test_any_night_prints_well(visits: tuple[VisitFacts, ...], shift: ShiftFacts, past: int, scheme: str) -> None:
    """No word outside or on another, all visits in each total, and the mark on the first page."""
    pdf = draw(replace(night(visits, shift, past_nights(past)), scheme=scheme), REFERENCE)
    text = text_of(pdf)

    assert badly_placed(pdf) == []
    assert "RESTRICTED" in text
    assert "do not add up" not in text
    assert not visits or text.count(f"All visits {len(visits)}") == 6
