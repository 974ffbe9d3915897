"""Sharing assaults: the months asked for, only for those who may, noted in the trail, and no name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import answer, give_name, tick_need
from mavis.domain.errors import UserError
from mavis.domain.record.assault import Assault
from mavis.domain.record.presentation import Presentation
from tests.records import CLINICIAN, LEAD, PLANNER, VOLUNTEER

if TYPE_CHECKING:
    from pathlib import Path

    from mavis.bootstrap import Session
    from mavis.domain.shift.shift import Shift


def test_the_assaults_of_a_month(session: Session, shift: Shift, tmp_path: Path) -> None:
    """Told in the block, or only ticked as a need; other visits are not in it."""
    told, ticked, _other = (session.visits.open_visit(VOLUNTEER) for _ in range(3))
    session.visits.change(VOLUNTEER, told.id, give_name("Ida Example"))
    session.visits.change(VOLUNTEER, told.id, answer(assault=Assault(place_description="Ida's street")))
    session.visits.change(VOLUNTEER, ticked.id, tick_need(Presentation.ASSAULT, ticked=True))
    before = session.trail.head()
    written = session.assaults.export(session.actor, shift.date, shift.date, tmp_path / "istv.csv")
    text = written.files[0].read_text(encoding="utf-8")

    assert written.rows == 2
    assert "street" in text
    assert "Ida" not in text
    assert session.trail.head() != before
    assert session.assaults.export(session.actor, date(2001, 1, 1), date(2001, 1, 1), tmp_path / "no.csv").rows == 0


def test_what_is_told_of_a_sexual_assault_stays_here(session: Session, shift: Shift, tmp_path: Path) -> None:
    """As in the counts; unless somebody ticked *assault* beside it, which is another thing that happened."""
    sexual, both = (session.visits.open_visit(VOLUNTEER) for _ in range(2))
    for visit, street in ((sexual, "Hidden Lane"), (both, "Open Lane")):
        session.visits.change(VOLUNTEER, visit.id, tick_need(Presentation.SEXUAL_ASSAULT, ticked=True))
        session.visits.change(VOLUNTEER, visit.id, answer(assault=Assault(place_description=street)))
    session.visits.change(VOLUNTEER, both.id, tick_need(Presentation.ASSAULT, ticked=True))
    written = session.assaults.export(session.actor, shift.date, shift.date, tmp_path / "istv.csv")
    text = written.files[0].read_text(encoding="utf-8")

    assert written.rows == 1
    assert "Open Lane" in text
    assert "Hidden Lane" not in text


def test_who_and_what_is_refused(session: Session, tmp_path: Path) -> None:
    """Nothing is written then."""
    out = tmp_path / "istv.csv"
    for actor in (VOLUNTEER, LEAD, CLINICIAN, PLANNER):
        with pytest.raises(UserError, match="not_allowed"):
            session.assaults.export(actor, date(2017, 1, 1), date(2017, 2, 1), out)
    with pytest.raises(UserError, match="counts_backwards"):
        session.assaults.export(session.actor, date(2017, 2, 1), date(2017, 1, 1), out)
    assert not out.exists()
