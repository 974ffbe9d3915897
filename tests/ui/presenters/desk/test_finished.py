"""What may change in a visit that was finished: what comes later, and never an answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mavis.domain.edits import visit as edits
from mavis.domain.edits.alcohol import tell
from mavis.domain.edits.alcohol_referral import agree, send_on
from mavis.domain.edits.safeguarding import follow_up
from mavis.domain.record.care import Note
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.presentation import Presentation
from mavis.domain.record.safeguarding import ReferralConsent
from mavis.domain.visit.brief_intervention import AlcoholReferral
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


def test_what_somebody_says_to_a_referral_later_is_their_answer_in_the_talk_too() -> None:
    """That is no answer of its own: one in the talk itself, which makes or takes back a referral, needs an opening."""
    talked = send_on(AlcoholReferral.GP)(_LEFT)
    agreed = agree(True, "referral-1", SATURDAY_NIGHT, "crew-1")(talked)
    said_no = follow_up("referral-1", consent=ReferralConsent.NO)(agreed)

    assert may_still_change(agreed, said_no)
    assert may_still_change(said_no, agreed)
    assert not may_still_change(talked, agreed)
    assert not may_still_change(agreed, tell(referral_consent=False)(agreed))
