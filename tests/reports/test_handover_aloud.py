"""The handover to read aloud: the same sentences, in ATMIST order."""

from __future__ import annotations

from dataclasses import replace

from mavis.domain.record.care import Note
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.observation import BreathedGas, Consciousness, ObservationSet
from mavis.domain.record.safeguarding import ChildSafety, Safeguarding
from mavis.domain.scores.news2 import Parameter
from mavis.domain.visit.triage import Triage, TriageCategory
from mavis.reports.handover_aloud import aloud
from mavis.reports.handover_signs import said_reading, value_text
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


def test_who_is_with_a_child_is_told_on() -> None:
    """The crew takes the child on: who is there, that it is no adult they trust, and that the services know."""
    told = ChildSafety(with_whom="a friend of 17", with_adult=False, front_door_told=True)
    child = a_visit(age_band=AgeBand.FROM_16, safeguarding=Safeguarding(child=told))
    said = aloud(handover_of(child))

    assert "With them: a friend of 17." in said
    assert "No adult they trust is with them." in said
    assert words("handover.said.services_told") in said
    assert "With them" not in aloud(handover_of(replace(child, safeguarding=None)))


def test_each_sign_as_it_is_said() -> None:
    """The gas once, how awake in words, both numbers of a blood pressure where both were taken."""
    both = replace(SETS[1], diastolic=64)
    first, second = [line for line in aloud(handover_of(collapsed(SETS[0], both))).splitlines() if line[:3] == "At "]

    assert "systolic 108" in first
    assert "blood pressure 102 over 64" in second
    assert first.count("air") == 1
    assert first.startswith("At 22:36: breaths 12 a minute, SpO2 94 %, on air, ")
    assert first.endswith("pulse 58, Wakes to voice, GCS 13 (E3 V4 M6), temperature 35.8 \N{DEGREE SIGN}C, NEWS2 6.")
    assert "GCS E3 V-NT M6, no total" in second
    assert said_reading(Parameter.SPO2, replace(SETS[0], spo2_scale=2)) == "SpO2 94 % (scale 2)"


def test_what_was_taken_is_read_and_what_never_was_is_told_once() -> None:
    """No value that was not taken stands among those that were; breathing comes first, as a crew looks."""
    parts = [
        ObservationSet("first", at("22:36"), "ruth", consciousness=Consciousness.ALERT),
        ObservationSet("second", at("22:46"), "ruth", spo2=96, gas=BreathedGas.AIR, pulse=104),
    ]
    signs = [line for line in aloud(handover_of(collapsed(*parts))).splitlines() if line.startswith(("At ", "Not "))]

    assert signs == [
        "At 22:36: Alert, NEWS2 at least 0.",
        "At 22:46: SpO2 96 %, on air, pulse 104, NEWS2 at least 1.",
        "Not checked: breaths, blood pressure, temperature and GCS.",
    ]
    assert "Not taken" not in aloud(handover_of(collapsed()))


def test_a_part_of_the_signs_hides_no_score() -> None:
    """The last complete score leads with its time and what was measured since; two sets in one minute have an order."""
    part = ObservationSet("part", at("22:36"), "ruth", spo2=96, gas=BreathedGas.AIR, pulse=104)
    told = aloud(handover_of(collapsed(SETS[0], part))).splitlines()

    assert told[3].startswith("NEWS2 6 at 22:36. MEDIUM: urgent response. Since then only: ")
    assert told[3].endswith("SpO2 96 %, on air, pulse 104.")
    assert "Wakes to voice" in told[1]
    assert "At 22:36, after that: " in "\n".join(told)
    worse = replace(part, respiration=26, pulse=140, temperature_tenths=345)
    assert "NEWS2 9+. Incomplete: at least 9 from 5 of 7 (breaths, SpO2, air or oxygen, pulse, temperature)." in aloud(
        handover_of(collapsed(SETS[0], worse))
    )


def test_the_score_that_leads_is_on_the_sheet() -> None:
    """However many parts were measured after it; the state says when it was seen."""
    parts = [ObservationSet(time, at(time), "ruth", pulse=104) for time in ("22:48", "22:49", "22:50")]
    handover = handover_of(collapsed(SETS[0], SETS[1], *parts))

    assert [one.taken.id for one in handover.sets] == ["22:46", "22:49", "22:50"]
    assert "Wakes to voice at 22:46." in band_lines(handover)[1]


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


def test_red_is_heard_before_a_low_score() -> None:
    """Chest pain is in no score: LOW must not be the first word that a call handler hears. Else the score leads."""
    awake = replace(SETS[0], id="well", at=at("22:50"), spo2=98, systolic=118, consciousness=Consciousness.ALERT)
    calm = collapsed(replace(awake, gcs_eye=4), needs=(), substances=(), intoxication=None)
    red = replace(calm, triage=Triage(TriageCategory.RED, "ruth", at("22:37"), TriageCategory.RED, "1"))
    heard = aloud(handover_of(red)).splitlines()

    assert aloud(handover_of(calm)).splitlines()[1].startswith("NEWS2 1. LOW")
    assert heard[1].startswith("Triage RED.")
    assert heard[3].startswith("NEWS2 1. LOW")


def test_a_bad_vital_sign_that_is_one_no_more_is_heard_with_its_times() -> None:
    """As it stands in the banner of the visit."""
    bad = replace(SETS[1], id="bad", at=at("22:40"), spo2=88, consciousness=Consciousness.ALERT, gcs_eye=None)
    well = replace(bad, id="well", at=at("22:50"), spo2=98, respiration=16, pulse=80)

    assert "A bad vital sign (SpO2) at 22:40, not at 22:50." in aloud(handover_of(collapsed(bad, well)))


def test_a_flag_that_was_measured_and_is_no_more_says_when() -> None:
    """It stands open until a clinician closes it, but the crew must not look for it now."""
    well = replace(SETS[1], id="well", at=at("22:50"), consciousness=Consciousness.ALERT, gcs_eye=None)
    band = band_lines(handover_of(collapsed(SETS[1], well)))[2]

    assert "Confused or drowsy at 22:46, not at 22:50" in band


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
