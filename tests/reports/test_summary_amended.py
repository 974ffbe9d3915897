"""Changes since signing are listed in words, and never with text that could name a person."""

from __future__ import annotations

from dataclasses import fields

import pytest

from mavis.domain.visit.visit import Visit
from mavis.reports.summary_amended import field_name, said


@pytest.mark.parametrize(
    ("field", "stored", "words"),
    [
        ("age_band", '"16_17"', "16-17"),
        ("age_band", '"not_known"', "Not known"),
        ("gender", '"refused"', "Would not say"),
        ("age_band", "null", "nothing"),
        ("needs", '["minor_injury", "cold"]', "Minor injury, Cold or thin clothing"),
        ("needs", "[]", "nothing"),
        ("departed_at", '"2017-12-24T02:40:00+00:00"', "Sun 24 Dec 2017 02:40"),
        ("alone", "true", "yes"),
        ("alone", "false", "no"),
        ("triage", '{"category": "red", "reason": "said Sam"}', "RED"),
        ("diversion", '{"would_have": "ed_own_means", "basis": "volunteer_judged"}', None),
        ("care", '[{"kind": "ice", "by": "x"}, {"kind": "ice", "by": "y"}]', "Ice"),
        ("name", '"Sam Example"', "not printed, see Mavis"),
        ("notes", '[{"text": "Sam Example"}]', "not printed, see Mavis"),
        ("name", '""', "nothing"),
        ("name", "", "nothing"),
    ],
)
def test_a_stored_value_in_words(field: str, stored: str, words: str | None) -> None:
    """Codes by their names, times in UK time, and free text not at all."""
    expected = "A&E by their own means, Volunteer judged" if words is None else words

    assert said(field, stored) == expected


def test_every_field_of_a_visit_that_can_change_has_a_name() -> None:
    """A new field cannot be amended without a name in print."""
    fixed = {"id", "shift_id", "entered_at", "entered_by"}

    assert all(field_name(field.name) for field in fields(Visit) if field.name not in fixed)
