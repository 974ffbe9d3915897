"""The handover to read aloud: the same sentences, in ATMIST order."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.identity import AgeBand
from mavis.reports.handover_aloud import aloud
from tests.builders import a_visit
from tests.reports.handovers import collapsed, handover_of


def test_in_atmist_order() -> None:
    """The band first, then the letters; no mark of bold is left in it."""
    text = aloud(handover_of(collapsed()))
    starts = ["HIGH", "Age, sex", "Time", "Mechanism", "Injuries", "At 22:36", "At 22:56", "Treatment", "Consent"]
    places = [next(n for n, line in enumerate(text.splitlines()) if line.startswith(start)) for start in starts]

    assert places == sorted(places)
    assert "**" not in text
    assert "NEWS2 9" in text


def test_without_much_to_say() -> None:
    """A bare visit and a child are told as honestly."""
    assert "No observations taken." in aloud(handover_of(a_visit()))
    child = aloud(handover_of(replace(collapsed(), age_band=AgeBand.UNDER_16)))
    assert "not valid under 16" in child
    assert "NEWS2 9" not in child
