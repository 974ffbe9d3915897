"""The invented bus log: read without any mapping made by hand, to the last visit."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mavis.imports.interpreting import interpret
from mavis.imports.log_mapping import AfterMidnight, DateOrder, mapping_of, mapping_text
from mavis.imports.preview import ImportPreview, Why
from mavis.imports.proposing import propose
from mavis.imports.reading import read_log
from mavis.imports.words import load_words

DATA = Path(__file__).parent / "data"
LOG = DATA / "bus_log_2017_2019.csv"


@pytest.fixture(scope="module")
def preview() -> ImportPreview:
    """The preview of the bus log."""
    raw, words = read_log(LOG), load_words()
    return interpret(raw, propose(raw, words), words, date(2026, 3, 14))


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """The counts that a correct import gives."""
    counts: dict[str, Any] = json.loads((DATA / "bus_log_2017_2019.expected.json").read_text(encoding="utf-8"))
    return counts


def test_every_visit_comes_in_on_its_night(preview: ImportPreview, expected: dict[str, Any]) -> None:
    """Nothing is quarantined and nothing unread; each night has its number of visits."""
    nights = Counter(visit.night.isoformat() for visit in preview.visits)
    assert [{"date": night, "visits": nights[night]} for night in sorted(nights)] == expected["shifts"]
    assert (len(preview.visits), preview.quarantined, preview.unread, preview.unused) == (1835, (), (), ())


def test_codes_are_read_from_its_words(preview: ImportPreview, expected: dict[str, Any]) -> None:
    """Needs, outcomes and sex as the expected file counts them."""
    assert Counter(visit.needs[0].value for visit in preview.visits) == expected["primary_need"]
    assert Counter(visit.outcome for visit in preview.visits) == expected["outcome"]
    assert Counter(str(visit.gender)[0].upper() for visit in preview.visits) == expected["by_sex"]


def test_lines_that_are_no_visits_are_named(preview: ImportPreview) -> None:
    """One line above the headings, the headings, 28 blank lines and the line of totals."""
    assert Counter(note.why for note in preview.skipped) == {
        Why.ABOVE_HEADING: 1,
        Why.HEADING: 1,
        Why.BLANK: 28,
        Why.TOTAL: 1,
    }
    assert [note.reason for note in preview.skipped if note.why is Why.TOTAL] == [
        "This is a line of totals: TOTAL 1835"
    ]


def test_doubts_are_said(preview: ImportPreview) -> None:
    """Ages over several bands, and the times that the October nights showed twice."""
    whys = Counter(note.why for note in preview.doubts)
    assert whys == {Why.AGE_SPANS_BANDS: 138, Why.FIRST_OF_TWO: 12}


def test_notes_are_kept_to_the_letter(preview: ImportPreview) -> None:
    """A cell that starts with =, leading zeros and accents come in as they stand."""
    own = Counter(visit.remarks[0] for visit in preview.visits if visit.remarks)
    assert own["=see sheet 2"] == 169
    assert own["mum collected 07700 900123"] == 183
    assert own["police spoke to him; ref 00405"] == 157
    assert own["café staff brought her over"] == 178


def test_mapping_is_the_layout_of_the_log(preview: ImportPreview) -> None:
    """Day first, the night's own date after midnight; and the mapping survives its file."""
    mapping = preview.mapping
    assert (mapping.date_order, mapping.after_midnight) == (DateOrder.DAY_FIRST, AfterMidnight.SAME_NIGHT)
    assert mapping_of(mapping_text(mapping)) == mapping


def test_a_stay_is_never_negative(preview: ImportPreview) -> None:
    """On the October nights 01:14 after 01:25 is the second 01:14."""
    assert all(v.departed_at is None or v.departed_at >= v.arrived_at for v in preview.visits)
    assert min(v.departed_at - v.arrived_at for v in preview.visits if v.departed_at).total_seconds() > 0
