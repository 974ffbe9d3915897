"""What may change in a visit that was finished: what comes later, and never an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.edits import visit as edits
from mavis.domain.record.care import Note
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.visit.visit import Visit
from mavis.ui.presenters.desk.finished import may_still_change
from tests.builders import SATURDAY_NIGHT

_LEFT = edits.leave(Outcome.TAXI, SATURDAY_NIGHT)(
    Visit("visit-1", "K1", "shift-1", SATURDAY_NIGHT, SATURDAY_NIGHT, "crew-1", looked_after_by="crew-2")
)


@pytest.mark.parametrize(
    "edit",
    [
        edits.leave(None, SATURDAY_NIGHT),
        edits.write_note(Note("note-1", "Rang at three", SATURDAY_NIGHT, "crew-1")),
        lambda visit: replace(visit, person_id="person-1", name="Wren"),
    ],
)
def test_what_needs_no_opening(edit: edits.VisitEdit) -> None:
    """To open it, to write a note, to join the visitor to somebody known."""
    assert may_still_change(_LEFT, edit(_LEFT))


@pytest.mark.parametrize(
    "edit",
    [
        edits.tick_need(Presentation.HEAD_INJURY, ticked=True),
        edits.leave(Outcome.AMBULANCE_CONVEYED, SATURDAY_NIGHT),
        edits.give_name("Wren"),
        edits.answer(looked_after_by="crew-1"),
    ],
)
def test_what_is_an_answer(edit: edits.VisitEdit) -> None:
    """A need, another way of leaving, a name, who looks after them."""
    assert not may_still_change(_LEFT, edit(_LEFT))
