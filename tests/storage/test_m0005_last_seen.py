"""The fifth step: an older file learns to say when somebody was last here without reading a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.storage.plans import plans_around

if TYPE_CHECKING:
    from pathlib import Path

_LAST_SEEN = """
    SELECT max(shift.date) FROM visit JOIN shift ON shift.id = visit.shift_id
    WHERE visit.person_id = ?"""


def test_the_shifts_of_a_person_are_read_from_the_index(tmp_path: Path) -> None:
    """Before the step each visit was read for its shift."""
    before, after = plans_around("m0005", tmp_path / "mavis.db", _LAST_SEEN, "p1")

    assert "visit USING INDEX visit_by_person" in before
    assert "visit USING COVERING INDEX visit_by_person" in after
