"""The letters of a visit's sections as data: each answer has one key, and no letter means two things in a section.

Ages are the top row of the keyboard, young to old. The letters of the red flags and of the tally stand with them in the
reference data, which a scheme can replace.
"""

from __future__ import annotations

ANSWERS: dict[str, dict[str, str]] = {
    "arrival.need": {
        "alcohol_intoxication": "D",
        "suspected_drugs": "G",
        "suspected_spiking": "S",
        "head_injury": "H",
        "minor_injury": "J",
        "assault": "A",
        "medical_illness": "P",
        "mental_distress": "V",
        "found_asleep": "Z",
        "cold": "C",
        "lost_or_separated": "L",
        "no_way_home": "N",
        "sexual_assault": "K",
        "domestic_abuse": "B",
    },
    "arrival.other_need": {"other": "O"},
    "arrival.age": {
        "under_16": "Q",
        "16_17": "W",
        "18_24": "E",
        "25_34": "R",
        "35_44": "T",
        "45_54": "Y",
        "55_64": "U",
        "65_over": "I",
    },
    "arrival.gender": {"female": "F", "male": "M", "other": "X"},
    "triage.category": {"red": "R", "amber": "A", "green": "G"},
    "triage.drunk": {"none": "O", "mild": "L", "moderate": "M", "severe": "Q", "unconscious": "J"},
    "observations.awake": {"A": "A", "C": "C", "V": "V", "P": "P", "U": "U"},
    "care.given": {
        "water": "W",
        "foil_blanket": "F",
        "recovery_position": "R",
        "listening": "L",
        "ice": "I",
        "wound_cleaned": "C",
        "bleeding_control": "B",
        "sling_or_splint": "S",
        "airway": "A",
        "glucose": "G",
        "foot_care": "T",
        "wash": "H",
        "monitored_only": "M",
        "oxygen": "O",
        "cpr_aed": "D",
        "naloxone": "N",
        "phone_charge": "P",
        "call_to_family": "K",
        "reunited": "J",
        "taxi_arranged": "X",
        "escort": "E",
        "clothing": "V",
        "prayer": "Y",
        "signposting": "U",
        "other": "Z",
    },
    "safety.part": {
        "assault": "A",
        "spiking": "S",
        "refusal": "R",
        "capacity": "C",
        "safeguarding": "G",
        "referrals": "F",
    },
    "leaving.outcome": {
        "home_alone": "A",
        "home_with_friend_family": "F",
        "taxi": "X",
        "public_transport": "B",
        "rejoined_friends": "J",
        "returned_to_accommodation": "R",
        "handed_to_street_pastors": "S",
        "hostel": "H",
        "ambulance_conveyed": "M",
        "own_transport_to_ed": "E",
        "advised_elsewhere": "G",
        "handed_to_police": "P",
        "childrens_services": "C",
        "left_against_advice": "L",
        "left_before_assessment": "W",
        "died": "D",
    },
    "leaving.would_have": {
        "ambulance_999": "N",
        "ed_own_means": "O",
        "police": "V",
        "gp_111_utc": "T",
        "nothing": "Z",
        "not_known": "0",
    },
    "leaving.basis": {
        "clinician_judged": "I",
        "protocol_met": "U",
        "stood_down": "Y",
        "volunteer_judged": "Q",
    },
}
"""Question, code, letter; a question's id begins with the section that owns its letters."""

CREW_KEYS = "QWERTYUIOP"
"""Start of shift: the people, in the order of the page."""
EVENT_KEYS = "ASDFGHJK0"
"""Start of shift: what is on tonight; the nought is for anything else."""
DUTY_KEYS = {
    "lead": "L",
    "first_aid": "F",
    "street_pastor": "S",
    "street_warden": "W",
    "clinician": "C",
    "police": "P",
    "coordinator": "K",
    "other": "O",
}
"""Start of shift: what somebody who is added does; these letters count while the question has the keyboard."""
KIT_KEYS = "ZXCVBNML"
"""Start of shift: the kit."""
