"""A visit that holds what no visit can hold takes no other visit with it, and is named by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.errors import UnreadableError
from mavis.domain.record.presentation import Presentation
from tests.records import VOLUNTEER, a_visit

if TYPE_CHECKING:
    from mavis.storage.database import Database
    from mavis.storage.unit_of_work import Store

SPOILT = (
    "UPDATE visit SET age_band = 'bogus' WHERE id = 'bad'",
    "UPDATE visit SET assault = '{\"bogus\": 1}' WHERE id = 'bad'",
    "UPDATE visit SET triage_category = 'bogus' WHERE id = 'bad'",
    "UPDATE visit SET arrived_at = 9223372036854775807 WHERE id = 'bad'",
    "INSERT INTO visit_need (visit_id, place, code) VALUES ('bad', 1, 'bogus')",
)
"""What a bug or another version might leave in a cell or a list."""


def test_figures_are_not_made_without_it(night: Store, records: Database) -> None:
    """A count that leaves a visit out in silence is wrong."""
    with night.change(VOLUNTEER) as work:
        work.visits.add(a_visit("bad", "K1"))
        work.commit()
    with records.writing() as connection:
        connection.execute("INSERT INTO visit_need (visit_id, place, code) VALUES ('bad', 1, 'bogus')")
    with night.look() as view, pytest.raises(UnreadableError, match="visits_unreadable"):
        view.summaries.visits_of_shift("shift-1")


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("spoil", SPOILT)
def test_all_other_visits_are_read(night: Store, records: Database, spoil: str) -> None:
    """And the one that is not is named, and is refused by its number when it is asked for alone."""
    with night.change(VOLUNTEER) as work:
        for visit_id, code in (("a", "K1"), ("bad", "K2"), ("c", "K3")):
            work.visits.add(a_visit(visit_id, code, needs=(Presentation.COLD,)))
        work.commit()
    with records.writing() as connection:
        connection.execute(spoil)
    with night.look() as view:
        assert [visit.code for visit in view.visits.of_shift("shift-1")] == ["K1", "K3"]
        assert [(one.kind, one.number) for one in night.left_out] == [("visit", "K2 (2026-03-14)")]
        assert view.visits.last_number("shift-1") == 3
        with pytest.raises(UnreadableError) as refused:
            view.visits.get("bad")
    assert refused.value.facts == {"code": "K2"}
