"""The handover to read aloud: the same sentences, in ATMIST order."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.record.care import Note
from mavis.domain.record.identity import AgeBand
from mavis.domain.scores.news2 import Parameter
from mavis.domain.visit.triage import Triage, TriageCategory
from mavis.reports.handover_aloud import aloud
from mavis.reports.handover_signs import value_text
from mavis.reports.handover_top import band_lines
from mavis.system.wording import words
from tests.builders import a_visit, at
from tests.reports.handovers import SETS, collapsed, handover_of


def test_in_atmist_order() -> None:
    """The band first, then the letters; no mark of bold is left in it."""
    text = aloud(handover_of(collapsed()))
    starts = [
        "NEWS2 9. HIGH",
        "Age, sex",
        "Time",
        "Mechanism",
        "Injuries",
        "At 22:36",
        "At 22:56",
        "Treatment",
        "Consent",
    ]
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


def test_each_sign_as_it_is_said() -> None:
    """The gas once, how awake in words, both numbers of a blood pressure where both were taken."""
    both = replace(SETS[1], diastolic=64)
    first, second = [line for line in aloud(handover_of(collapsed(SETS[0], both))).splitlines() if line[:3] == "At "]

    assert "systolic 108" in first
    assert "blood pressure 102 over 64" in second
    assert first.count("air") == 1
    assert "Wakes to voice" in first
    assert "ACVPU" not in first


def test_no_name_and_the_triage_are_said() -> None:
    """That nobody gave a name, and the colour, on the sheet as well."""
    set_by = Triage(TriageCategory.RED, "ruth", at("22:37"), TriageCategory.RED, "1")
    handover = handover_of(collapsed(name="", triage=set_by))
    first = aloud(handover).splitlines()[0]

    assert first == "Handover, visit K26. Name not given."
    assert "Triage RED." in aloud(handover)
    assert "Triage RED." in " ".join(band_lines(handover))


def test_a_bad_vital_sign_is_named() -> None:
    """Whoever takes over reads which sign it is, beside the name of the flag."""
    band = band_lines(handover_of(collapsed()))[2]

    assert "A bad vital sign (" in band
    assert words("observations.parameter.acvpu") in band


def test_what_nobody_could_read_is_no_finding() -> None:
    """Words that were not understood, and half of a number, stay off the sheet. Any other is told."""
    notes = (
        Note("a", words("observations.lost", text="13O/8O"), at("22:40"), "ruth"),
        Note("b", "Cut lip.", at("22:41"), "ruth"),
        Note("c", words("observations.half", text="Pulse 8"), at("22:42"), "ruth"),
    )
    text = aloud(handover_of(collapsed(notes=notes)))

    assert not any(unread in text for unread in ("13O/8O", "Pulse 8"))
    assert "Cut lip." in text


def test_both_pressures_stand_in_the_grid() -> None:
    """As they were measured; a set with the upper one alone shows that."""
    both = replace(SETS[1], diastolic=64)

    assert [value_text(one, Parameter.SYSTOLIC) for one in (SETS[0], both)] == ["108", "102/64"]
