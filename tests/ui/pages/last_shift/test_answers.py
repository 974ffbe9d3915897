"""The answers of a visit of the last shift: everything that was written down the night before, as far as one may read.

One visit holds an answer in each part; whoever may not read what is kept for the lead sees only that it is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mavis.domain.access.roles import Role
from mavis.domain.edits.alcohol import offer, tell
from mavis.domain.edits.head_injury import answer_sign
from mavis.domain.edits.safeguarding import keep_child_safe, keep_safe, refer
from mavis.domain.edits.safety import note_capacity, note_refusal, tell_assault, tell_spiking, tick_method
from mavis.domain.edits.visit import answer, judge, leave, write_note
from mavis.domain.record.answers import NoAnswer
from mavis.domain.record.assault import AssaultMethod, AssaultPlace
from mavis.domain.record.care import CanDecide, Note, NoteAbout
from mavis.domain.record.diversion import Basis, WouldHave
from mavis.domain.record.head_injury import HeadInjurySign
from mavis.domain.record.identity import AgeBand
from mavis.domain.record.outcome import Outcome
from mavis.domain.record.safeguarding import Referral, ReferralQuestion, ReferralTarget
from mavis.domain.visit.brief_intervention import Frames, InterventionStatus
from mavis.ui.pages.last_shift.page import LastShiftPage
from mavis.ui.pages.last_shift.visit import PastVisitPanel
from tests.ui.session.test_places import hold_until_closed

if TYPE_CHECKING:
    from tests.ui.windows import Hands

URGENT = ReferralQuestion.URGENT
LONG = "They told us about the evening at length, and none of it may be cut short. " * 6


@pytest.fixture
def written(hands: Hands) -> Hands:
    """The window at a close that is done, with one visit that has an answer in each of its parts."""
    hands.press("N D")
    desk = hands.session.desk
    visit, now, by = hands.visit, desk.clock(), desk.session.actor.id
    for edit in (
        answer(age_band=AgeBand.FROM_16, alone=False),
        answer_sign(HeadInjurySign.VOMITED, answer=False, at=now, by=by),
        offer(InterventionStatus.STARTED, now),
        tell(goal="Water between drinks", frames=(Frames.MENU,)),
        tell_assault(place=AssaultPlace.STREET, place_description="Hill Street", reported_to_police=NoAnswer.REFUSED),
        tick_method(AssaultMethod.FOOT, True),
        tell_spiking(clothing="white shoes", happened_at=now),
        note_refusal(now, by, advised="Go to A&E"),
        note_capacity(now, by, can_decide=CanDecide.YES, why="said it back to us"),
        keep_child_safe(handed_to="mum Sarah at 11:45", family_told=True),
        keep_safe(safe_contact="text her sister"),
        refer(Referral(desk.new_id(), ReferralTarget.FRONT_DOOR, now, by, "alone at night", denied=(URGENT,))),
        refer(Referral(desk.new_id(), ReferralTarget.SARC, now, by)),
        write_note(Note(desk.new_id(), LONG, now, by)),
        write_note(Note(desk.new_id(), "afraid to go home", now, by, NoteAbout.SAFEGUARDING)),
        judge(WouldHave.ED_OWN_MEANS, Basis.CLINICIAN_JUDGED, Role.COORDINATOR),
        leave(Outcome.TAXI, now),
    ):
        desk.edit(visit.id, edit)
    hands.press("Esc")
    hands.settle()
    hands.press("F4")
    hold_until_closed(hands)
    return hands


def _told(hands: Hands) -> str:
    """Open the first visit of the last shift by its keys and read its answers."""
    hands.press("F5")
    page = hands.session.workplace.page
    if not isinstance(page, LastShiftPage):
        raise TypeError(page)
    hands.until(lambda: page.last.is_read)
    hands.press("Enter Tab")
    panel = next(panel for panel in hands.window.findChildren(PastVisitPanel) if panel.isVisible())
    assert panel.answers.hasFocus()
    return panel.answers.toPlainText()


def test_every_answer_can_be_read_the_day_after(written: Hands) -> None:
    """Each with its question, under the name of its part, and no word of it cut short."""
    told = _told(written)

    for line in (
        "Age: 16",
        "On their own? With somebody",
        "Was sick since: No",
        "Their goal: Water between drinks",
        "Where? Street",
        "Name of the pub, club or street: Hill Street",
        "Told the police? would not say",
        "Clothes, for CCTV: white shoes",
        "What you told them to do: Go to A&E",
        "How you know: said it back to us",
        "Handed over to: mum Sarah at 11:45",
        "Family told? Yes",
        "Safe way to reach them: text her sister",
        "(One Front Door). Urgent? No",
        "(One Front Door). Why? alone at night",
        "How they left: Taxi",
        "On what basis: Clinician judged, counts as volunteer judged",
        LONG.strip(),
    ):
        assert line in told
    assert "afraid to go home" in told
    assert told.count("Urgent?") == 1


def test_who_may_not_read_private_notes_sees_that_there_is_one(written: Hands) -> None:
    """The store gives a volunteer no word of them."""
    session = written.session.session
    session.actor = session.actor._replace(role=Role.VOLUNTEER)
    told = _told(written)

    assert "afraid to go home" not in told
    assert "text her sister" not in told
    assert "a note is kept for the lead" in told
    assert "mum Sarah at 11:45" in told


def test_no_basis_is_told_of_what_nobody_knows(hands: Hands) -> None:
    """It is asked of whoever judged, and nobody did."""
    hands.press("N D")
    hands.session.desk.edit(hands.visit.id, judge(WouldHave.NOT_KNOWN, Basis.PROTOCOL_MET, Role.COORDINATOR))
    hands.press("7 A Enter")
    hands.settle()
    hands.press("F4")
    hold_until_closed(hands)
    told = _told(hands)

    assert "Without the bus? Not known" in told
    assert "On what basis" not in told
