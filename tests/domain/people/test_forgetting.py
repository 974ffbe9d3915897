"""Forgetting who somebody was: no word is left, and nothing that is counted changes."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from datetime import date
from typing import get_args, get_origin

import pytest

from mavis.domain.people.forgetting import (
    GONE,
    PLACES,
    WORDS,
    last_kept,
    places_known,
    without_identity,
    without_notes,
    without_words,
)
from mavis.domain.record.assault import Assault, Spiking
from mavis.domain.record.care import Note
from mavis.domain.visit.brief_intervention import BriefIntervention
from mavis.domain.visit.visit import Visit
from mavis.storage.codec import choices, field_types
from tests.builders import SATURDAY_NIGHT, a_shift, a_visit

KEPT = {
    "id",
    "code",
    "shift_id",
    "entered_by",
    "person_id",
    "beat_area",
    "looked_after_by",
    "triage.set_by",
    "triage.rule_version",
    "flags.code",
    "flags.raised_by",
    "flags.closed_by",
    "flags.closed_grade",
    "observations.id",
    "observations.by",
    "observations.news2_rule",
    "observations.gcs_rule",
    "care.id",
    "care.by",
    "care.body_site",
    "notes.id",
    "notes.by",
    "abi.screening.rule_version",
    "abi.delivered_by",
    "referrals.id",
    "referrals.made_by",
    "referrals.owner",
    "oxygen_target.set_by",
    "head_injury.asked_by",
    "capacity.by",
}
"""Codes, ids, authors."""


def _texts(record: type, way: str = "") -> set[str]:
    found: set[str] = set()
    for name, kind in field_types(record).items():
        here = f"{way}.{name}".removeprefix(".")
        for choice in choices(kind):
            inner = get_args(choice)[0] if get_origin(choice) is tuple else choice
            if isinstance(inner, type) and is_dataclass(inner):
                found |= _texts(inner, here)
            elif inner is str:
                found.add(here)
    return found


def test_every_text_of_a_visit_is_decided_about() -> None:
    """A new field must say whether it holds words about the person."""
    assert _texts(Visit) == WORDS | PLACES | KEPT | {"name", "label"}
    assert not (WORDS | PLACES) & KEPT


def test_words_go_and_that_something_was_written_stays() -> None:
    """A dash for a note and for the reason that makes a brief intervention count; nothing where nothing was."""
    told = replace(
        a_visit(name="Kate Webb", label="red coat", found_location="The Pier"),
        notes=(Note("n1", "lives at 3 High Street", SATURDAY_NIGHT, "asha"),),
        abi=BriefIntervention(clinical_reason="Kate's own wish"),
    )
    left = without_identity(told, places_known(["The Pier"]))
    assert (left.name, left.label, left.found_location) == ("", "", "The Pier")
    assert left.notes == (Note("n1", GONE, SATURDAY_NIGHT, "asha"),)
    assert left.abi == BriefIntervention(clinical_reason=GONE)
    assert "Kate" not in repr(left)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("The Pier", "The Pier"),
        (" the  pier", " the  pier"),
        ("outside Kate Webb's flat", GONE),
        ("The Pier, by Kate", GONE),
        ("", ""),
    ],
)
def test_a_place_stays_where_it_is_one_of_the_scheme_s(typed: str, kept: str) -> None:
    """However it was typed; anything else may be a home, in the visit, its blocks and its history."""
    places = places_known(["High Street", "The Pier"])
    told = replace(
        a_visit(found_location=typed), assault=Assault(place_description=typed), spiking=Spiking(place=typed)
    )
    left = without_identity(told, places)
    assert left == replace(
        told, found_location=kept, assault=Assault(place_description=kept), spiking=Spiking(place=kept)
    )
    assert without_words("found_location", typed, places) == kept
    assert without_words("assault", Assault(place_description=typed), places) == left.assault


def test_a_night_loses_its_notes_and_keeps_that_there_were_some() -> None:
    """And when each incident was; a night without notes is the same night."""
    night = a_shift()
    assert without_notes(night) == night
    incident = Note("i1", "Kate Webb fell over", SATURDAY_NIGHT, "asha")
    noted = replace(night, handover_notes="Look out for Kate", incidents=(incident,))
    left = without_notes(noted)
    assert left == replace(noted, handover_notes=GONE, incidents=(replace(incident, text=GONE),))
    assert without_notes(left) == left


def test_forgetting_twice_changes_nothing() -> None:
    """What has no words is the same value."""
    bare = a_visit()
    assert without_identity(bare) == bare
    told = replace(bare, notes=(Note("n1", "x", SATURDAY_NIGHT, "asha"),))
    assert without_identity(without_identity(told)) == without_identity(told)


@pytest.mark.parametrize(
    ("today", "months", "kept"),
    [
        (date(2026, 11, 22), 12, date(2025, 11, 22)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_are_calendar_months(today: date, months: int, kept: date) -> None:
    """The last day of a month where the day does not exist."""
    assert last_kept(today, months) == kept
