"""Documents of single visits: found by their spoken code, only for those who may, and noted in the trail."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import give_name
from mavis.domain.errors import StorageError, UserError
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift


def test_by_its_code(session: Session, shift: Shift, tmp_path: Path) -> None:
    """Small letters do; the night may be left out; the name is there only when it is asked for."""
    visit = session.visits.open_visit(VOLUNTEER)
    session.visits.change(VOLUNTEER, visit.id, give_name("Ida Example"))
    before = session.trail.head()
    session.documents.write(session.actor, " k1 ", None, tmp_path / "one.json")
    session.documents.write(session.actor, "K1", shift.date, tmp_path / "two.json", with_name=True)
    one, two = ((tmp_path / name).read_text(encoding="utf-8") for name in ("one.json", "two.json"))

    assert json.loads(one)["resourceType"] == "Bundle"
    assert "Ida" not in one
    assert "Ida Example" in two
    assert session.trail.head() != before


@pytest.mark.usefixtures("shift")
def test_who_and_what_is_refused(session: Session, tmp_path: Path) -> None:
    """Nothing is written then."""
    session.visits.open_visit(VOLUNTEER)
    out = tmp_path / "one.json"
    for actor in (VOLUNTEER, LEAD, CLINICIAN, PLANNER):
        with pytest.raises(UserError, match="not_allowed"):
            session.documents.write(actor, "K1", None, out)
    for code, night in (("K2", None), ("K1", date(2001, 1, 1))):
        with pytest.raises(UserError, match="visit_unknown"):
            session.documents.write(session.actor, code, night, out)
    assert not out.exists()
    with pytest.raises(StorageError):
        session.documents.write(session.actor, "K1", None, tmp_path / "no" / "one.json")
