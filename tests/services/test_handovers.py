"""Handover sheets as a service: for who may record, noted in the trail, and without a word of a sensitive note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.edits.visit import give_name, write_note
from mavis.domain.errors import UserError
from mavis.domain.record.care import Note, NoteAbout
from tests.builders import at
from tests.records import LEAD, PLANNER, VOLUNTEER
from tests.reports.reading import text_of

if TYPE_CHECKING:
    from mavis.bootstrap import Session


@pytest.mark.usefixtures("shift")
def test_a_sheet_of_an_open_visit(session: Session) -> None:
    """On paper and aloud; a lead's sheet holds no sensitive word either, for paper is left lying about."""
    visit = session.visits.open_visit(LEAD)
    session.visits.change(LEAD, visit.id, give_name("Ida Example"))
    session.visits.change(LEAD, visit.id, write_note(Note("n", "canary", at("22:00"), "x", NoteAbout.DOMESTIC_ABUSE)))
    before = session.trail.head()
    for actor in (LEAD, VOLUNTEER, session.actor):
        handover = session.handovers.of_visit(actor, visit.id)
        paper, text = text_of(session.handovers.pdf(handover)), session.handovers.text(handover)
        assert "Ida Example" in paper
        assert "Ida Example" in text
        assert "canary" not in paper + text
    assert session.trail.head() != before


@pytest.mark.usefixtures("shift")
def test_who_gets_none(session: Session) -> None:
    """A planner, and nobody for a visit that is not there."""
    visit = session.visits.open_visit(LEAD)
    with pytest.raises(UserError, match="not_allowed"):
        session.handovers.of_visit(PLANNER, visit.id)
    with pytest.raises(UserError, match="visit_unknown"):
        session.handovers.of_visit(LEAD, "none")
