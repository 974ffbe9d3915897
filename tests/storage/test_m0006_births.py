"""The sixth step: an older file learns to find those who may have been born in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.storage.plans import plans_around

if TYPE_CHECKING:
    from pathlib import Path

_BORN = """
    SELECT id FROM person
    WHERE substr(json_extract(birth, '$.last'), 1, 4) = ? AND substr(json_extract(birth, '$.first'), 1, 4) = ?
    ORDER BY id DESC"""


def test_who_may_have_been_born_in_a_year_is_read_from_the_index(tmp_path: Path) -> None:
    """Before the step everybody was read."""
    before, after = plans_around("m0006", tmp_path / "mavis.db", _BORN, "1997", "1996")

    assert "SCAN person" in before
    assert "SEARCH person USING COVERING INDEX person_by_birth" in after
    assert "TEMP B-TREE" not in after
