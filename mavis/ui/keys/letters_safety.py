"""The letters of what follows a triage, of safeguarding and of referrals, in a visit and on the list of open ones."""

from __future__ import annotations

_ANSWERS = {"yes": "Y", "no": "N"}
_OVERRIDES = {"overridden_child": "K", "overridden_harm": "X", "overridden_capacity": "Z"}
_CHASES = {"tomorrow": "T", "in_three_days": "J", "in_a_week": "W"}

SAFETY_ANSWERS: dict[str, dict[str, str]] = {
    "triage_more.answer": _ANSWERS | {"not_known": "0"},
    "triage_more.rest": {"no": "A"},
    "triage_more.reason": {
        "looks_well": "L",
        "seen": "S",
        "usual_for_them": "H",
        "looks_worse": "W",
        "on_their_own": "O",
    },
    "triage_more.grade": {"doctor": "D", "nurse": "U", "paramedic": "P", "other": "X"},
    "triage_more.settle": {"now": "C", "keep": "K"},
    "safeguarding.topic": {"child": "U", "domestic_abuse": "B", "sexual_assault": "K", "other": "O"},
    "safeguarding.answer": _ANSWERS,
    "safeguarding.sign": {
        "afraid": "A",
        "injury": "I",
        "strangled": "S",
        "controlled": "C",
        "followed": "F",
        "threatened": "T",
        "kept_apart": "P",
        "money_taken": "M",
        "pregnant": "G",
        "happened_before": "H",
    },
    "referrals.target": {
        "police": "P",
        "ambulance": "A",
        "vru": "V",
        "da_marac": "M",
        "asb_marac": "B",
        "front_door": "F",
        "adult_social_care": "S",
        "domestic_abuse_service": "D",
        "sarc": "R",
        "alcohol_treatment": "L",
        "street_outreach": "O",
        "mental_health_crisis": "H",
        "homelessness": "E",
        "gp_111_utc": "G",
        "county_lines": "C",
    },
    "referrals.answer": _ANSWERS,
    "referrals.override": _OVERRIDES,
    "referrals.chase": _CHASES,
    "open_referrals.answer": _ANSWERS,
    "open_referrals.override": _OVERRIDES,
    "open_referrals.chase": _CHASES,
    "contacts.answer": {"checked": "T"},
}
"""Question, code, letter, as in ``letters.ANSWERS``."""
